/* SPDX-License-Identifier: MIT */
/* Text from front matter: escapes in quoted strings can bring anything. */
#include "meta_text.h"

#include "ncpost/text.h"

#include <stdlib.h>
#include <string.h>

/* Ranges of code points that are dropped, in ascending order. White space was
 * folded before. */
static const struct {
    int32_t first, last;
} dropped[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x200B, 0x200B}, {0x200E, 0x200F},
    {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
};

static bool is_dropped(int32_t cp)
{
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (cp >= dropped[i].first && cp <= dropped[i].last)
            return true;
    return false;
}

static const char *gap(size_t line_ends, bool lines)
{
    if (!lines || line_ends == 0)
        return " ";
    return line_ends == 1 ? "\n" : "\n\n";
}

static void tidy(struct ncp_str text, bool lines, struct ncp_buf *out)
{
    bool in_gap = false;
    size_t line_ends = 0;
    for (size_t at = 0, len; at < text.len; at += len) {
        int32_t cp;
        len = ncp_utf8_next(text, at, &cp);
        if (ncp_is_space(cp)) {
            in_gap = true;
            line_ends += cp == '\n';
            continue;
        }
        if (is_dropped(cp))
            continue;
        if (in_gap && out->len > 0)
            ncp_buf_add_cstr(out, gap(line_ends, lines));
        ncp_buf_add(out, ncp_str_sub(text, at, at + len));
        in_gap = false;
        line_ends = 0;
    }
}

/* "{{ page.title }}" is no title. */
static bool is_template(struct ncp_str text)
{
    return ncp_str_find(text, NCP_STR("{{"), 0) != SIZE_MAX ||
           ncp_str_find(text, NCP_STR("{%"), 0) != SIZE_MAX;
}

static void add_text(struct ncp_str text, bool lines, struct ncp_buf *out)
{
    struct ncp_buf tidied = NCP_BUF_INIT;
    tidy(text, lines, &tidied);
    if (tidied.failed)
        out->failed = true;
    else if (tidied.len > 0 && !is_template(ncp_buf_str(&tidied)))
        ncp_nfc(ncp_buf_str(&tidied), out);
    ncp_buf_free(&tidied);
}

bool ncpi_meta_text(const json_t *value, bool lines, struct ncp_buf *out)
{
    ncp_buf_clear(out);
    if (json_is_string(value)) {
        add_text((struct ncp_str){json_string_value(value), json_string_length(value)}, lines, out);
    } else if (json_is_number(value)) {
        char *printed = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
        ncp_buf_add_cstr(out, printed);
        out->failed = out->failed || !printed;
        free(printed);
    }
    return out->len > 0 && !out->failed;
}

/* The length of a scheme and its colon at the front of `address`, or 0. */
static size_t scheme_length(struct ncp_str address)
{
    for (size_t i = 0; i < address.len; i++) {
        char c = address.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == ':')
            return i > 0 ? i + 1 : 0;
        if (!letter && (i == 0 || !strchr("0123456789+-.", c) || c == '\0'))
            return 0;
    }
    return 0;
}

bool ncpi_meta_is_address(struct ncp_str address)
{
    struct ncp_str scheme = ncp_str_sub(address, 0, scheme_length(address));
    return scheme.len == 0 || ncp_str_equal_nocase(scheme, NCP_STR("https:")) ||
           ncp_str_equal_nocase(scheme, NCP_STR("http:"));
}

bool ncpi_meta_append(json_t *list, json_t *seen, struct ncp_str text)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    ncp_lower(text, &lower);
    bool done = !lower.failed && lower.ptr;
    if (done && !json_object_get(seen, lower.ptr))
        done = json_object_set_new(seen, lower.ptr, json_true()) == 0 &&
               json_array_append_new(list, json_stringn(text.ptr, text.len)) == 0;
    ncp_buf_free(&lower);
    return done;
}
