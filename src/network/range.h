/* SPDX-License-Identifier: MIT */
#ifndef NCPI_RANGE_H
#define NCPI_RANGE_H

/* Sorted tables of code point ranges. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ncpi_range {
    int32_t first, last;
};

/* `ranges` is sorted and without overlaps. */
bool ncpi_in_ranges(const struct ncpi_range *ranges, size_t count, int32_t cp);

#define NCPI_IN(table, cp) ncpi_in_ranges(table, sizeof(table) / sizeof *(table), cp)

#endif
