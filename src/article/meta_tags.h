/* SPDX-License-Identifier: MIT */
#ifndef NCPI_META_TAGS_H
#define NCPI_META_TAGS_H

/* Tags as people write them: lists, comma lists, bare strings, maps. */

#include "ncpost/base.h"

#include <jansson.h>

enum ncpi_tag_rules {
    NCPI_TAGS_HASH = 1, /* these are hashtags: a leading # is dropped */
    NCPI_TAGS_ONE = 2   /* the key is in the singular: spaces do not separate */
};

/*
 * Appends the tags in `value` to the array `tags`, none twice in any case.
 * - A list has one tag an element; of a map its name, label or title.
 * - A bare string is split at commas, semicolons and line ends; one that begins
 *   with # at spaces. Otherwise Jekyll splits at spaces and Eleventy does not:
 *   up to three words are one tag ("World Kindness Day"), more are several,
 *   because a hashtag of four words or more is hardly ever meant.
 * - Left out, unless they are hashtags: what begins with # in a list (Ghost's
 *   internal tags), and names of collections (post, posts, all, nav) and
 *   of no category (uncategorized).
 * False when memory runs out.
 */
NCP_CHECK bool ncpi_meta_tags(const json_t *value, unsigned rules, json_t *tags);

#endif
