/* SPDX-License-Identifier: MIT */
#ifndef NCPI_FILTER_H
#define NCPI_FILTER_H

/* What a placeholder's value can be passed through. */

#include <jansson.h>

#include "ncpost/base.h"

/* A new value from `value`; `argument` is what stands after the colon. NULL
 * when memory runs out. */
typedef json_t *ncpi_filter(json_t *value, struct ncp_str argument);

struct ncpi_filter_row {
    const char *name;
    ncpi_filter *apply;
};

/* The table; the last row's name is NULL. */
extern const struct ncpi_filter_row ncpi_filters[];

/* Appends `value` as text: strings as they are, lists joined by `separator`,
 * null as nothing, the rest as JSON. */
void ncpi_add_text(struct ncp_buf *out, const json_t *value, struct ncp_str separator);

/* `app.bsky.richtext.facet` objects for the links and hashtags of `text`, with
 * UTF-8 byte offsets, as @atproto/api's RichText finds them. A new array, NULL
 * when memory runs out. */
json_t *ncpi_facets(struct ncp_str text);

#endif
