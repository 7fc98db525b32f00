/* SPDX-License-Identifier: MIT */
/* Control characters made visible. */
#include "visible.h"

#include <utf8proc.h>

static bool shows(utf8proc_int32_t cp)
{
    utf8proc_category_t category = utf8proc_category(cp);
    return category != UTF8PROC_CATEGORY_CC && category != UTF8PROC_CATEGORY_CF &&
           category != UTF8PROC_CATEGORY_CN && category != UTF8PROC_CATEGORY_CO &&
           category != UTF8PROC_CATEGORY_ZL && category != UTF8PROC_CATEGORY_ZP;
}

void ncpi_visible(struct ncp_str bytes, size_t max, struct ncp_buf *out)
{
    size_t start = out->len;
    for (size_t at = 0; at < bytes.len;) {
        if (out->len - start >= max) {
            ncp_buf_add_cstr(out, "…");
            return;
        }
        utf8proc_int32_t cp;
        utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)bytes.ptr + at,
                                                (utf8proc_ssize_t)(bytes.len - at), &cp);
        if (len <= 0)
            ncp_buf_add_format(out, "\\x%02x", (unsigned char)bytes.ptr[at]);
        else if (cp == '\n')
            ncp_buf_add_cstr(out, "\\n");
        else if (!shows(cp))
            ncp_buf_add_format(out, "\\u{%x}", (unsigned)cp);
        else
            ncp_buf_add(out, ncp_str_sub(bytes, at, at + (size_t)len));
        at += len > 0 ? (size_t)len : 1;
    }
}
