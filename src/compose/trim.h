/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TRIM_H
#define NCPI_TRIM_H

/*
 * Shorter ways to say a sentence: only by deletion, only at punctuation, only
 * whole phrases (a leading adverbial, a parenthesis, a non-restrictive clause, a
 * trailing participle), and only where what is left is a sentence that claims
 * nothing more strongly. English; other languages lose parentheses only.
 */

#include "ncpost/base.h"
#include "ncpost/text.h"

#define NCPI_CUTS_MAX 3 /* deletions in one sentence */

/* One way: the stretches of the sentence that stay, in order. */
struct ncpi_trim {
    struct ncp_span kept[NCPI_CUTS_MAX + 1];
    size_t count;
    bool capitalise; /* the first letter becomes a capital */
    bool close;      /* the sentence's own closing mark is put at the end again */
};

#define NCPI_TRIMS_MAX 8

/* Fills `out` with at most NCPI_TRIMS_MAX ways to say `sentence` in fewer words
 * and returns how many; `lang` is a primary subtag. */
size_t ncpi_trims(const char *lang, struct ncp_str sentence, struct ncpi_trim *out);

/* Appends the sentence said that way. */
void ncpi_trim_apply(struct ncp_str sentence, const struct ncpi_trim *trim, struct ncp_buf *out);

#endif
