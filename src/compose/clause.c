/* SPDX-License-Identifier: MIT */
/* Is it a clause, a phrase, something that must stay? Told by function words
 * and common verbs. */
#include "clause.h"

#include "text/english.h"

#include <stdlib.h>
#include <string.h>

#define WORD_MAX 24 /* bytes; no listed word is longer */

/* ---- words ------------------------------------------------------------------------------ */

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80 || c == '\'';
}

static bool is_curly_apostrophe(struct ncp_str s, size_t at)
{
    return s.len - at >= 3 && memcmp(s.ptr + at, "\xE2\x80\x99", 3) == 0;
}

/* General punctuation (dashes, quotes, ellipsis) is E2 80 xx. */
static bool is_punctuation(struct ncp_str s, size_t at)
{
    return s.len - at >= 3 && memcmp(s.ptr + at, "\xE2\x80", 2) == 0 && !is_curly_apostrophe(s, at);
}

struct words {
    struct ncp_str text;
    size_t at;
    char word[WORD_MAX + 1]; /* lower case, straight apostrophes; cut if longer */
    size_t start;            /* of the word, in `text` */
};

static bool next_word(struct words *w)
{
    size_t len = 0;
    struct ncp_str s = w->text;
    while (w->at < s.len && (!is_word_byte(s.ptr[w->at]) || is_punctuation(s, w->at)))
        w->at += is_punctuation(s, w->at) ? 3 : 1;
    w->start = w->at;
    while (w->at < s.len && is_word_byte(s.ptr[w->at]) && !is_punctuation(s, w->at)) {
        bool curly = is_curly_apostrophe(s, w->at);
        char c = curly ? '\'' : s.ptr[w->at];
        if (len < WORD_MAX)
            w->word[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        w->at += curly ? 3 : 1;
    }
    w->word[len] = '\0';
    return len > 0;
}

static int compare(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static bool listed(const char *word, struct ncpi_word_list list)
{
    return bsearch(word, list.items, list.count, sizeof *list.items, compare) != NULL;
}

/* ---- finite verbs ------------------------------------------------------------------------ */

static bool ends_with(const char *word, size_t len, const char *tail)
{
    size_t tail_len = strlen(tail);
    return len > tail_len && strcmp(word + len - tail_len, tail) == 0;
}

/* True if `word` without its last `cut` bytes, plus `add`, is a listed verb. */
static bool is_form_of_verb(const char *word, size_t len, size_t cut, const char *add)
{
    char base[WORD_MAX + 4];
    memcpy(base, word, len - cut);
    memcpy(base + len - cut, add, strlen(add) + 1);
    return listed(base, ncpi_verbs);
}

static bool is_verb_form(const char *word)
{
    size_t len = strlen(word);
    if (listed(word, ncpi_auxiliaries) || listed(word, ncpi_verbs) || listed(word, ncpi_past_forms))
        return true;
    if (ends_with(word, len, "ies") && is_form_of_verb(word, len, 3, "y"))
        return true;
    if (ends_with(word, len, "es") && is_form_of_verb(word, len, 2, ""))
        return true;
    if (ends_with(word, len, "s") && is_form_of_verb(word, len, 1, ""))
        return true;
    if (ends_with(word, len, "ied") && is_form_of_verb(word, len, 3, "y"))
        return true;
    if (ends_with(word, len, "ed"))
        return is_form_of_verb(word, len, 2, "") || is_form_of_verb(word, len, 1, "") ||
               (len > 4 && word[len - 3] == word[len - 4] && is_form_of_verb(word, len, 3, ""));
    return false;
}

/* The byte at which the first finite verb starts, or SIZE_MAX. A verb's form
 * after an article, an adjective or a preposition is a noun. */
static size_t finite_verb(struct ncp_str s)
{
    struct words w = {.text = s};
    bool nominal = false;
    while (next_word(&w)) {
        if (listed(w.word, ncpi_auxiliaries) || (!nominal && is_verb_form(w.word)))
            return w.start;
        nominal = listed(w.word, ncpi_noun_openers);
    }
    return SIZE_MAX;
}

bool ncpi_has_finite_verb(struct ncp_str s)
{
    return finite_verb(s) != SIZE_MAX;
}

static bool first_word(struct ncp_str s, struct words *w)
{
    *w = (struct words){.text = s};
    return next_word(w);
}

bool ncpi_is_clause(struct ncp_str s)
{
    struct words w;
    if (!first_word(s, &w) || listed(w.word, ncpi_not_subjects))
        return false;
    size_t len = strlen(w.word);
    bool participle = ends_with(w.word, len, "ing") && !listed(w.word, ncpi_ing_nouns);
    size_t verb = finite_verb(s);
    size_t comma = ncp_str_find(s, NCP_STR(","), 0);
    return !participle && verb != SIZE_MAX && verb > w.start && verb < comma;
}

/* ---- what may go, what must stay ------------------------------------------------------------ */

bool ncpi_is_protected(struct ncp_str s)
{
    struct words w = {.text = s};
    while (next_word(&w)) {
        size_t len = strlen(w.word);
        bool figure = w.word[0] >= '0' && w.word[0] <= '9';
        if (figure || listed(w.word, ncpi_protected) || ends_with(w.word, len, "n't"))
            return true;
    }
    return false;
}

bool ncpi_is_leading_phrase(struct ncp_str s)
{
    struct words w;
    return first_word(s, &w) && listed(w.word, ncpi_leading_words);
}

bool ncpi_is_participle_phrase(struct ncp_str s)
{
    struct words w;
    if (!first_word(s, &w) || !ends_with(w.word, strlen(w.word), "ing") ||
        listed(w.word, ncpi_ing_nouns))
        return false;
    return next_word(&w) && strcmp(w.word, "and") != 0 && strcmp(w.word, "or") != 0 &&
           next_word(&w);
}

bool ncpi_takes_infinitive(struct ncp_str s)
{
    struct words w;
    return first_word(s, &w) && (strcmp(w.word, "helping") == 0 || strcmp(w.word, "making") == 0 ||
                                 strcmp(w.word, "letting") == 0);
}

bool ncpi_is_relative_clause(struct ncp_str s)
{
    struct words w;
    return first_word(s, &w) && (strcmp(w.word, "which") == 0 || strcmp(w.word, "who") == 0);
}
