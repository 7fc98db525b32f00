/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TERMS_H
#define NCPI_TERMS_H

/*
 * The words of an article, each reduced to a term: its stem. Sentences, title
 * and headings become lists of tokens that name terms by number, so that all
 * later counting is arithmetic.
 */

#include "ncpost/article.h"

/* Sentences beyond this many are not ranked: nobody's lead stands there, and
 * the work stays bounded. */
#define NCPI_RANKED_MAX ((size_t)2000)

/* A sentence of more bytes is none that could be told; it gets no tokens. */
#define NCPI_SENTENCE_MAX ((size_t)2000)

struct ncpi_term {
    struct ncp_str stem;
    size_t count;     /* tokens in ranked sentences */
    size_t sentences; /* ranked sentences that hold it */
    size_t seen_in;   /* last sentence counted, plus one */
    bool function;    /* a function word, or digits alone */
};

struct ncpi_token {
    size_t term;
    struct ncp_span at; /* in the text it is from */
};

/* The tokens of one text, in the arena. */
struct ncpi_tokens {
    struct ncp_str text;
    const struct ncpi_token *items;
    size_t count;
};

struct ncpi_terms {
    struct ncp_arena *arena;
    struct ncp_language *language;
    struct ncpi_term *items; /* malloc'ed */
    size_t count, cap;
    size_t *slots; /* hash table of term numbers plus one; malloc'ed */
    size_t slot_count;
    struct ncp_buf scratch;
};

void ncpi_terms_init(struct ncpi_terms *terms, struct ncp_arena *arena,
                     struct ncp_language *language);
void ncpi_terms_free(struct ncpi_terms *terms);

/* Tokenizes `text` into `*out`; `sentence` is its number, for the counts, or
 * SIZE_MAX for texts that do not count (title, headings, candidates). */
NCP_CHECK enum ncp_code ncpi_tokenize(struct ncpi_terms *terms, struct ncp_str text,
                                      size_t sentence, struct ncpi_tokens *out,
                                      struct ncp_error *err);

/* The term of `word`, made if it is new; SIZE_MAX when memory runs out. */
size_t ncpi_term(struct ncpi_terms *terms, struct ncp_str word);

/* True if `term` is among the tokens. */
bool ncpi_tokens_have(const struct ncpi_tokens *tokens, size_t term);

#endif
