/* SPDX-License-Identifier: MIT */
#ifndef NCPI_RANKING_H
#define NCPI_RANKING_H

/* What ranking found about one article; filled by the files of this room in
 * turn. */

#include "ncpost/rank.h"
#include "terms.h"

struct ncpi_vector;

struct ncp_ranking {
    const struct ncp_article *article;
    struct ncp_arena *arena;
    struct ncpi_terms terms;
    struct ncpi_tokens title;
    const struct ncpi_tokens *headings;  /* by block; empty for other kinds */
    const struct ncpi_tokens *sentences; /* the ranked ones */
    size_t sentence_count;               /* how many those are */
    struct ncpi_vector *vectors;         /* one a ranked sentence */
    double *features;                    /* a line a ranked sentence (features.h) */
    double *scores;                      /* the same above 0; 0: not to be told */
    const size_t *summary;               /* sentences of the deck, in order */
    size_t summary_count;
    struct ncp_tag *tags;
    size_t tag_count;
};

/* A ranking with its title, headings and sentences tokenized, and no more. */
NCP_CHECK enum ncp_code ncpi_ranking_new(const struct ncp_article *article,
                                         struct ncp_ranking **out, struct ncp_error *err);

/* Fill `scores`. */
NCP_CHECK enum ncp_code ncpi_score_sentences(struct ncp_ranking *r, struct ncp_error *err);

/* Fill `summary`: at most `budget` graphemes. False when memory runs out. */
NCP_CHECK bool ncpi_choose_summary(struct ncp_ranking *r, size_t budget);

/* Fill `tags`. */
NCP_CHECK enum ncp_code ncpi_find_tags(struct ncp_ranking *r,
                                       const struct ncp_rank_options *options,
                                       struct ncp_error *err);

#endif
