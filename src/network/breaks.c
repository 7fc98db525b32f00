/* SPDX-License-Identifier: MIT */
/* Where a text may be broken: paragraphs, lines and sentences, words, graphemes. */
#include "breaks.h"

#include "base/array.h"
#include "tokens_priv.h"

#include <stdlib.h>

/* Ends of what may be kept, rising. */
struct ends {
    size_t *items;
    size_t count, cap;
};

static bool add_end(struct ends *ends, size_t end)
{
    if (end == 0 || (ends->count > 0 && ends->items[ends->count - 1] >= end))
        return true;
    if (!NCPI_ROOM(ends))
        return false;
    ends->items[ends->count++] = end;
    return true;
}

/* ---- paragraphs and sentences ------------------------------------------ */

static size_t trimmed(struct ncp_str text, size_t end)
{
    int32_t cp;
    while (end > 0) {
        size_t len = ncp_utf8_prev(text, end, &cp);
        if (!ncp_is_space(cp))
            break;
        end -= len;
    }
    return end;
}

static bool add_paragraphs(struct ncp_str text, struct ends *ends)
{
    for (size_t at = 0; (at = ncp_str_find(text, NCP_STR("\n\n"), at)) != SIZE_MAX; at++)
        if (!add_end(ends, trimmed(text, at)))
            return false;
    return true;
}

static enum ncp_code add_sentences_of(struct ncp_language *lang, struct ncp_str text, size_t line,
                                      size_t line_end, struct ends *ends, struct ncp_error *err)
{
    struct ncp_spans spans = {0};
    enum ncp_code code = line < line_end
                             ? ncp_sentences(lang, ncp_str_sub(text, line, line_end), &spans, err)
                             : NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < spans.count; i++)
        if (!add_end(ends, line + spans.items[i].end))
            code = ncp_error_memory(err);
    if (code == NCP_OK && !add_end(ends, trimmed(text, line_end)))
        code = ncp_error_memory(err);
    ncp_spans_free(&spans);
    return code;
}

/* Ends of lines too. */
static enum ncp_code add_sentences(struct ncp_language *lang, struct ncp_str text,
                                   struct ends *ends, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t line = 0; line < text.len && code == NCP_OK;) {
        size_t end = ncp_str_find(text, NCP_STR("\n"), line);
        end = end < text.len ? end : text.len;
        code = add_sentences_of(lang, text, line, end, ends, err);
        line = end + 1;
    }
    return code;
}

/* ---- words and graphemes ----------------------------------------------- */

static bool is_inside_token(const struct ncp_tokens *tokens, size_t *next, size_t at)
{
    while (*next < tokens->count && tokens->items[*next].end <= at)
        ++*next;
    return *next < tokens->count && tokens->items[*next].start < at;
}

/* Before white space; before a word in scripts that write none. */
static enum ncp_code add_words(const struct ncpi_cutter *cutter, struct ncp_str text,
                               struct ends *ends, struct ncp_error *err)
{
    struct ncp_spans words = {0};
    struct ncp_tokens tokens = {0};
    size_t word = 0, token = 0;
    enum ncp_code code = ncp_words(cutter->lang, text, &words, err);
    if (code == NCP_OK)
        code = ncp_tokens_find(cutter->network, text, &tokens, err);
    for (size_t at = 0; code == NCP_OK && at < text.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        while (word < words.count && words.items[word].start < at)
            word++;
        bool starts = word < words.count && words.items[word].start == at && ncp_is_unspaced(cp);
        bool fits = ncp_is_space(cp) || (starts && !is_inside_token(&tokens, &token, at));
        if (fits && !add_end(ends, trimmed(text, at)))
            code = ncp_error_memory(err);
        at += len;
    }
    ncp_spans_free(&words);
    ncp_tokens_free(&tokens);
    return code;
}

static bool add_graphemes(struct ncp_str text, struct ends *ends)
{
    for (size_t at = 0; at < text.len;) {
        at = ncp_grapheme_next(text, at);
        if (!add_end(ends, trimmed(text, at)))
            return false;
    }
    return true;
}

static enum ncp_code find_ends(const struct ncpi_cutter *cutter, struct ncp_str text,
                               enum ncpi_break kind, struct ends *ends, struct ncp_error *err)
{
    ends->count = 0;
    switch (kind) {
    case NCPI_BREAK_PARAGRAPH:
        return add_paragraphs(text, ends) ? NCP_OK : ncp_error_memory(err);
    case NCPI_BREAK_SENTENCE:
        return add_sentences(cutter->lang, text, ends, err);
    case NCPI_BREAK_WORD:
        return add_words(cutter, text, ends, err);
    case NCPI_BREAK_GRAPHEME:
        break;
    }
    return add_graphemes(text, ends) ? NCP_OK : ncp_error_memory(err);
}

/* ---- what fits --------------------------------------------------------- */

static enum ncp_code fits_with(const struct ncpi_cutter *cutter, struct ncp_str text,
                               struct ncp_str tail, bool *fits, struct ncp_error *err)
{
    struct ncp_buf whole = NCP_BUF_INIT;
    ncp_buf_add(&whole, text);
    ncp_buf_add(&whole, tail);
    enum ncp_code code = whole.failed ? ncp_error_memory(err)
                                      : ncp_network_fits(cutter->network, ncp_buf_str(&whole),
                                                         cutter->field, fits, err);
    ncp_buf_free(&whole);
    return code;
}

/* The last of `ends` that fits, by halving, in `*end`; 0 if none does. What
 * counts may fall as a text grows (a link becomes whole), so that the halving
 * may stop early, never late. */
static enum ncp_code last_that_fits(const struct ncpi_cutter *cutter, struct ncp_str text,
                                    const struct ends *ends, struct ncp_str tail, size_t *end,
                                    struct ncp_error *err)
{
    size_t low = 0, high = ends->count;
    *end = 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool fits = false;
        enum ncp_code code =
            fits_with(cutter, ncp_str_sub(text, 0, ends->items[middle]), tail, &fits, err);
        if (code != NCP_OK)
            return code;
        if (fits)
            *end = ends->items[middle];
        if (fits)
            low = middle + 1;
        else
            high = middle;
    }
    return NCP_OK;
}

#define WINDOW ((size_t)2048)

/* Enough of `text` that the break must lie inside: all of it, or a start that
 * does not fit. Long texts are then not looked at whole for each post. */
static enum ncp_code window_of(const struct ncpi_cutter *cutter, struct ncp_str text,
                               struct ncp_str tail, struct ncp_str *window, bool *fits,
                               struct ncp_error *err)
{
    for (size_t size = WINDOW;; size *= 2) {
        size_t end = size < text.len ? size : text.len;
        while (end < text.len && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
            end--;
        *window = ncp_str_sub(text, 0, end);
        enum ncp_code code = fits_with(cutter, *window, tail, fits, err);
        if (code != NCP_OK || !*fits || end == text.len)
            return code;
    }
}

enum ncp_code ncpi_best_break(const struct ncpi_cutter *cutter, struct ncp_str text,
                              struct ncpi_tail tail, size_t *end, enum ncpi_break *kind,
                              struct ncp_error *err)
{
    struct ends ends = {0};
    struct ncp_str window = {0};
    bool fits = false;
    enum ncp_code code = window_of(cutter, text, tail.plain, &window, &fits, err);
    *end = code == NCP_OK && fits ? text.len : 0;
    *kind = NCPI_BREAK_PARAGRAPH;
    for (int k = NCPI_BREAK_PARAGRAPH; code == NCP_OK && *end == 0 && k <= (int)cutter->last; k++) {
        *kind = (enum ncpi_break)k;
        code = find_ends(cutter, window, *kind, &ends, err);
        if (code == NCP_OK)
            code = last_that_fits(cutter, window, &ends,
                                  *kind < NCPI_BREAK_WORD ? tail.plain : tail.word, end, err);
    }
    free(ends.items);
    return code;
}
