/* SPDX-License-Identifier: MIT */
#ifndef NCPI_EMOJI_H
#define NCPI_EMOJI_H

/* Emoji as X weighs them. */

#include "ncpost/base.h"

/* The end of the emoji at byte `at` (< text.len): the longest sequence that is
 * recommended for general interchange (UTS #51, ED-27; ICU's data), else one
 * emoji with its U+FE0F. `at` if there is none, or if U+FE0E follows. */
size_t ncpi_emoji_end(struct ncp_str text, size_t at);

#endif
