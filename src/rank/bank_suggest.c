/* SPDX-License-Identifier: MIT */
/* Which of the past hashtags to offer: likely ones that do not repeat each other. */
#include "bank_match.h"

#include <stdlib.h>

#define UNLIKELY 0.05
#define LISTED   ((size_t)20)
#define TOGETHER 0.25 /* of the rarer one's posts: the brand uses the two side by side */

static int by_chance(const void *left, const void *right)
{
    const struct ncpi_bank_match *a = left, *b = right;
    if (a->chance != b->chance)
        return a->chance < b->chance ? 1 : -1;
    return ncp_str_compare(a->tag, b->tag);
}

static bool has_term(const struct ncpi_bank_match *m, size_t term)
{
    for (size_t i = 0; i < m->words; i++)
        if (m->terms[i] == term)
            return true;
    return false;
}

static bool holds(const struct ncpi_bank_match *more, const struct ncpi_bank_match *less)
{
    for (size_t i = 0; i < less->words; i++)
        if (!has_term(more, less->terms[i]))
            return false;
    return less->words > 0;
}

static bool alike(const struct ncpi_bank_match *a, const struct ncpi_bank_match *b)
{
    if (a->words == 0 || b->words == 0)
        return false;
    return a->terms[a->words - 1] == b->terms[b->words - 1] || holds(a, b) || holds(b, a);
}

static bool bears(const struct ncp_bank *bank, const struct ncpi_past_post *post, size_t topic)
{
    for (size_t i = 0; i < post->tag_count; i++)
        if (bank->spellings.items[post->tags[i]].topic == topic)
            return true;
    return false;
}

static bool used_together(const struct ncp_bank *bank, const struct ncpi_bank_match *a,
                          const struct ncpi_bank_match *b)
{
    size_t both = 0, rarer = a->posts < b->posts ? a->posts : b->posts;
    for (size_t i = 0; i < bank->posts.count; i++)
        both += bears(bank, &bank->posts.items[i], a->topic) &&
                bears(bank, &bank->posts.items[i], b->topic);
    return (double)both >= TOGETHER * (double)rarer;
}

static const char *why_not(const struct ncp_bank *bank, const struct ncpi_bank_match *all,
                           size_t index)
{
    if (bank->banned.items[all[index].topic])
        return "banned";
    for (size_t i = 0; i < index; i++)
        if (!all[i].dropped && alike(&all[i], &all[index]) &&
            !used_together(bank, &all[i], &all[index]))
            return "says much the same as a better one";
    return NULL;
}

enum ncp_code ncpi_bank_suggest(const struct ncp_bank *bank, struct ncp_ranking *r,
                                struct ncpi_bank_match **out, size_t *count, struct ncp_error *err)
{
    struct ncpi_bank_match *all = NULL;
    size_t found = 0, listed = 0;
    enum ncp_code code = ncpi_bank_match(bank, r, NULL, &all, &found, err);
    if (code != NCP_OK)
        return code;
    if (found > 0)
        qsort(all, found, sizeof *all, by_chance);
    while (listed < found && listed < LISTED && all[listed].chance >= UNLIKELY) {
        all[listed].dropped = why_not(bank, all, listed);
        listed++;
    }
    *out = all;
    *count = listed;
    return NCP_OK;
}
