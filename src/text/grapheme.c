/* SPDX-License-Identifier: MIT */
/* Extended grapheme clusters (UAX #29), emoji (UTS #51), measures. */
#include "ncpost/text.h"

#include <unicode/uchar.h>
#include <utf8proc.h>

#define TEXT_STYLE  0xFE0E
#define EMOJI_STYLE 0xFE0F
#define KEYCAP      0x20E3
#define JOINER      0x200D

static bool is_ascii(struct ncp_str s, size_t at)
{
    return (unsigned char)s.ptr[at] < 0x80;
}

/* Two ASCII characters in a row always have a boundary between them, but for
 * CR LF. */
static bool ends_after_ascii(struct ncp_str s, size_t at)
{
    if (!is_ascii(s, at))
        return false;
    return at + 1 == s.len || (is_ascii(s, at + 1) && s.ptr[at] != '\r');
}

size_t ncp_grapheme_next(struct ncp_str s, size_t at)
{
    if (ends_after_ascii(s, at))
        return at + 1;
    int32_t before, after;
    utf8proc_int32_t state = 0;
    at += ncp_utf8_next(s, at, &before);
    while (at < s.len) {
        size_t len = ncp_utf8_next(s, at, &after);
        if (utf8proc_grapheme_break_stateful(before, after, &state))
            break;
        before = after;
        at += len;
    }
    return at;
}

size_t ncp_grapheme_count(struct ncp_str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; at = ncp_grapheme_next(s, at))
        count++;
    return count;
}

struct ncp_measure ncp_measure(struct ncp_str s)
{
    struct ncp_measure m = {.graphemes = ncp_grapheme_count(s), .bytes = s.len};
    for (size_t at = 0; at < s.len;) {
        int32_t cp;
        at += ncp_utf8_next(s, at, &cp);
        m.code_points++;
        m.utf16 += cp > 0xFFFF ? 2 : 1;
    }
    return m;
}

static bool is_modifier(int32_t cp)
{
    return cp >= 0x1F3FB && cp <= 0x1F3FF;
}

static bool is_pictographic(int32_t cp)
{
    return utf8proc_get_property(cp)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/* A keycap: digit, # or *, perhaps the emoji style, the enclosing cap. */
static bool is_keycap(struct ncp_str cluster)
{
    char first = cluster.ptr[0];
    if (!(first >= '0' && first <= '9') && first != '#' && first != '*')
        return false;
    int32_t last;
    ncp_utf8_prev(cluster, cluster.len, &last);
    return last == KEYCAP;
}

bool ncp_grapheme_is_emoji(struct ncp_str cluster)
{
    if (cluster.len < 3)
        return false;
    if (is_ascii(cluster, 0))
        return is_keycap(cluster);
    int32_t base, next;
    size_t at = ncp_utf8_next(cluster, 0, &base);
    if (at < cluster.len) {
        ncp_utf8_next(cluster, at, &next);
        if (next == TEXT_STYLE)
            return false;
        if (is_pictographic(base) && (next == EMOJI_STYLE || next == JOINER || is_modifier(next)))
            return true;
    }
    return u_hasBinaryProperty(base, UCHAR_EMOJI_PRESENTATION);
}
