/* SPDX-License-Identifier: MIT */
/* Owned bytes that grow. */
#include "ncpost/base.h"

#include "array.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(struct ncp_buf *buf, size_t more)
{
    if (buf->failed)
        return false;
    void *ptr = buf->ptr;
    if (more > SIZE_MAX - buf->len - 1 || !ncpi_reserve(&ptr, &buf->cap, buf->len + more + 1, 1)) {
        buf->failed = true;
        return false;
    }
    buf->ptr = ptr;
    return true;
}

void ncp_buf_add(struct ncp_buf *buf, struct ncp_str text)
{
    if (!reserve(buf, text.len))
        return;
    if (text.len > 0)
        memcpy(buf->ptr + buf->len, text.ptr, text.len);
    buf->len += text.len;
    buf->ptr[buf->len] = '\0';
}

void ncp_buf_add_cstr(struct ncp_buf *buf, const char *cstr)
{
    ncp_buf_add(buf, ncp_str_from(cstr));
}

void ncp_buf_add_char(struct ncp_buf *buf, char c)
{
    ncp_buf_add(buf, (struct ncp_str){&c, 1});
}

void ncp_buf_add_vformat(struct ncp_buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0)
        buf->failed = true;
    else if (reserve(buf, (size_t)len)) {
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

void ncp_buf_add_format(struct ncp_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    ncp_buf_add_vformat(buf, format, args);
    va_end(args);
}

void ncp_buf_clear(struct ncp_buf *buf)
{
    buf->failed = false;
    ncp_buf_truncate(buf, 0);
}

void ncp_buf_truncate(struct ncp_buf *buf, size_t len)
{
    if (len >= buf->len)
        return;
    buf->len = len;
    buf->ptr[len] = '\0';
}

struct ncp_str ncp_buf_str(const struct ncp_buf *buf)
{
    return (struct ncp_str){buf->ptr, buf->len};
}

void ncp_buf_free(struct ncp_buf *buf)
{
    if (!buf)
        return;
    free(buf->ptr);
    *buf = (struct ncp_buf)NCP_BUF_INIT;
}
