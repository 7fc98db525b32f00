/* SPDX-License-Identifier: MIT */
/* Texts → numbers, by their hash. */
#include "bank.h"

#include <stdlib.h>

#define FIRST_SLOTS ((size_t)4096)

uint64_t ncpi_hash(uint64_t from, struct ncp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        from = ncpi_hash_byte(from, text.ptr[i]);
    return from;
}

static struct ncpi_index_slot *slot_of(const struct ncpi_index *index, uint64_t hash)
{
    size_t mask = index->slot_count - 1, at = (size_t)(hash ^ hash >> 29) & mask;
    while (index->slots[at].number && index->slots[at].hash != hash)
        at = (at + 1) & mask;
    return &index->slots[at];
}

static bool grow(struct ncpi_index *index)
{
    struct ncpi_index old = *index;
    if ((index->count + 1) * 2 <= index->slot_count)
        return true;
    size_t want = old.slot_count ? old.slot_count * 2 : FIRST_SLOTS;
    struct ncpi_index_slot *slots = want > old.slot_count ? calloc(want, sizeof *slots) : NULL;
    if (!slots)
        return false;
    index->slots = slots;
    index->slot_count = want;
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].number)
            *slot_of(index, old.slots[i].hash) = old.slots[i];
    free(old.slots);
    return true;
}

size_t ncpi_index_find(const struct ncpi_index *index, uint64_t hash)
{
    if (index->slot_count == 0)
        return SIZE_MAX;
    return slot_of(index, hash)->number - 1; /* a free slot's 0 becomes SIZE_MAX */
}

size_t ncpi_index_add(struct ncpi_index *index, uint64_t hash)
{
    if (!grow(index))
        return SIZE_MAX;
    struct ncpi_index_slot *slot = slot_of(index, hash);
    if (!slot->number)
        *slot = (struct ncpi_index_slot){hash, ++index->count};
    return slot->number - 1;
}
