/* SPDX-License-Identifier: MIT */
/* Sentence scores: position, title, centrality. */
#include "ranking.h"

#include <math.h>

static double centrality(const struct ncp_ranking *r, size_t index)
{
    const struct ncpi_tokens *s = &r->sentences[index];
    double sum = 0;
    for (size_t i = 0; i < s->count; i++) {
        const struct ncpi_term *t = &r->terms.items[s->items[i].term];
        if (!t->function)
            sum += log(1.0 + (double)t->count);
    }
    return s->count > 0 ? sum / sqrt((double)s->count + 4) : 0;
}

enum ncp_code ncpi_score_sentences(struct ncp_ranking *r, struct ncp_error *err)
{
    r->scores = ncp_arena_array(r->arena, r->sentence_count + 1, sizeof *r->scores);
    if (!r->scores)
        return ncp_error_memory(err);
    for (size_t i = 0; i < r->sentence_count; i++) {
        size_t len = r->article->sentences[i].text.len;
        double size = len < 30 ? 0.2 : len < 60 ? 0.7 : len > 260 ? 0.6 : 1.0;
        r->scores[i] = size * (centrality(r, i) * 0.25 + 1.2 / (1.0 + 0.3 * (double)i) +
                               ncp_sentence_in_title(r, i));
    }
    return NCP_OK;
}

void ncp_summary(const struct ncp_ranking *ranking, size_t budget, const size_t **out,
                 size_t *count)
{
    static const size_t first = 0;
    (void)budget;
    *out = &first;
    *count = ranking->sentence_count > 0;
}
