/* SPDX-License-Identifier: MIT */
/* Sparse vectors of terms. */
#include "vectors.h"

#include <math.h>
#include <stdlib.h>

double ncpi_term_weight(const struct ncp_ranking *r, size_t term)
{
    const struct ncpi_term *t = &r->terms.items[term];
    if (t->function || t->sentences == 0)
        return 0;
    return log(1.0 + (double)r->sentence_count / (double)t->sentences);
}

static int by_term(const void *left, const void *right)
{
    const struct ncpi_weight *a = left, *b = right;
    return (a->term > b->term) - (a->term < b->term);
}

/* Equal terms become one, the sum of their weights. */
static size_t merge(struct ncpi_weight *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && items[kept - 1].term == items[i].term)
            items[kept - 1].value += items[i].value;
        else
            items[kept++] = items[i];
    }
    return kept;
}

bool ncpi_vector_of(const struct ncp_ranking *r, const struct ncpi_tokens *tokens,
                    struct ncpi_vector *out)
{
    double length = 0;
    out->count = 0;
    out->items = ncp_arena_array(r->arena, tokens->count + 1, sizeof *out->items);
    if (!out->items)
        return false;
    for (size_t i = 0; i < tokens->count; i++) {
        double weight = ncpi_term_weight(r, tokens->items[i].term);
        if (weight > 0)
            out->items[out->count++] = (struct ncpi_weight){tokens->items[i].term, weight};
    }
    qsort(out->items, out->count, sizeof *out->items, by_term);
    out->count = merge(out->items, out->count);
    for (size_t i = 0; i < out->count; i++)
        length += out->items[i].value * out->items[i].value;
    for (size_t i = 0; i < out->count; i++)
        out->items[i].value /= sqrt(length);
    return true;
}

double ncpi_cosine(const struct ncpi_vector *a, const struct ncpi_vector *b)
{
    double sum = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        size_t s = a->items[i].term, t = b->items[k].term;
        if (s == t)
            sum += a->items[i].value * b->items[k].value;
        i += s <= t;
        k += t <= s;
    }
    return sum;
}
