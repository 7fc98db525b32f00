/* SPDX-License-Identifier: MIT */
#ifndef NCPI_BANK_MATCH_H
#define NCPI_BANK_MATCH_H

/* How well each hashtag of past posts suits an article. */

#include "bank.h"

/* One row a feature: name, what it measures. None names a word or a tag, so
 * that weights learnt on one archive serve another. */
#define NCPI_BANK_FEATURES(X)                                     \
    X(prior, "log of the share of posts that bear the tag")       \
    X(near, "its share of the 5 nearest posts, by similarity")    \
    X(around, "its share of the 15 nearest, by its square")       \
    X(nearest, "similarity of the nearest of those that bear it") \
    X(in_title, "all its stems stand in the title")               \
    X(in_headings, "all stand in headings")                       \
    X(phrase, "its words stand in the text, in their order")      \
    X(phrases, "log of how often they do")                        \
    X(part, "share of its stems that stand anywhere")             \
    X(in_lead, "all stand in the first 150 words")

enum ncpi_bank_feature {
#define NCPI_BANK_FEATURE_NAME(name, what) NCPI_BANK_##name,
    NCPI_BANK_FEATURES(NCPI_BANK_FEATURE_NAME)
#undef NCPI_BANK_FEATURE_NAME
        NCPI_BANK_FEATURE_COUNT
};

/* The learnt weights, and what is added to their sum: bank_model.c. */
extern const double ncpi_bank_weights[NCPI_BANK_FEATURE_COUNT];
extern const double ncpi_bank_bias;

#define NCPI_TAG_WORDS ((size_t)8)

/* A topic of the bank, beside the article. */
struct ncpi_bank_match {
    struct ncp_str tag;  /* in its most used spelling */
    struct ncp_str text; /* the same as words, in the ranking's arena */
    size_t topic;
    size_t posts;                 /* that bear it */
    size_t terms[NCPI_TAG_WORDS]; /* stems, function words left out */
    size_t words;
    double features[NCPI_BANK_FEATURE_COUNT];
    double chance;       /* 0 to 1 */
    const char *dropped; /* why it is not offered, or NULL */
};

/* Every topic that a post bears, in no order that matters, in the ranking's
 * arena; the post `skip` of the bank (NULL: none) counts as if it were not there. */
NCP_CHECK enum ncp_code ncpi_bank_match(const struct ncp_bank *bank, struct ncp_ranking *r,
                                        const struct ncpi_past_post *skip,
                                        struct ncpi_bank_match **out, size_t *count,
                                        struct ncp_error *err);

/* The most likely ones, best first, with what is dropped from among them. */
NCP_CHECK enum ncp_code ncpi_bank_suggest(const struct ncp_bank *bank, struct ncp_ranking *r,
                                          struct ncpi_bank_match **out, size_t *count,
                                          struct ncp_error *err);

#endif
