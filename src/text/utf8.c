/* SPDX-License-Identifier: MIT */
/* UTF-8: checking, reading and writing one code point at a time. */
#include "ncpost/text.h"

#include <string.h>
#include <utf8proc.h>

#define REPLACEMENT 0xFFFD

/* How many of the bytes from `at` on are ASCII, eight at a time. */
static size_t ascii_run(struct ncp_str s, size_t at)
{
    size_t start = at;
    uint64_t word;
    for (; s.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.len && (unsigned char)s.ptr[at] < 0x80)
        at++;
    return at - start;
}

/* The code point at `at`, or -1; its length in `*len`. Reads nothing beyond the
 * end of `s`, and at most four bytes. */
static int32_t decode(struct ncp_str s, size_t at, size_t *len)
{
    utf8proc_int32_t cp;
    size_t left = s.len - at;
    utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at,
                                            left < 4 ? (utf8proc_ssize_t)left : 4, &cp);
    *len = got > 0 ? (size_t)got : 1;
    return got > 0 ? cp : -1;
}

bool ncp_utf8_valid(struct ncp_str s, size_t *bad)
{
    for (size_t at = 0, len; at < s.len; at += len) {
        len = ascii_run(s, at);
        if (len > 0)
            continue;
        if (decode(s, at, &len) < 0) {
            if (bad)
                *bad = at;
            return false;
        }
    }
    return true;
}

size_t ncp_utf8_next(struct ncp_str s, size_t at, int32_t *cp)
{
    unsigned char first = (unsigned char)s.ptr[at];
    if (first < 0x80) {
        *cp = first;
        return 1;
    }
    size_t len;
    int32_t got = decode(s, at, &len);
    *cp = got < 0 ? REPLACEMENT : got;
    return len;
}

size_t ncp_utf8_prev(struct ncp_str s, size_t at, int32_t *cp)
{
    struct ncp_str before = {s.ptr, at};
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        if (((unsigned char)s.ptr[at - back] & 0xC0) == 0x80)
            continue;
        if (ncp_utf8_next(before, at - back, cp) == back)
            return back;
        break;
    }
    *cp = REPLACEMENT;
    return 1;
}

void ncp_utf8_add(struct ncp_buf *out, int32_t cp)
{
    utf8proc_uint8_t bytes[4];
    if (!utf8proc_codepoint_valid(cp))
        cp = REPLACEMENT;
    utf8proc_ssize_t len = utf8proc_encode_char(cp, bytes);
    ncp_buf_add(out, (struct ncp_str){(const char *)bytes, (size_t)len});
}
