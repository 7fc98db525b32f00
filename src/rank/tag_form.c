/* SPDX-License-Identifier: MIT */
/* "world kindness day" → "#WorldKindnessDay" */
#include "tag_form.h"

#include <string.h>

static bool is_tag_letter(int32_t cp)
{
    return ncp_is_letter(cp) || ncp_is_digit(cp) || cp == '_';
}

static bool is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

/* Bytes of a possessive ('s, ’s, or the apostrophe alone) at `at`. */
static size_t possessive(struct ncp_str s, size_t at)
{
    int32_t cp, next = 0, after = 0;
    size_t len = ncp_utf8_next(s, at, &cp);
    if (!is_apostrophe(cp))
        return 0;
    if (at + len < s.len)
        ncp_utf8_next(s, at + len, &next);
    if (next != 's')
        return len;
    if (at + len + 1 < s.len)
        ncp_utf8_next(s, at + len + 1, &after);
    return is_tag_letter(after) ? len : len + 1;
}

void ncpi_tag_form(struct ncp_str phrase, struct ncp_buf *out)
{
    bool own_form = ncp_str_starts(phrase, NCP_STR("#"));
    bool word_start = !own_form, letters = false;
    size_t start = out->len;
    ncp_buf_add_char(out, '#');
    for (size_t at = own_form; at < phrase.len;) {
        int32_t cp;
        size_t skip = possessive(phrase, at);
        if (skip) {
            at += skip;
            continue;
        }
        size_t len = ncp_utf8_next(phrase, at, &cp);
        struct ncp_str bytes = ncp_str_sub(phrase, at, at + len);
        if (is_tag_letter(cp) && word_start)
            ncp_capitalise(bytes, out);
        else if (is_tag_letter(cp))
            ncp_buf_add(out, bytes);
        letters |= ncp_is_letter(cp);
        word_start = !own_form && !is_tag_letter(cp);
        at += len;
    }
    if (!letters)
        ncp_buf_truncate(out, start);
}
