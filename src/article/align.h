/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ALIGN_H
#define NCPI_ALIGN_H

/*
 * Finds the text of cmark's inline nodes again in the source. cmark's own
 * columns are wrong for indented and lazy continuation lines, after link
 * definitions, tabs and more (0.30.2), so only the line ranges of its blocks
 * are believed, and each inline is looked for forward from the one before.
 */

#include "draft.h"

struct ncpi_aligner {
    struct ncp_str masked;          /* what cmark was given */
    const struct ncpi_mapped *text; /* the same bytes, unmasked */
    size_t base;                    /* where `masked` starts in `text` */
    size_t at;                      /* how far the block has been read, in `masked` */
    size_t end;                     /* the end of the block's last line */
};

/* Appends the literal of a text or code node to the block, decoded as cmark
 * decoded it; masked bytes vanish, holes are marked. */
void ncpi_align_text(struct ncpi_aligner *a, struct ncp_str literal, struct ncpi_draft *draft,
                     struct ncpi_draft_block *block);

/* A line end inside the block: `with` (a space or a line feed) stands for it,
 * unless it parts two letters of a script without spaces. */
void ncpi_align_line_end(struct ncpi_aligner *a, struct ncp_str with,
                         struct ncpi_draft_block *block);

/* Past a literal that is not told (HTML). */
void ncpi_align_skip(struct ncpi_aligner *a, struct ncp_str literal);

/* Past the `](…)` or `][…]` that ends a link or an image. */
void ncpi_align_link_end(struct ncpi_aligner *a);

#endif
