/* SPDX-License-Identifier: MIT */
#ifndef NCPI_META_PLACE_H
#define NCPI_META_PLACE_H

/* Maps in front matter, whose keys people spell as they like. */

#include "ncpost/base.h"

#include <jansson.h>

/* A map and its keys in plain spelling: ASCII letters small, without `-`, `_`,
 * `:` and spaces; so `canonicalurl` stands for canonical_url, canonicalURL and
 * canonical-url. Start from zeroes; free with ncpi_meta_close(). */
struct ncpi_meta_place {
    const char *path; /* from the top, "" for the top itself */
    json_t *map;      /* borrowed; NULL if there is no such map */
    json_t *names;    /* plain spelling → key as written; the first one wins */
};

/* Opens the map at `path` ("params.seo") below `top`. False when memory runs
 * out; no error if there is no map. */
NCP_CHECK bool ncpi_meta_open(struct ncpi_meta_place *place, json_t *top, const char *path);
void ncpi_meta_close(struct ncpi_meta_place *place);

/* The value under the key with this plain spelling, borrowed from the map, or
 * NULL; so is `*key`, the key as written. `key` may be NULL. */
json_t *ncpi_meta_get(const struct ncpi_meta_place *place, const char *plain, const char **key);

#endif
