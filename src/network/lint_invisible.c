/* SPDX-License-Identifier: MIT */
/* Characters that nobody sees but counters, search and screen readers. */
#include "lint.h"
#include "range.h"
#include "tokens_priv.h"

#define NON_JOINER 0x200C
#define JOINER     0x200D

/* Embeddings, overrides, isolates (UAX #9): the source of hidden reordering. */
static const struct ncpi_range directions[] = {{0x202A, 0x202E}, {0x2066, 0x2069}};

/* Marks of direction: right beside letters written from right to left. */
static const struct ncpi_range marks[] = {{0x61C, 0x61C}, {0x200E, 0x200F}};

/* Nothing to see: control characters, fillers, blanks without width. */
static const struct ncpi_range nothing[] = {
    {0x00, 0x08},     {0x0B, 0x0C},       {0x0E, 0x1F},      {0x7F, 0x84},     {0x86, 0x9F},
    {0xAD, 0xAD},     {0x34F, 0x34F},     {0x115F, 0x1160},  {0x17B4, 0x17B5}, {0x180B, 0x180E},
    {0x200B, 0x200B}, {0x2028, 0x2029},   {0x2060, 0x2065},  {0x206A, 0x206F}, {0x2800, 0x2800},
    {0x3164, 0x3164}, {0xFE00, 0xFE0D},   {0xFEFF, 0xFEFF},  {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB},
    {0xFFFE, 0xFFFF}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F}};

static bool is_letter(int32_t cp)
{
    return cp >= 0 && ncp_is_letter(cp);
}

/* Hebrew, Arabic and the like. */
static bool is_right_to_left(int32_t cp)
{
    return (cp >= 0x590 && cp <= 0x8FF) || (cp >= 0xFB1D && cp <= 0xFEFC) ||
           (cp >= 0x10800 && cp <= 0x10FFF) || (cp >= 0x1E800 && cp <= 0x1EFFF);
}

/* Scripts whose letters change their form by a joiner. */
static bool is_joining(int32_t cp)
{
    return is_letter(cp) &&
           ((cp >= 0x600 && cp <= 0x109F) || (cp >= 0x1780 && cp <= 0x18AF) || cp >= 0xA840);
}

static bool has_right_to_left(struct ncp_str text)
{
    int32_t cp;
    for (size_t at = 0; at < text.len;) {
        at += ncp_utf8_next(text, at, &cp);
        if (is_right_to_left(cp) && ncp_is_letter(cp))
            return true;
    }
    return false;
}

static bool is_stray_joiner(struct ncp_str text, size_t at, int32_t cp)
{
    return (cp == JOINER || cp == NON_JOINER) && !is_joining(ncpi_before(text, at));
}

static void tell(struct ncpi_lint *lint, enum ncpi_check check, size_t at, size_t len, int32_t cp)
{
    ncpi_report(lint, check, at, at + len,
                check == NCPI_BIDI_CONTROL ? "U+%04X changes the direction of writing unseen"
                                           : "U+%04X shows nothing",
                (unsigned)cp);
    ncpi_repair(lint, check, at, cp == 0x2028 || cp == 0x2029 ? NCP_STR("\n") : NCP_STR(""));
}

void ncpi_lint_invisible(struct ncpi_lint *lint)
{
    struct ncp_str text = lint->text;
    bool right_to_left = has_right_to_left(text);
    for (size_t at = 0; at < text.len;) {
        size_t end = (unsigned char)text.ptr[at] < 0x80 ? at + 1 : ncp_grapheme_next(text, at);
        if (ncp_grapheme_is_emoji(ncp_str_sub(text, at, end))) {
            at = end; /* joiners, styles and tags are its own */
            continue;
        }
        for (size_t len; at < end; at += len) {
            int32_t cp;
            len = ncp_utf8_next(text, at, &cp);
            if (NCPI_IN(directions, cp))
                tell(lint, NCPI_BIDI_CONTROL, at, len, cp);
            else if (NCPI_IN(nothing, cp) || is_stray_joiner(text, at, cp) ||
                     (NCPI_IN(marks, cp) && !right_to_left))
                tell(lint, NCPI_INVISIBLE, at, len, cp);
        }
    }
}
