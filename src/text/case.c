/* SPDX-License-Identifier: MIT */
/* Letter case. */
#include "ncpost/text.h"

#include <utf8proc.h>

void ncp_lower(struct ncp_str s, struct ncp_buf *out)
{
    for (size_t at = 0, len; at < s.len; at += len) {
        int32_t cp;
        len = ncp_utf8_next(s, at, &cp);
        if (cp < 0x80)
            ncp_buf_add_char(out, (char)(cp >= 'A' && cp <= 'Z' ? cp - 'A' + 'a' : cp));
        else
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
