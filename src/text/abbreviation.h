/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ABBREVIATION_H
#define NCPI_ABBREVIATION_H

/* What a full stop after a word means, for the words where it may not be the
 * end of a sentence. */

#include "ncpost/text.h"

enum ncpi_stop {
    NCPI_STOP_PLAIN,  /* no abbreviation: the sentence ends */
    NCPI_STOP_INNER,  /* never ends one: "Dr.", "e.g." */
    NCPI_STOP_NUMBER, /* belongs to a number that follows, else ends: "No.", "Sept." */
    NCPI_STOP_NAME,   /* ends one only before a word that opens sentences: "Inc.", "U.S." */
    NCPI_STOP_CLOCK,  /* ends one but before a weekday or time zone: "p.m." */
    NCPI_STOP_END     /* an abbreviation that closes sentences: "etc." */
};

struct ncpi_abbreviation {
    const char *word; /* as written, without the last full stop */
    enum ncpi_stop stop;
};

/* Sorted by ncp_str_compare(). */
struct ncpi_abbreviations {
    const struct ncpi_abbreviation *items;
    size_t count;
};

/* Those of one language, "" for those common to all; none: empty. */
struct ncpi_abbreviations ncpi_abbreviations_of(const char *tag);

/* What the full stop after `word` means in the language with this tag:
 * NCPI_STOP_PLAIN if neither it nor its lower-cased or capitalised form is
 * known. */
enum ncpi_stop ncpi_abbreviation_find(const char *tag, struct ncp_str word);

#endif
