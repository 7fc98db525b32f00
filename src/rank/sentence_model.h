/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SENTENCE_MODEL_H
#define NCPI_SENTENCE_MODEL_H

/* The learnt model: a weight for each figure, after the figure's distance from
 * its usual value has been divided by its usual spread and held to ±4. */

#include "features.h"

struct ncpi_sentence_weight {
    double usual, spread, weight;
};

extern const struct ncpi_sentence_weight ncpi_sentence_weights[NCPI_FEATURE_COUNT];

#endif
