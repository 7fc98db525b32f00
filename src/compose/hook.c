/* SPDX-License-Identifier: MIT */
/* The first line: which sentences could stand there, best first. */
#include "composer.h"

#include <stdlib.h>

#define HOOK_MIN        40   /* graphemes; shorter ones must be much better */
#define TITLE_SHARE_MAX 0.70 /* of its content words that stand in the title */

/* ---- what a hook is worth ---------------------------------------------------------------- */

/* "The proxy" is nobody's business before the proxy was introduced: the noun
 * after a definite article must not be one that an earlier sentence brought. */
static bool leans_on_earlier(const struct ncpi_composer *c, const struct ncpi_telling *t)
{
    struct ncp_str noun = ncpi_definite_noun(c->article->language, t->text);
    if (noun.len == 0 || ncp_str_find(c->title, noun, 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < t->first; i++)
        if (ncp_str_find(c->article->sentences[i].text, noun, 0) != SIZE_MAX)
            return true;
    return false;
}

static double length_factor(size_t graphemes)
{
    if (graphemes < HOOK_MIN)
        return 0.55 + 0.45 * (double)graphemes / HOOK_MIN;
    return 1.0 - 0.0008 * (double)graphemes;
}

static double block_factor(enum ncp_block_kind kind)
{
    return kind == NCP_BLOCK_PARAGRAPH ? 1.0 : kind == NCP_BLOCK_ITEM ? 0.6 : 0.45;
}

static double hook_value(const struct ncpi_composer *c, const struct ncpi_telling *t)
{
    const struct ncp_article *a = c->article;
    enum ncp_block_kind kind = a->blocks[a->sentences[t->first].block].kind;
    double value = t->score * length_factor(t->graphemes) * block_factor(kind);
    value *= t->wording.hook;
    if (leans_on_earlier(c, t))
        value *= 0.5;
    return value;
}

/* ---- which may stand ------------------------------------------------------------------------- */

static bool may_open(const struct ncpi_composer *c, const struct ncpi_telling *t, size_t limit)
{
    const struct ncp_article *a = c->article;
    if (t->graphemes > limit || t->leans || t->wording.points || t->wording.hides_speaker)
        return false;
    for (size_t i = t->first; i <= t->last; i++)
        if (ncpi_is_invitation(c, i))
            return false;
    return a->blocks[a->sentences[t->first].block].part == NCP_PART_BODY &&
           ncp_sentence_in_title(c->ranking, t->first) <= TITLE_SHARE_MAX;
}

/* Looser, for articles in which nothing stands alone. */
static bool may_open_at_need(const struct ncpi_composer *c, const struct ncpi_telling *t,
                             size_t limit)
{
    (void)c;
    return t->graphemes <= limit;
}

struct rated {
    const struct ncpi_telling *telling;
    double value;
};

static int by_value(const void *left, const void *right)
{
    const struct rated *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? 1 : -1;
    if (a->telling->graphemes != b->telling->graphemes)
        return a->telling->graphemes > b->telling->graphemes ? 1 : -1;
    return (a->telling > b->telling) - (a->telling < b->telling);
}

static size_t rate(const struct ncpi_composer *c,
                   bool (*may)(const struct ncpi_composer *, const struct ncpi_telling *, size_t),
                   size_t limit, struct rated *out)
{
    size_t count = 0;
    for (size_t i = 0; i < c->tellings.count; i++) {
        const struct ncpi_telling *t = &c->tellings.items[i];
        if (may(c, t, limit))
            out[count++] = (struct rated){t, hook_value(c, t)};
    }
    qsort(out, count, sizeof *out, by_value);
    return count;
}

bool ncpi_choose_hooks(struct ncpi_composer *c)
{
    struct rated *rated = ncp_arena_array(c->arena, c->tellings.count + 1, sizeof *rated);
    c->hooks = ncp_arena_array(c->arena, c->tellings.count + 1, sizeof *c->hooks);
    if (!rated || !c->hooks)
        return false;
    c->hook_count = rate(c, may_open, c->limits.hook, rated);
    if (c->hook_count == 0 && c->limits.hook < NCP_HOOK_MAX)
        c->hook_count = rate(c, may_open, NCP_HOOK_MAX, rated);
    if (c->hook_count == 0 && c->title.len == 0)
        c->hook_count = rate(c, may_open_at_need, NCP_HOOK_MAX, rated);
    for (size_t i = 0; i < c->hook_count; i++)
        c->hooks[i] = rated[i].telling;
    return true;
}
