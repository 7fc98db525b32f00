/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLI_DELEGATE_H
#define NCPI_CLI_DELEGATE_H

/* Starts ncpost-post with `argv` (argv[0] is the command's name, which it reads
 * as its first argument) in place of this program; returns an exit status only
 * if it cannot be started. */
int cli_delegate_post(char **argv);

#endif
