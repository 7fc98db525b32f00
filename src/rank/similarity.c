/* SPDX-License-Identifier: MIT */
/* How alike sentences are: cosines of their terms, weighted by rareness. */
#include "ranking.h"
#include "vectors.h"

double ncp_sentence_similarity(const struct ncp_ranking *ranking, size_t a, size_t b)
{
    if (a >= ranking->sentence_count || b >= ranking->sentence_count)
        return 0;
    return ncpi_cosine(&ranking->vectors[a], &ranking->vectors[b]);
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
