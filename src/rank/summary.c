/* SPDX-License-Identifier: MIT */
/* The deck: the best sentences that fit, in the article's order. */
#include "ranking.h"

#include <stdlib.h>
#include <string.h>

#define CHOSEN 3   /* sentences, at most */
#define TRIED  8   /* of the best */
#define ENOUGH 200 /* graphemes: a longer deck needs no further sentence */
#define WORDS  4   /* fewer are no sentence */

static int by_place(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

static bool may_tell(const struct ncp_ranking *r, size_t index, size_t budget)
{
    const struct ncp_sentence *s = &r->article->sentences[index];
    int32_t last = 0;
    if (s->text.len > 0)
        ncp_utf8_prev(s->text, s->text.len, &last);
    return r->scores[index] > 0 && !s->url && last != ':' && r->sentences[index].count >= WORDS &&
           !(s->marks & 1u << NCP_MARK_HOLE) && !memchr(s->text.ptr, '\n', s->text.len) &&
           ncp_grapheme_count(s->text) <= budget;
}

/* The best sentence not tried yet, or SIZE_MAX. */
static size_t best_after(const struct ncp_ranking *r, size_t budget, const bool *tried)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < r->sentence_count; i++)
        if (!tried[i] && (best == SIZE_MAX || r->scores[i] > r->scores[best]) &&
            may_tell(r, i, budget))
            best = i;
    return best;
}

static size_t fill(const struct ncp_ranking *r, size_t budget, bool *tried, size_t *chosen)
{
    size_t count = 0, used = 0;
    for (size_t round = 0; round < TRIED && count < CHOSEN && used <= ENOUGH; round++) {
        size_t i = best_after(r, budget, tried);
        if (i == SIZE_MAX)
            break;
        tried[i] = true;
        size_t length = ncp_grapheme_count(r->article->sentences[i].text) + (used > 0);
        if (used + length > budget)
            continue;
        chosen[count++] = i;
        used += length;
    }
    qsort(chosen, count, sizeof *chosen, by_place);
    return count;
}

bool ncpi_choose_summary(struct ncp_ranking *r, size_t budget)
{
    size_t *chosen = ncp_arena_array(r->arena, CHOSEN, sizeof *chosen);
    bool *tried = ncp_arena_array(r->arena, r->sentence_count + 1, sizeof *tried);
    if (!chosen || !tried)
        return false;
    r->summary_count = fill(r, budget, tried, chosen);
    r->summary = chosen;
    return true;
}
