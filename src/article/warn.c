/* SPDX-License-Identifier: MIT */
/* Warnings: what is wrong with an article that still runs. */
#include "warn.h"

#include "ncpost/article.h"

struct ncp_str ncpi_clip(struct ncp_str name)
{
    enum { LONGEST = 60 };
    size_t len = name.len;
    if (len > LONGEST)
        for (len = LONGEST; len > 0 && ((unsigned char)name.ptr[len] & 0xC0) == 0x80;)
            len--;
    return ncp_str_sub(name, 0, len);
}

static json_t *message_string(const char *format, va_list args)
{
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_vformat(&text, format, args);
    struct ncp_str message = ncp_buf_str(&text);
    size_t bad;
    if (!ncp_utf8_valid(message, &bad))
        message.len = bad;
    json_t *string = text.failed || !text.ptr ? NULL : json_stringn(message.ptr, message.len);
    ncp_buf_free(&text);
    return string;
}

void ncp_warn(json_t *warnings, const char *code, size_t line, const char *format, ...)
{
    if (!warnings)
        return;
    va_list args;
    va_start(args, format);
    json_t *message = message_string(format, args);
    va_end(args);
    /* Without memory the warning is lost; what follows will say why. */
    json_array_append_new(warnings,
                          json_pack("{s:s, s:o*, s:o}", "code", code, "message", message, "line",
                                    line ? json_integer((json_int_t)line) : json_null()));
}
