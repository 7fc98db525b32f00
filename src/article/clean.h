/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLEAN_H
#define NCPI_CLEAN_H

#include "mapped.h"

/*
 * Appends `source` (UTF-8) to `out` as the reader wants it: line ends are LF,
 * no byte-order mark, soft hyphen, control or zero-width junk, no-break spaces
 * plain unless typography needs them, text in NFC. What was dropped and is
 * worth knowing is warned about, once a kind.
 */
NCP_CHECK enum ncp_code ncpi_clean(struct ncp_str source, struct ncpi_mapped *out, json_t *warnings,
                                   struct ncp_error *err);

#endif
