/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SHA256_H
#define NCPI_SHA256_H

/* SHA-256 (FIPS 180-4, August 2015), for the identity of a result. The composer
 * loads no cryptographic library: that would cost more than composing. */

#include "ncpost/base.h"

struct ncpi_sha256 {
    uint32_t state[8];
    uint64_t bytes;
    unsigned char block[64];
};

void ncpi_sha256_start(struct ncpi_sha256 *sha);
void ncpi_sha256_add(struct ncpi_sha256 *sha, struct ncp_str data);
void ncpi_sha256_end(struct ncpi_sha256 *sha, unsigned char digest[32]);

#endif
