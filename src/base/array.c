/* SPDX-License-Identifier: MIT */
/* Growing arrays. */
#include "array.h"

#include <stdlib.h>

bool ncpi_reserve(void **items, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return true;
    size_t room = *cap < 8 ? 8 : *cap;
    while (room < need) {
        if (room > SIZE_MAX / 2)
            return false;
        room *= 2;
    }
    if (room > SIZE_MAX / size)
        return false;
    void *grown = realloc(*items, room * size);
    if (!grown)
        return false;
    *items = grown;
    *cap = room;
    return true;
}
