/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_RANK_H
#define NCPOST_RANK_H

/*
 * What matters in an article: a score for each sentence, the summary, and the
 * candidates for hashtags. Nothing here rewrites text.
 */

#include "ncpost/article.h"

#ifdef __cplusplus
extern "C" {
#endif

struct ncp_bank; /* what past posts taught: see below */

/* A candidate for a hashtag. */
struct ncp_tag {
    struct ncp_str text; /* the phrase as it would be typed, e.g. "World Kindness Day" */
    struct ncp_str tag;  /* "#WorldKindnessDay" */
    double score;        /* higher is better; only its order means anything */
    const char *origin;  /* "front matter", "title", "heading", "named day", "name",
                            "acronym", "key phrase", "past posts", "command line" */
    const char *dropped; /* why it is not offered, or NULL */
};

/* All that was found about one article. Opaque; ncp_ranking_free(). It borrows
 * the article, which must outlive it. */
struct ncp_ranking;

struct ncp_rank_options {
    const struct ncp_bank *bank; /* NULL: none */
    const struct ncp_str *tags;  /* hashtags named by the caller, with or without `#` */
    size_t tag_count;
};

/* `options` may be NULL. Errors: NCP_E_MEMORY, NCP_E_INTERNAL. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_rank(const struct ncp_article *article,
                                            const struct ncp_rank_options *options,
                                            struct ncp_ranking **out, struct ncp_error *err);
NCP_EXPORT void ncp_ranking_free(struct ncp_ranking *ranking);

/* Score of sentence `index` of the article: higher is better, 0 for what
 * should not be told at all. */
NCP_EXPORT double ncp_sentence_score(const struct ncp_ranking *ranking, size_t index);

/* How alike two sentences are: cosine of their weighted stems, 0 to 1. */
NCP_EXPORT double ncp_sentence_similarity(const struct ncp_ranking *ranking, size_t a, size_t b);

/* Share of the content stems of sentence `index` that stand in the title too,
 * 0 to 1. */
NCP_EXPORT double ncp_sentence_in_title(const struct ncp_ranking *ranking, size_t index);

/* Why `sentence` cannot open a text ("connective", "pronoun", "pointing word",
 * "about the text", "speaker label", …), or NULL if its first words stand alone.
 * A static string. Languages without a list: always NULL. */
NCP_EXPORT const char *ncp_opening_leans(const struct ncp_language *lang, struct ncp_str sentence);

#define NCP_SUMMARY_MAX ((size_t)250) /* graphemes of a summary */

/* The deck: indices of the sentences that say best what the article is about,
 * in the article's order, together at most NCP_SUMMARY_MAX graphemes with one
 * space between. `*out` lives as long as the ranking; `*count` may be 0. */
NCP_EXPORT void ncp_summary(const struct ncp_ranking *ranking, const size_t **out, size_t *count);

/* Candidates for hashtags, best first; those with `dropped` come last. They
 * live as long as the ranking. */
NCP_EXPORT const struct ncp_tag *ncp_tags(const struct ncp_ranking *ranking, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
