/* SPDX-License-Identifier: MIT */
/* TOML's four forms of strings. */
#include "toml_priv.h"

#include "ncpost/text.h"

#include <string.h>

/* One of the forms; the longer delimiters come first. */
static const struct form {
    const char *quote;
    bool lines;   /* may take several lines */
    bool escapes; /* knows backslash escapes */
} forms[] = {
    {"\"\"\"", true, true},
    {"'''", true, false},
    {"\"", false, true},
    {"'", false, false},
};

static const struct {
    char letter, meaning;
} escapes[] = {
    {'b', '\b'}, {'t', '\t'}, {'n', '\n'}, {'f', '\f'}, {'r', '\r'}, {'"', '"'}, {'\\', '\\'},
};

static int hex_digit(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)((found - digits) % 16) : -1;
}

/* `\uXXXX` or `\UXXXXXXXX`, behind the letter. */
static bool read_code_point(struct ncpi_toml *t, int digits, struct ncp_buf *out)
{
    size_t start = t->at;
    uint32_t cp = 0;
    for (int i = 0; i < digits; i++) {
        int digit = hex_digit(ncpi_toml_peek(t));
        if (digit < 0)
            return ncpi_toml_fail(t, start, "%d hexadecimal digits should stand here", digits);
        cp = cp << 4 | (uint32_t)digit;
        t->at++;
    }
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        return ncpi_toml_fail(t, start, "this is no character's number");
    ncp_utf8_add(out, (int32_t)cp);
    return true;
}

/* A backslash at the end of a line: the line end and the white space after it
 * do not count. False if something else stands on the line. */
static bool skip_joined_lines(struct ncpi_toml *t)
{
    size_t start = t->at;
    ncpi_toml_skip_blanks(t);
    if (!ncpi_toml_skip_newline(t)) {
        t->at = start;
        return false;
    }
    do
        ncpi_toml_skip_blanks(t);
    while (ncpi_toml_skip_newline(t));
    return true;
}

static bool read_escape(struct ncpi_toml *t, const struct form *form, struct ncp_buf *out)
{
    t->at++;
    char letter = ncpi_toml_peek(t);
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].letter == letter) {
            ncp_buf_add_char(out, escapes[i].meaning);
            t->at++;
            return true;
        }
    if (ncpi_toml_skip(t, "u"))
        return read_code_point(t, 4, out);
    if (ncpi_toml_skip(t, "U"))
        return read_code_point(t, 8, out);
    if (form->lines && skip_joined_lines(t))
        return true;
    return ncpi_toml_fail(t, t->at - 1, "a backslash and this character mean nothing");
}

/* At the closing quotation marks? One or two more marks before the closing
 * three belong to the text. */
static bool closes(struct ncpi_toml *t, const struct form *form, struct ncp_buf *out)
{
    if (!ncpi_toml_skip(t, form->quote))
        return false;
    for (int i = 0; form->lines && i < 2 && ncpi_toml_peek(t) == form->quote[0]; i++) {
        ncp_buf_add_char(out, form->quote[0]);
        t->at++;
    }
    return true;
}

static bool read_text(struct ncpi_toml *t, const struct form *form, struct ncp_buf *out)
{
    size_t start = t->at;
    while (!closes(t, form, out)) {
        size_t here = t->at;
        if (here == t->text.len)
            return ncpi_toml_fail(t, start, "the text that starts here has no closing %s",
                                  form->quote);
        if (ncpi_toml_skip_newline(t)) {
            if (!form->lines)
                return ncpi_toml_fail(t, here, "the text on this line has no closing %s",
                                      form->quote);
            ncp_buf_add_char(out, '\n');
        } else if (form->escapes && t->text.ptr[here] == '\\') {
            if (!read_escape(t, form, out))
                return false;
        } else {
            ncp_buf_add_char(out, t->text.ptr[t->at++]);
        }
    }
    return !out->failed || ncpi_toml_no_memory(t);
}

bool ncpi_toml_string(struct ncpi_toml *t, bool key, struct ncp_buf *out)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if ((key && forms[i].lines) || !ncpi_toml_skip(t, forms[i].quote))
            continue;
        if (forms[i].lines)
            ncpi_toml_skip_newline(t);
        return read_text(t, &forms[i], out);
    }
    return ncpi_toml_fail(t, t->at, "a quotation mark should stand here");
}
