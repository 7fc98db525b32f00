/* SPDX-License-Identifier: MIT */
/* Sentences: ICU's boundaries, a few moved or added, many joined. */
#include "joint.h"

#include <string.h>
#include <utf8proc.h>

struct splitter {
    const struct ncp_language *lang;
    struct ncp_str text;
    struct ncp_spans *out;
    size_t start;   /* of the sentence being gathered */
    size_t pending; /* where it ends if words follow, 0 if nowhere yet */
    size_t place;   /* up to where ICU's boundaries are dealt with */
    bool failed;    /* memory ran out */
};

/* A space that carries a mark is no space: it would leave the mark alone. */
static size_t skip_spaces(struct ncp_str text, size_t at)
{
    while (at < text.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!ncp_is_space(cp) || (cp != '\r' && ncp_grapheme_next(text, at) != at + len))
            break;
        at += len;
    }
    return at;
}

static size_t before_spaces(struct ncp_str text, size_t start, size_t end)
{
    while (end > start) {
        int32_t cp;
        size_t len = ncp_utf8_prev(text, end, &cp);
        if (!ncp_is_space(cp))
            break;
        end -= len;
    }
    return end;
}

/* Ends the sentence at `end`, where the next one begins. */
static void cut(struct splitter *s, size_t end)
{
    size_t from = skip_spaces(s->text, s->start);
    if (from < end && !ncpi_spans_add(s->out, from, before_spaces(s->text, from, end)))
        s->failed = true;
    s->start = end;
    s->pending = 0;
}

static bool ends_at(const struct splitter *s, size_t at)
{
    struct ncpi_joint joint;
    ncpi_joint_read(&joint, s->lang, s->text, s->start, at);
    return ncpi_joint_ends_sentence(&joint);
}

static size_t skip_closers(struct ncp_str text, size_t at)
{
    for (int n = 0; n < 4 && at < text.len; n++) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!ncpi_is_closer(cp))
            break;
        at += len;
    }
    return at;
}

/* ---- boundaries that ICU puts elsewhere ----------------------------------- */

/* Behind one footnote mark at `at`: "[3]", "²"; `at` if there is none. */
static size_t skip_note(struct ncp_str text, size_t at)
{
    static const char *const superior[] = {"¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    size_t digits = at + 1;
    while (digits < text.len && digits - at < 4 && text.ptr[digits] >= '0' &&
           text.ptr[digits] <= '9')
        digits++;
    if (digits > at + 1 && digits < text.len && text.ptr[at] == '[' && text.ptr[digits] == ']')
        return digits + 1;
    for (size_t i = 0; i < sizeof superior / sizeof *superior; i++)
        if (ncp_str_starts(ncp_str_sub(text, at, text.len), ncp_str_from(superior[i])))
            return at + strlen(superior[i]);
    return at;
}

static size_t skip_notes(struct ncp_str text, size_t at)
{
    enum { MOST = 12 };
    for (int n = 0; n < MOST && at < text.len; n++) {
        size_t behind = skip_note(text, at);
        if (behind == at)
            break;
        at = behind;
    }
    return at;
}

/* True if nothing before a bracket at `at` binds to it. */
static bool begins_cluster(struct ncp_str text, size_t at)
{
    int32_t before, after;
    if (at == 0)
        return true;
    ncp_utf8_prev(text, at, &before);
    ncp_utf8_next(text, at, &after);
    return utf8proc_grapheme_break(before, after);
}

/* ICU counts opening brackets behind a mark as closing ones: "end.“Next". */
static size_t before_openers(const struct splitter *s, size_t at)
{
    while (at > s->start) {
        int32_t cp;
        size_t len = ncp_utf8_prev(s->text, at, &cp);
        if (!ncpi_is_opening_bracket(cp) || !begins_cluster(s->text, at - len))
            break;
        at -= len;
    }
    return at;
}

/* Behind a closing mark that stands alone at `at`, as in French: "« Oui. » Il". */
static size_t skip_lone_closer(struct ncp_str text, size_t at)
{
    size_t behind = skip_closers(text, at);
    int32_t cp;
    if (behind == at || behind == text.len)
        return behind;
    ncp_utf8_next(text, behind, &cp);
    return ncp_is_space(cp) ? behind : at;
}

/* The place that ICU's boundary `at` stands for: behind footnotes and closing
 * marks. 0 if there is no white space behind these. */
static size_t meant_place(const struct splitter *s, size_t at)
{
    size_t place = before_openers(s, at);
    size_t behind = skip_lone_closer(s->text, skip_notes(s->text, place));
    if (behind == place)
        return place;
    size_t next = skip_spaces(s->text, behind);
    return next > behind ? next : 0;
}

/* ---- boundaries that ICU does not see --------------------------------------- */

static bool is_lower_word(struct ncp_str text, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && text.ptr[at - 1] >= 'a' && text.ptr[at - 1] <= 'z' && end - at < 24)
        at--;
    return end - at >= 2 && (at == start || text.ptr[at - 1] == ' ');
}

/* "the end.Next we": small letters, a full stop, a capitalised word by itself. */
static bool lacks_space(const struct splitter *s, size_t stop)
{
    struct ncp_str text = s->text;
    size_t at = stop + 1;
    if (at >= text.len || text.ptr[at] < 'A' || text.ptr[at] > 'Z')
        return false;
    do
        at++;
    while (at < text.len && text.ptr[at] >= 'a' && text.ptr[at] <= 'z');
    bool alone = at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == ',');
    return alone && is_lower_word(text, s->start, stop);
}

/* After a full stop ICU waits for a capital: "in 2019. 20 people", "it. “3D",
 * "it. iPhone". */
static bool begins_without_capital(struct ncp_str text, size_t at)
{
    int32_t first, second;
    size_t len = ncp_utf8_next(text, at, &first);
    if (ncpi_is_opener(first) && at + len < text.len) {
        at += len;
        len = ncp_utf8_next(text, at, &first);
    }
    if (ncp_is_digit(first))
        return true;
    if (!ncp_is_lower(first) || at + len >= text.len)
        return false;
    ncp_utf8_next(text, at + len, &second);
    return ncp_is_upper(second);
}

/* The place after a full stop at `stop` that ICU passed over, or 0. */
static size_t place_after_stop(const struct splitter *s, size_t stop)
{
    if (lacks_space(s, stop))
        return stop + 1;
    size_t closed = skip_closers(s->text, stop + 1);
    size_t next = skip_spaces(s->text, closed);
    bool found = next > closed && next < s->text.len && begins_without_capital(s->text, next);
    return found ? next : 0;
}

/* The place after an ellipsis that ends at `end`, or 0: white space, then
 * anything but a small letter or a digit. */
static size_t place_after_ellipsis(const struct splitter *s, size_t end)
{
    size_t closed = skip_closers(s->text, end);
    size_t next = skip_spaces(s->text, closed);
    int32_t cp;
    if (next == closed || next == s->text.len)
        return 0;
    ncp_utf8_next(s->text, next, &cp);
    return ncp_is_upper(cp) || ncpi_is_opener(cp) ? next : 0;
}

static bool is_thai(int32_t cp)
{
    return cp >= 0x0E01 && cp <= 0x0E4E && cp != 0x0E2F && cp != 0x0E46;
}

/* Thai has no full stop: a space ends a clause. One that follows a long stretch
 * and goes on with a long one is taken for the end of a sentence. */
static size_t place_after_thai(const struct splitter *s, size_t space)
{
    enum { LEFT_BYTES = 36 * 3, RIGHT_LETTERS = 12 };
    int32_t cp;
    if (space < s->start + LEFT_BYTES)
        return 0;
    ncp_utf8_prev(s->text, space, &cp);
    if (!is_thai(cp))
        return 0;
    size_t next = skip_spaces(s->text, space), at = next;
    for (int letters = 0; letters < RIGHT_LETTERS; letters++) {
        if (at >= s->text.len)
            return 0;
        at += ncp_utf8_next(s->text, at, &cp);
        if (!is_thai(cp))
            return 0;
    }
    return next;
}

static size_t place_after(const struct splitter *s, size_t at)
{

    if (s->text.ptr[at] == '.')
        return place_after_stop(s, at);
    if (ncp_str_starts(ncp_str_sub(s->text, at, at + 3), NCP_STR("…")))
        return place_after_ellipsis(s, at + 3);
    return 0;
}

/* Cuts between two of ICU's boundaries. */
static void cut_inside(struct splitter *s, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++) {
        if (s->text.ptr[at] == ' ') {
            size_t thai = place_after_thai(s, at);
            if (thai > 0 && thai < to)
                cut(s, thai);
            continue;
        }
        size_t place = place_after(s, at);
        if (place > 0 && place < to && ends_at(s, place))
            cut(s, place);
    }
}

/* ---- the whole ------------------------------------------------------------ */

static bool has_words(struct ncp_str text, size_t from, size_t to)
{
    while (from < to) {
        int32_t cp;
        from += ncp_utf8_next(text, from, &cp);
        if (ncp_is_letter(cp) || ncp_is_digit(cp))
            return true;
    }
    return false;
}

/* Takes in the text between two of ICU's boundaries. What has no words (an
 * emoji, a stray bracket) stays with the sentence before it. */
static void take(struct splitter *s, size_t from, size_t to)
{
    size_t fresh = s->pending > from ? s->pending : from; /* the rest was looked at before */
    if (s->pending > 0 && has_words(s->text, fresh, to))
        cut(s, s->pending);
    cut_inside(s, from, to);
    if (to <= s->place)
        return;
    size_t meant = meant_place(s, to);
    if (meant == 0)
        return;
    s->place = skip_spaces(s->text, meant);
    if (s->place < s->text.len && ends_at(s, s->place))
        s->pending = s->place;
}

enum ncp_code ncp_sentences(struct ncp_language *lang, struct ncp_str text, struct ncp_spans *out,
                            struct ncp_error *err)
{
    enum ncp_code code = ncpi_language_iterate(lang, UBRK_SENTENCE, &lang->sentences, text, err);
    if (code != NCP_OK)
        return code;
    struct splitter s = {.lang = lang, .text = text, .out = out};
    int32_t from = ubrk_first(lang->sentences), to;
    for (; (to = ubrk_next(lang->sentences)) != UBRK_DONE; from = to)
        take(&s, (size_t)from, (size_t)to);
    cut(&s, text.len);
    return s.failed ? ncp_error_memory(err) : NCP_OK;
}
