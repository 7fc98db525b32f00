/* SPDX-License-Identifier: MIT */
/* Collects phrases: runs of words between function words and punctuation. */
#include "candidates.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

/* ---- the table of candidates ----------------------------------------------------------------- */

static size_t hash(const size_t *terms, size_t words)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < words; i++)
        h = (h ^ terms[i]) * 1099511628211u;
    return (size_t)(h ^ h >> 29);
}

static bool same_phrase(const struct ncpi_candidate *c, const size_t *terms, size_t words)
{
    return c->words == words && memcmp(c->terms, terms, words * sizeof *terms) == 0;
}

static size_t slot_of(const struct ncpi_candidates *all, const size_t *terms, size_t words)
{
    size_t mask = all->slot_count - 1, at = hash(terms, words) & mask;
    while (all->slots[at] && !same_phrase(&all->items[all->slots[at] - 1], terms, words))
        at = (at + 1) & mask;
    return at;
}

static bool grow_table(struct ncpi_candidates *all)
{
    if ((all->count + 1) * 2 <= all->slot_count)
        return true;
    size_t want = all->slot_count ? all->slot_count * 2 : 2048;
    size_t *slots = want > all->slot_count ? calloc(want, sizeof *slots) : NULL;
    if (!slots)
        return false;
    free(all->slots);
    all->slots = slots;
    all->slot_count = want;
    for (size_t i = 0; i < all->count; i++)
        all->slots[slot_of(all, all->items[i].terms, all->items[i].words)] = i + 1;
    return true;
}

static struct ncpi_candidate *candidate(struct ncpi_candidates *all, const size_t *terms,
                                        size_t words)
{
    if (!grow_table(all))
        return NULL;
    size_t slot = slot_of(all, terms, words);
    if (all->slots[slot])
        return &all->items[all->slots[slot] - 1];
    if (!NCPI_ROOM(all))
        return NULL;
    struct ncpi_candidate *c = &all->items[all->count];
    *c = (struct ncpi_candidate){.words = words, .first = SIZE_MAX};
    memcpy(c->terms, terms, words * sizeof *terms);
    all->slots[slot] = ++all->count;
    return c;
}

void ncpi_candidates_free(struct ncpi_candidates *candidates)
{
    free(candidates->items);
    free(candidates->slots);
}

/* ---- words
 * ---------------------------------------------------------------------------------------- */

static struct ncp_str word_at(const struct ncpi_tokens *t, size_t i)
{
    return ncp_str_sub(t->text, t->items[i].at.start, t->items[i].at.end);
}

static bool starts_upper(struct ncp_str word)
{
    int32_t cp;
    ncp_utf8_next(word, 0, &cp);
    return ncp_is_upper(cp);
}

static bool is_all_upper(struct ncp_str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.len;) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        if (ncp_is_lower(cp))
            return false;
        letters += ncp_is_upper(cp);
    }
    return letters >= 2;
}

static bool is_unspaced_word(struct ncp_str word)
{
    int32_t cp;
    ncp_utf8_next(word, 0, &cp);
    return ncp_is_unspaced(cp);
}

/* Hiragana alone is grammar, not a topic. */
static bool is_hiragana(struct ncp_str word)
{
    for (size_t at = 0; at < word.len;) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        if (cp < 0x3040 || cp > 0x309F)
            return false;
    }
    return true;
}

/* "the Park Service's capital": a possessive ends a phrase. */
static bool is_possessive(struct ncp_str word)
{
    return ncp_str_ends(word, NCP_STR("'s")) || ncp_str_ends(word, NCP_STR("’s"));
}

/* What stands between two words that belong to one phrase. */
static bool joins(const struct ncpi_tokens *t, size_t i)
{
    if (is_possessive(word_at(t, i)))
        return false;
    struct ncp_str between = ncp_str_sub(t->text, t->items[i].at.end, t->items[i + 1].at.start);
    if (between.len == 0)
        return is_unspaced_word(word_at(t, i));
    return ncp_str_equal(between, NCP_STR(" ")) || ncp_str_equal(between, NCP_STR("-")) ||
           ncp_str_equal(between, NCP_STR("&"));
}

static bool is_content(const struct ncp_ranking *r, const struct ncpi_tokens *t, size_t i)
{
    struct ncp_str word = word_at(t, i);
    const struct ncpi_term *term = &r->terms.items[t->items[i].term];
    bool short_word = word.len < 2 || (word.len == 2 && !is_all_upper(word));
    /* "US", "IT" and "WHO" are function words only in small letters. */
    if (term->function && !(is_all_upper(word) && word.len > 1))
        return false;
    return !short_word && !is_hiragana(word);
}

/* ---- where a phrase stands
 * -------------------------------------------------------------------------- */

struct place {
    const struct ncp_ranking *r;
    const struct ncpi_tokens *tokens;
    size_t sentence; /* SIZE_MAX in title and headings */
    size_t section;
    bool title, heading;
};

static bool is_verb_sign(struct ncp_str word)
{
    static const char *const signs[] = {"to",  "i",     "we",    "you",    "they",  "he",
                                        "she", "can",   "could", "will",   "would", "should",
                                        "may", "might", "must",  "please", "let's", "not"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ncp_str_equal_nocase(word, ncp_str_from(signs[i])))
            return true;
    return false;
}

/* The phrase of tokens [i, j) in its best form so far. */
static void set_form(struct ncpi_candidate *c, const struct place *p, size_t i, size_t j)
{
    int rank = p->title ? 3 : p->heading ? 2 : 1;
    if (rank <= c->form_rank)
        return;
    c->form_rank = rank;
    c->form =
        ncp_str_sub(p->tokens->text, p->tokens->items[i].at.start, p->tokens->items[j - 1].at.end);
}

static void count_in_text(struct ncpi_candidate *c, const struct place *p, size_t i, size_t j,
                          bool first, bool last)
{
    bool capitals = true;
    for (size_t k = i; k < j; k++)
        capitals = capitals && starts_upper(word_at(p->tokens, k));
    c->count++;
    c->at_start += first;
    c->at_end += last;
    c->inside += i > 0;
    c->capitalised += i > 0 && capitals;
    c->as_verb += i > 0 && is_verb_sign(word_at(p->tokens, i - 1));
    if (c->first == SIZE_MAX)
        c->first = p->sentence;
    if (c->last_section != p->section + 1)
        c->sections++;
    c->last_section = p->section + 1;
}

static bool note_phrase(struct ncpi_candidates *all, const struct place *p, size_t i, size_t j,
                        bool first, bool last)
{
    size_t terms[NCPI_PHRASE_WORDS];
    for (size_t k = i; k < j; k++)
        terms[k - i] = p->tokens->items[k].term;
    struct ncpi_candidate *c = candidate(all, terms, j - i);
    if (!c)
        return false;
    set_form(c, p, i, j);
    if (j - i == 1)
        c->acronym |= is_all_upper(word_at(p->tokens, i)) && !p->title && !p->heading;
    c->in_title |= p->title;
    c->in_headings += p->heading;
    if (!p->title && !p->heading)
        count_in_text(c, p, i, j, first, last);
    return true;
}

/* True if a hyphen ties token `i` to the one before: "user-centered". */
static bool is_tied(const struct ncpi_tokens *t, size_t i)
{
    return i > 0 && t->items[i].at.start == t->items[i - 1].at.end + 1 &&
           t->text.ptr[t->items[i - 1].at.end] == '-';
}

/* All phrases inside the run of content words [from, to) that tear no compound
 * apart. */
static bool note_run(struct ncpi_candidates *all, const struct place *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        for (size_t j = i + 1; j <= to && j - i <= NCPI_PHRASE_WORDS; j++) {
            bool torn = is_tied(p->tokens, i) || (j < p->tokens->count && is_tied(p->tokens, j));
            if (!torn && !note_phrase(all, p, i, j, i == from, j == to))
                return false;
        }
    return true;
}

static bool note_text(struct ncpi_candidates *all, const struct place *p)
{
    for (size_t i = 0; i < p->tokens->count;) {
        size_t end = i;
        while (end < p->tokens->count && is_content(p->r, p->tokens, end)) {
            end++;
            if (end < p->tokens->count && !joins(p->tokens, end - 1))
                break;
        }
        if (end > i && !note_run(all, p, i, end))
            return false;
        i = end > i ? end : i + 1;
    }
    return true;
}

/* ---- phrases in phrases
 * ------------------------------------------------------------------------------- */

/* For every phrase, the most frequent one that is a word longer. */
static void note_longer(struct ncpi_candidates *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct ncpi_candidate *c = &all->items[i];
        for (size_t cut = 0; c->words > 1 && cut < 2; cut++) {
            size_t slot = slot_of(all, c->terms + cut, c->words - 1);
            if (!all->slots[slot])
                continue;
            struct ncpi_candidate *shorter = &all->items[all->slots[slot] - 1];
            if (c->count > shorter->in_longer)
                shorter->in_longer = c->count;
            shorter->half_title |= c->in_title && shorter->count <= c->count;
        }
    }
}

enum ncp_code ncpi_find_candidates(const struct ncp_ranking *r, struct ncpi_candidates *out,
                                   struct ncp_error *err)
{
    const struct ncp_article *a = r->article;
    struct place title = {.r = r, .tokens = &r->title, .sentence = SIZE_MAX, .title = true};
    bool done = note_text(out, &title);
    for (size_t i = 0; i < a->block_count && done; i++) {
        struct place p = {.r = r, .tokens = &r->headings[i], .sentence = SIZE_MAX, .heading = true};
        bool is_title = ncp_str_equal(a->blocks[i].text, a->title);
        done = is_title || note_text(out, &p);
    }
    for (size_t i = 0; i < r->sentence_count && done; i++) {
        const struct ncp_block *block = &a->blocks[a->sentences[i].block];
        struct place p = {
            .r = r, .tokens = &r->sentences[i], .sentence = i, .section = block->section + 1};
        done = block->part != NCP_PART_BODY || note_text(out, &p);
    }
    if (!done)
        return ncp_error_memory(err);
    if (out->count > 0)
        note_longer(out);
    return NCP_OK;
}
