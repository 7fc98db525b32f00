/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_CUT_H
#define NCPOST_CUT_H

/* Finished text, cut to a network's length or split over several posts. */

#include "ncpost/network.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Appends to `out` as much of the start of `text` as fits `field` of `network`
 * in the strictest reading, together with `tail` (link line and hashtags; may
 * be empty), which is kept whole behind a blank line. What is cut ends with a
 * paragraph; if not one fits, with a line or a sentence; if none does, with a
 * word, and an ellipsis; never inside a grapheme. Text that fits is not changed.
 * `lang` may be NULL. NCP_E_DATA if not even the tail fits, or nothing but it.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_cut(const struct ncp_network *network,
                                           struct ncp_language *lang, struct ncp_str text,
                                           struct ncp_str tail, enum ncp_field field,
                                           struct ncp_buf *out, struct ncp_error *err);

/* Posts in order. Start from zeroes; free with ncp_thread_free(). */
struct ncp_thread {
    struct ncp_str *items;
    size_t count, cap;
    struct ncp_arena *arena; /* owns the texts */
};

NCP_EXPORT void ncp_thread_free(struct ncp_thread *thread);

/*
 * Splits `text` into posts that each fit the caption of `network` in the
 * strictest reading, numbered " 1/n" at the end (the numbers count too); one
 * post has no number. Broken at a paragraph, else a line or a sentence, else a
 * word, else a grapheme. White space around the breaks is left out, nothing
 * else. `lang` may be NULL. NCP_E_DATA if not one grapheme fits beside a number.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_thread_split(const struct ncp_network *network,
                                                    struct ncp_language *lang, struct ncp_str text,
                                                    struct ncp_thread *out, struct ncp_error *err);

#ifdef __cplusplus
}
#endif

#endif
