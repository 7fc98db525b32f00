/* SPDX-License-Identifier: MIT */
/* Bytes as given → UTF-8. */
#include "encoding.h"

#include "ncpost/text.h"

#include <errno.h>
#include <iconv.h>

static enum ncp_code bad_byte(size_t offset, const char *what, struct ncp_error *err)
{
    enum ncp_code code =
        ncp_error_set(err, NCP_E_DATA, "not %s: bad byte at offset %zu", what, offset);
    ncp_error_hint(err, "name the encoding with --encoding, for example --encoding windows-1252");
    if (err)
        err->offset = offset;
    return code;
}

/* ---- UTF-8 ------------------------------------------------------------------ */

/* A surrogate that somebody wrote in UTF-8 form: ED A0..BF xx. */
static bool is_encoded_surrogate(struct ncp_str s, size_t at)
{
    return s.len - at >= 3 && (unsigned char)s.ptr[at] == 0xED &&
           (unsigned char)s.ptr[at + 1] >= 0xA0 && ((unsigned char)s.ptr[at + 2] & 0xC0) == 0x80;
}

static enum ncp_code from_utf8(struct ncp_str input, struct ncp_buf *out, size_t *surrogates,
                               struct ncp_error *err)
{
    size_t at = 0;
    while (at < input.len) {
        struct ncp_str rest = ncp_str_sub(input, at, input.len);
        size_t bad = rest.len;
        if (!ncp_utf8_valid(rest, &bad) && !is_encoded_surrogate(rest, bad))
            return bad_byte(at + bad, "UTF-8", err);
        ncp_buf_add(out, ncp_str_sub(rest, 0, bad));
        if (bad == rest.len)
            break;
        ncp_buf_add(out, NCP_STR("   "));
        ++*surrogates;
        at += bad + 3;
    }
    return NCP_OK;
}

/* ---- UTF-16 ----------------------------------------------------------------- */

static int32_t unit_at(struct ncp_str s, size_t at, bool big)
{
    int32_t first = (unsigned char)s.ptr[at], second = (unsigned char)s.ptr[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static enum ncp_code from_utf16(struct ncp_str input, bool big, struct ncp_buf *out,
                                size_t *surrogates, struct ncp_error *err)
{
    if (input.len % 2 != 0)
        return bad_byte(input.len - 1, "UTF-16", err);
    for (size_t at = 2; at < input.len; at += 2) {
        int32_t unit = unit_at(input, at, big);
        int32_t next = at + 2 < input.len ? unit_at(input, at + 2, big) : 0;
        if (unit < 0xD800 || unit > 0xDFFF) {
            ncp_utf8_add(out, unit);
        } else if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
            ncp_utf8_add(out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
            at += 2;
        } else {
            ++*surrogates;
        }
    }
    return NCP_OK;
}

/* ---- anything else, through iconv -------------------------------------------- */

static enum ncp_code convert(iconv_t converter, struct ncp_str input, const char *encoding,
                             struct ncp_buf *out, struct ncp_error *err)
{
    union {
        const char *in;
        char *iconv_in; /* iconv's prototype lacks a const; it does not write */
    } from = {.in = input.ptr};
    size_t left = input.len;
    while (left > 0) {
        char chunk[4096];
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t done = iconv(converter, &from.iconv_in, &left, &to, &room);
        int why = errno;
        ncp_buf_add(out, (struct ncp_str){chunk, sizeof chunk - room});
        if (done == (size_t)-1 && why != E2BIG)
            return bad_byte(input.len - left, encoding, err);
    }
    return NCP_OK;
}

static enum ncp_code from_named(struct ncp_str input, const char *encoding, struct ncp_buf *out,
                                struct ncp_error *err)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) {
        ncp_error_set(err, NCP_E_USAGE, "unknown encoding '%s'", encoding);
        ncp_error_hint(err, "iconv -l lists the names");
        return NCP_E_USAGE;
    }
    enum ncp_code code = convert(converter, input, encoding, out, err);
    iconv_close(converter);
    return code;
}

enum ncp_code ncpi_decode(struct ncp_str input, const char *encoding, struct ncp_buf *out,
                          size_t *surrogates, struct ncp_error *err)
{
    enum ncp_code code;
    *surrogates = 0;
    if (encoding)
        code = from_named(input, encoding, out, err);
    else if (ncp_str_starts(input, NCP_STR("\xFF\xFE")))
        code = from_utf16(input, false, out, surrogates, err);
    else if (ncp_str_starts(input, NCP_STR("\xFE\xFF")))
        code = from_utf16(input, true, out, surrogates, err);
    else
        code = from_utf8(input, out, surrogates, err);
    if (code == NCP_OK && out->failed)
        return ncp_error_memory(err);
    return code;
}
