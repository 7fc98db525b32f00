/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TOKENS_PRIV_H
#define NCPI_TOKENS_PRIV_H

/* The scanners behind ncp_tokens_find(). Each appends to `out` in order and
 * returns false when memory runs out. */

#include "network_priv.h"

NCP_CHECK bool ncpi_token_add(struct ncp_tokens *out, struct ncp_token token);

/* Links by `network`'s syntax, not looking at anything else. */
NCP_CHECK bool ncpi_find_links(const struct ncp_network *network, struct ncp_str text,
                               struct ncp_tokens *out);
NCP_CHECK bool ncpi_find_links_x(enum ncpi_link_syntax syntax, struct ncp_str text,
                                 struct ncp_tokens *out);
NCP_CHECK bool ncpi_find_links_bluesky(struct ncp_str text, struct ncp_tokens *out);

NCP_CHECK bool ncpi_find_hashtags(const struct ncpi_tag_syntax *syntax, struct ncp_str text,
                                  struct ncp_tokens *out);
NCP_CHECK bool ncpi_find_mentions(const struct ncpi_mention_syntax *syntax, struct ncp_str text,
                                  struct ncp_tokens *out);

/* A hashtag may hold `cp`, signs, joiners and emoji aside. */
bool ncpi_in_tag(const struct ncpi_tag_syntax *syntax, int32_t cp);

/* The code points of UTF-8 text `set` hold `cp`. */
bool ncpi_in_set(struct ncp_str set, int32_t cp);

/* The code point at `at`, -1 at the end; and the one before it, -1 at the start. */
int32_t ncpi_at(struct ncp_str text, size_t at);
int32_t ncpi_before(struct ncp_str text, size_t at);

/* White space as ECMAScript's \s has it. */
bool ncpi_is_script_space(int32_t cp);

/* Latin letters with accents, as twitter-text lists them. */
bool ncpi_is_latin_accent(int32_t cp);

/* UTF-16 code units of text. */
size_t ncpi_utf16(struct ncp_str text);

#endif
