/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ARRAY_H
#define NCPI_ARRAY_H

/* Growing arrays: one function makes room for the next element. */

#include "ncpost/base.h"

/*
 * Makes room for `need` elements of `size` bytes in `*items`, whose capacity in
 * elements is `*cap`; both change on success. The memory comes from malloc and
 * is freed with free(). False when memory runs out or a size overflows, and
 * then nothing changes.
 */
NCP_CHECK bool ncpi_reserve(void **items, size_t *cap, size_t need, size_t size);

/* Room for one more in an array with the fields `items`, `count`, `cap`. */
#define NCPI_ROOM(array)                                                      \
    ncpi_reserve((void **)&(array)->items, &(array)->cap, (array)->count + 1, \
                 sizeof *(array)->items)

#endif
