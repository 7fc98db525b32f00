/* SPDX-License-Identifier: MIT */
#ifndef NCPI_OPTIONS_H
#define NCPI_OPTIONS_H

/* Command lines from tables: an option is a row. */

#include "ncpost/base.h"

enum ncpi_option_kind {
    NCPI_FLAG,  /* bool */
    NCPI_VALUE, /* const char * */
    NCPI_MAYBE, /* const char *, with =VALUE or without (then "") */
    NCPI_VALUES /* struct ncpi_words, one more each time */
};

struct ncpi_words {
    const char **items;
    size_t count, cap;
};

struct ncpi_option {
    const char *name; /* without the dashes; NULL ends the table */
    char letter;      /* or 0 */
    enum ncpi_option_kind kind;
    size_t offset;       /* of the field in the struct to fill */
    const char *operand; /* for --help, or NULL */
    const char *help;
};

/* Fills `fields` by `table` from the NULL-ended `argv`; what is no option goes
 * into `operands`. Texts are borrowed from `argv`. NCP_E_USAGE names the
 * nearest option. */
NCP_CHECK enum ncp_code ncpi_options_parse(const struct ncpi_option *table, char **argv,
                                           void *fields, struct ncpi_words *operands,
                                           struct ncp_error *err);

/* Appends the lines of --help. */
void ncpi_options_help(const struct ncpi_option *table, struct ncp_buf *out);

#endif
