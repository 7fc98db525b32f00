/* SPDX-License-Identifier: MIT */
/* Nearest posts by the cosine of tf-idf vectors: (1 + ln tf) * ln((N + 1) / (df + 0.5)). */
#include "bank_nearest.h"

#include <math.h>
#include <stdlib.h>

/* By term of the bank. */
struct query {
    double *idf, *weights;
    double length;
};

static void fill_idf(const struct ncp_bank *bank, double *idf)
{
    double posts = (double)bank->posts.count + 1;
    for (size_t i = 0; i < bank->spread.count; i++)
        idf[i] = log(posts / ((double)bank->spread.items[i] + 0.5));
}

static void fill_weights(const struct ncp_bank *bank, const struct ncp_ranking *r,
                         const struct ncpi_post_words *words, struct query *q)
{
    double square = 0;
    for (size_t i = 0; i < words->entry_count; i++) {
        size_t term = ncpi_index_find(&bank->terms, ncpi_entry_hash(r, &words->entries[i]));
        if (term == SIZE_MAX)
            continue;
        double weight = (1 + log((double)words->entries[i].count)) * q->idf[term];
        q->weights[term] = weight * q->idf[term]; /* the post's own idf, once for all */
        square += weight * weight;
    }
    q->length = sqrt(square);
}

static double similarity(const struct ncpi_past_post *post, const struct query *q)
{
    double dot = 0, square = 0;
    for (size_t i = 0; i < post->entry_count; i++) {
        struct ncpi_entry e = post->entries[i];
        double weight = (double)e.weight * q->idf[e.term];
        dot += (double)e.weight * q->weights[e.term];
        square += weight * weight;
    }
    return dot > 0 && q->length > 0 ? dot / (sqrt(square) * q->length) : 0;
}

/* Of equals the one that stands first stays first. */
static void offer(struct ncpi_neighbours *out, size_t post, double alike)
{
    size_t at = out->count;
    while (at > 0 && out->items[at - 1].similarity < alike)
        at--;
    if (at == NCPI_NEAREST || alike <= 0)
        return;
    if (out->count < NCPI_NEAREST)
        out->count++;
    for (size_t i = out->count - 1; i > at; i--)
        out->items[i] = out->items[i - 1];
    out->items[at] = (struct ncpi_neighbour){post, alike};
}

bool ncpi_nearest_posts(const struct ncp_bank *bank, const struct ncp_ranking *r,
                        const struct ncpi_post_words *words, size_t skip,
                        struct ncpi_neighbours *out)
{
    struct query q = {.idf = calloc(bank->spread.count + 1, sizeof *q.idf),
                      .weights = calloc(bank->spread.count + 1, sizeof *q.weights)};
    out->count = 0;
    if (q.idf && q.weights) {
        fill_idf(bank, q.idf);
        fill_weights(bank, r, words, &q);
        for (size_t i = 0; i < bank->posts.count; i++)
            if (i != skip)
                offer(out, i, similarity(&bank->posts.items[i], &q));
    }
    bool done = q.idf && q.weights;
    free(q.idf);
    free(q.weights);
    return done;
}
