/* SPDX-License-Identifier: MIT */
#ifndef NCPI_BANK_NEAREST_H
#define NCPI_BANK_NEAREST_H

/* The past posts most like an article. */

#include "bank.h"

#define NCPI_NEAREST ((size_t)15)

struct ncpi_neighbour {
    size_t post;
    double similarity; /* cosine, 0 to 1 */
};

struct ncpi_neighbours {
    struct ncpi_neighbour items[NCPI_NEAREST]; /* nearest first */
    size_t count;
};

/* False when memory runs out. `skip`: the number of a post to pass over, or
 * SIZE_MAX. */
NCP_CHECK bool ncpi_nearest_posts(const struct ncp_bank *bank, const struct ncp_ranking *r,
                                  const struct ncpi_post_words *words, size_t skip,
                                  struct ncpi_neighbours *out);

#endif
