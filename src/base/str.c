/* SPDX-License-Identifier: MIT */
/* Borrowed text: comparing, searching, trimming. */
#include "ncpost/base.h"

#include <string.h>

struct ncp_str ncp_str_from(const char *cstr)
{
    return (struct ncp_str){cstr, cstr ? strlen(cstr) : 0};
}

struct ncp_str ncp_str_sub(struct ncp_str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return (struct ncp_str){s.ptr ? s.ptr + start : NULL, end - start};
}

bool ncp_str_equal(struct ncp_str a, struct ncp_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static unsigned char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c - 'A' + 'a') : (unsigned char)c;
}

bool ncp_str_equal_nocase(struct ncp_str a, struct ncp_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (fold(a.ptr[i]) != fold(b.ptr[i]))
            return false;
    return true;
}

bool ncp_str_starts(struct ncp_str s, struct ncp_str prefix)
{
    return s.len >= prefix.len && ncp_str_equal(ncp_str_sub(s, 0, prefix.len), prefix);
}

bool ncp_str_ends(struct ncp_str s, struct ncp_str suffix)
{
    return s.len >= suffix.len && ncp_str_equal(ncp_str_sub(s, s.len - suffix.len, s.len), suffix);
}

int ncp_str_compare(struct ncp_str a, struct ncp_str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;
    if (order != 0)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

size_t ncp_str_find(struct ncp_str s, struct ncp_str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from)
        return SIZE_MAX;
    if (needle.len == 0)
        return from;
    const char *end = s.ptr + s.len - needle.len + 1;
    const char *at = s.ptr + from;
    while (at < end && (at = memchr(at, needle.ptr[0], (size_t)(end - at))) != NULL) {
        if (memcmp(at, needle.ptr, needle.len) == 0)
            return (size_t)(at - s.ptr);
        at++;
    }
    return SIZE_MAX;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct ncp_str ncp_str_trim(struct ncp_str s)
{
    while (s.len > 0 && is_space(s.ptr[s.len - 1]))
        s.len--;
    while (s.len > 0 && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    return s;
}
