/* SPDX-License-Identifier: MIT */
/* Emoji in a row, and in place of words. */
#include "lint.h"
#include "tokens_priv.h"

#define RUN_MAX 2

static size_t skip_blanks(struct ncp_str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at;
}

/* The last character before `at` that is no blank; -1 at the start of a line. */
static int32_t word_before(struct ncp_str text, size_t at)
{
    while (at > 0 && (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\t'))
        at--;
    return ncpi_before(text, at);
}

static bool goes_on(int32_t cp)
{
    return cp >= 0 && (ncp_is_lower(cp) || ncp_is_digit(cp));
}

static bool is_open(int32_t cp)
{
    return cp >= 0 && (ncp_is_letter(cp) || ncp_is_digit(cp) || cp == ',');
}

static size_t emoji_end(struct ncp_str text, size_t at)
{
    if ((unsigned char)text.ptr[at] < 0x80 && ncpi_at(text, at + 1) < 0x80)
        return at;
    size_t end = ncp_grapheme_next(text, at);
    return ncp_grapheme_is_emoji(ncp_str_sub(text, at, end)) ? end : at;
}

/* The end of the emoji from `at` on, blanks between them; how many in `*count`. */
static size_t run_end(struct ncp_str text, size_t at, size_t *count)
{
    size_t end = at;
    *count = 0;
    while (at < text.len) {
        size_t next = emoji_end(text, at);
        if (next == at)
            break;
        end = next;
        at = skip_blanks(text, next);
        ++*count;
    }
    return end;
}

void ncpi_lint_emoji(struct ncpi_lint *lint)
{
    struct ncp_str text = lint->text;
    for (size_t at = 0, count; at < text.len;) {
        size_t end = run_end(text, at, &count);
        if (count == 0) {
            at = (unsigned char)text.ptr[at] < 0x80 ? at + 1 : ncp_grapheme_next(text, at);
            continue;
        }
        if (count > RUN_MAX)
            ncpi_report(lint, NCPI_EMOJI_RUN, at, end,
                        "%zu emoji in a row: screen readers say the name of each", count);
        if (is_open(word_before(text, at)) && goes_on(ncpi_at(text, skip_blanks(text, end))))
            ncpi_report(lint, NCPI_EMOJI_IN_SENTENCE, at, end,
                        "an emoji inside a sentence: put it behind");
        at = end;
    }
}
