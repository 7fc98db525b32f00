/* SPDX-License-Identifier: MIT */
/* How one sentence is worded and marked: no look at the others. */
#include "cue_phrases.h"
#include "features.h"

#include <string.h>

#define WORD_MAX 32 /* bytes; a longer word matches no list */

/* ---- words in small letters --------------------------------------------------------------- */

/* The sentence's words in lower case, straight apostrophes, one space between
 * and one behind. */
static void fold_words(const struct ncpi_tokens *t, struct ncp_buf *out)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    for (size_t i = 0; i < t->count; i++) {
        ncp_buf_clear(&lower);
        ncp_lower(ncp_str_sub(t->text, t->items[i].at.start, t->items[i].at.end), &lower);
        struct ncp_str word = ncp_buf_str(&lower);
        size_t curly = ncp_str_find(word, NCP_STR("\xE2\x80\x99"), 0);
        if (curly != SIZE_MAX) {
            ncp_buf_add(out, ncp_str_sub(word, 0, curly));
            ncp_buf_add_char(out, '\'');
            ncp_buf_add(out, ncp_str_sub(word, curly + 3, word.len));
        } else {
            ncp_buf_add(out, word);
        }
        ncp_buf_add_char(out, ' ');
    }
    ncp_buf_free(&lower);
}

/* True if `phrase` stands at `at`, where a word starts. */
static bool matches(const char *at, const char *phrase)
{
    while (*phrase && *phrase == *at) {
        phrase++;
        at++;
    }
    if (*phrase == '*')
        return true;
    if (*phrase == '#')
        return *at >= '0' && *at <= '9';
    return *phrase == '\0' && *at == ' ';
}

/* The first listed phrase whose first letter is not below `c`. */
static size_t first_with(char c)
{
    size_t low = 0, high = ncpi_cue_phrase_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ncpi_cue_phrases[middle].phrase[0] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void count_cues(const char *words, double *f)
{
    for (const char *at = words; *at; at = strchr(at, ' ') + 1) {
        size_t i = first_with(*at);
        for (; i < ncpi_cue_phrase_count && ncpi_cue_phrases[i].phrase[0] == *at; i++)
            f[ncpi_cue_phrases[i].cue] += matches(at, ncpi_cue_phrases[i].phrase);
    }
}

/* ---- kinds of words ---------------------------------------------------------------------------
 */

static bool is_in(const char *word, size_t len, const char *list)
{
    char bounded[WORD_MAX + 3];
    if (len > WORD_MAX)
        return false;
    bounded[0] = ' ';
    memcpy(bounded + 1, word, len);
    bounded[len + 1] = ' ';
    bounded[len + 2] = '\0';
    return strstr(list, bounded) != NULL;
}

static const char first_person[] = " we our us we're we've we'll ours i my me i'm i've i'd i'll ";
static const char second_person[] = " you your you're you'll yours you've ";
static const char third_person[] = " he she they him her them his their its it it's ";
static const char says_i[] = " i i'm i've i'd my me ";

static const struct {
    const char *list;
    enum ncpi_feature feature;
} openings[] = {
    {" this these that those such ", NCPI_F_opens_pointing},
    {third_person, NCPI_F_opens_pronoun},
    {" however but and so also instead then therefore thus yet or moreover furthermore "
     "additionally "
     "plus still meanwhile because besides nevertheless similarly otherwise finally first second "
     "third next another for as ",
     NCPI_F_opens_joining},
    {first_person, NCPI_F_opens_we},
    {" the a an ", NCPI_F_opens_article},
    {" in on at with to over from by through during since while when if after before last as for ",
     NCPI_F_opens_preposition},
};

static void count_persons(const char *words, double *f)
{
    for (const char *at = words; *at; at = strchr(at, ' ') + 1) {
        size_t len = strcspn(at, " ");
        f[NCPI_F_first_person] += is_in(at, len, first_person);
        f[NCPI_F_second_person] += is_in(at, len, second_person);
        f[NCPI_F_third_person] += is_in(at, len, third_person);
        if (is_in(at, len, says_i))
            f[NCPI_F_says_i] = 1;
    }
}

static void set_opening(const char *words, double *f)
{
    size_t len = strcspn(words, " ");
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        f[openings[i].feature] = is_in(words, len, openings[i].list);
    f[NCPI_F_opens_ing] = len > 3 && strncmp(words + len - 3, "ing", 3) == 0;
}

/* ---- marks
 * --------------------------------------------------------------------------------------- */

static void count_marks(struct ncp_str s, double *f)
{
    for (size_t at = 0; at < s.len;) {
        int32_t cp;
        at += ncp_utf8_next(s, at, &cp);
        f[NCPI_F_commas] += cp == ',' || cp == 0x3001 || cp == 0x60C;
        f[NCPI_F_dashes] += cp == 0x2013 || cp == 0x2014;
        f[NCPI_F_brackets] += cp == '(';
        f[NCPI_F_quotes] += cp == '"' || cp == 0x201C || cp == 0x201D || cp == 0x201E ||
                            cp == 0xAB || cp == 0xBB || cp == 0x300C;
        if (cp == '!' || cp == 0xFF01)
            f[NCPI_F_exclaims] = 1;
        if (cp == ':')
            f[NCPI_F_colon] = 1;
        if (ncp_is_digit(cp))
            f[NCPI_F_digits] = 1;
    }
}

static void set_end(struct ncp_str s, double *f)
{
    static const char *const ends[] = {".", "!", "?", "…", ":", "。", "！", "？", "؟"};
    static const char *const closers[] = {"\"", "”", "’", ")", "]", "»", "」"};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
        if (ncp_str_ends(s, ncp_str_from(closers[i])))
            s.len -= strlen(closers[i]);
    f[NCPI_F_no_end] = 1;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ncp_str_ends(s, ncp_str_from(ends[i])))
            f[NCPI_F_no_end] = 0;
    f[NCPI_F_question] = ncp_str_ends(s, NCP_STR("?")) || ncp_str_ends(s, NCP_STR("？"));
    f[NCPI_F_colon_end] = ncp_str_ends(s, NCP_STR(":"));
}

/* ---- capitals
 * ---------------------------------------------------------------------------------------- */

static bool starts_upper(const struct ncpi_tokens *t, size_t i)
{
    int32_t cp;
    ncp_utf8_next(t->text, t->items[i].at.start, &cp);
    return ncp_is_upper(cp);
}

static bool is_all_upper(const struct ncpi_tokens *t, size_t i)
{
    struct ncp_span at = t->items[i].at;
    size_t upper = 0;
    for (size_t b = at.start; b < at.end; b++) {
        if (t->text.ptr[b] >= 'a' && t->text.ptr[b] <= 'z')
            return false;
        upper += t->text.ptr[b] >= 'A' && t->text.ptr[b] <= 'Z';
    }
    return upper >= 2;
}

static void count_capitals(const struct ncp_ranking *r, const struct ncpi_tokens *t, double *f)
{
    size_t function = 0;
    for (size_t i = 0; i < t->count; i++) {
        f[NCPI_F_capitals] += i > 0 && starts_upper(t, i);
        f[NCPI_F_acronyms] += is_all_upper(t, i);
        function += r->terms.items[t->items[i].term].function;
    }
    double words = (double)t->count + 1;
    f[NCPI_F_capital_share] = f[NCPI_F_capitals] / words;
    f[NCPI_F_function_share] = (double)function / words;
    f[NCPI_F_opens_name] = t->count > 1 && starts_upper(t, 0) && starts_upper(t, 1) &&
                           !r->terms.items[t->items[0].term].function;
}

/* ---- one sentence
 * ------------------------------------------------------------------------------------ */

void ncpi_shape_features(const struct ncp_ranking *r, size_t index, double *f)
{
    const struct ncp_sentence *s = &r->article->sentences[index];
    const struct ncpi_tokens *t = &r->sentences[index];
    struct ncp_buf words = NCP_BUF_INIT;
    fold_words(t, &words);
    if (words.len > 0 && !words.failed) {
        count_cues(words.ptr, f);
        count_persons(words.ptr, f);
        set_opening(words.ptr, f);
    }
    ncp_buf_free(&words);
    count_marks(s->text, f);
    set_end(s->text, f);
    count_capitals(r, t, f);
    f[NCPI_F_characters] = (double)s->text.len;
    f[NCPI_F_characters_to_200] = s->text.len < 200 ? (double)s->text.len : 200;
    f[NCPI_F_characters_past_250] = s->text.len > 250 ? (double)(s->text.len - 250) : 0;
    f[NCPI_F_is_short] = s->text.len < 60;
    f[NCPI_F_words] = (double)t->count;
    f[NCPI_F_word_length] = (double)s->text.len / ((double)t->count + 1);
    f[NCPI_F_address] = s->url;
    f[NCPI_F_strong] = (s->marks & 1u << NCP_MARK_STRONG) != 0;
    f[NCPI_F_linked] = (s->marks & 1u << NCP_MARK_LINK) != 0;
    f[NCPI_F_code] = (s->marks & 1u << NCP_MARK_CODE) != 0;
}
