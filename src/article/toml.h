/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TOML_H
#define NCPI_TOML_H

/*
 * TOML 1.0 (toml.io/en/v1.0.0, read November 2026) into jansson values. Dates,
 * times, inf and nan become strings as they are written. Looser than the
 * standard in three things: CR alone ends a line, control characters may stand
 * in comments and strings, and a key that stands twice keeps its first value
 * with a warning.
 */

#include "ncpost/base.h"

#include <jansson.h>

/*
 * Reads `text`, whose first line has the number `line`, into the object `*out`
 * (new reference). Adds the warning "repeated-key" to `warnings` (NULL is
 * fine), at most 8 of them. Errors: NCP_E_DATA with line and column: not TOML,
 * more than 1 MiB or 64 levels; NCP_E_MEMORY.
 */
NCP_CHECK enum ncp_code ncpi_toml_read(struct ncp_str text, size_t line, json_t **out,
                                       json_t *warnings, struct ncp_error *err);

#endif
