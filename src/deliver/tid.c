/* SPDX-License-Identifier: MIT */
/* A TID from a post's id: 63 bits of its hash, so that a repeat names the same record. */
#include "tid.h"

#include "hash.h"

#include <stdint.h>

void ncpi_tid(const char *id, char *tid)
{
    static const char digits[] = "234567abcdefghijklmnopqrstuvwxyz";
    const char *const parts[] = {"ncpost-tid-1", id};
    unsigned char bytes[32];
    uint64_t n = 0;
    ncpi_hash_bytes(parts, 2, bytes);
    for (int i = 0; i < 8; i++)
        n = n << 8 | bytes[i];
    n &= UINT64_MAX >> 1; /* the highest bit of a TID is 0 */
    for (int i = NCPI_TID_LENGTH - 1; i >= 0; i--, n >>= 5)
        tid[i] = digits[n & 31];
    tid[NCPI_TID_LENGTH] = '\0';
}
