/* SPDX-License-Identifier: MIT */
#ifndef NCPI_VISIBLE_H
#define NCPI_VISIBLE_H

/* Strangers' bytes made fit for a terminal, a log and JSON. */

#include "ncpost/base.h"

/* Appends `bytes`, at most `max` bytes of result plus a mark that something was
 * cut: control characters, bidi and invisible controls as \u{…}, bytes that are
 * no UTF-8 as \x…; a line end as \n. */
void ncpi_visible(struct ncp_str bytes, size_t max, struct ncp_buf *out);

#endif
