/* SPDX-License-Identifier: MIT */
#ifndef NCPI_DRAFT_H
#define NCPI_DRAFT_H

/* Blocks while they are being read: growing, each with a text of its own. The
 * readers of Markdown and of plain text fill a draft; article.c settles it. */

#include "mapped.h"

struct ncpi_marks {
    struct ncp_mark *items;
    size_t count, cap;
};

struct ncpi_draft_block {
    enum ncp_block_kind kind;
    enum ncp_part part;
    int level;
    size_t list;
    bool ordered;
    struct ncpi_mapped text;
    struct ncpi_marks marks;
    struct ncp_buf url;
};

struct ncpi_draft {
    struct ncpi_draft_block *items;
    size_t count, cap;
    bool failed; /* memory ran out */
};

/* A new last block, or NULL when memory runs out. It is valid until the next
 * call. */
struct ncpi_draft_block *ncpi_draft_add(struct ncpi_draft *draft, enum ncp_block_kind kind);

/* Takes the last block away again if it holds no text. */
void ncpi_draft_settle(struct ncpi_draft *draft);

/* Marks bytes [at, at+len) of the block's text. */
void ncpi_draft_mark(struct ncpi_draft *draft, struct ncpi_draft_block *block,
                     enum ncp_mark_kind kind, size_t at, size_t len);

/* Bytes of the block's text under marks of one kind. */
size_t ncpi_draft_marked(const struct ncpi_draft_block *block, enum ncp_mark_kind kind);

void ncpi_draft_free(struct ncpi_draft *draft);

#endif
