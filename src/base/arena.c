/* SPDX-License-Identifier: MIT */
/* Memory freed all at once: a list of blocks, each filled from the front. */
#include "ncpost/base.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)16 * 1024)

struct block {
    struct block *next;
    size_t used, size;
    max_align_t data[];
};

struct ncp_arena {
    struct block *newest;
};

struct ncp_arena *ncp_arena_new(void)
{
    return calloc(1, sizeof(struct ncp_arena));
}

void ncp_arena_free(struct ncp_arena *arena)
{
    if (!arena)
        return;
    for (struct block *b = arena->newest, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

static struct block *add_block(struct ncp_arena *arena, size_t size)
{
    if (size < BLOCK_BYTES)
        size = BLOCK_BYTES;
    if (size > SIZE_MAX - sizeof(struct block))
        return NULL;
    struct block *b = calloc(1, sizeof *b + size);
    if (!b)
        return NULL;
    b->size = size;
    b->next = arena->newest;
    arena->newest = b;
    return b;
}

void *ncp_arena_alloc(struct ncp_arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX - unit)
        return NULL;
    size = (size + unit - 1) / unit * unit;
    struct block *b = arena->newest;
    if (!b || size > b->size - b->used) {
        b = add_block(arena, size);
        if (!b)
            return NULL;
    }
    void *out = (char *)b->data + b->used;
    b->used += size;
    return out;
}

void *ncp_arena_array(struct ncp_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return ncp_arena_alloc(arena, count * size);
}

bool ncp_arena_copy(struct ncp_arena *arena, struct ncp_str text, struct ncp_str *out)
{
    if (text.len == SIZE_MAX)
        return false;
    char *copy = ncp_arena_alloc(arena, text.len + 1);
    if (!copy)
        return false;
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    *out = (struct ncp_str){copy, text.len};
    return true;
}
