/* SPDX-License-Identifier: MIT */
/* Candidates → hashtags: what each is worth, and which must go. */
#include "candidates.h"

#include "bank_match.h"
#include "base/array.h"
#include "generic_tags.h"
#include "tag_form.h"
#include "tag_score.h"

#include <stdlib.h>
#include <string.h>

#define OFFERED_MAX  60   /* candidates listed; the rest is noise */
#define GIVEN_ENOUGH 3    /* given tags that need no phrases beside them */
#define PAST_SCORE   10.0 /* plus the chance: above phrases, below given tags */
#define WEAKEST      0.22 /* of the best score: below, fewer tags are better */

/* A tag on its way, with what is needed to compare it with others. */
struct draft_tag {
    struct ncp_tag tag;
    size_t terms[NCPI_TAG_WORDS];
    size_t words;
    bool name;  /* a name, a named day: may share its main word */
    bool given; /* by the caller or front matter: is offered whatever its score */
    bool past;  /* from past posts, weighed against each other there */
};

struct drafts {
    struct draft_tag *items;
    size_t count, cap;
};

static bool lower_copy(struct ncp_arena *arena, struct ncp_str text, struct ncp_str *out)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    ncp_lower(text, &lower);
    bool done = !lower.failed && ncp_arena_copy(arena, ncp_buf_str(&lower), out);
    ncp_buf_free(&lower);
    return done;
}

/* ---- making ------------------------------------------------------------------------------------
 */

/* The tag's form and its words' terms; false when memory runs out. A phrase
 * without letters gives a tag without text, which is not added. */
static bool make(struct ncp_ranking *r, struct ncp_str phrase, struct draft_tag *d)
{
    struct ncp_buf form = NCP_BUF_INIT;
    ncpi_tag_form(phrase, &form);
    bool done = !form.failed && ncp_arena_copy(r->arena, phrase, &d->tag.text) &&
                ncp_arena_copy(r->arena, ncp_buf_str(&form), &d->tag.tag);
    ncp_buf_free(&form);
    return done;
}

static bool add(struct drafts *all, const struct draft_tag *d)
{
    if (d->tag.tag.len < 2)
        return true;
    if (!NCPI_ROOM(all))
        return false;
    all->items[all->count++] = *d;
    return true;
}

/* "#WorldKindnessDay" as words: apart where a small letter meets a capital. */
static void split_capitals(struct ncp_str phrase, struct ncp_buf *out)
{
    bool was_lower = false;
    for (size_t at = 0; at < phrase.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(phrase, at, &cp);
        if (was_lower && ncp_is_upper(cp))
            ncp_buf_add_char(out, ' ');
        was_lower = ncp_is_lower(cp);
        if (cp != '#')
            ncp_buf_add(out, ncp_str_sub(phrase, at, at + len));
        at += len;
    }
}

static enum ncp_code set_terms(struct ncp_ranking *r, struct ncp_str phrase, struct draft_tag *d,
                               struct ncp_error *err)
{
    struct ncp_buf words = NCP_BUF_INIT;
    struct ncpi_tokens tokens;
    struct ncp_str text;
    split_capitals(phrase, &words);
    bool copied = !words.failed && ncp_arena_copy(r->arena, ncp_buf_str(&words), &text);
    ncp_buf_free(&words);
    if (!copied)
        return ncp_error_memory(err);
    enum ncp_code code = ncpi_tokenize(&r->terms, text, SIZE_MAX, &tokens, err);
    for (size_t i = 0; code == NCP_OK && i < tokens.count; i++)
        if (d->words < sizeof d->terms / sizeof *d->terms)
            d->terms[d->words++] = tokens.items[i].term;
    return code;
}

/* A tag that somebody named: kept, in the order given. */
static enum ncp_code add_given(struct ncp_ranking *r, struct drafts *all, struct ncp_str phrase,
                               const char *origin, double score, struct ncp_error *err)
{
    struct draft_tag d = {.name = true, .given = true};
    d.tag.origin = origin;
    d.tag.score = score;
    enum ncp_code code = set_terms(r, phrase, &d, err);
    if (code != NCP_OK)
        return code;
    return make(r, phrase, &d) && add(all, &d) ? NCP_OK : ncp_error_memory(err);
}

static enum ncp_code add_options(struct ncp_ranking *r, struct drafts *all,
                                 const struct ncp_rank_options *options, struct ncp_error *err)
{
    for (size_t i = 0; i < options->tag_count; i++) {
        enum ncp_code code = add_given(r, all, options->tags[i], "command line",
                                       NCPI_SCORE_GIVEN + 1 - 0.01 * (double)i, err);
        if (code != NCP_OK)
            return code;
    }
    return NCP_OK;
}

static enum ncp_code add_metadata(struct ncp_ranking *r, struct drafts *all, const char *key,
                                  double score, struct ncp_error *err)
{
    json_t *tags = json_object_get(r->article->meta, key), *tag;
    size_t i;
    json_array_foreach(tags, i, tag)
    {
        struct ncp_str text = {json_string_value(tag), json_string_length(tag)};
        enum ncp_code code =
            text.len > 0 ? add_given(r, all, text, "front matter", score - 0.01 * (double)i, err)
                         : NCP_OK;
        if (code != NCP_OK)
            return code;
    }
    return NCP_OK;
}

static bool is_event(const struct ncp_ranking *r, const struct ncpi_candidate *c)
{
    size_t last = 0;
    struct ncp_str lower, form = c->form;
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] == ' ')
            last = i + 1;
    int32_t first;
    ncp_utf8_next(form, last, &first);
    return c->words > 1 && ncp_is_upper(first) &&
           lower_copy(r->arena, ncp_str_sub(form, last, form.len), &lower) &&
           ncpi_is_event_word(lower);
}

static enum ncp_code add_phrases(struct ncp_ranking *r, const struct ncpi_candidates *found,
                                 struct drafts *all, struct ncp_error *err)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct ncpi_candidate *c = &found->items[i];
        struct ncpi_verdict v = ncpi_tag_score(r, c, is_event(r, c));
        if (v.score <= 0)
            continue;
        struct draft_tag d = {.words = c->words, .name = v.name};
        memcpy(d.terms, c->terms, c->words * sizeof *c->terms);
        d.tag.origin = v.origin;
        d.tag.score = v.score;
        d.tag.dropped = v.dropped;
        if (!make(r, c->form, &d) || !add(all, &d))
            return ncp_error_memory(err);
    }
    return NCP_OK;
}

static enum ncp_code add_past(struct ncp_ranking *r, const struct ncp_bank *bank,
                              struct drafts *all, struct ncp_error *err)
{
    struct ncpi_bank_match *found = NULL;
    size_t count = 0;
    enum ncp_code code = bank ? ncpi_bank_suggest(bank, r, &found, &count, err) : NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < count; i++) {
        struct draft_tag d = {.words = found[i].words, .past = true};
        memcpy(d.terms, found[i].terms, d.words * sizeof *d.terms);
        d.tag = (struct ncp_tag){.text = found[i].text,
                                 .score = PAST_SCORE + found[i].chance,
                                 .origin = "past posts",
                                 .dropped = found[i].dropped};
        if (!ncp_arena_copy(r->arena, found[i].tag, &d.tag.tag) || !add(all, &d))
            code = ncp_error_memory(err);
    }
    return code;
}

/* ---- dropping
 * ------------------------------------------------------------------------------------- */

static bool has_term(const struct draft_tag *d, size_t term)
{
    for (size_t i = 0; i < d->words; i++)
        if (d->terms[i] == term)
            return true;
    return false;
}

/* All of the shorter one's words stand in the longer one. */
static bool is_part(const struct draft_tag *a, const struct draft_tag *b)
{
    const struct draft_tag *less = a->words <= b->words ? a : b, *more = less == a ? b : a;
    for (size_t i = 0; i < less->words; i++)
        if (!has_term(more, less->terms[i]))
            return false;
    return less->words > 0;
}

static bool share_main_word(const struct draft_tag *a, const struct draft_tag *b)
{
    return a->words > 0 && b->words > 0 && a->terms[a->words - 1] == b->terms[b->words - 1];
}

static const char *clash(const struct draft_tag *better, const struct draft_tag *worse)
{
    if (ncp_str_equal_nocase(better->tag.tag, worse->tag.tag))
        return "said already";
    if (better->past && worse->past)
        return NULL;
    if (better->words == worse->words && is_part(better, worse))
        return "the same words as a better one";
    if (better->given && worse->given)
        return NULL;
    if (is_part(better, worse) && !(worse->name && worse->words > better->words))
        return "part of a better one";
    if (share_main_word(better, worse) && !worse->name)
        return "shares its main word with a better one";
    return NULL;
}

static bool is_generic(const struct ncp_ranking *r, const struct draft_tag *d)
{
    struct ncp_str lower;
    return !d->past && lower_copy(r->arena, d->tag.text, &lower) && ncpi_is_generic_tag(lower);
}

static const char *why_not(const struct ncp_ranking *r, const struct drafts *all, size_t index,
                           const struct ncp_bank *bank)
{
    const struct draft_tag *d = &all->items[index];
    bool named = strcmp(d->tag.origin, "command line") == 0;
    if (d->tag.dropped)
        return d->tag.dropped;
    if (!named && ncpi_bank_bans(bank, d->tag.tag))
        return "banned";
    if (!named && is_generic(r, d))
        return "generic";
    for (size_t i = 0; i < index; i++) {
        const char *reason = all->items[i].tag.dropped ? NULL : clash(&all->items[i], d);
        if (reason)
            return reason;
    }
    return NULL;
}

/* Phrases are weighed against the best phrase, not against what was given;
 * beside enough given tags only a named day is worth adding. */
static const char *too_weak(const struct draft_tag *d, size_t given, double best)
{
    if (given >= GIVEN_ENOUGH && strcmp(d->tag.origin, "named day") != 0)
        return "enough tags were given";
    return d->tag.score < best * WEAKEST ? "too weak beside the best" : NULL;
}

static void drop(const struct ncp_ranking *r, struct drafts *all, const struct ncp_bank *bank)
{
    double best = 0;
    size_t given = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct draft_tag *d = &all->items[i];
        d->tag.dropped = why_not(r, all, i, bank);
        if (d->tag.dropped)
            continue;
        given += d->given;
        if (d->given)
            continue;
        best = best > 0 || d->past ? best : d->tag.score;
        d->tag.dropped = too_weak(d, given, best);
    }
}

/* ---- ordering
 * --------------------------------------------------------------------------------------- */

static int by_score(const void *left, const void *right)
{
    const struct draft_tag *a = left, *b = right;
    if (a->tag.score != b->tag.score)
        return a->tag.score < b->tag.score ? 1 : -1;
    return ncp_str_compare(a->tag.tag, b->tag.tag);
}

/* Offered ones first, both parts by score. */
static bool deliver(struct ncp_ranking *r, const struct drafts *all)
{
    r->tags = ncp_arena_array(r->arena, all->count + 1, sizeof *r->tags);
    if (!r->tags)
        return false;
    for (int dropped = 0; dropped < 2; dropped++)
        for (size_t i = 0; i < all->count; i++)
            if ((all->items[i].tag.dropped != NULL) == dropped)
                r->tags[r->tag_count++] = all->items[i].tag;
    return true;
}

enum ncp_code ncpi_find_tags(struct ncp_ranking *r, const struct ncp_rank_options *options,
                             struct ncp_error *err)
{
    struct ncpi_candidates found = {NULL, 0, 0, NULL, 0};
    struct drafts all = {NULL, 0, 0};
    enum ncp_code code = add_options(r, &all, options, err);
    if (code == NCP_OK)
        code = add_metadata(r, &all, "hashtags", NCPI_SCORE_GIVEN, err);
    if (code == NCP_OK)
        code = add_metadata(r, &all, "tags", NCPI_SCORE_GIVEN - 1, err);
    if (code == NCP_OK)
        code = add_past(r, options->bank, &all, err);
    if (code == NCP_OK)
        code = ncpi_find_candidates(r, &found, err);
    if (code == NCP_OK)
        code = add_phrases(r, &found, &all, err);
    if (code == NCP_OK && all.count > 0) {
        qsort(all.items, all.count, sizeof *all.items, by_score);
        if (all.count > OFFERED_MAX)
            all.count = OFFERED_MAX;
        drop(r, &all, options->bank);
        if (!deliver(r, &all))
            code = ncp_error_memory(err);
    }
    ncpi_candidates_free(&found);
    free(all.items);
    return code;
}
