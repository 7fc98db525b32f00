/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CUE_PHRASES_H
#define NCPI_CUE_PHRASES_H

#include "features.h"

struct ncpi_cue_phrase {
    const char *phrase; /* lower case, words apart by one space */
    enum ncpi_feature cue;
};

extern const struct ncpi_cue_phrase ncpi_cue_phrases[];
extern const size_t ncpi_cue_phrase_count;

#endif
