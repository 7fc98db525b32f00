/* SPDX-License-Identifier: MIT */
/* Hashtags that are none, cannot be read, reach nobody, or stand twice. */
#include "lint.h"
#include "tokens_priv.h"

#include <stdlib.h>

#define SHOWN_MAX 60 /* bytes of a tag that a message shows */

static const char *tag_name(struct ncp_str tag, int *len)
{
    size_t shown = tag.len < SHOWN_MAX ? tag.len : SHOWN_MAX;
    while (shown < tag.len && ((unsigned char)tag.ptr[shown] & 0xC0) == 0x80)
        shown--;
    *len = (int)shown;
    return tag.ptr;
}

/* ---- broken ------------------------------------------------------------ */

static size_t word_end(struct ncp_str text, size_t at)
{
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        if (ncp_is_space(cp) || cp == '#' || cp == 0xFF03)
            break;
        at += len;
    }
    return at;
}

static bool is_word_character(int32_t cp)
{
    return cp >= 0 && (ncp_is_letter(cp) || ncp_is_digit(cp));
}

/* True if what follows the tag belongs to the word that was meant. A possessive
 * 's does not. */
static bool goes_on(struct ncp_str text, size_t end)
{
    int32_t next = ncpi_at(text, end), after;
    if (next < 0 || ncp_is_space(next))
        return false;
    if (ncpi_in_set(NCP_STR("+%$€£"), next))
        return true;
    end += ncp_utf8_next(text, end, &next);
    after = ncpi_at(text, end);
    if (ncpi_in_set(NCP_STR("'’"), next)) {
        int32_t last = ncpi_at(text, end + 1);
        return is_word_character(after) && !(after == 's' && !is_word_character(last));
    }
    return ncpi_in_set(NCP_STR("-‐‑&./@*~"), next) && is_word_character(after);
}

static void check_cut_tag(struct ncpi_lint *lint, const struct ncp_token *t)
{
    int len;
    struct ncp_str tag = ncp_str_sub(lint->text, t->start, t->end);
    if (!goes_on(lint->text, t->end))
        return;
    const char *name = tag_name(tag, &len);
    ncpi_report(lint, NCPI_BROKEN_HASHTAG, t->start, word_end(lint->text, t->end),
                "the hashtag ends after %.*s", len, name);
}

static bool in_token(const struct ncpi_lint *lint, size_t at, size_t *next)
{
    while (*next < lint->tokens.count && lint->tokens.items[*next].end <= at)
        ++*next;
    return *next < lint->tokens.count && lint->tokens.items[*next].start <= at;
}

static size_t digits_end(struct ncp_str text, size_t at)
{
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at;
}

/* A sign with a word behind it that the network takes for no hashtag. "#1" may
 * be a number, "C#m" a chord. */
static bool was_meant(struct ncp_str text, size_t sign, size_t at, size_t end)
{
    int32_t before = ncpi_before(text, sign);
    size_t digits = digits_end(text, at);
    bool number = digits == end || (digits > at && !is_word_character(ncpi_at(text, digits)) &&
                                    !goes_on(text, digits));
    if (!is_word_character(ncpi_at(text, at)) || before == '&' || (number && digits - at < 4))
        return false;
    return !is_word_character(before) || end - at > 2;
}

static void check_lost_tags(struct ncpi_lint *lint)
{
    struct ncp_str text = lint->text;
    size_t next = 0;
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t sign = at, end;
        at += ncp_utf8_next(text, at, &cp);
        if (!ncpi_in_set(lint->network->tag.signs, cp) || in_token(lint, sign, &next))
            continue;
        end = word_end(text, at);
        if (!was_meant(text, sign, at, end))
            continue;
        int len;
        const char *name = tag_name(ncp_str_sub(text, sign, end), &len);
        ncpi_report(lint, NCPI_BROKEN_HASHTAG, sign, end, "%.*s is no hashtag on %s", len, name,
                    lint->network->label);
    }
}

/* ---- unreadable -------------------------------------------------------- */

static bool lower_of(struct ncp_str body, struct ncp_buf *lower, bool *all_upper)
{
    bool upper = true, small = true;
    for (size_t i = 0; i < body.len; i++) {
        char c = body.ptr[i];
        upper = upper && c >= 'A' && c <= 'Z';
        small = small && c >= 'a' && c <= 'z';
        ncp_buf_add_char(lower, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
    }
    *all_upper = upper;
    return upper || small;
}

static void check_readable(struct ncpi_lint *lint, const struct ncp_token *t)
{
    struct ncp_str body = ncp_str_sub(lint->text, t->inner, t->end);
    struct ncp_buf lower = NCP_BUF_INIT, fix = NCP_BUF_INIT;
    bool upper;
    ncp_buf_add(&fix, ncp_str_sub(lint->text, t->start, t->inner));
    if (lower_of(body, &lower, &upper) &&
        ncpi_split_tag(ncp_buf_str(&lower), lint->text, &fix) > 0) {
        ncpi_report(lint, NCPI_UNREADABLE_HASHTAG, t->start, t->end,
                    "screen readers read it as one word; %s tells the words apart", fix.ptr);
        ncpi_repair(lint, NCPI_UNREADABLE_HASHTAG, t->start, ncp_buf_str(&fix));
    }
    lint->failed = lint->failed || lower.failed || fix.failed;
    ncp_buf_free(&lower);
    ncp_buf_free(&fix);
}

/* ---- generic, suppressed, twice ---------------------------------------- */

static void check_reach(struct ncpi_lint *lint, const struct ncp_token *t)
{
    const char *trouble = ncp_hashtag_trouble(ncp_str_sub(lint->text, t->inner, t->end));
    if (trouble && *trouble == 'g')
        ncpi_report(lint, NCPI_GENERIC_HASHTAG, t->start, t->end,
                    "the hashtag says nothing about the post");
    else if (trouble)
        ncpi_report(lint, NCPI_SUPPRESSED_HASHTAG, t->start, t->end,
                    "the hashtag is said to be hidden from search");
}

struct seen {
    struct ncp_str tag;
    size_t index; /* in the tokens */
};

static int in_tag_order(const void *a, const void *b)
{
    const struct seen *x = a, *y = b;
    int order = ncp_str_compare(x->tag, y->tag);
    return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

static void report_twice(struct ncpi_lint *lint, const struct ncp_token *t)
{
    size_t start = t->start;
    while (start > 0 && lint->text.ptr[start - 1] == ' ')
        start--;
    ncpi_report(lint, NCPI_DUPLICATE_HASHTAG, start, t->end, "the hashtag stands here again");
    bool tail = t->end == lint->text.len || ncp_is_space(ncpi_at(lint->text, t->end));
    if (tail)
        ncpi_repair(lint, NCPI_DUPLICATE_HASHTAG, start, NCP_STR(""));
}

/* Tags are the same without regard to case. */
static void check_twice(struct ncpi_lint *lint)
{
    struct seen *seen = calloc(lint->tokens.count + 1, sizeof *seen);
    struct ncp_arena *arena = ncp_arena_new();
    struct ncp_buf lower = NCP_BUF_INIT;
    size_t count = 0;
    bool ok = seen && arena;
    for (size_t i = 0; ok && i < lint->tokens.count; i++) {
        const struct ncp_token *t = &lint->tokens.items[i];
        if (t->kind != NCP_TOKEN_HASHTAG)
            continue;
        ncp_buf_clear(&lower);
        ncp_lower(ncp_str_sub(lint->text, t->inner, t->end), &lower);
        seen[count].index = i;
        ok = !lower.failed && ncp_arena_copy(arena, ncp_buf_str(&lower), &seen[count++].tag);
    }
    if (ok && count > 1)
        qsort(seen, count, sizeof *seen, in_tag_order);
    for (size_t i = 1; ok && i < count; i++)
        if (ncp_str_equal(seen[i].tag, seen[i - 1].tag))
            report_twice(lint, &lint->tokens.items[seen[i].index]);
    lint->failed = lint->failed || !ok;
    ncp_buf_free(&lower);
    ncp_arena_free(arena);
    free(seen);
}

/* So many tags are looked at for their words; a caption has no more. */
#define WORDY_TAGS_MAX 100

void ncpi_lint_hashtags(struct ncpi_lint *lint)
{
    size_t looked_at = 0;
    if (!lint->network->tag.given)
        return;
    for (size_t i = 0; i < lint->tokens.count && !lint->failed; i++) {
        const struct ncp_token *t = &lint->tokens.items[i];
        if (t->kind != NCP_TOKEN_HASHTAG)
            continue;
        check_cut_tag(lint, t);
        check_reach(lint, t);
        if (looked_at++ < WORDY_TAGS_MAX)
            check_readable(lint, t);
    }
    check_lost_tags(lint);
    check_twice(lint);
}
