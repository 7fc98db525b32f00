/* SPDX-License-Identifier: MIT */
#ifndef NCPI_EMBEDDED_H
#define NCPI_EMBEDDED_H

/* Data files compiled in by tools/embed. */

#include <stddef.h>

struct ncpi_embedded {
    const char *name; /* base name without extension; NULL ends a table */
    const unsigned char *bytes;
    size_t len;
};

extern const struct ncpi_embedded ncpi_payload_formats[];

#endif
