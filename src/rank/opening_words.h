/* SPDX-License-Identifier: MIT */
#ifndef NCPI_OPENING_WORDS_H
#define NCPI_OPENING_WORDS_H

/* First words of one language that lean on a sentence before. Each list ends
 * in NULL; lower case, straight apostrophes. */
struct ncpi_openings {
    const char *lang;
    const char *const *expletives; /* look like the rest and stand alone ("it takes") */
    const char *const *connectives;
    const char *const *pronouns;
    const char *const *early;       /* pronouns that lean among the first words too */
    const char *const *pointers;    /* need a noun that names itself */
    const char *const *self_naming; /* nouns that do after a pointer: "year" */
    const char *const *about_text;  /* speak of the article, not of its matter */
};

/* The openings of a primary language subtag, or NULL. */
const struct ncpi_openings *ncpi_openings_of(const char *lang);

#endif
