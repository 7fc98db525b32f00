/* SPDX-License-Identifier: MIT */
/* ncpost-post: the program that delivers, started by ncpost for its commands
 * `post` and `outbox`. */
#include "harden.h"
#include "post.h"
#include "report.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

static volatile sig_atomic_t stop;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

/* The first signal lets what is under way come to its end; a second one kills. */
static void watch_signals(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = (int)SA_RESETHAND;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static const struct {
    const char *name;
    int (*run)(const struct ncpi_program *, char **);
} commands[] = {
    {"post", ncpi_post_command},
    {"outbox", ncpi_outbox_command},
};

static int run(char **argv)
{
    struct ncpi_program program = {argv[0], &stop};
    for (size_t i = 0; argv[1] && i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, argv[1]) == 0)
            return commands[i].run(&program, argv + 2);
    ncpi_complain_text(NULL, "this program is started by ncpost post and ncpost outbox");
    return ncp_code_exit_status(NCP_E_USAGE);
}

int main(int argc, char **argv)
{
    (void)argc;
    ncpi_harden();
    watch_signals();
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0) {
        ncpi_complain_text(NULL, "libcurl cannot start");
        return ncp_code_exit_status(NCP_E_INTERNAL);
    }
    int status = run(argv);
    curl_global_cleanup();
    return status;
}
