/* SPDX-License-Identifier: MIT */
/* How alike sentences are: cosines of their terms, weighted by rareness. */
#include "ranking.h"

#include <math.h>

static double weight(const struct ncp_ranking *r, size_t term)
{
    const struct ncpi_term *t = &r->terms.items[term];
    if (t->function || t->sentences == 0)
        return 0;
    return log(1.0 + (double)r->sentence_count / (double)t->sentences);
}

/* Squared length of a sentence's vector; a term said twice counts twice. */
static double squared_length(const struct ncp_ranking *r, const struct ncpi_tokens *s)
{
    double sum = 0;
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->count; k++)
            if (s->items[i].term == s->items[k].term) {
                double w = weight(r, s->items[i].term);
                sum += w * w;
            }
    return sum;
}

double ncp_sentence_similarity(const struct ncp_ranking *ranking, size_t a, size_t b)
{
    if (a >= ranking->sentence_count || b >= ranking->sentence_count)
        return 0;
    const struct ncpi_tokens *s = &ranking->sentences[a], *t = &ranking->sentences[b];
    double shared = 0;
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < t->count; k++)
            if (s->items[i].term == t->items[k].term) {
                double w = weight(ranking, s->items[i].term);
                shared += w * w;
            }
    double length = sqrt(squared_length(ranking, s)) * sqrt(squared_length(ranking, t));
    return length > 0 ? shared / length : 0;
}

double ncp_sentence_in_title(const struct ncp_ranking *ranking, size_t index)
{
    if (index >= ranking->sentence_count)
        return 0;
    const struct ncpi_tokens *s = &ranking->sentences[index];
    size_t content = 0, in_title = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (ranking->terms.items[s->items[i].term].function)
            continue;
        content++;
        in_title += ncpi_tokens_have(&ranking->title, s->items[i].term);
    }
    return content > 0 ? (double)in_title / (double)content : 0;
}
