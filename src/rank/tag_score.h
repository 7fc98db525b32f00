/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TAG_SCORE_H
#define NCPI_TAG_SCORE_H

/* What a phrase is worth as a hashtag: a line of figures about it, weighed by a
 * learnt model. */

#include "candidates.h"

/* Above all that a phrase can score: tags that somebody named. */
#define NCPI_SCORE_GIVEN 100.0

/* One row a feature: name, what it measures. All are about the phrase's place
 * and shape in its article; none names a word. */
#define NCPI_TAG_FEATURES(X)                                               \
    X(frequency, "log of its count in the text")                           \
    X(density, "log of its count a 40 sentences")                          \
    X(in_title, "stands in the title")                                     \
    X(title_share, "share of the title's words")                           \
    X(headings, "log of the headings that hold it")                        \
    X(early, "1 / (1 + first sentence / 12)")                              \
    X(spread, "log of the sections that hold it")                          \
    X(ends_run, "share of its places where its run of words ends with it") \
    X(starts_run, "share where the run starts with it")                    \
    X(verb, "share with a pronoun, modal or 'to' before it")               \
    X(name, "has capitals inside sentences")                               \
    X(acronym, "capitals only")                                            \
    X(two, "two words")                                                    \
    X(three, "three words")                                                \
    X(four, "four words")                                                  \
    X(ending, "how its last word ends: noun or not")                       \
    X(opening, "how its first word ends")                                  \
    X(inside, "share of its places inside one longer phrase")              \
    X(letters, "length of its longest word, up to 12")                     \
    X(two_frequent, "two words, times frequency")                          \
    X(one_frequent, "one word, times frequency")                           \
    X(one_title, "one word, in the title")                                 \
    X(title_frequent, "in the title, times frequency")

enum ncpi_tag_feature {
#define NCPI_TAG_FEATURE_NAME(name, what) NCPI_TAG_##name,
    NCPI_TAG_FEATURES(NCPI_TAG_FEATURE_NAME)
#undef NCPI_TAG_FEATURE_NAME
        NCPI_TAG_FEATURE_COUNT
};

/* The learnt weights, and what is added to their sum: tag_model.c. */
extern const double ncpi_tag_weights[NCPI_TAG_FEATURE_COUNT];
extern const double ncpi_tag_bias;

struct ncpi_verdict {
    double score; /* 0 to 1; 0: not worth listing */
    const char *origin;
    const char *dropped; /* why it is listed but not offered, or NULL */
    bool name;
};

/* False for what is said once only, in the text only. */
bool ncpi_tag_features(const struct ncp_ranking *r, const struct ncpi_candidate *c,
                       double out[NCPI_TAG_FEATURE_COUNT]);

struct ncpi_verdict ncpi_tag_score(const struct ncp_ranking *r, const struct ncpi_candidate *c,
                                   bool event);

#endif
