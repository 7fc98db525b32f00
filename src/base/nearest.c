/* SPDX-License-Identifier: MIT */
/* Edit distance (optimal string alignment) over short names. */
#include "nearest.h"

#include <string.h>

#define NAME_MAX_LEN 64

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t m = a < b ? a : b;
    return m < c ? m : c;
}

/* Rows of the table for a[0..i), the two before it kept for swaps. */
static size_t distance(struct ncp_str a, struct ncp_str b)
{
    size_t rows[3][NAME_MAX_LEN + 1];
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *twice = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same = lower(a.ptr[i - 1]) == lower(b.ptr[j - 1]);
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
            bool swapped = i > 1 && j > 1 && lower(a.ptr[i - 1]) == lower(b.ptr[j - 2]) &&
                           lower(a.ptr[i - 2]) == lower(b.ptr[j - 1]);
            if (swapped && twice[j - 2] + 1 < row[j])
                row[j] = twice[j - 2] + 1;
        }
    }
    return rows[a.len % 3][b.len];
}

void ncpi_nearest_offer(struct ncpi_nearest *near, struct ncp_str wrong, const char *candidate)
{
    struct ncp_str name = ncp_str_from(candidate);
    if (wrong.len == 0 || wrong.len > NAME_MAX_LEN || name.len > NAME_MAX_LEN)
        return;
    size_t longer = wrong.len > name.len ? wrong.len : name.len;
    size_t d = distance(wrong, name);
    if (d * 3 > longer || d >= near->distance)
        return;
    *near = (struct ncpi_nearest){candidate, d};
}
