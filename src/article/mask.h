/* SPDX-License-Identifier: MIT */
#ifndef NCPI_MASK_H
#define NCPI_MASK_H

/*
 * What is in a Markdown file and is no node of CommonMark's (tables, footnotes,
 * shortcodes, MDX), or is HTML that cmark hands on raw, is overwritten before
 * parsing, byte by byte, so that every offset stays. Code is left alone: cmark
 * finds it.
 */

#include "ncpost/base.h"

/* Control characters are gone from cleaned text, so these two are free. */
#define NCPI_MASKED '\x01' /* was markup: leaves no trace */
#define NCPI_HOLE   '\x02' /* the page shows something here that we do not have */

/* Appends the masked copy of `text` to `out`, of the same length. Linear time. */
void ncpi_mask(struct ncp_str text, struct ncp_buf *out);

/* ---- between the mask's files ------------------------------------------------ */

/* How far each kind of closing mark is known to be absent, so that no stretch
 * is searched twice. */
struct ncpi_mask_memo {
    size_t searched[8];
    size_t ticks[33];
    size_t tag;
    unsigned unclosed; /* a bit per element that is never closed from here on */
};

struct ncpi_masker {
    char *at; /* the text, changed in place */
    size_t len;
    struct ncpi_mask_memo memo;
};

/* Each tries to mask what opens at byte `at`; returns the byte after it, or
 * `at` if nothing opens there. */
size_t ncpi_mask_html(struct ncpi_masker *m, size_t at);
size_t ncpi_mask_template(struct ncpi_masker *m, size_t at);

/* Whole lines: tables, footnotes, MDX, fences of other dialects. `at` is the
 * start of a line outside code; returns the start of the line after. */
size_t ncpi_mask_line(struct ncpi_masker *m, size_t at);

/* Overwrites bytes [start, end), line ends excepted, with `with`. */
void ncpi_mask_fill(struct ncpi_masker *m, size_t start, size_t end, char with);

/* The line that holds byte `at`, without its line end. */
size_t ncpi_mask_line_end(const struct ncpi_masker *m, size_t at);

/* The byte after the first `closing` at or after `from` and before both
 * `from` + 4,096 and the next blank line; SIZE_MAX if there is none. `kind`
 * numbers the closing mark. */
size_t ncpi_mask_find(struct ncpi_masker *m, size_t from, struct ncp_str closing, size_t kind);

#endif
