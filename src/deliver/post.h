/* SPDX-License-Identifier: MIT */
#ifndef NCPI_POST_H
#define NCPI_POST_H

/* The commands of this program. Each returns its exit status; `argv` begins
 * after the command's name. */

#include "config.h"
#include "options.h"

#include <signal.h>

/* What main() found out. */
struct ncpi_program {
    const char *self;                  /* our own argv[0] */
    const volatile sig_atomic_t *stop; /* set by SIGINT and SIGTERM */
};

int ncpi_post_command(const struct ncpi_program *program, char **argv);
int ncpi_outbox_command(const struct ncpi_program *program, char **argv);

/* ---- the parts of `post` --------------------------------------------------- */

struct ncpi_post_options {
    struct ncpi_words to, header_env, field;
    const char *webhook_env, *payload, *idempotent, *timeout, *retries;
    const char *caption, *at, *profile, *network, *format;
    bool local, queue, dry_run, draft, force, yes, again, verbose, help;
};

/* The settings of a target that stands in no profile, as one line of JSON; the
 * names of variables only. NCP_E_USAGE. A malloc'd string in `*out`. */
NCP_CHECK enum ncp_code ncpi_one_off(const struct ncpi_post_options *options, char **out,
                                     struct ncp_error *err);

#endif
