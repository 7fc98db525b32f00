/* SPDX-License-Identifier: MIT */
/* Wording that tells hooks, appeals and pointers at the page. */
#include "cues.h"

#include "cue_words.h"

#include <string.h>

static bool is_kept(int32_t cp)
{
    return ncp_is_letter(cp) || ncp_is_digit(cp) || cp == '\'' || cp == ' ';
}

/* The sentence in lower case, curly apostrophes straight, with a space at both
 * ends and for every mark, so that phrases can be found as whole words. */
static void fold(struct ncp_str s, struct ncp_buf *out)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    ncp_lower(s, &lower);
    struct ncp_str text = ncp_buf_str(&lower);
    size_t from = 0;
    ncp_buf_add_char(out, ' ');
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!is_kept(cp)) {
            ncp_buf_add(out, ncp_str_sub(text, from, at));
            ncp_buf_add_char(out, cp == 0x2019 ? '\'' : ' ');
            from = at + len;
        }
        at += len;
    }
    ncp_buf_add(out, ncp_str_sub(text, from, text.len));
    ncp_buf_add_char(out, ' ');
    ncp_buf_free(&lower);
}

static bool is_bounded(struct ncp_str folded, size_t at, size_t len)
{
    return folded.ptr[at - 1] == ' ' && folded.ptr[at + len] == ' ';
}

/* Scripts without spaces are matched anywhere; others as whole words. */
static bool has_phrase(struct ncp_str folded, const char *phrase, bool at_start)
{
    struct ncp_str p = ncp_str_from(phrase);
    bool unspaced = (unsigned char)phrase[0] >= 0xE3;
    if (at_start)
        return ncp_str_starts(ncp_str_sub(folded, 1, folded.len), p) &&
               (unspaced || is_bounded(folded, 1, p.len));
    for (size_t at = 1; (at = ncp_str_find(folded, p, at)) != SIZE_MAX; at++)
        if (unspaced || is_bounded(folded, at, p.len))
            return true;
    return false;
}

static bool has_any(struct ncp_str folded, const char *const *phrases, bool at_start)
{
    for (; phrases && *phrases; phrases++)
        if (has_phrase(folded, *phrases, at_start))
            return true;
    return false;
}

static double hook_worth(const struct ncpi_cues *cues, struct ncp_str text, bool question)
{
    double worth = 1.0;
    if (has_any(text, cues->contrasts, false))
        worth *= 1.25;
    if (question)
        worth *= has_any(text, cues->to_reader, false) ? 1.1 : 0.8;
    if (has_any(text, cues->scenes, true))
        worth *= 0.6;
    if (has_any(text, cues->generalities, true))
        worth *= 0.75;
    if (has_any(text, cues->about_text, false))
        worth *= 0.5;
    return worth;
}

struct ncpi_wording ncpi_wording_of(const char *lang, struct ncp_str sentence)
{
    const struct ncpi_cues *cues = ncpi_cues_of(lang);
    struct ncpi_wording w = {.hook = 1.0};
    struct ncp_buf folded = NCP_BUF_INIT;
    bool question = ncp_str_ends(sentence, NCP_STR("?")) || ncp_str_ends(sentence, NCP_STR("？"));
    if (!cues)
        return w;
    fold(sentence, &folded);
    struct ncp_str text = ncp_buf_str(&folded);
    if (!folded.failed) {
        w.hook = hook_worth(cues, text, question);
        w.points = has_any(text, cues->page, false);
        w.hides_speaker = has_any(text, cues->unnamed, false);
        w.appeals = has_any(text, cues->appeals, false) ||
                    (!question && has_any(text, cues->imperatives, true));
    }
    ncp_buf_free(&folded);
    return w;
}

struct ncp_str ncpi_definite_noun(const struct ncp_language *lang, struct ncp_str sentence)
{
    struct ncp_str none = {NULL, 0};
    if (strcmp(ncp_language_tag(lang), "en") != 0 || !ncp_str_starts(sentence, NCP_STR("The ")))
        return none;
    size_t at = 4, end = at;
    while (end < sentence.len && sentence.ptr[end] >= 'a' && sentence.ptr[end] <= 'z')
        end++;
    bool word = end > at + 2 && end < sentence.len && sentence.ptr[end] == ' ';
    return word ? ncp_str_sub(sentence, at, end) : none;
}
