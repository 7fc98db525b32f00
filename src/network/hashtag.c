/* SPDX-License-Identifier: MIT */
/* Hashtags by a network's syntax: of words, or of everything but white space. */
#include "conjunct.h"
#include "tokens_priv.h"

#include <utf8proc.h>

#define EMOJI_STYLE 0xFE0F
#define KEYCAP      0x20E3

int32_t ncpi_at(struct ncp_str text, size_t at)
{
    int32_t cp = -1;
    if (at < text.len)
        ncp_utf8_next(text, at, &cp);
    return cp;
}

int32_t ncpi_before(struct ncp_str text, size_t at)
{
    int32_t cp = -1;
    if (at > 0)
        ncp_utf8_prev(text, at, &cp);
    return cp;
}

bool ncpi_in_set(struct ncp_str set, int32_t cp)
{
    int32_t member;
    for (size_t at = 0; at < set.len;) {
        at += ncp_utf8_next(set, at, &member);
        if (member == cp)
            return true;
    }
    return false;
}

bool ncpi_is_script_space(int32_t cp)
{
    return (cp >= '\t' && cp <= '\r') || cp == 0xFEFF || cp == 0x2028 || cp == 0x2029 ||
           (cp >= 0 && utf8proc_category(cp) == UTF8PROC_CATEGORY_ZS);
}

bool ncpi_in_tag(const struct ncpi_tag_syntax *syntax, int32_t cp)
{
    if (cp < 0)
        return false;
    return ncp_is_letter(cp) || ncp_is_digit(cp) || ncpi_in_set(syntax->extra, cp);
}

/* ---- tags of words ----------------------------------------------------- */

/* What a run of characters of a tag holds. */
struct body {
    size_t end;  /* behind its last character, joiners left out */
    bool letter; /* a letter, or an emoji where they are allowed */
    bool inner;  /* where joiners exist: a `_` or a joiner with characters on both sides */
};

static bool is_joiner(const struct ncpi_tag_syntax *syntax, int32_t cp)
{
    return ncpi_in_set(syntax->joiners, cp);
}

static size_t emoji_length(const struct ncpi_tag_syntax *syntax, struct ncp_str text, size_t at)
{
    if (!syntax->emoji || (unsigned char)text.ptr[at] < 0x80)
        return 0;
    size_t end = ncp_grapheme_next(text, at);
    return ncp_grapheme_is_emoji(ncp_str_sub(text, at, end)) ? end - at : 0;
}

static struct body read_body(const struct ncpi_tag_syntax *syntax, struct ncp_str text, size_t at)
{
    struct body body = {.end = at};
    bool pending = false; /* something that counts if a character follows */
    const size_t start = at;
    while (at < text.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        bool plain = ncpi_in_tag(syntax, cp), joiner = is_joiner(syntax, cp) && at > start;
        size_t emoji = plain || joiner ? 0 : emoji_length(syntax, text, at);
        if (!plain && !joiner && !emoji)
            break;
        at += emoji ? emoji : len;
        if (joiner) {
            pending = true;
            continue;
        }
        body.letter = body.letter || emoji || ncp_is_letter(cp);
        body.inner = body.inner || pending;
        pending = cp == '_' && syntax->joiners.len > 0 && body.end > start;
        body.end = at;
    }
    return body;
}

static bool may_open(const struct ncpi_tag_syntax *syntax, struct ncp_str text, size_t at)
{
    int32_t before = ncpi_before(text, at);
    if (before < 0)
        return true;
    if (syntax->before == NCPI_BEFORE_SPACE)
        return ncp_is_space(before);
    if (before == EMOJI_STYLE || before == 0xFE0E)
        return true;
    return before != '&' && !ncpi_in_tag(syntax, before) && !is_joiner(syntax, before);
}

static bool may_close(const struct ncpi_tag_syntax *syntax, struct ncp_str text, size_t end)
{
    if (!syntax->chain && ncpi_in_set(syntax->signs, ncpi_at(text, end)))
        return false;
    return !ncp_str_starts(ncp_str_sub(text, end, end + 3), NCP_STR("://"));
}

/* The end of the tag whose sign ends at `at`; `at` if there is none. */
static size_t word_tag_end(const struct ncpi_tag_syntax *syntax, struct ncp_str text, size_t sign,
                           size_t at, bool chained)
{
    int32_t first = ncpi_at(text, at);
    if ((!chained && !may_open(syntax, text, sign)) || first == EMOJI_STYLE || first == KEYCAP)
        return at;
    struct body body = read_body(syntax, text, at);
    bool named = body.letter || body.inner || (syntax->digits_only && body.end > at);
    return named && may_close(syntax, text, body.end) ? body.end : at;
}

/* ---- tags of anything but space ---------------------------------------- */

/* What ends a tag besides white space: invisible spaces, and U+20E2 as the
 * library has it (@atproto/api 0.21.0, rich-text/util, read 2026-11-24). */
static bool is_invisible(int32_t cp)
{
    return cp == 0xAD || cp == 0x2060 || (cp >= 0x200A && cp <= 0x200D) || cp == 0x20E2;
}

static size_t nonspace_tag_end(struct ncp_str text, size_t sign, size_t at)
{
    size_t end = at;
    bool named = false;
    int32_t cp, before = ncpi_before(text, sign);
    if ((before >= 0 && !ncpi_is_script_space(before)) || ncpi_at(text, at) == EMOJI_STYLE)
        return at;
    for (size_t next = at; next < text.len;) {
        next += ncp_utf8_next(text, next, &cp);
        if (ncpi_is_script_space(cp) || is_invisible(cp))
            break;
        if (ncp_is_punct(cp))
            continue;
        named = named || !(cp >= '0' && cp <= '9');
        end = next;
    }
    return named ? end : at;
}

/* ---- both -------------------------------------------------------------- */

static bool is_short_enough(const struct ncpi_tag_syntax *syntax, struct ncp_str name)
{
    return syntax->max == 0 || ncpi_conjunct_count(name) <= syntax->max;
}

bool ncpi_find_hashtags(const struct ncpi_tag_syntax *syntax, struct ncp_str text,
                        struct ncp_tokens *out)
{
    size_t last = SIZE_MAX; /* end of the tag before */
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t sign = at;
        at += ncp_utf8_next(text, at, &cp);
        if (!ncpi_in_set(syntax->signs, cp))
            continue;
        size_t end = syntax->style == NCPI_TAG_NONSPACE
                         ? nonspace_tag_end(text, sign, at)
                         : word_tag_end(syntax, text, sign, at, syntax->chain && last == sign);
        if (end == at)
            continue;
        struct ncp_token token = {NCP_TOKEN_HASHTAG, sign, end, at, end};
        if (is_short_enough(syntax, ncp_str_sub(text, at, end)) && !ncpi_token_add(out, token))
            return false;
        at = last = end;
    }
    return true;
}
