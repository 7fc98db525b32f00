/* SPDX-License-Identifier: MIT */
/* Letters of mathematical alphabets, and sentences in capitals. */
#include "lint.h"
#include "range.h"
#include "tokens_priv.h"

#include <stdlib.h>
#include <utf8proc.h>

/* ---- styled letters ---------------------------------------------------- */

/* Letters and digits that are pictures of others (Unicode 15.0, blocks
 * Mathematical Alphanumeric Symbols, Enclosed Alphanumerics and their
 * supplement). */
static const struct ncpi_range styled[] = {{0x24B6, 0x24E9},
                                           {0x1D400, 0x1D7FF},
                                           {0x1F130, 0x1F149},
                                           {0x1F150, 0x1F169},
                                           {0x1F170, 0x1F189}};

/* Signs that fill the gaps of those alphabets; styled beside a styled letter. */
static const struct ncpi_range gaps[] = {{0x2102, 0x2102}, {0x210A, 0x2113}, {0x2115, 0x2115},
                                         {0x2119, 0x211D}, {0x2124, 0x2124}, {0x2128, 0x2128},
                                         {0x212C, 0x212D}, {0x212F, 0x2131}, {0x2133, 0x2134}};

/* Wide Latin letters: at home in Chinese and Japanese text. */
static const struct ncpi_range wide[] = {{0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};

/* Ⓜ, 🅰, 🅱, 🅾, 🅿 are emoji. */
static bool is_emoji_letter(int32_t cp)
{
    return cp == 0x24C2 || cp == 0x1F170 || cp == 0x1F171 || cp == 0x1F17E || cp == 0x1F17F;
}

static bool is_styled(int32_t cp, bool wide_too)
{
    return cp >= 0 && !is_emoji_letter(cp) &&
           (NCPI_IN(styled, cp) || (wide_too && NCPI_IN(wide, cp)));
}

static bool has_unspaced(struct ncp_str text)
{
    int32_t cp;
    for (size_t at = 0; at < text.len;) {
        at += ncp_utf8_next(text, at, &cp);
        if (cp >= 0x3040 && cp < 0xFF00 && ncp_is_unspaced(cp))
            return true;
    }
    return false;
}

/* What `cp` is a picture of: its compatibility form; white on black has none. */
static void add_plain(int32_t cp, struct ncp_buf *out)
{
    utf8proc_int32_t form[18];
    int last = 0;
    if (cp >= 0x1F150 && cp <= 0x1F169)
        form[0] = 'A' + (cp - 0x1F150);
    else if (cp >= 0x1F170 && cp <= 0x1F189)
        form[0] = 'A' + (cp - 0x1F170);
    else if (utf8proc_decompose_char(cp, form, 18, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &last) < 1)
        form[0] = cp;
    ncp_utf8_add(out, form[0]);
}

static size_t styled_end(struct ncp_str text, size_t at, bool wide_too, struct ncp_buf *plain)
{
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!is_styled(cp, wide_too) && !NCPI_IN(gaps, cp))
            break;
        add_plain(cp, plain);
        at += len;
    }
    return at;
}

static void check_styled(struct ncpi_lint *lint)
{
    struct ncp_str text = lint->text;
    struct ncp_buf plain = NCP_BUF_INIT;
    bool wide_too = !has_unspaced(text);
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        bool gap = NCPI_IN(gaps, cp) && is_styled(ncpi_at(text, at + len), wide_too);
        if (!is_styled(cp, wide_too) && !gap) {
            at += len;
            continue;
        }
        ncp_buf_clear(&plain);
        size_t end = styled_end(text, at, wide_too, &plain);
        ncpi_report(lint, NCPI_STYLED_LETTERS, at, end,
                    "styled letters: screen readers spell them out or skip them, and most "
                    "networks count them twice");
        ncpi_repair(lint, NCPI_STYLED_LETTERS, at, ncp_buf_str(&plain));
        at = end;
    }
    lint->failed = lint->failed || plain.failed;
    ncp_buf_free(&plain);
}

/* ---- capitals ---------------------------------------------------------- */

/* What a stretch between sentence ends holds. */
struct stretch {
    size_t start, end;
    size_t letters, lower, words; /* words of two or more capitals */
};

static void judge(struct ncpi_lint *lint, const struct stretch *s)
{
    if (s->lower == 0 && s->words >= 3 && s->letters >= 12)
        ncpi_report(lint, NCPI_ALL_CAPS, s->start, s->end,
                    "a sentence in capitals is hard to read and reads as shouting");
}

static bool ends_sentence(int32_t cp)
{
    return cp == '\n' || cp == '.' || cp == '!' || cp == '?' || cp == 0x2026;
}

/* The end of the token that starts at `at`, `at` itself if none does. */
static size_t token_end(const struct ncpi_lint *lint, size_t at, size_t *next)
{
    while (*next < lint->tokens.count && lint->tokens.items[*next].start < at)
        ++*next;
    bool here = *next < lint->tokens.count && lint->tokens.items[*next].start == at;
    return here ? lint->tokens.items[*next].end : at;
}

static void check_capitals(struct ncpi_lint *lint)
{
    struct ncp_str text = lint->text;
    struct stretch s = {0};
    size_t run = 0, next = 0;
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t skip = token_end(lint, at, &next);
        if (skip > at) {
            at = skip;
            continue;
        }
        size_t len = ncp_utf8_next(text, at, &cp);
        bool upper = ncp_is_upper(cp), lower = ncp_is_lower(cp);
        if (upper && s.letters++ == 0)
            s.start = at;
        s.lower += lower;
        run = upper ? run + 1 : 0;
        s.words += run == 2;
        if (upper)
            s.end = at + len;
        if (ends_sentence(cp)) {
            judge(lint, &s);
            s = (struct stretch){0};
        }
        at += len;
    }
    judge(lint, &s);
}

void ncpi_lint_letters(struct ncpi_lint *lint)
{
    check_styled(lint);
    check_capitals(lint);
}
