/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TLD_H
#define NCPI_TLD_H

/* Top-level domains. */

#include "ncpost/base.h"

enum ncpi_tld_list {
    NCPI_TLD_X = 1,   /* those that twitter-text 3.1.0 knows */
    NCPI_TLD_IANA = 2 /* IANA's list */
};

/*
 * The end of the top-level domain that starts at byte `at` of `text`, in any
 * case, and is not followed by an ASCII letter or digit, `@`, `+` or `-`; or of
 * an ACE label ("xn--…"). 0 if there is none. twitter-text's rule
 * (regexp/validGTLD, validCCTLD, validPunycode; read 2026-11-24).
 */
size_t ncpi_tld_end(enum ncpi_tld_list list, struct ncp_str text, size_t at);

/* True if `name` as it stands, lower case, is on IANA's list. */
bool ncpi_tld_known(struct ncp_str name);

#endif
