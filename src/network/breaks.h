/* SPDX-License-Identifier: MIT */
#ifndef NCPI_BREAKS_H
#define NCPI_BREAKS_H

/* Where a text may be broken, and the best place that fits. */

#include "network_priv.h"

/* Better ones first. */
enum ncpi_break { NCPI_BREAK_PARAGRAPH, NCPI_BREAK_SENTENCE, NCPI_BREAK_WORD, NCPI_BREAK_GRAPHEME };

struct ncpi_cutter {
    const struct ncp_network *network;
    struct ncp_language *lang;
    enum ncp_field field;
    enum ncpi_break last; /* the poorest break allowed */
};

/* What follows the cut: `word` replaces `plain` where a word or less was kept. */
struct ncpi_tail {
    struct ncp_str plain, word;
};

/*
 * The largest start of `text` that fits with its tail behind it: its end, with
 * white space left out, in `*end`; what it ends with in `*kind`. text.len if
 * all of it fits with the plain tail. `*end` is 0 if nothing does.
 */
NCP_CHECK enum ncp_code ncpi_best_break(const struct ncpi_cutter *cutter, struct ncp_str text,
                                        struct ncpi_tail tail, size_t *end, enum ncpi_break *kind,
                                        struct ncp_error *err);

#endif
