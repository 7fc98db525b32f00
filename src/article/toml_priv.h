/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TOML_PRIV_H
#define NCPI_TOML_PRIV_H

/* What the files of the TOML reader share. Each reading function stands at the
 * first byte of what it reads and leaves the reader behind it; NULL or false
 * means that `code` and the error are set. */

#include "toml.h"

struct ncpi_toml {
    struct ncp_str text;
    size_t at;
    size_t first_line;
    size_t key_at; /* where the part of a key last read begins */
    size_t level;  /* how deep the value at hand is nested */
    json_t *root;
    json_t *current; /* the table that `key = value` goes to; borrowed */
    json_t *kinds;   /* address of a table or array → how it came to be */
    json_t *dropped; /* second values of keys */
    size_t repeats;
    json_t *warnings;
    enum ncp_code code;
    struct ncp_error *err;
};

/* How a table came to be decides what may still be added to it. */
enum ncpi_toml_kind {
    NCPI_TOML_CLOSED = 0, /* an inline table or a plain array */
    NCPI_TOML_IMPLIED,    /* by the header of a table below it */
    NCPI_TOML_HEADER,     /* by its own header */
    NCPI_TOML_DOTTED,     /* by a dotted key */
    NCPI_TOML_TABLES      /* an array of tables */
};

/* Sets the error at byte `at`, once. Returns false. */
bool ncpi_toml_fail(struct ncpi_toml *t, size_t at, const char *format, ...) NCP_PRINTF(3, 4);
bool ncpi_toml_no_memory(struct ncpi_toml *t);

/* The next byte, '\0' at the end. */
char ncpi_toml_peek(const struct ncpi_toml *t);
/* Goes on if `literal` comes next. */
bool ncpi_toml_skip(struct ncpi_toml *t, const char *literal);
/* Spaces and tabs. */
void ncpi_toml_skip_blanks(struct ncpi_toml *t);
/* One line end; false if there is none. */
bool ncpi_toml_skip_newline(struct ncpi_toml *t);
/* Blanks, comments and line ends. */
void ncpi_toml_skip_space(struct ncpi_toml *t);

/* A quoted string in any of the four forms; a key may only take one line. */
bool ncpi_toml_string(struct ncpi_toml *t, bool key, struct ncp_buf *out);

/* true, false, a number, a date or a time. */
NCP_CHECK json_t *ncpi_toml_word(struct ncpi_toml *t);

/* Any value. */
NCP_CHECK json_t *ncpi_toml_value(struct ncpi_toml *t);

/* `key = value`, where the key may be dotted, into `table`. */
bool ncpi_toml_pair(struct ncpi_toml *t, json_t *table);

/* A `[table]` or `[[array of tables]]` header. */
bool ncpi_toml_header(struct ncpi_toml *t);

#endif
