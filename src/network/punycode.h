/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PUNYCODE_H
#define NCPI_PUNYCODE_H

#include "ncpost/base.h"

/* The longest label a domain name may have, in bytes (RFC 1035, 2.3.4). */
#define NCPI_LABEL_MAX 63

/* The length in bytes of `label` in its ASCII form ("xn--…" by RFC 3492 if it
 * is not ASCII), without any mapping; NCPI_LABEL_MAX + 1 for anything longer.
 * With `half` the first character is its second UTF-16 unit alone. */
size_t ncpi_label_length(struct ncp_str label, bool half);

#endif
