/* SPDX-License-Identifier: MIT */
#ifndef NCPI_GENERIC_TAGS_H
#define NCPI_GENERIC_TAGS_H

#include "ncpost/base.h"

/* True if `phrase` (lower case) says nothing: what accounts add to every post
 * ("love", "reels"), and words too common to be followed ("people", "work"). */
bool ncpi_is_generic_tag(struct ncp_str phrase);

/* True if the last word of a phrase (lower case) names a day, week or event:
 * "day", "week", "festival". */
bool ncpi_is_event_word(struct ncp_str word);
/* True if `word` (any case) is a number written out, or starts with one in a
 * script without spaces. */
bool ncpi_is_number_phrase(struct ncp_str word);

#endif
