/* SPDX-License-Identifier: MIT */
/* Emoji as X weighs them: whole sequences, whatever their length. */
#include "emoji.h"

#include "ncpost/text.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#define TEXT_STYLE  0xFE0E
#define EMOJI_STYLE 0xFE0F
#define KEYCAP      0x20E3
#define JOINER      0x200D

/* The longest recommended sequence has 15 UTF-16 units (Emoji 15). */
enum { LONGEST = 24 };

struct sequence {
    UChar units[LONGEST];
    size_t ends[LONGEST]; /* for each unit: the byte behind its code point */
    int32_t count;
};

static bool is_part(int32_t cp)
{
    bool tag = cp >= 0xE0020 && cp <= 0xE007F;
    return tag || cp == JOINER || cp == EMOJI_STYLE || cp == KEYCAP ||
           u_hasBinaryProperty(cp, UCHAR_EMOJI);
}

static void collect(struct ncp_str text, size_t at, struct sequence *s)
{
    int32_t cp;
    while (at < text.len && s->count + 2 <= LONGEST) {
        at += ncp_utf8_next(text, at, &cp);
        if (!is_part(cp))
            return;
        int32_t before = s->count;
        U16_APPEND_UNSAFE(s->units, s->count, cp);
        for (int32_t i = before; i < s->count; i++)
            s->ends[i] = at;
    }
}

/* The end of one emoji. One that shows as text needs its style; on one that
 * does not, X takes the style for a character of its own. */
static size_t single_end(struct ncp_str text, size_t at)
{
    int32_t cp, next = -1;
    size_t end = at + ncp_utf8_next(text, at, &cp);
    size_t len = end < text.len ? ncp_utf8_next(text, end, &next) : 0;
    if (next == TEXT_STYLE || !u_hasBinaryProperty(cp, UCHAR_EMOJI))
        return at;
    if (u_hasBinaryProperty(cp, UCHAR_EMOJI_PRESENTATION))
        return end;
    return next == EMOJI_STYLE ? end + len : at;
}

/* "3" and U+20E3, with or without U+FE0F. */
static size_t keycap_end(struct ncp_str text, size_t at)
{
    int32_t cp = text.ptr[at], next;
    if (!(cp >= '0' && cp <= '9') && cp != '#' && cp != '*')
        return at;
    size_t end = at + 1;
    for (int i = 0; i < 2 && end < text.len; i++) {
        end += ncp_utf8_next(text, end, &next);
        if (next == KEYCAP)
            return end;
        if (next != EMOJI_STYLE)
            break;
    }
    return at;
}

size_t ncpi_emoji_end(struct ncp_str text, size_t at)
{
    if ((unsigned char)text.ptr[at] < 0x80)
        return keycap_end(text, at);
    size_t single = single_end(text, at);
    struct sequence s = {.count = 0};
    collect(text, at, &s);
    for (int32_t count = s.count; count > 1; count--) {
        bool whole = s.ends[count - 1] > single && !U16_IS_LEAD(s.units[count - 1]);
        if (whole && u_stringHasBinaryProperty(s.units, count, UCHAR_RGI_EMOJI))
            return s.ends[count - 1];
    }
    return single;
}
