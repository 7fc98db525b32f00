/* SPDX-License-Identifier: MIT */
/* Sorted tables of code point ranges. */
#include "range.h"

bool ncpi_in_ranges(const struct ncpi_range *ranges, size_t count, int32_t cp)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cp > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && cp >= ranges[low].first;
}
