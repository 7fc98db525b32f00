/* SPDX-License-Identifier: MIT */
#ifndef NCPI_NEAREST_H
#define NCPI_NEAREST_H

/* The nearest right name to a wrong one, for error messages. */

#include "ncpost/base.h"

struct ncpi_nearest {
    const char *name; /* the best so far, borrowed; NULL while none is near */
    size_t distance;
};

#define NCPI_NEAREST_INIT \
    {                     \
        NULL, SIZE_MAX    \
    }

/* Keeps `candidate` if it is nearer to `wrong` than what stands there. Near
 * means: at most a third of the longer name's bytes to insert, delete, replace
 * or swap with a neighbour, letter case aside. */
void ncpi_nearest_offer(struct ncpi_nearest *near, struct ncp_str wrong, const char *candidate);

#endif
