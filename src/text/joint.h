/* SPDX-License-Identifier: MIT */
#ifndef NCPI_JOINT_H
#define NCPI_JOINT_H

/* A place where a sentence may end: what stands on both sides of it. */

#include "language.h"

struct ncpi_joint {
    const struct ncp_language *lang;
    struct ncp_str text;
    size_t start;            /* where the sentence begins that may end here */
    size_t at;               /* the place: the first byte of what may be the next one */
    size_t gap;              /* where the white space before `at` begins, `at` if none */
    size_t line_ends;        /* how many line ends lie in it */
    bool quoted;             /* a quotation mark or bracket closes after the mark */
    int32_t mark;            /* the mark that may end the sentence, 0 if there is none */
    size_t marks;            /* how many marks stand in a row */
    struct ncp_str word;     /* before the mark: letters, digits, inner stops */
    bool attached;           /* the word hangs on a sign: "org/a.", "-s." */
    struct ncp_str previous; /* the word before it, empty at the start */
    struct ncp_str after;    /* the first word behind the place */
    int32_t first;           /* its first code point, or what stands there instead */
};

/* Looks around byte `at`; reads a bounded number of bytes. */
void ncpi_joint_read(struct ncpi_joint *joint, const struct ncp_language *lang, struct ncp_str text,
                     size_t start, size_t at);

/* True if a sentence ends there. */
bool ncpi_joint_ends_sentence(const struct ncpi_joint *joint);

/* Classes of marks. */
bool ncpi_is_sentence_mark(int32_t cp);   /* . ! ? … and their kin in other scripts */
bool ncpi_is_closer(int32_t cp);          /* closing brackets, all quotation marks */
bool ncpi_is_opener(int32_t cp);          /* opening brackets, all quotation marks, ¿ ¡ */
bool ncpi_is_opening_bracket(int32_t cp); /* opening brackets and quotation marks only */

#endif
