/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CUE_WORDS_H
#define NCPI_CUE_WORDS_H

/* Phrases of one language; each list ends in NULL, or is NULL. Lower case,
 * straight apostrophes, no punctuation. */
struct ncpi_cues {
    const char *lang;
    const char *const *contrasts;    /* anywhere: a strong hook */
    const char *const *to_reader;    /* anywhere: speaks to the reader */
    const char *const *scenes;       /* at the start: sets a scene */
    const char *const *generalities; /* at the start */
    const char *const *about_text;   /* anywhere: speaks of the text itself */
    const char *const *unnamed;      /* anywhere: a speaker whom only the context names */
    const char *const *page;         /* anywhere: points at the page, or goes stale */
    const char *const *appeals;      /* anywhere: asks the reader to do something */
    const char *const *imperatives;  /* at the start */
};

/* The cues of a primary language subtag, or NULL. */
const struct ncpi_cues *ncpi_cues_of(const char *lang);

#endif
