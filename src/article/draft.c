/* SPDX-License-Identifier: MIT */
/* Blocks while they are being read. */
#include "draft.h"

#include "base/array.h"

#include <stdlib.h>

struct ncpi_draft_block *ncpi_draft_add(struct ncpi_draft *draft, enum ncp_block_kind kind)
{
    if (!NCPI_ROOM(draft)) {
        draft->failed = true;
        return NULL;
    }
    struct ncpi_draft_block *block = &draft->items[draft->count++];
    *block = (struct ncpi_draft_block){.kind = kind};
    return block;
}

static void free_block(struct ncpi_draft_block *block)
{
    ncpi_mapped_free(&block->text);
    ncp_buf_free(&block->url);
    free(block->marks.items);
}

void ncpi_draft_settle(struct ncpi_draft *draft)
{
    if (draft->count == 0)
        return;
    struct ncpi_draft_block *last = &draft->items[draft->count - 1];
    struct ncp_str text = ncp_buf_str(&last->text.text);
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n'))
        text.len--;
    ncpi_mapped_truncate(&last->text, text.len);
    draft->failed |= last->text.text.failed || last->url.failed;
    if (text.len > 0 || last->kind == NCP_BLOCK_IMAGE)
        return;
    free_block(last);
    draft->count--;
}

void ncpi_draft_mark(struct ncpi_draft *draft, struct ncpi_draft_block *block,
                     enum ncp_mark_kind kind, size_t at, size_t len)
{
    if (!NCPI_ROOM(&block->marks)) {
        draft->failed = true;
        return;
    }
    block->marks.items[block->marks.count++] = (struct ncp_mark){kind, at, len};
}

size_t ncpi_draft_marked(const struct ncpi_draft_block *block, enum ncp_mark_kind kind)
{
    size_t bytes = 0;
    for (size_t i = 0; i < block->marks.count; i++)
        if (block->marks.items[i].kind == kind)
            bytes += block->marks.items[i].len;
    return bytes;
}

void ncpi_draft_free(struct ncpi_draft *draft)
{
    for (size_t i = 0; i < draft->count; i++)
        free_block(&draft->items[i]);
    free(draft->items);
    *draft = (struct ncpi_draft){NULL, 0, 0, false};
}
