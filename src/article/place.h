/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PLACE_H
#define NCPI_PLACE_H

/* Where a byte of a text stands: line and column, as an editor shows them. */

#include "ncpost/base.h"

/* A cursor that only moves forward, so that any number of places in one text
 * cost one pass over it. The text is valid UTF-8. */
struct ncpi_place {
    struct ncp_str text;
    size_t at;     /* byte */
    size_t point;  /* code points before it */
    size_t line;   /* lines end with LF, CR LF or CR */
    size_t column; /* 1-based, in code points */
};

/* The first byte of `text`, which stands on line `line`. */
struct ncpi_place ncpi_place_start(struct ncp_str text, size_t line);

/* Moves on to byte `at`, or to the end. */
void ncpi_place_to_byte(struct ncpi_place *place, size_t at);

/* Moves on to the code point with number `point` (from 0), or to the end. */
void ncpi_place_to_point(struct ncpi_place *place, size_t point);

#endif
