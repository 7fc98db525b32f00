/* SPDX-License-Identifier: MIT */
/* Mentions by a network's syntax: @name, @name@host, or @domain. */
#include "tld.h"
#include "tokens_priv.h"

#define FULLWIDTH_AT 0xFF20

static bool is_alnum(int32_t cp)
{
    return (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
}

static bool is_sign(int32_t cp)
{
    return cp == '@' || cp == FULLWIDTH_AT;
}

/* What may not follow a mention (twitter-text's endMentionMatch, read
 * 2026-11-24): it was part of an address or of a word. */
static bool may_close(struct ncp_str text, size_t end)
{
    int32_t next = ncpi_at(text, end);
    return !is_sign(next) && !ncpi_is_latin_accent(next) &&
           !ncp_str_starts(ncp_str_sub(text, end, end + 3), NCP_STR("://"));
}

/* ---- @name ------------------------------------------------------------- */

/* "RT@name" counts although a letter stands before the sign. */
static bool follows_retweet(struct ncp_str text, size_t sign)
{
    size_t at = sign > 0 && text.ptr[sign - 1] == ':' ? sign - 1 : sign;
    if (at < 2 || !ncp_str_equal_nocase(ncp_str_sub(text, at - 2, at), NCP_STR("rt")))
        return false;
    int32_t before = ncpi_before(text, at - 2);
    return !is_alnum(before) && !ncpi_in_set(NCP_STR("_+~.-"), before);
}

static bool may_open_word(struct ncp_str text, size_t sign)
{
    int32_t before = ncpi_before(text, sign);
    bool blocked = is_alnum(before) || is_sign(before) || ncpi_in_set(NCP_STR("_!#$%&*"), before);
    return !blocked || follows_retweet(text, sign);
}

static size_t word_end(const struct ncpi_mention_syntax *syntax, struct ncp_str text, size_t at)
{
    size_t end = at;
    for (size_t next = at; next < text.len && next - at < syntax->max; next++) {
        int32_t cp = (unsigned char)text.ptr[next];
        bool letter = is_alnum(cp) || cp == '_';
        if (!letter && !ncpi_in_set(syntax->extra, cp))
            break;
        if (letter)
            end = next + 1; /* a name ends with no full stop or dash */
    }
    return end;
}

static size_t find_word(const struct ncpi_mention_syntax *syntax, struct ncp_str text, size_t sign,
                        size_t at)
{
    if (!may_open_word(text, sign))
        return at;
    size_t end = word_end(syntax, text, at);
    return end > at && may_close(text, end) ? end : at;
}

/* ---- @name@host -------------------------------------------------------- */

static bool is_word(int32_t cp)
{
    return cp == '_' || (cp >= 0 && (ncp_is_letter(cp) || ncp_is_digit(cp)));
}

static bool is_name(int32_t cp)
{
    return cp == '_' || is_alnum(cp);
}

/* Parts of `inside` characters with any `.` and `-` between. */
static size_t parts_end(struct ncp_str text, size_t at, bool (*inside)(int32_t))
{
    size_t end = at;
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        bool part = inside(cp);
        if (!part && cp != '.' && cp != '-')
            break;
        at += len;
        if (part)
            end = at;
    }
    return end;
}

static bool starts_with_part(struct ncp_str text, size_t at, bool (*inside)(int32_t))
{
    return inside(ncpi_at(text, at));
}

static size_t find_host(struct ncp_str text, size_t sign, size_t at, size_t max, size_t *local)
{
    int32_t before = ncpi_before(text, sign);
    if (before == '=' || before == '/' || is_word(before) || !starts_with_part(text, at, is_name))
        return at;
    size_t end = *local = parts_end(text, at, is_name);
    if (ncpi_at(text, end) == '@' && starts_with_part(text, end + 1, is_word)) {
        end = parts_end(text, end + 1, is_word);
        if (ncp_measure(ncp_str_sub(text, *local + 1, end)).code_points > max)
            return at;
    }
    return may_close(text, end) ? end : at;
}

/* ---- @domain ----------------------------------------------------------- */

static bool is_boundary(struct ncp_str text, size_t at)
{
    int32_t before = ncpi_before(text, at), after = ncpi_at(text, at);
    bool word = is_alnum(before) || before == '_';
    return word != (is_alnum(after) || after == '_');
}

static bool is_handle(struct ncp_str name)
{
    size_t dot = name.len;
    while (dot > 0 && name.ptr[dot - 1] != '.')
        dot--;
    if (dot == 0)
        return false;
    return ncpi_tld_known(ncp_str_sub(name, dot, name.len)) || ncp_str_ends(name, NCP_STR(".test"));
}

static size_t find_domain(struct ncp_str text, size_t sign, size_t at, size_t *skip)
{
    int32_t before = ncpi_before(text, sign);
    if (before >= 0 && before != '(' && !ncpi_is_script_space(before))
        return at;
    size_t end = at;
    while (end < text.len &&
           (is_alnum((unsigned char)text.ptr[end]) || text.ptr[end] == '.' || text.ptr[end] == '-'))
        end++;
    *skip = end;
    while (end > at && !is_boundary(text, end))
        end--;
    return is_handle(ncp_str_sub(text, at, end)) ? end : at;
}

bool ncpi_find_mentions(const struct ncpi_mention_syntax *syntax, struct ncp_str text,
                        struct ncp_tokens *out)
{
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t sign = at, end, skip = 0, local = 0;
        at += ncp_utf8_next(text, at, &cp);
        if (!is_sign(cp) || (syntax->style != NCPI_MENTION_WORD && cp != '@'))
            continue;
        if (syntax->style == NCPI_MENTION_HOST)
            end = find_host(text, sign, at, syntax->max, &local);
        else if (syntax->style == NCPI_MENTION_DOMAIN)
            end = find_domain(text, sign, at, &skip);
        else
            end = find_word(syntax, text, sign, at);
        if (end == at) {
            at = skip > at ? skip : at;
            continue;
        }
        struct ncp_token token = {NCP_TOKEN_MENTION, sign, end, at, local ? local : end};
        if (!ncpi_token_add(out, token))
            return false;
        at = end;
    }
    return true;
}
