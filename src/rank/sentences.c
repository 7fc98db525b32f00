/* SPDX-License-Identifier: MIT */
/* Sentence scores: figures, weighed by what was learnt. */
#include "sentence_model.h"

#include <math.h>

#define FARTHEST 4.0 /* spreads from the usual that count */

static double weigh(const double *figures)
{
    double sum = 0;
    for (size_t i = 0; i < NCPI_FEATURE_COUNT; i++) {
        const struct ncpi_sentence_weight *w = &ncpi_sentence_weights[i];
        double distance = (figures[i] - w->usual) / w->spread;
        distance = distance > FARTHEST ? FARTHEST : distance < -FARTHEST ? -FARTHEST : distance;
        sum += w->weight * distance;
    }
    return sum;
}

static bool is_told(const struct ncp_ranking *r, size_t index)
{
    const struct ncp_sentence *s = &r->article->sentences[index];
    return r->article->blocks[s->block].part == NCP_PART_BODY && r->sentences[index].count > 0;
}

/* Sums lie around 0 with a spread of about 1; scores lie above 0, in the same
 * order. */
enum ncp_code ncpi_score_sentences(struct ncp_ranking *r, struct ncp_error *err)
{
    r->scores = ncp_arena_array(r->arena, r->sentence_count + 1, sizeof *r->scores);
    if (!r->scores)
        return ncp_error_memory(err);
    enum ncp_code code = ncpi_sentence_features(r, err);
    for (size_t i = 0; code == NCP_OK && i < r->sentence_count; i++) {
        double sum = weigh(r->features + i * NCPI_FEATURE_COUNT);
        r->scores[i] = is_told(r, i) ? exp(sum) : 0;
    }
    return code;
}
