/* SPDX-License-Identifier: MIT */
/* Does a sentence end here? Evidence on both sides of a mark, weighed in order. */
#include "abbreviation.h"
#include "joint.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_language(const struct ncpi_joint *j, const char *tag)
{
    return strcmp(j->lang->tag, tag) == 0;
}

/* True if `word` is one of the words, which are as long as the array says. */
static bool is_one_of(struct ncp_str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ncp_str_equal_nocase(word, ncp_str_from(words[i])))
            return true;
    return false;
}

/* ---- shapes of words ---------------------------------------------------- */

static bool all_digits(struct ncp_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
    return word.len > 0;
}

static bool is_roman_number(struct ncp_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXLCDM", word.ptr[i]))
            return false;
    return word.len > 0;
}

/* One letter, in `*letter`. */
static bool is_single_letter(struct ncp_str word, int32_t *letter)
{
    return word.len > 0 && ncp_utf8_next(word, 0, letter) == word.len && ncp_is_letter(*letter);
}

/* Letters with a full stop between each two: "U.S", "d.h", "J.-P". */
static bool is_dotted_letters(struct ncp_str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.len;) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        if (!ncp_is_letter(cp))
            return false;
        letters++;
        if (at < word.len && word.ptr[at++] != '.')
            return false;
        if (at < word.len && word.ptr[at] == '-')
            at++;
    }
    return letters > 1;
}

/* "Bldg", "Sgt": a capital, and no vowel at all. "TV" and "Hmm" are none. */
static bool has_no_vowel(struct ncp_str word)
{
    if (word.len < 3 || word.len > 5 || word.ptr[0] < 'A' || word.ptr[0] > 'Z')
        return false;
    for (size_t i = 1; i < word.len; i++)
        if (word.ptr[i] < 'a' || word.ptr[i] > 'z' || strchr("aeiouy", word.ptr[i]))
            return false;
    return !ncp_str_equal_nocase(word, NCP_STR("hmm")) && strchr("AEIOUY", word.ptr[0]) == NULL;
}

/* "iPhone", "eBay": begins small although a sentence may begin with it. */
static bool is_brand(struct ncp_str word)
{
    int32_t cp;
    size_t at = word.len ? ncp_utf8_next(word, 0, &cp) : 0;
    if (at == 0 || at == word.len || !ncp_is_lower(cp))
        return false;
    ncp_utf8_next(word, at, &cp);
    return ncp_is_upper(cp);
}

static bool is_all_capitals(struct ncp_str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.len; letters++) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        if (!ncp_is_upper(cp))
            return false;
    }
    return letters > 1;
}

/* A capitalised function word: the best sign that a sentence begins. */
static bool opens_sentence(const struct ncpi_joint *j)
{
    return ncp_is_upper(j->first) && !is_all_capitals(j->after) &&
           ncp_is_function_word(j->lang, j->after);
}

static bool begins_small(const struct ncpi_joint *j)
{
    return ncp_is_lower(j->first) && !is_brand(j->after);
}

/* ---- the full stop ------------------------------------------------------ */

/* "Plan B.", "an A.": a letter that is no initial. */
static bool is_designated(struct ncp_str previous)
{
    static const char *const designators[] = {
        "a",      "act",   "an",    "appendix", "category",  "class",   "exhibit",
        "figure", "grade", "group", "gruppe",   "hepatitis", "klasse",  "option",
        "part",   "phase", "plan",  "point",    "series",    "step",    "table",
        "the",    "type",  "typ",   "vitamin",  "vitamina",  "vitamine"};
    return is_one_of(previous, designators, COUNT(designators));
}

static bool starts_with_digit(struct ncp_str word)
{
    return word.len > 0 && word.ptr[0] >= '0' && word.ptr[0] <= '9';
}

/* The next word is itself one letter and a full stop: "J. R.", "z. B.". */
static bool initial_follows(const struct ncpi_joint *j)
{
    int32_t letter;
    const char *end = j->after.ptr + j->after.len;
    return is_single_letter(j->after, &letter) && end < j->text.ptr + j->text.len && *end == '.';
}

/* "So do I.", but not "I. Newton" or "H. I. Vale". */
static bool is_english_pronoun(const struct ncpi_joint *j)
{
    return ncp_str_equal(j->word, NCP_STR("I")) && is_language(j, "en") && j->previous.len > 0 &&
           !ncp_str_ends(j->previous, NCP_STR("."));
}

static enum ncpi_stop stop_after_letter(const struct ncpi_joint *j, int32_t letter)
{
    if (initial_follows(j))
        return NCPI_STOP_INNER;
    if (is_designated(j->previous))
        return NCPI_STOP_PLAIN;
    if (ncp_is_lower(letter) && ncp_is_function_word(j->lang, j->word))
        return NCPI_STOP_PLAIN;
    return is_english_pronoun(j) ? NCPI_STOP_PLAIN : NCPI_STOP_NAME;
}

static bool is_german_ordinal(const struct ncpi_joint *j)
{
    static const char *const before[] = {"ab",    "am",    "beim", "bis", "das", "dem",  "den",
                                         "der",   "des",   "die",  "im",  "ins", "jede", "jeden",
                                         "jeder", "jedes", "seit", "und", "vom", "zum",  "zur"};
    static const char *const after[] = {
        "januar",      "februar",      "märz",      "april",     "mai",       "juni",
        "juli",        "august",       "september", "oktober",   "november",  "dezember",
        "jahrhundert", "jahrhunderts", "jh",        "jhd",       "jahrestag", "geburtstag",
        "klasse",      "platz",        "stock",     "weltkrieg", "auflage",   "quartal",
        "halbjahr",    "advent",       "kapitel",   "bundesliga"};
    if (!is_language(j, "de") || j->word.len > 2)
        return false;
    return is_one_of(j->after, after, COUNT(after)) || starts_with_digit(j->after) ||
           (is_one_of(j->previous, before, COUNT(before)) && !opens_sentence(j));
}

/* "1. Wash your hands": a number that begins the paragraph. */
static bool is_list_number(const struct ncpi_joint *j)
{
    return j->start == 0 && j->word.len <= 3 && j->word.ptr == j->text.ptr && !j->quoted;
}

static enum ncpi_stop stop_after_number(const struct ncpi_joint *j)
{
    return is_list_number(j) || is_german_ordinal(j) ? NCPI_STOP_INNER : NCPI_STOP_PLAIN;
}

/* "Karl VI.", "Hauptstr." */
static bool is_german_name_part(struct ncp_str word)
{
    return (word.len > 1 && is_roman_number(word)) || ncp_str_ends(word, NCP_STR("str"));
}

static enum ncpi_stop stop_kind(const struct ncpi_joint *j)
{
    int32_t letter;
    if (j->attached)
        return NCPI_STOP_PLAIN;
    if (all_digits(j->word))
        return stop_after_number(j);
    enum ncpi_stop known = ncpi_abbreviation_find(j->lang->tag, j->word);
    if (known != NCPI_STOP_PLAIN)
        return known;
    if (is_single_letter(j->word, &letter))
        return stop_after_letter(j, letter);
    if (is_dotted_letters(j->word) || has_no_vowel(j->word))
        return NCPI_STOP_NAME;
    if (is_language(j, "de") && is_german_name_part(j->word))
        return NCPI_STOP_NAME;
    return NCPI_STOP_PLAIN;
}

static bool is_number(const struct ncpi_joint *j)
{
    int32_t letter;
    if (starts_with_digit(j->after))
        return true;
    if (!is_roman_number(j->after) &&
        !(is_single_letter(j->after, &letter) && ncp_is_upper(letter)))
        return false;
    return !ncp_is_function_word(j->lang, j->after);
}

/* "5 p.m. Friday", "9 a.m. Eastern". */
static bool goes_on_with_time(const struct ncpi_joint *j)
{
    static const char *const words[] = {
        "monday",  "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "eastern", "central", "mountain",  "pacific",  "et",     "est",      "edt",
        "ct",      "cst",     "cdt",       "mt",       "mst",    "mdt",      "pt",
        "pst",     "pdt",     "gmt",       "utc",      "bst",    "cet",      "cest"};
    return is_one_of(j->after, words, COUNT(words));
}

static bool full_stop_ends(const struct ncpi_joint *j)
{
    if (j->word.len == 0)
        return true;
    switch (stop_kind(j)) {
    case NCPI_STOP_INNER:
        return false;
    case NCPI_STOP_NUMBER:
        return !is_number(j);
    case NCPI_STOP_NAME:
        return opens_sentence(j) || (j->quoted && !starts_with_digit(j->after));
    case NCPI_STOP_CLOCK:
        return !goes_on_with_time(j);
    case NCPI_STOP_PLAIN:
    case NCPI_STOP_END:
        return true;
    }
    return true;
}

/* ---- question and exclamation marks -------------------------------------- */

/* "“Why?” Maria asked.": an English verb of saying after one to three names. */
static bool is_said_by(const struct ncpi_joint *j)
{
    static const char *const verbs[] = {"added",   "asked",  "asks",      "continued", "cried",
                                        "replied", "said",   "says",      "shouted",   "told",
                                        "wrote",   "writes", "exclaimed", "explained"};
    if (!is_language(j, "en") || !ncp_is_upper(j->first) || opens_sentence(j))
        return false;
    size_t at = (size_t)(j->after.ptr - j->text.ptr) + j->after.len;
    for (int words = 0; words < 3; words++) {
        if (at >= j->text.len || j->text.ptr[at] != ' ')
            return false;
        size_t start = ++at;
        while (at < j->text.len && at - start < 24 && (j->text.ptr[at] & 0xDF) >= 'A' &&
               (j->text.ptr[at] & 0xDF) <= 'Z')
            at++;
        if (is_one_of(ncp_str_sub(j->text, start, at), verbs, COUNT(verbs)))
            return true;
    }
    return false;
}

/* Names that are written with an exclamation mark. */
static bool is_name_with_mark(const struct ncpi_joint *j)
{
    static const char *const names[] = {"jeopardy", "joomla", "kahoot", "yahoo", "yum"};
    return j->mark == '!' && !j->quoted && is_one_of(j->word, names, COUNT(names)) &&
           !opens_sentence(j);
}

/* ---- all marks ----------------------------------------------------------- */

/* Japanese quotations go on with a particle: 「行こう。」と言った。 */
static bool is_quoted_clause(const struct ncpi_joint *j)
{
    return j->quoted && j->at == j->gap && (j->first == 0x3068 || j->first == 0x3063);
}

/* No white space between: an address ("/?page=2"), a file name, or a forgotten
 * space after a whole word ("the end.Next"). */
static bool ends_without_gap(const struct ncpi_joint *j)
{
    if (j->mark >= 0x3000 || ncp_is_unspaced(j->first))
        return true;
    return j->word.len > 0 && ncp_is_upper(j->first) && j->after.len > 1 &&
           !is_all_capitals(j->after);
}

bool ncpi_joint_ends_sentence(const struct ncpi_joint *j)
{
    if (j->line_ends > 1 || j->first == 0)
        return true;
    if (j->mark == 0 || begins_small(j) || is_quoted_clause(j))
        return false;
    if (j->gap == j->at && !ends_without_gap(j))
        return false;
    if (j->mark == '.' && j->marks == 1)
        return full_stop_ends(j);
    return !is_name_with_mark(j) && !(j->quoted && is_said_by(j));
}
