/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TELLING_H
#define NCPI_TELLING_H

/* A sentence, or two neighbours, as a caption could tell them. */

#include "cues.h"
#include "ncpost/article.h"
#include "ncpost/rank.h"

struct ncpi_telling {
    struct ncp_str text; /* in the composer's arena */
    size_t graphemes;
    size_t first, last; /* sentences of the article */
    size_t start, end;  /* bytes of the input that it is made from */
    bool trimmed;
    struct ncpi_wording wording;
    const char *leans; /* why it cannot open a text, or NULL */
    double score;      /* of the sentence, or the mean of two */
};

struct ncpi_tellings {
    struct ncpi_telling *items; /* malloc'ed: ncpi_tellings_free() */
    size_t count, cap;
};

/* Appends all ways to tell the sentences of `article` that may be told: whole,
 * trimmed. `pairs` adds two short neighbours of one paragraph as one. False when
 * memory runs out. */
NCP_CHECK bool ncpi_tellings_find(const struct ncp_article *article,
                                  const struct ncp_ranking *ranking, bool pairs,
                                  struct ncp_arena *arena, struct ncpi_tellings *out);

/* One sentence as it stands, without emoji at its end. False when memory runs
 * out. */
NCP_CHECK bool ncpi_tell_whole(const struct ncp_article *article, size_t sentence,
                               struct ncp_arena *arena, struct ncpi_telling *out);

/* Can the sentence be told at all? Not with a hole, an address, a speaker's
 * label or without an end. */
bool ncpi_can_tell(const struct ncp_article *article, size_t sentence);

/* Holds a hashtag, which would count as one of the caption's own. */
bool ncpi_has_hashtag(struct ncp_str text);

void ncpi_tellings_free(struct ncpi_tellings *tellings);

#endif
