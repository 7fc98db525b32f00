/* SPDX-License-Identifier: MIT */
#ifndef NCPI_FRONT_LINES_H
#define NCPI_FRONT_LINES_H

/* What the lines of front matter look like, for blocks that are broken or were
 * never closed. */

#include "ncpost/base.h"

struct ncpi_line {
    struct ncp_str text; /* without the line end and the white space before it */
    size_t start;        /* its first byte */
    size_t next;         /* the first byte of the next line */
};

/* The line that starts at byte `at`; false at the end of the text. */
bool ncpi_next_line(struct ncp_str text, size_t at, struct ncpi_line *line);

/* True if `line` starts a key's value. With `small` the key must not begin with
 * a capital: prose does ("Note: …"), front matter hardly ever. */
typedef bool ncpi_key_test(struct ncp_str line, bool small);

bool ncpi_is_yaml_key(struct ncp_str line, bool small);
bool ncpi_is_toml_key(struct ncp_str line, bool small);

/*
 * How far lines look like front matter, from byte `from` on: the first byte
 * after them. Where `is_key` is NULL, they go up to the first blank line.
 * `*at_blank` tells whether a blank line stands before the end.
 */
size_t ncpi_front_run(struct ncp_str text, size_t from, ncpi_key_test *is_key, bool *at_blank);

/* Where a JSON object that is broken ends: after the line on which its braces
 * match, else at the first blank line, else at the end of the text. */
size_t ncpi_json_run(struct ncp_str text, size_t from);

#endif
