/* SPDX-License-Identifier: MIT */
/* Grapheme clusters with rule GB9c, laid over Unicode 15.0's. */
#include "conjunct.h"

#include "ncpost/text.h"
#include "range.h"

#include <utf8proc.h>

static const struct ncpi_range consonants[] = {
    {0x915, 0x939}, {0x958, 0x95F}, {0x978, 0x97F}, {0x995, 0x9A8}, {0x9AA, 0x9B0}, {0x9B2, 0x9B2},
    {0x9B6, 0x9B9}, {0x9DC, 0x9DD}, {0x9DF, 0x9DF}, {0x9F0, 0x9F1}, {0xA95, 0xAA8}, {0xAAA, 0xAB0},
    {0xAB2, 0xAB3}, {0xAB5, 0xAB9}, {0xAF9, 0xAF9}, {0xB15, 0xB28}, {0xB2A, 0xB30}, {0xB32, 0xB33},
    {0xB35, 0xB39}, {0xB5C, 0xB5D}, {0xB5F, 0xB5F}, {0xB71, 0xB71}, {0xC15, 0xC28}, {0xC2A, 0xC39},
    {0xC58, 0xC5A}, {0xD15, 0xD3A}};

static const struct ncpi_range linkers[] = {{0x94D, 0x94D}, {0x9CD, 0x9CD}, {0xACD, 0xACD},
                                            {0xB4D, 0xB4D}, {0xC4D, 0xC4D}, {0xD4D, 0xD4D}};

/* How far the start of a conjunct has been read. */
enum state { NOTHING, CONSONANT, LINKED };

static bool extends(int32_t cp)
{
    int class = utf8proc_get_property(cp)->boundclass;
    return class == UTF8PROC_BOUNDCLASS_EXTEND || class == UTF8PROC_BOUNDCLASS_ZWJ;
}

static enum state step(enum state state, int32_t cp)
{
    if (NCPI_IN(consonants, cp))
        return CONSONANT;
    if (state != NOTHING && NCPI_IN(linkers, cp))
        return LINKED;
    return extends(cp) ? state : NOTHING;
}

size_t ncpi_conjunct_count(struct ncp_str text)
{
    size_t count = 0;
    enum state state = NOTHING;
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t end = ncp_grapheme_next(text, at);
        ncp_utf8_next(text, at, &cp);
        count += !(state == LINKED && NCPI_IN(consonants, cp));
        while (at < end) {
            at += ncp_utf8_next(text, at, &cp);
            state = step(state, cp);
        }
    }
    return count;
}
