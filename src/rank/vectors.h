/* SPDX-License-Identifier: MIT */
#ifndef NCPI_VECTORS_H
#define NCPI_VECTORS_H

/* Texts as sparse vectors of terms, each weighted by how rare it is among the
 * sentences. Function words weigh nothing. */

#include "ranking.h"

struct ncpi_weight {
    size_t term;
    double value;
};

/* Terms in rising order; of length 1 once normalized. */
struct ncpi_vector {
    struct ncpi_weight *items;
    size_t count;
};

/* log(1 + sentences / sentences that hold the term); 0 for function words and
 * for terms that no sentence holds. */
double ncpi_term_weight(const struct ncp_ranking *r, size_t term);

/* The unit vector of a text, in the ranking's arena. */
NCP_CHECK bool ncpi_vector_of(const struct ncp_ranking *r, const struct ncpi_tokens *tokens,
                              struct ncpi_vector *out);

/* The cosine of two unit vectors. */
double ncpi_cosine(const struct ncpi_vector *a, const struct ncpi_vector *b);

#endif
