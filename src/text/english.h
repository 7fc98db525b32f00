/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ENGLISH_H
#define NCPI_ENGLISH_H

/* English word lists, each sorted (strcmp), lower case, straight apostrophes. */

#include <stddef.h>

struct ncpi_word_list {
    const char *const *items;
    size_t count;
};

extern const struct ncpi_word_list ncpi_auxiliaries;  /* finite forms of be, have, do; modals */
extern const struct ncpi_word_list ncpi_verbs;        /* common verbs, base form */
extern const struct ncpi_word_list ncpi_past_forms;   /* irregular past forms */
extern const struct ncpi_word_list ncpi_noun_openers; /* after these a verb's form is a noun */
extern const struct ncpi_word_list ncpi_not_subjects; /* no clause of its own opens with these */
extern const struct ncpi_word_list ncpi_ing_nouns;    /* end in -ing and are no participles */
extern const struct ncpi_word_list
    ncpi_protected; /* negation, hedge, condition, attribution, date */
extern const struct ncpi_word_list ncpi_leading_words; /* open a phrase that may go */
extern const struct ncpi_word_list ncpi_pure_verbs;    /* any form, hardly ever a noun */

#endif
