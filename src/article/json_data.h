/* SPDX-License-Identifier: MIT */
#ifndef NCPI_JSON_DATA_H
#define NCPI_JSON_DATA_H

/* JSON that somebody wrote by hand, with the limits of all structured data. */

#include "ncpost/base.h"

#include <jansson.h>

/*
 * Reads one JSON value from the front of `text`, whose first line has the
 * number `line`, into `*out` (new reference). `*used` is the offset behind it;
 * where `used` is NULL nothing but white space may follow. Of a key that
 * stands twice the last value counts, with the warning "repeated-key".
 * Errors: NCP_E_DATA with line and column; NCP_E_MEMORY.
 */
NCP_CHECK enum ncp_code ncpi_json_read(struct ncp_str text, size_t line, json_t **out, size_t *used,
                                       json_t *warnings, struct ncp_error *err);

#endif
