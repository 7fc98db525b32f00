/* SPDX-License-Identifier: MIT */
/* Letter case. */
#include "ncpost/text.h"

#include <utf8proc.h>

/* Appends the stretch of ASCII at byte `at`, lower-cased; returns its end. */
static size_t lower_ascii(struct ncp_str s, size_t at, struct ncp_buf *out)
{
    size_t end = at, from = out->len;
    while (end < s.len && (unsigned char)s.ptr[end] < 0x80)
        end++;
    ncp_buf_add(out, ncp_str_sub(s, at, end));
    for (size_t i = from; i < out->len; i++)
        if (out->ptr[i] >= 'A' && out->ptr[i] <= 'Z')
            out->ptr[i] = (char)(out->ptr[i] - 'A' + 'a');
    return end;
}

void ncp_lower(struct ncp_str s, struct ncp_buf *out)
{
    for (size_t at = lower_ascii(s, 0, out); at < s.len; at = lower_ascii(s, at, out)) {
        int32_t cp;
        at += ncp_utf8_next(s, at, &cp);
        ncp_utf8_add(out, utf8proc_tolower(cp));
    }
}

void ncp_capitalise(struct ncp_str s, struct ncp_buf *out)
{
    for (size_t at = 0, len; at < s.len; at += len) {
        int32_t cp;
        len = ncp_utf8_next(s, at, &cp);
        if (ncp_is_digit(cp))
            break;
        if (!ncp_is_letter(cp))
            continue;
        ncp_buf_add(out, ncp_str_sub(s, 0, at));
        ncp_utf8_add(out, utf8proc_totitle(cp));
        ncp_buf_add(out, ncp_str_sub(s, at + len, s.len));
        return;
    }
    ncp_buf_add(out, s);
}
