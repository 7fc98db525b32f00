/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CUES_H
#define NCPI_CUES_H

/* What a sentence's wording tells about the part it could play. */

#include "ncpost/text.h"

struct ncpi_wording {
    double hook;        /* what a hook of this kind is worth beside others: above 1 for a
                           contrast or a question to the reader, below for scene-setting,
                           generalities, talk about the text */
    bool points;        /* at the page ("see the chart below"), or goes stale ("tomorrow") */
    bool hides_speaker; /* quotes somebody whom only the context names ("he said") */
    bool appeals;       /* "we invite you", or an imperative */
};

/* `lang` is a primary subtag; a language without lists gives a plain wording. */
struct ncpi_wording ncpi_wording_of(const char *lang, struct ncp_str sentence);

/* The noun after a definite article that opens the sentence ("The proxy …"),
 * a slice of it; empty if it opens otherwise or with a name. English. */
struct ncp_str ncpi_definite_noun(const struct ncp_language *lang, struct ncp_str sentence);

#endif
