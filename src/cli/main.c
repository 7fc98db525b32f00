/* SPDX-License-Identifier: MIT */
/* ncpost: finds the command and runs it. */
#include "cli.h"

#include "base/nearest.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

static int unknown_command(const char *name)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (const struct cli_command *c = cli_commands; c->name; c++)
        ncpi_nearest_offer(&near, ncp_str_from(name), c->name);
    bool option = name[0] == '-';
    ncp_error_set(&err, NCP_E_USAGE, "unknown %s %s", option ? "option" : "command", name);
    if (near.name)
        ncp_error_hint(&err, "did you mean ncpost %s?", near.name);
    return cli_usage(NULL, &err);
}

static int run_command(const struct cli_command *command, char **argv)
{
    struct cli_settings settings = {.format = FORMAT_TEXT};
    struct ncp_error err = NCP_ERROR_INIT;
    int status = 0;
    if (command->forward)
        return command->forward(argv);
    if (cli_parse(command, argv + 1, &settings, &err) != NCP_OK)
        status = cli_usage(command, &err);
    else if (settings.help)
        cli_print_help(command, stdout);
    else
        status = command->run(&settings);
    cli_settings_free(&settings);
    return status;
}

/* Help and version go to standard output, where a full disk can bite too. */
static int checked(int status)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        return ncp_code_exit_status(NCP_E_IO);
    return status;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    setlocale(LC_CTYPE, "C");
    if (argc < 2) {
        cli_print_help(NULL, stderr);
        return ncp_code_exit_status(NCP_E_USAGE);
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("ncpost %s\n", NCP_VERSION);
        return checked(0);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        cli_print_help(NULL, stdout);
        return checked(0);
    }
    const struct cli_command *command = cli_command_find(argv[1]);
    return checked(command ? run_command(command, argv + 1) : unknown_command(argv[1]));
}
