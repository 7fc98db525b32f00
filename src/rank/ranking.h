/* SPDX-License-Identifier: MIT */
#ifndef NCPI_RANKING_H
#define NCPI_RANKING_H

/* What ranking found about one article; filled by the files of this room in
 * turn. */

#include "ncpost/rank.h"
#include "terms.h"

struct ncp_ranking {
    const struct ncp_article *article;
    struct ncp_arena *arena;
    struct ncpi_terms terms;
    struct ncpi_tokens title;
    const struct ncpi_tokens *headings;  /* by block; empty for other kinds */
    const struct ncpi_tokens *sentences; /* the ranked ones */
    size_t sentence_count;               /* how many those are */
    double *scores;                      /* one a ranked sentence */
    const size_t *summary;               /* chosen for the last budget asked */
    struct ncp_tag *tags;
    size_t tag_count;
};

/* Fill `scores`. */
NCP_CHECK enum ncp_code ncpi_score_sentences(struct ncp_ranking *r, struct ncp_error *err);

/* Fill `tags`. */
NCP_CHECK enum ncp_code ncpi_find_tags(struct ncp_ranking *r,
                                       const struct ncp_rank_options *options,
                                       struct ncp_error *err);

#endif
