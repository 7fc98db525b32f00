/* SPDX-License-Identifier: MIT */
#ifndef NCPI_MARKDOWN_H
#define NCPI_MARKDOWN_H

#include "draft.h"

/* Reads the Markdown at bytes [from, end) of `text` into `draft`. */
NCP_CHECK enum ncp_code ncpi_markdown(const struct ncpi_mapped *text, size_t from,
                                      struct ncpi_draft *draft, struct ncp_error *err);

/* Appends `markdown`, one line such as a title in front matter, without its
 * markup. */
NCP_CHECK enum ncp_code ncpi_markdown_inline(struct ncp_str markdown, struct ncp_buf *out,
                                             struct ncp_error *err);

#endif
