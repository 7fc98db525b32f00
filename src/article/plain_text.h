/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PLAIN_TEXT_H
#define NCPI_PLAIN_TEXT_H

#include "draft.h"

/* Reads plain text, as copied from a page or a word processor, at bytes
 * [from, end) of `text` into `draft`: paragraphs hard-wrapped or one a line,
 * bare headings, bullets. */
NCP_CHECK enum ncp_code ncpi_plain_text(const struct ncpi_mapped *text, size_t from,
                                        struct ncpi_draft *draft, struct ncp_error *err);

/* True if `text` is written in Markdown rather than plain. */
bool ncpi_looks_like_markdown(struct ncp_str text);

#endif
