/* SPDX-License-Identifier: MIT */
/* TOML's values without quotes: booleans, numbers, dates and times. */
#include "toml_priv.h"

#include "warn.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- dates and times ----------------------------------------------------- */

/* True if the first bytes of `text` look like `shape`, in which 0 stands for
 * any digit. */
static bool has_shape(struct ncp_str text, const char *shape)
{
    size_t len = strlen(shape);
    if (text.len < len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (shape[i] == '0' ? !is_digit(text.ptr[i]) : text.ptr[i] != shape[i])
            return false;
    return true;
}

static int two_digits(struct ncp_str text, size_t at)
{
    return (text.ptr[at] - '0') * 10 + (text.ptr[at + 1] - '0');
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Takes a date from the front of `text`. */
static bool take_date(struct ncp_str *text)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!has_shape(*text, "0000-00-00"))
        return false;
    int year = two_digits(*text, 0) * 100 + two_digits(*text, 2);
    int month = two_digits(*text, 5), day = two_digits(*text, 8);
    if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    if (month == 2 && day == 29 && !is_leap(year))
        return false;
    *text = ncp_str_sub(*text, 10, text->len);
    return true;
}

static bool take_time(struct ncp_str *text)
{
    if (!has_shape(*text, "00:00:00") || two_digits(*text, 0) > 23 || two_digits(*text, 3) > 59 ||
        two_digits(*text, 6) > 60)
        return false;
    size_t at = 8;
    if (at + 1 < text->len && text->ptr[at] == '.' && is_digit(text->ptr[at + 1]))
        for (at++; at < text->len && is_digit(text->ptr[at]);)
            at++;
    *text = ncp_str_sub(*text, at, text->len);
    return true;
}

static bool is_offset(struct ncp_str text)
{
    if (text.len == 1)
        return text.ptr[0] == 'Z' || text.ptr[0] == 'z';
    return text.len == 6 && (has_shape(text, "+00:00") || has_shape(text, "-00:00")) &&
           two_digits(text, 1) <= 23 && two_digits(text, 4) <= 59;
}

static bool is_date_or_time(struct ncp_str word)
{
    if (!take_date(&word))
        return take_time(&word) && word.len == 0;
    if (word.len == 0)
        return true;
    if (!strchr("Tt ", word.ptr[0]))
        return false;
    word = ncp_str_sub(word, 1, word.len);
    return take_time(&word) && (word.len == 0 || is_offset(word));
}

/* ---- numbers ------------------------------------------------------------- */

/* Copies `word` without the underscores, each of which must stand between two
 * digits. False if one does not. */
static bool drop_underscores(struct ncp_str word, struct ncp_buf *out)
{
    const char *digits =
        ncp_str_starts(word, NCP_STR("0x")) ? "0123456789abcdefABCDEF" : "0123456789";
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] != '_')
            ncp_buf_add_char(out, word.ptr[i]);
        else if (i == 0 || i + 1 == word.len || !strchr(digits, word.ptr[i - 1]) ||
                 !strchr(digits, word.ptr[i + 1]))
            return false;
    }
    return true;
}

static const struct base {
    const char *prefix, *digits;
    int base;
} bases[] = {
    {"0x", "0123456789abcdefABCDEF", 16},
    {"0o", "01234567", 8},
    {"0b", "01", 2},
};

/* NULL if `text` is no such number, or too large. */
static json_t *in_base(const char *text, const struct base *base)
{
    const char *digits = text + 2;
    if (*digits == '\0' || digits[strspn(digits, base->digits)] != '\0')
        return NULL;
    errno = 0;
    long long value = strtoll(digits, NULL, base->base);
    return errno == 0 ? json_integer(value) : NULL;
}

/* Decimal numbers are JSON's but for a plus sign. */
static json_t *decimal(const char *text)
{
    if (*text == '+')
        text++;
    if (!is_digit(text[*text == '-']))
        return NULL;
    return json_loads(text, JSON_DECODE_ANY, NULL);
}

static json_t *number(struct ncp_str word)
{
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *value = NULL;
    if (drop_underscores(word, &text) && text.ptr && !text.failed) {
        const struct base *base = NULL;
        for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
            if (ncp_str_starts(ncp_buf_str(&text), ncp_str_from(bases[i].prefix)))
                base = &bases[i];
        value = base ? in_base(text.ptr, base) : decimal(text.ptr);
    }
    ncp_buf_free(&text);
    return value;
}

/* ---- words --------------------------------------------------------------- */

/* JSON has no inf and nan: they stay as they are written. */
static bool is_no_number(struct ncp_str word)
{
    if (word.len == 4 && (word.ptr[0] == '+' || word.ptr[0] == '-'))
        word = ncp_str_sub(word, 1, 4);
    return ncp_str_equal(word, NCP_STR("inf")) || ncp_str_equal(word, NCP_STR("nan"));
}

static json_t *meaning(struct ncp_str word)
{
    if (ncp_str_equal(word, NCP_STR("true")))
        return json_true();
    if (ncp_str_equal(word, NCP_STR("false")))
        return json_false();
    if (is_no_number(word) || is_date_or_time(word))
        return json_stringn(word.ptr, word.len);
    return number(word);
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
           (c != '\0' && strchr("+-._:", c));
}

static struct ncp_str take_word(struct ncpi_toml *t)
{
    size_t start = t->at;
    while (is_word(ncpi_toml_peek(t)))
        t->at++;
    struct ncp_str word = ncp_str_sub(t->text, start, t->at);
    if (word.len == 10 && has_shape(word, "0000-00-00") &&
        has_shape(ncp_str_sub(t->text, t->at, t->text.len), " 00:"))
        for (t->at++; is_word(ncpi_toml_peek(t));)
            t->at++;
    return ncp_str_sub(t->text, start, t->at);
}

json_t *ncpi_toml_word(struct ncpi_toml *t)
{
    size_t start = t->at;
    struct ncp_str word = take_word(t);
    if (word.len == 0) {
        ncpi_toml_fail(t, start, "a value should stand here");
        return NULL;
    }
    json_t *value = meaning(word);
    if (!value) {
        struct ncp_str shown = ncpi_clip(word);
        ncpi_toml_fail(t, start, "%.*s is no value; text needs quotation marks", (int)shown.len,
                       shown.ptr);
    }
    return value;
}
