/* SPDX-License-Identifier: MIT */
#ifndef NCPI_META_TEXT_H
#define NCPI_META_TEXT_H

/* Values of front matter as text that can be shown. */

#include "ncpost/base.h"

#include <jansson.h>

/*
 * Writes the string or number `value` to `out` (cleared first): NFC, without
 * control, bidi and zero-width characters, white space folded to one space;
 * with `lines`, line ends stay, at most two in a row. False if `value` is
 * something else, empty, or a template's tag that nobody has filled in; or if
 * memory ran out, and then out->failed is set.
 */
bool ncpi_meta_text(const json_t *value, bool lines, struct ncp_buf *out);

/* True if `address` can stand for a page or picture: a path, or http(s). */
bool ncpi_meta_is_address(struct ncp_str address);

/* Appends `text` to the array `list`, unless the same stands there in whatever
 * case; the object `seen` remembers. False when memory runs out. */
bool ncpi_meta_append(json_t *list, json_t *seen, struct ncp_str text);

#endif
