/* SPDX-License-Identifier: MIT */
/* Sentences as a caption could tell them. */
#include "telling.h"

#include "base/array.h"
#include "trim.h"

#include <stdlib.h>
#include <string.h>

#define PAIR_MAX 70 /* graphemes of each half of a pair */

/* ---- the sentence's text ---------------------------------------------------------------- */

/* Without emoji and spaces at its end: the composer places emoji itself. */
static struct ncp_str without_emoji(struct ncp_str s)
{
    size_t keep = 0;
    for (size_t at = 0; at < s.len;) {
        size_t end = ncp_grapheme_next(s, at);
        struct ncp_str cluster = ncp_str_sub(s, at, end);
        if (!ncp_str_equal(cluster, NCP_STR(" ")) && !ncp_grapheme_is_emoji(cluster))
            keep = end;
        at = end;
    }
    return ncp_str_sub(s, 0, keep);
}

/* True if the sentence ends in a mark, with or without a closing quote or
 * bracket behind it. */
static bool is_closed(struct ncp_str s)
{
    static const char *const marks[] = {".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔"};
    static const char *const closers[] = {"\"", "”", "’", "'", ")", "»", "」", "』", "]", "“", "*"};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
        if (ncp_str_ends(s, ncp_str_from(closers[i])))
            s = ncp_str_trim(ncp_str_sub(s, 0, s.len - strlen(closers[i])));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ncp_str_ends(s, ncp_str_from(marks[i])))
            return true;
    return false;
}

/* Quotation marks and brackets that open and close in the same sentence. */
static bool is_paired(struct ncp_str s)
{
    long round = 0, square = 0, curly = 0, angle = 0, corner = 0, straight = 0;
    for (size_t at = 0; at < s.len;) {
        int32_t cp;
        at += ncp_utf8_next(s, at, &cp);
        round += (cp == '(') - (cp == ')');
        square += (cp == '[') - (cp == ']');
        /* German closes with the mark that English opens with. */
        curly += (cp == 0x201C || cp == 0x201D) || cp == 0x201E;
        angle += (cp == 0xAB) - (cp == 0xBB);
        corner += (cp == 0x300C) - (cp == 0x300D);
        straight += cp == '"';
    }
    return round == 0 && square == 0 && curly % 2 == 0 && angle == 0 && corner == 0 &&
           straight % 2 == 0;
}

/* Thai writes no full stops. */
static bool needs_closing(const struct ncp_article *article)
{
    return strcmp(article->lang, "th") != 0;
}

bool ncpi_has_hashtag(struct ncp_str text)
{
    for (size_t at = 0; (at = ncp_str_find(text, NCP_STR("#"), at)) != SIZE_MAX; at++) {
        int32_t before = ' ', after = ' ';
        if (at > 0)
            ncp_utf8_prev(text, at, &before);
        if (at + 1 < text.len)
            ncp_utf8_next(text, at + 1, &after);
        if (!ncp_is_letter(before) && !ncp_is_digit(before) &&
            (ncp_is_letter(after) || ncp_is_digit(after)))
            return true;
    }
    return false;
}

bool ncpi_can_tell(const struct ncp_article *article, size_t sentence)
{
    const struct ncp_sentence *s = &article->sentences[sentence];
    const struct ncp_block *block = &article->blocks[s->block];
    struct ncp_str text = without_emoji(s->text);
    bool broken = s->marks & (1u << NCP_MARK_HOLE | 1u << NCP_MARK_CODE) || s->url;
    return block->part != NCP_PART_ASIDE && !broken && text.len > 0 && !ncpi_has_hashtag(text) &&
           !memchr(text.ptr, '\n', text.len) && is_paired(text) &&
           (is_closed(text) || !needs_closing(article));
}

/* ---- tellings ------------------------------------------------------------------------------- */

static bool finish(const struct ncp_article *article, struct ncp_arena *arena, struct ncp_str text,
                   struct ncpi_telling *t)
{
    t->graphemes = ncp_grapheme_count(text);
    t->wording = ncpi_wording_of(article->lang, text);
    t->leans = ncp_opening_leans(article->language, text);
    return ncp_arena_copy(arena, text, &t->text);
}

bool ncpi_tell_whole(const struct ncp_article *article, size_t sentence, struct ncp_arena *arena,
                     struct ncpi_telling *out)
{
    const struct ncp_sentence *s = &article->sentences[sentence];
    struct ncp_str text = without_emoji(s->text);
    struct ncp_span source = ncp_block_source(&article->blocks[s->block], s->at, text.len);
    *out = (struct ncpi_telling){
        .first = sentence, .last = sentence, .start = source.start, .end = source.end};
    return finish(article, arena, text, out);
}

static bool add(struct ncpi_tellings *out, struct ncpi_telling t, double score)
{
    if (!NCPI_ROOM(out))
        return false;
    t.score = score;
    out->items[out->count++] = t;
    return true;
}

static bool add_trimmed(const struct ncp_article *article, const struct ncpi_telling *whole,
                        const struct ncpi_trim *trim, struct ncp_arena *arena,
                        struct ncpi_tellings *out)
{
    const struct ncp_sentence *s = &article->sentences[whole->first];
    size_t from = trim->kept[0].start, to = trim->kept[trim->count - 1].end;
    struct ncp_span source = ncp_block_source(&article->blocks[s->block], s->at + from, to - from);
    struct ncpi_telling t = *whole;
    struct ncp_buf text = NCP_BUF_INIT;
    ncpi_trim_apply(whole->text, trim, &text);
    t.start = source.start;
    t.end = source.end;
    t.trimmed = true;
    bool done = !text.failed && finish(article, arena, ncp_buf_str(&text), &t);
    ncp_buf_free(&text);
    return done && add(out, t, whole->score);
}

static bool add_trims(const struct ncp_article *article, const struct ncpi_telling *whole,
                      struct ncp_arena *arena, struct ncpi_tellings *out)
{
    struct ncpi_trim trims[NCPI_TRIMS_MAX];
    size_t count = ncpi_trims(article->lang, whole->text, trims);
    for (size_t i = 0; i < count; i++)
        if (!add_trimmed(article, whole, &trims[i], arena, out))
            return false;
    return true;
}

static bool are_neighbours(const struct ncp_article *article, size_t a, size_t b)
{
    return b < article->sentence_count &&
           article->sentences[a].block == article->sentences[b].block;
}

/* Two short sentences of one paragraph, as the author set them. */
static bool add_pair(const struct ncp_article *article, const struct ncp_ranking *ranking,
                     const struct ncpi_telling *first, struct ncp_arena *arena,
                     struct ncpi_tellings *out)
{
    size_t next = first->last + 1;
    struct ncpi_telling second;
    if (first->graphemes > PAIR_MAX || !are_neighbours(article, first->last, next) ||
        !ncpi_can_tell(article, next))
        return true;
    if (!ncpi_tell_whole(article, next, arena, &second))
        return false;
    if (second.graphemes > PAIR_MAX)
        return true;
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncpi_telling t = {
        .first = first->first, .last = next, .start = first->start, .end = second.end};
    ncp_buf_add(&text, first->text);
    ncp_buf_add_char(&text, ' ');
    ncp_buf_add(&text, second.text);
    bool done = !text.failed && finish(article, arena, ncp_buf_str(&text), &t);
    ncp_buf_free(&text);
    double score = (first->score + ncp_sentence_score(ranking, next)) / 2;
    return done && add(out, t, score);
}

bool ncpi_tellings_find(const struct ncp_article *article, const struct ncp_ranking *ranking,
                        bool pairs, struct ncp_arena *arena, struct ncpi_tellings *out)
{
    for (size_t i = 0; i < article->sentence_count; i++) {
        struct ncpi_telling whole;
        double score = ncp_sentence_score(ranking, i);
        if (score <= 0 || !ncpi_can_tell(article, i))
            continue;
        if (!ncpi_tell_whole(article, i, arena, &whole) || !add(out, whole, score))
            return false;
        whole.score = score;
        if (!add_trims(article, &whole, arena, out) ||
            (pairs && !add_pair(article, ranking, &whole, arena, out)))
            return false;
    }
    return true;
}

void ncpi_tellings_free(struct ncpi_tellings *tellings)
{
    free(tellings->items);
    *tellings = (struct ncpi_tellings){NULL, 0, 0};
}
