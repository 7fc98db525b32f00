/* SPDX-License-Identifier: MIT */
#ifndef NCPI_HASH_H
#define NCPI_HASH_H

/* Ids as hashes. */

#include "ncpost/base.h"

/* The first 128 bits of SHA-256 over `parts`, each followed by a NUL byte, as
 * 32 hexadecimal digits and a NUL in `hex`. */
void ncpi_hash_id(const char *const *parts, size_t count, char *hex);

/* The same hash, whole, as 32 bytes. */
void ncpi_hash_bytes(const char *const *parts, size_t count, unsigned char *bytes);

#endif
