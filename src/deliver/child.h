/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CHILD_H
#define NCPI_CHILD_H

/* Running another program of ours. */

#include "ncpost/base.h"

/*
 * Runs the program ncpost (paths.h) with the arguments in `argv`, whose first
 * place is free for its name, with `input` as its standard input and appends what it prints
 * to `out`, at most 512 MiB; its standard error is ours. `*status` is its exit
 * status, 128 and more where a signal ended it. NCP_E_INTERNAL when it cannot
 * be started.
 */
NCP_CHECK enum ncp_code ncpi_child_run(const char *self, const char **argv, struct ncp_str input,
                                       struct ncp_buf *out, int *status, struct ncp_error *err);

#endif
