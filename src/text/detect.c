/* SPDX-License-Identifier: MIT */
/* The language of a text: its script, else votes of function words, endings and
 * letters. */
#include "language.h"
#include "script.h"

#include <string.h>

/* How much is read, and how many words are heard before a clear lead ends the
 * election. */
#define READ_BYTES  ((size_t)8 * 1024)
#define ROUND_WORDS 16

/* A word that only one language has is worth one vote, written as 12 points so
 * that shares stay whole. */
#define VOTE 12

static const char *const candidates[] = {"en", "es", "fr", "de", "pt", "it", "nl"};
#define CANDIDATES (sizeof candidates / sizeof *candidates)

/* Endings and letters that speak for one language. */
static const struct {
    const char *part;
    const char *tag;
    bool ending;
} hints[] = {
    {"tz", "de", false},    {"ß", "de", false},     {"cht", "de", true},   {"heit", "de", true},
    {"ieren", "de", true},  {"isch", "de", true},   {"ische", "de", true}, {"ischen", "de", true},
    {"keit", "de", true},   {"lich", "de", true},   {"liche", "de", true}, {"lichen", "de", true},
    {"schaft", "de", true}, {"ung", "de", true},    {"ungen", "de", true}, {"th", "en", false},
    {"wh", "en", false},    {"'s", "en", true},     {"ally", "en", true},  {"ght", "en", true},
    {"n't", "en", true},    {"ness", "en", true},   {"ould", "en", true},  {"ñ", "es", false},
    {"aje", "es", true},    {"ciones", "es", true}, {"ción", "es", true},  {"dad", "es", true},
    {"idad", "es", true},   {"iendo", "es", true},  {"ión", "es", true},   {"miento", "es", true},
    {"d'", "fr", false},    {"qu'", "fr", false},   {"œ", "fr", false},    {"aient", "fr", true},
    {"aux", "fr", true},    {"eau", "fr", true},    {"ement", "fr", true}, {"eur", "fr", true},
    {"eurs", "fr", true},   {"euse", "fr", true},   {"eux", "fr", true},   {"ez", "fr", true},
    {"ique", "fr", true},   {"iques", "fr", true},  {"oir", "fr", true},   {"ée", "fr", true},
    {"ées", "fr", true},    {"és", "fr", true},     {"cch", "it", false},  {"ggi", "it", false},
    {"ll'", "it", false},   {"zz", "it", false},    {"aggio", "it", true}, {"ati", "it", true},
    {"ato", "it", true},    {"ezza", "it", true},   {"gli", "it", true},   {"issimo", "it", true},
    {"tta", "it", true},    {"tto", "it", true},    {"tà", "it", true},    {"zione", "it", true},
    {"zioni", "it", true},  {"aan", "nl", false},   {"ij", "nl", false},   {"oor", "nl", false},
    {"uu", "nl", false},    {"baar", "nl", true},   {"eert", "nl", true},  {"heid", "nl", true},
    {"lijk", "nl", true},   {"lijke", "nl", true},  {"schap", "nl", true}, {"tie", "nl", true},
    {"ties", "nl", true},   {"lh", "pt", false},    {"nh", "pt", false},   {"ã", "pt", false},
    {"õ", "pt", false},     {"agem", "pt", true},   {"dade", "pt", true},  {"eira", "pt", true},
    {"eiro", "pt", true},   {"gem", "pt", true},    {"vel", "pt", true},   {"ão", "pt", true},
    {"ção", "pt", true},    {"ções", "pt", true},   {"ém", "pt", true},
};

struct election {
    struct ncpi_words lists[CANDIDATES];
    unsigned long points[CANDIDATES + 1]; /* the last: none of them */
    size_t letters[NCPI_SCRIPTS];
    size_t words;
};

/* Letters above U+00FF but for œ and ĳ, and a few below, are in no candidate's
 * alphabet. */
static bool is_foreign_letter(int32_t cp)
{
    static const int32_t low[] = {0xE5, 0xE6, 0xF0, 0xF8, 0xFD, 0xFE};
    for (size_t i = 0; i < sizeof low / sizeof *low; i++)
        if (cp == low[i])
            return true;
    return cp >= 0x100 && cp <= 0x24F && cp != 0x152 && cp != 0x153 && cp != 0x132 && cp != 0x133;
}

static bool has_foreign_letter(struct ncp_str word)
{
    for (size_t at = 0; at < word.len;) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        if (is_foreign_letter(cp))
            return true;
    }
    return false;
}

/* A word that several languages have is split between them. */
static void vote_by_word(struct election *e, const char *word)
{
    struct ncpi_words foreign = ncpi_foreign_words();
    bool has[CANDIDATES + 1];
    unsigned long owners = 0;
    for (size_t c = 0; c <= CANDIDATES; c++) {
        has[c] = ncpi_words_have(c < CANDIDATES ? e->lists[c] : foreign, word);
        owners += has[c];
    }
    for (size_t c = 0; c <= CANDIDATES; c++)
        if (has[c])
            e->points[c] += VOTE / owners;
}

static size_t candidate_of(const char *tag)
{
    size_t c = 0;
    while (strcmp(candidates[c], tag) != 0)
        c++;
    return c;
}

static void vote_by_shape(struct election *e, struct ncp_str word)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        struct ncp_str part = ncp_str_from(hints[i].part);
        bool found = hints[i].ending ? word.len > part.len + 1 && ncp_str_ends(word, part)
                                     : ncp_str_find(word, part, 0) != SIZE_MAX;
        if (found)
            e->points[candidate_of(hints[i].tag)] += VOTE / 3;
    }
}

static void hear(struct election *e, struct ncp_str word)
{
    char key[NCPI_KEY_BYTES];
    e->words++;
    if (!ncpi_fold_key(word, key))
        return;
    vote_by_word(e, key);
    vote_by_shape(e, ncp_str_from(key));
    if (has_foreign_letter(ncp_str_from(key)))
        e->points[CANDIDATES] += VOTE;
}

/* The candidate with most votes; `*second` what the best other one has. */
static size_t leader(const struct election *e, unsigned long *second)
{
    size_t best = 0;
    *second = 0;
    for (size_t c = 1; c <= CANDIDATES; c++)
        if (e->points[c] > e->points[best])
            best = c;
    for (size_t c = 0; c <= CANDIDATES; c++)
        if (c != best && e->points[c] > *second)
            *second = e->points[c];
    return best;
}

static bool is_decided(const struct election *e)
{
    unsigned long second, best = e->points[leader(e, &second)];
    return e->words % ROUND_WORDS == 0 && best >= 8 * VOTE && best >= 3 * second;
}

/* Nearly two votes, a lead of a quarter, and one vote for every twelve words: in each
 * candidate a third of all words are function words. */
static const char *result(const struct election *e)
{
    unsigned long second;
    size_t best = leader(e, &second);
    unsigned long points = e->points[best];
    bool clear =
        points * 4 >= 7 * VOTE && points * 4 >= second * 5 && points * 12 >= e->words * VOTE;
    return clear && best < CANDIDATES ? candidates[best] : "und";
}

static bool is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

/* The end of the word that starts at `at`; counts its letters by script. An
 * apostrophe between letters is inside. */
static size_t end_of_word(struct election *e, struct ncp_str text, size_t start)
{
    size_t end = start, at = start;
    while (at < text.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        enum ncpi_script script = ncpi_script_of(cp);
        bool inner = is_apostrophe(cp) && at == end && end > start;
        if (script == NCPI_SCRIPT_NONE && !inner)
            break;
        e->letters[script]++;
        at += len;
        if (!inner)
            end = at;
    }
    return end;
}

static void hold_election(struct election *e, struct ncp_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = end_of_word(e, text, at);
        if (end == at) {
            int32_t skipped;
            at += ncp_utf8_next(text, at, &skipped);
            continue;
        }
        hear(e, ncp_str_sub(text, at, end));
        at = end;
        if (is_decided(e))
            break;
    }
}

const char *ncp_language_detect(struct ncp_str text)
{
    struct election e = {.words = 0};
    for (size_t c = 0; c < CANDIDATES; c++)
        e.lists[c] = ncpi_function_words(candidates[c]);
    hold_election(&e, ncp_str_sub(text, 0, READ_BYTES));
    const char *by_script = ncpi_script_language(e.letters);
    return by_script[0] != '\0' ? by_script : result(&e);
}
