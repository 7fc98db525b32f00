/* SPDX-License-Identifier: MIT */
#ifndef NCPI_LIMITS_H
#define NCPI_LIMITS_H

/* What a caption must keep to: the network's limits, in their strictest
 * reading, and the caller's own. */

#include "ncpost/compose.h"

struct ncpi_limits {
    const struct ncp_network *network; /* NULL: Instagram, without the table */
    const char *name;
    size_t graphemes; /* the caller's limit or the network's own; SIZE_MAX: none in graphemes */
    size_t hashtags;  /* that a caption of ours may hold */
    size_t fold;      /* shown before "more"; SIZE_MAX: all */
    size_t hook;      /* graphemes of the first line, with its emoji */
    bool links;       /* a link in the caption can be followed */
};

struct ncpi_limits ncpi_limits_of(const struct ncp_compose_options *options);

/* Whether the text keeps to them. False as result: memory ran out. */
NCP_CHECK bool ncpi_limits_fit(const struct ncpi_limits *limits, struct ncp_str text, bool *fits);

#endif
