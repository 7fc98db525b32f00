/* SPDX-License-Identifier: MIT */
/* First words that lean on a sentence before: connectives, pronouns, pointing
 * words without their noun. A sentence that opens so cannot open a caption. */
#include "ncpost/rank.h"

#include "opening_words.h"

#include <string.h>

#define EARLY_WORDS 6  /* after the first */
#define OPENING_MAX 64 /* bytes looked at: longer than any phrase listed */

/* The first bytes of `s` in lower case, curly apostrophes straight, opening
 * quotation marks and brackets left out. */
static void fold_opening(struct ncp_str s, struct ncp_buf *out)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    size_t end = 0;
    while (end < s.len && end < OPENING_MAX) {
        int32_t cp;
        end += ncp_utf8_next(s, end, &cp);
    }
    ncp_lower(ncp_str_sub(s, 0, end), &lower);
    struct ncp_str text = ncp_buf_str(&lower);
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        bool quote = cp == '"' || cp == 0x201C || cp == 0x201D || cp == 0x201E || cp == 0xAB ||
                     cp == '(' || cp == '[' || cp == 0xBF || cp == 0xA1;
        if (cp == 0x2019)
            ncp_buf_add_char(out, '\'');
        else if (!quote && !(out->len == 0 && cp == ' '))
            ncp_buf_add(out, ncp_str_sub(text, at, at + len));
        at += len;
    }
    ncp_buf_free(&lower);
}

static bool ends_word(struct ncp_str text, size_t at)
{
    int32_t cp;
    if (at >= text.len)
        return true;
    ncp_utf8_next(text, at, &cp);
    return !ncp_is_letter(cp) && !ncp_is_digit(cp);
}

static bool starts_with_phrase(struct ncp_str text, const char *phrase)
{
    struct ncp_str p = ncp_str_from(phrase);
    bool unspaced = (unsigned char)phrase[0] >= 0xE3; /* kana, Han, Thai: no word ends */
    return ncp_str_starts(text, p) && (unspaced || ends_word(text, p.len));
}

static bool starts_with_any(struct ncp_str text, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (starts_with_phrase(text, *phrases))
            return true;
    return false;
}

/* "This Sunday", "this spring": the pointing word's noun names itself. */
static bool names_itself(struct ncp_str text, struct ncp_str sentence,
                         const struct ncpi_openings *o)
{
    size_t space = ncp_str_find(text, NCP_STR(" "), 0);
    size_t second = ncp_str_find(sentence, NCP_STR(" "), 0);
    int32_t cp = 0;
    if (space == SIZE_MAX || second == SIZE_MAX || second + 1 >= sentence.len)
        return false;
    ncp_utf8_next(sentence, second + 1, &cp);
    return ncp_is_upper(cp) ||
           starts_with_any(ncp_str_sub(text, space + 1, text.len), o->self_naming);
}

/* "MK: …", "Q: …": who speaks in an interview. */
static bool is_speaker_label(struct ncp_str sentence)
{
    size_t colon = ncp_str_find(sentence, NCP_STR(": "), 0);
    if (colon == SIZE_MAX || colon > 30 || colon == 0)
        return false;
    size_t words = 1;
    bool word_start = true;
    for (size_t at = 0; at < colon;) {
        int32_t cp;
        size_t len = ncp_utf8_next(sentence, at, &cp);
        if (word_start && !ncp_is_upper(cp))
            return false;
        word_start = cp == ' ';
        words += word_start;
        at += len;
    }
    return words <= 3;
}

/* A pronoun among the first words, whose noun stood before: "Sometimes they …". */
static bool says_pronoun_early(struct ncp_str text, const struct ncpi_openings *o)
{
    size_t at = 0;
    for (size_t word = 0; word < EARLY_WORDS; word++) {
        at = ncp_str_find(text, NCP_STR(" "), at);
        if (at == SIZE_MAX || ++at >= text.len)
            return false;
        if (starts_with_any(ncp_str_sub(text, at, text.len), o->early))
            return true;
    }
    return false;
}

static const char *find_reason(const struct ncpi_openings *o, struct ncp_str text,
                               struct ncp_str sentence)
{
    if (starts_with_any(text, o->expletives))
        return NULL;
    if (starts_with_any(text, o->connectives))
        return "connective";
    if (starts_with_any(text, o->pronouns))
        return "pronoun";
    if (starts_with_any(text, o->pointers) && !names_itself(text, sentence, o))
        return "pointing word";
    if (starts_with_any(text, o->about_text))
        return "about the text";
    if (says_pronoun_early(text, o))
        return "pronoun";
    return is_speaker_label(sentence) ? "speaker label" : NULL;
}

const char *ncp_opening_leans(const struct ncp_language *lang, struct ncp_str sentence)
{
    const struct ncpi_openings *openings = ncpi_openings_of(ncp_language_tag(lang));
    struct ncp_buf folded = NCP_BUF_INIT;
    const char *reason = NULL;
    if (!openings)
        return NULL;
    fold_opening(sentence, &folded);
    struct ncp_str text = ncp_buf_str(&folded);
    int32_t first = 0;
    if (sentence.len > 0)
        ncp_utf8_next(sentence, 0, &first);
    if (ncp_is_lower(first))
        reason = "half a sentence";
    else
        reason = find_reason(openings, text, sentence);
    ncp_buf_free(&folded);
    return reason;
}
