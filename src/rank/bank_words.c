/* SPDX-License-Identifier: MIT */
/* An article → the stems that a bank compares posts by. */
#include "bank.h"

#include <stdlib.h>
#include <string.h>

#define TITLE_WEIGHT   ((size_t)3)
#define HEADING_WEIGHT ((size_t)1) /* on top of once a place */
#define LEAD_WORDS     ((size_t)150)
#define KEPT_ENTRIES   ((size_t)160) /* a post: measured, more tells no more */

/* ---- reading order ----------------------------------------------------------------------------
 */

static bool is_content(const struct ncp_ranking *r, size_t term)
{
    return term != NCPI_APART && !r->terms.items[term].function &&
           r->terms.items[term].stem.len > 1;
}

static void append(struct ncpi_post_words *w, const struct ncpi_tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        w->sequence[w->length++] = tokens->items[i].term;
    w->sequence[w->length++] = NCPI_APART;
}

static bool is_heading(const struct ncp_ranking *r, size_t block)
{
    return r->headings[block].count > 0 &&
           !ncp_str_equal(r->article->blocks[block].text, r->article->title);
}

static size_t sequence_room(const struct ncp_ranking *r)
{
    size_t room = r->title.count + 1;
    for (size_t i = 0; i < r->article->block_count; i++)
        room += r->headings[i].count + 1;
    for (size_t i = 0; i < r->sentence_count; i++)
        room += r->sentences[i].count + 1;
    return room;
}

static void fill_sequence(const struct ncp_ranking *r, struct ncpi_post_words *w)
{
    append(w, &r->title);
    for (size_t i = 0; i < r->article->block_count; i++) {
        const struct ncp_block *b = &r->article->blocks[i];
        if (b->kind == NCP_BLOCK_HEADING) {
            if (is_heading(r, i))
                append(w, &r->headings[i]);
            continue;
        }
        for (size_t s = b->first_sentence;
             s < b->first_sentence + b->sentence_count && s < r->sentence_count; s++)
            append(w, &r->sentences[s]);
    }
}

/* ---- what each term is ----------------------------------------------------------------------- */

static void note_uses(const struct ncp_ranking *r, struct ncpi_post_words *w)
{
    size_t words = 0;
    for (size_t i = 0; i < r->title.count; i++) {
        w->uses[r->title.items[i].term].title = true;
        w->uses[r->title.items[i].term].count += TITLE_WEIGHT - 1;
    }
    for (size_t i = 0; i < w->length; i++) {
        if (w->sequence[i] == NCPI_APART)
            continue;
        w->uses[w->sequence[i]].count++;
        w->uses[w->sequence[i]].lead |= i > r->title.count && words++ < LEAD_WORDS;
    }
    for (size_t b = 0; b < r->article->block_count; b++)
        for (size_t i = 0; is_heading(r, b) && i < r->headings[b].count; i++) {
            struct ncpi_word_use *use = &w->uses[r->headings[b].items[i].term];
            use->count += use->heading ? 0 : HEADING_WEIGHT;
            use->heading = true;
        }
}

/* ---- entries ------------------------------------------------------------------------------------
 */

static int by_terms(const void *left, const void *right)
{
    const struct ncpi_post_entry *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->second < b->second ? -1 : a->second > b->second;
}

static void fill_pairs(const struct ncp_ranking *r, struct ncpi_post_words *w)
{
    for (size_t i = 0; i + 1 < w->length; i++)
        if (is_content(r, w->sequence[i]) && is_content(r, w->sequence[i + 1]))
            w->entries[w->entry_count++] =
                (struct ncpi_post_entry){w->sequence[i], w->sequence[i + 1], 1};
    if (w->entry_count == 0)
        return;
    qsort(w->entries, w->entry_count, sizeof *w->entries, by_terms);
    size_t last = 0;
    for (size_t i = 1; i < w->entry_count; i++)
        if (by_terms(&w->entries[last], &w->entries[i]) == 0)
            w->entries[last].count++;
        else
            w->entries[++last] = w->entries[i];
    w->entry_count = last + 1;
}

static void fill_stems(const struct ncp_ranking *r, struct ncpi_post_words *w)
{
    for (size_t term = 0; term < w->use_count; term++)
        if (w->uses[term].count > 0 && is_content(r, term))
            w->entries[w->entry_count++] =
                (struct ncpi_post_entry){term, NCPI_APART, w->uses[term].count};
}

bool ncpi_post_words(struct ncp_ranking *r, struct ncpi_post_words *out)
{
    struct ncpi_post_words w = {.use_count = r->terms.count};
    size_t room = sequence_room(r);
    w.sequence = ncp_arena_array(r->arena, room, sizeof *w.sequence);
    w.uses = ncp_arena_array(r->arena, w.use_count + 1, sizeof *w.uses);
    w.entries = ncp_arena_array(r->arena, room + w.use_count, sizeof *w.entries);
    if (!w.sequence || !w.uses || !w.entries)
        return false;
    fill_sequence(r, &w);
    note_uses(r, &w);
    fill_pairs(r, &w);
    fill_stems(r, &w);
    *out = w;
    return true;
}

uint64_t ncpi_entry_hash(const struct ncp_ranking *r, const struct ncpi_post_entry *entry)
{
    uint64_t hash = ncpi_hash(NCPI_HASH_START, r->terms.items[entry->first].stem);
    if (entry->second == NCPI_APART)
        return hash;
    return ncpi_hash(ncpi_hash(hash, NCP_STR("+")), r->terms.items[entry->second].stem);
}

/* ---- writing
 * ------------------------------------------------------------------------------------- */

struct written {
    struct ncp_str text;
    size_t count;
};

/* The most frequent first; of equals the longest, which are the rarer words. */
static int by_weight(const void *left, const void *right)
{
    const struct written *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    if (a->text.len != b->text.len)
        return a->text.len > b->text.len ? -1 : 1;
    return ncp_str_compare(a->text, b->text);
}

static int by_text(const void *left, const void *right)
{
    const struct written *a = left, *b = right;
    return ncp_str_compare(a->text, b->text);
}

/* False for what a bank's line could not hold. */
static bool is_plain(struct ncp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == '=' || text.ptr[i] == '+')
            return false;
    return text.len > 0;
}

static bool entry_text(const struct ncp_ranking *r, const struct ncpi_post_entry *entry,
                       struct ncp_str *out)
{
    struct ncp_str first = r->terms.items[entry->first].stem;
    if (entry->second == NCPI_APART) {
        *out = first;
        return true;
    }
    struct ncp_str second = r->terms.items[entry->second].stem;
    size_t len = first.len + 1 + second.len;
    char *text = ncp_arena_alloc(r->arena, len + 1);
    if (!text)
        return false;
    memcpy(text, first.ptr, first.len);
    text[first.len] = '+';
    memcpy(text + first.len + 1, second.ptr, second.len);
    *out = (struct ncp_str){text, len};
    return true;
}

static bool is_kept(const struct ncp_ranking *r, const struct ncpi_post_entry *entry)
{
    if (!is_plain(r->terms.items[entry->first].stem))
        return false;
    return entry->second == NCPI_APART ||
           (entry->count > 1 && is_plain(r->terms.items[entry->second].stem));
}

bool ncpi_write_words(const struct ncp_ranking *r, struct ncpi_post_words *words,
                      struct ncp_buf *out)
{
    struct written *all = ncp_arena_array(r->arena, words->entry_count + 1, sizeof *all);
    size_t count = 0;
    if (!all)
        return false;
    for (size_t i = 0; i < words->entry_count; i++) {
        if (!is_kept(r, &words->entries[i]))
            continue;
        all[count].count = words->entries[i].count;
        if (!entry_text(r, &words->entries[i], &all[count++].text))
            return false;
    }
    qsort(all, count, sizeof *all, by_weight);
    if (count > KEPT_ENTRIES)
        count = KEPT_ENTRIES;
    qsort(all, count, sizeof *all, by_text);
    for (size_t i = 0; i < count; i++) {
        ncp_buf_add_cstr(out, i > 0 ? " " : "");
        ncp_buf_add(out, all[i].text);
        if (all[i].count > 1)
            ncp_buf_add_format(out, "=%zu", all[i].count);
    }
    return !out->failed;
}

uint64_t ncpi_post_id(const struct ncp_article *article)
{
    uint64_t hash = NCPI_HASH_START;
    for (size_t i = 0; i < article->block_count; i++) {
        const struct ncp_block *b = &article->blocks[i];
        if (b->kind == NCP_BLOCK_IMAGE || ncp_str_equal(b->text, article->title))
            continue;
        hash = ncpi_hash(ncpi_hash(hash, b->text), NCP_STR("\n"));
    }
    return hash;
}
