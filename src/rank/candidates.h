/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CANDIDATES_H
#define NCPI_CANDIDATES_H

/* Phrases that could be hashtags, with what the article says of each. */

#include "ranking.h"

#define NCPI_PHRASE_WORDS 4

struct ncpi_candidate {
    size_t terms[NCPI_PHRASE_WORDS];
    size_t words;
    struct ncp_str form; /* as it stands where it counts most: title, heading, text */
    int form_rank;       /* 3: in the title, 2: in a heading, 1: in the text */
    size_t count;        /* times in the text */
    size_t at_end;       /* of them, times nothing of the same phrase follows */
    size_t at_start;     /* times nothing of the same phrase precedes */
    size_t capitalised;  /* times every word had a capital inside a sentence */
    size_t inside;       /* times it could have had one: not a sentence's first word */
    size_t as_verb;      /* times a pronoun, a modal or "to" stands before */
    size_t in_longer;    /* the most often that one longer candidate holds it */
    size_t sections;     /* sections that hold it */
    size_t last_section; /* the last one counted, plus one */
    size_t first;        /* first sentence that holds it; SIZE_MAX: none */
    bool in_title;
    bool half_title; /* only ever part of a longer phrase of the title */
    size_t in_headings;
    bool acronym; /* capitals only */
    const char *origin;
};

struct ncpi_candidates {
    struct ncpi_candidate *items; /* malloc'ed */
    size_t count, cap;
    size_t *slots;
    size_t slot_count;
};

/* All phrases of up to four words in title, headings and ranked sentences. */
NCP_CHECK enum ncp_code ncpi_find_candidates(const struct ncp_ranking *r,
                                             struct ncpi_candidates *out, struct ncp_error *err);

void ncpi_candidates_free(struct ncpi_candidates *candidates);

#endif
