/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ENCODING_H
#define NCPI_ENCODING_H

#include "ncpost/base.h"

/*
 * Appends `input` as UTF-8 to `out`. `encoding` is an iconv name, or NULL for
 * UTF-8 or, by its byte-order mark, UTF-16. Unpaired surrogates are taken out
 * and counted in `*surrogates`; in UTF-8 input three spaces stand in for each,
 * so that offsets hold. NCP_E_DATA with the offset of the first byte that does
 * not belong; NCP_E_USAGE for an unknown `encoding`.
 */
NCP_CHECK enum ncp_code ncpi_decode(struct ncp_str input, const char *encoding, struct ncp_buf *out,
                                    size_t *surrogates, struct ncp_error *err);

#endif
