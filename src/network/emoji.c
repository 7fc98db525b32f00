/* SPDX-License-Identifier: MIT */
/* Emoji as X weighs them: whole sequences, whatever their length. */
#include "emoji.h"

#include "ncpost/text.h"
#include "range.h"

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

/* Emoji that need no style but may have one: where another has one, X takes it
 * for a character of its own (twemoji-parser 11.0.2, as twitter-text 3.1.0 uses
 * it; read 2026-11-24). */
static const struct ncpi_range optional_style[] = {
    {0x231A, 0x231B},   {0x25FD, 0x25FE},   {0x2614, 0x2615},  {0x2648, 0x2653}, {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},  {0x26BD, 0x26BE}, {0x26C4, 0x26C5},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},  {0x26F5, 0x26F5}, {0x26FA, 0x26FA},
    {0x26FD, 0x26FD},   {0x2757, 0x2757},   {0x2B1B, 0x2B1C},  {0x2B50, 0x2B50}, {0x2B55, 0x2B55},
    {0x1F004, 0x1F004}, {0x1F21A, 0x1F21A}, {0x1F22F, 0x1F22F}};

/* The end of one emoji. One that shows as text needs its style. */
static size_t single_end(struct ncp_str text, size_t at)
{
    int32_t cp, next = -1;
    size_t end = at + ncp_utf8_next(text, at, &cp);
    size_t len = end < text.len ? ncp_utf8_next(text, end, &next) : 0;
    if (next == TEXT_STYLE || !u_hasBinaryProperty(cp, UCHAR_EMOJI))
        return at;
    bool shows = u_hasBinaryProperty(cp, UCHAR_EMOJI_PRESENTATION);
    if (next == EMOJI_STYLE && (!shows || NCPI_IN(optional_style, cp)))
        return end + len;
    return shows ? end : at;
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
