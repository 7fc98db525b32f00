/* SPDX-License-Identifier: MIT */
#ifndef NCPI_LANGUAGE_H
#define NCPI_LANGUAGE_H

/* The language handle and the data behind it, shared within this room. */

#include "ncpost/text.h"

#include <libstemmer.h>
#include <unicode/ubrk.h>

/* Words in lower case and Form C, in ncp_str_compare() order. */
struct ncpi_words {
    const char *const *items;
    size_t count;
};

struct ncp_language {
    char tag[9];
    struct ncpi_words function_words;
    UBreakIterator *sentences, *words; /* opened at first use */
    UText *text;                       /* what the iterators read */
    struct ncp_buf folded;             /* the word being stemmed */
    struct sb_stemmer *stemmer;
    bool stemmer_tried;
};

/* Opens `*iterator` if it is not open yet and sets it on `text`, which must
 * stay where it is while the iterator runs. */
NCP_CHECK enum ncp_code ncpi_language_iterate(struct ncp_language *lang, UBreakIteratorType type,
                                              UBreakIterator **iterator, struct ncp_str text,
                                              struct ncp_error *err);

/* Function words of the language with this primary subtag; none: empty. */
struct ncpi_words ncpi_function_words(const char *tag);

/* Frequent words of languages in Latin letters that have no list of their own. */
struct ncpi_words ncpi_foreign_words(void);

/* Room for any listed word, folded, with its NUL. A longer word is in no list. */
#define NCPI_KEY_BYTES 40

/* `word` folded as by ncpi_fold_word(), with a NUL; false if it has no room. */
bool ncpi_fold_key(struct ncp_str word, char key[NCPI_KEY_BYTES]);

/* True if the folded word is in the sorted list. */
bool ncpi_words_have(struct ncpi_words words, const char *key);

/* Adds [start, end) to the list; false when memory runs out. */
NCP_CHECK bool ncpi_spans_add(struct ncp_spans *spans, size_t start, size_t end);

/* Appends `word` lower-cased, its apostrophes as U+0027. */
void ncpi_fold_word(struct ncp_str word, struct ncp_buf *out);

#endif
