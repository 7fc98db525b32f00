/* SPDX-License-Identifier: MIT */
/* Phrases by frequency, spread, place, casing and how well they stand alone. */
#include "tag_score.h"

#include "generic_tags.h"
#include "text/english.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOUN_COUNT       5 /* times a word is said before it counts as a noun, if it may be a verb */
#define NAME_SHARE       0.8 /* of its places inside sentences, with capitals: a name */
#define NCPI_EVENT_BONUS 0.2 /* people look for named days */

/* ---- casing
 * -------------------------------------------------------------------------------------- */

/* German writes every noun with a capital; scripts without case have none. */
static bool capitals_tell(const struct ncp_ranking *r)
{
    return strcmp(r->article->lang, "de") != 0;
}

static bool is_name(const struct ncp_ranking *r, const struct ncpi_candidate *c)
{
    return capitals_tell(r) && c->inside > 0 &&
           (double)c->capitalised >= NAME_SHARE * (double)c->inside;
}

static bool is_capital_form(struct ncp_str form)
{
    int32_t cp;
    ncp_utf8_next(form, 0, &cp);
    return ncp_is_upper(cp);
}

/* ---- grammar: what the article shows of it, and what English endings tell
 * -------------------------- */

static int compare(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static bool listed(const char *word, struct ncpi_word_list list)
{
    return bsearch(word, list.items, list.count, sizeof *list.items, compare) != NULL;
}

static bool ends(struct ncp_str word, const char *tail)
{
    return ncp_str_ends(word, ncp_str_from(tail)) && word.len > strlen(tail) + 2;
}

static struct ncp_str last_word(struct ncp_str form)
{
    size_t start = 0;
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] == ' ' || form.ptr[i] == '-')
            start = i + 1;
    return ncp_str_sub(form, start, form.len);
}

static struct ncp_str first_word(struct ncp_str form)
{
    size_t end = 0;
    while (end < form.len && form.ptr[end] != ' ' && form.ptr[end] != '-')
        end++;
    return ncp_str_sub(form, 0, end);
}

/* A word in small letters, NUL-terminated; empty if it is longer than any
 * that lists hold. */
#define LISTED_MAX 24

static void small_letters(struct ncp_str word, char out[LISTED_MAX + 1])
{
    size_t len = word.len <= LISTED_MAX ? word.len : 0;
    for (size_t i = 0; i < len; i++)
        out[i] = word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? (char)(word.ptr[i] - 'A' + 'a')
                                                          : word.ptr[i];
    out[len] = '\0';
}

/* How likely an English word is to be the main word of a noun phrase. */
static double noun_ending(struct ncp_str word)
{
    char small[LISTED_MAX + 1];
    small_letters(word, small);
    struct ncp_str s = ncp_str_from(small);
    if (ends(s, "ly") || ends(s, "ed"))
        return 0.1;
    if (ends(s, "ing") && !listed(small, ncpi_ing_nouns))
        return 0.45;
    if (ends(s, "ous") || ends(s, "ful") || ends(s, "less") || ends(s, "able") || ends(s, "ible") ||
        ends(s, "ive") || ends(s, "al") || ends(s, "ic") || ends(s, "est"))
        return 0.5;
    if (listed(small, ncpi_past_forms) || listed(small, ncpi_auxiliaries))
        return 0.2;
    return 1.0;
}

static double opening_ending(struct ncp_str word)
{
    char small[LISTED_MAX + 1];
    small_letters(word, small);
    struct ncp_str s = ncp_str_from(small);
    if (ends(s, "ly"))
        return 0.15;
    if (ends(s, "ing") && !listed(small, ncpi_ing_nouns))
        return 0.5;
    if (ends(s, "ed"))
        return 0.7;
    return 1.0;
}

/* The share of its places in which the phrase ends where its run of words ends:
 * an adjective hardly ever does, half a phrase seldom. */
static double completeness(const struct ncpi_candidate *c)
{
    if (c->count == 0)
        return 0.75; /* title and headings only */
    double end = ((double)c->at_end + 0.5) / ((double)c->count + 1);
    double start = ((double)c->at_start + 0.5) / ((double)c->count + 1);
    return c->words == 1 ? end : 0.6 * end + 0.4 * start;
}

static double verb_share(const struct ncpi_candidate *c)
{
    return c->count > 0 ? (double)c->as_verb / (double)c->count : 0;
}

/* ---- features
 * ------------------------------------------------------------------------------------------ */

static size_t longest_word(struct ncp_str form)
{
    size_t longest = 0, length = 0;
    for (size_t at = 0; at < form.len;) {
        int32_t cp;
        at += ncp_utf8_next(form, at, &cp);
        length = cp == ' ' || cp == '-' ? 0 : length + 1;
        longest = length > longest ? length : longest;
    }
    return longest < 12 ? longest : 12;
}

static void grammar_features(const struct ncp_ranking *r, const struct ncpi_candidate *c, double *f)
{
    bool english = strcmp(r->article->lang, "en") == 0;
    double n = (double)c->count;
    f[NCPI_TAG_ends_run] = c->count ? ((double)c->at_end + 0.5) / (n + 1) : 0.75;
    f[NCPI_TAG_starts_run] = c->count ? ((double)c->at_start + 0.5) / (n + 1) : 0.75;
    f[NCPI_TAG_verb] = verb_share(c);
    f[NCPI_TAG_ending] = english ? noun_ending(last_word(c->form)) : 1.0;
    f[NCPI_TAG_opening] = english && c->words > 1 ? opening_ending(first_word(c->form)) : 1.0;
    f[NCPI_TAG_inside] = c->count ? (double)c->in_longer / n : 0;
    f[NCPI_TAG_letters] = (double)longest_word(c->form) / 12;
}

static void place_features(const struct ncp_ranking *r, const struct ncpi_candidate *c, double *f)
{
    double sentences = 1.0 + (double)r->sentence_count / 40.0;
    f[NCPI_TAG_frequency] = log(1.0 + (double)c->count);
    f[NCPI_TAG_density] = log(1.0 + (double)c->count / sentences);
    f[NCPI_TAG_in_title] = c->in_title;
    f[NCPI_TAG_title_share] =
        c->in_title && r->title.count ? (double)c->words / (double)r->title.count : 0;
    f[NCPI_TAG_headings] = log(1.0 + (double)c->in_headings);
    f[NCPI_TAG_early] = c->first == SIZE_MAX ? 0 : 1.0 / (1.0 + (double)c->first / 12.0);
    f[NCPI_TAG_spread] = log(1.0 + (double)c->sections);
}

bool ncpi_tag_features(const struct ncp_ranking *r, const struct ncpi_candidate *c,
                       double out[NCPI_TAG_FEATURE_COUNT])
{
    bool name = is_name(r, c) && is_capital_form(c->form);
    if (c->count < 2 && !c->in_title && c->in_headings == 0 && !(name && c->words > 1))
        return false;
    place_features(r, c, out);
    grammar_features(r, c, out);
    out[NCPI_TAG_name] = name;
    out[NCPI_TAG_acronym] = c->acronym;
    out[NCPI_TAG_two] = c->words == 2;
    out[NCPI_TAG_three] = c->words == 3;
    out[NCPI_TAG_four] = c->words > 3;
    out[NCPI_TAG_two_frequent] = out[NCPI_TAG_two] * out[NCPI_TAG_frequency];
    out[NCPI_TAG_one_frequent] = (c->words == 1) * out[NCPI_TAG_frequency];
    out[NCPI_TAG_one_title] = c->words == 1 && c->in_title;
    out[NCPI_TAG_title_frequent] = out[NCPI_TAG_in_title] * out[NCPI_TAG_frequency];
    return true;
}

static double weigh(const double *features)
{
    double sum = ncpi_tag_bias;
    for (size_t i = 0; i < NCPI_TAG_FEATURE_COUNT; i++)
        sum += ncpi_tag_weights[i] * features[i];
    return 1.0 / (1.0 + exp(-sum));
}

/* ---- verdict
 * ------------------------------------------------------------------------------------------- */

static const char *origin(const struct ncpi_candidate *c, bool event, bool name)
{
    if (event)
        return "named day";
    if (c->acronym)
        return "acronym";
    if (c->in_title)
        return "title";
    if (c->in_headings > 0)
        return "heading";
    return name ? "name" : "key phrase";
}

/* A verb among the words: then it is half a sentence, not a phrase. */
static bool holds_verb(struct ncp_str form)
{
    for (size_t at = 0; at < form.len;) {
        struct ncp_str word = first_word(ncp_str_sub(form, at, form.len));
        char small[LISTED_MAX + 1];
        small_letters(word, small);
        if (listed(small, ncpi_pure_verbs) || listed(small, ncpi_past_forms))
            return true;
        at += word.len + 1;
    }
    return false;
}

/* "Call", "ring": a noun only where the article keeps coming back to it. */
static bool is_rare_verb(const struct ncpi_candidate *c)
{
    char small[LISTED_MAX + 1];
    small_letters(c->form, small);
    size_t len = strlen(small);
    if (len > 3 && small[len - 1] == 's' && small[len - 2] != 's')
        small[len - 1] = '\0';
    return c->words == 1 && c->count < NOUN_COUNT && listed(small, ncpi_verbs);
}

/* English endings that no noun phrase starts or ends with. */
static bool is_no_noun_phrase(const struct ncpi_candidate *c)
{
    if (ncp_str_equal_nocase(last_word(c->form), NCP_STR("part")) ||
        ncp_str_equal_nocase(first_word(c->form), NCP_STR("new")))
        return true;
    struct ncp_str first = first_word(c->form), last = last_word(c->form);
    bool verbal_start = c->words > 1 && opening_ending(first) < 0.7;
    bool lone_adjective = c->words == 1 && noun_ending(last) <= 0.5;
    return is_rare_verb(c) || noun_ending(last) < 0.4 || verbal_start || lone_adjective ||
           holds_verb(c->form);
}

static const char *fault(const struct ncp_ranking *r, const struct ncpi_candidate *c, bool name,
                         bool event)
{
    if (c->in_longer > 1 && c->in_longer * 10 >= c->count * 7 && !c->in_title)
        return "stands inside a longer phrase";
    bool whole = c->words == 1 || completeness(c) > 0.5;
    if (name && !event && (!whole || (c->in_longer > 0 && c->in_longer >= c->count)))
        return "half a name";
    if (c->half_title && c->words > 1 && !event)
        return "half of a title's phrase";
    if (ncpi_is_number_phrase(first_word(c->form)))
        return "a number";
    if (c->words > 3 && !name)
        return "too long";
    if (c->words == 3 && !name && !event && c->count < 2)
        return "said once, and long";
    if (!name && !event && !c->acronym && strcmp(r->article->lang, "en") == 0 &&
        is_no_noun_phrase(c))
        return "no noun phrase";
    if (c->words == 1 && !name && !c->acronym && c->count > 0 && completeness(c) < 0.35)
        return "half a phrase";
    if (c->words == 1 && strcmp(r->article->lang, "de") == 0 && !is_capital_form(c->form))
        return "no noun";
    if (!event && verb_share(c) > 0.4)
        return "a verb";
    return NULL;
}

struct ncpi_verdict ncpi_tag_score(const struct ncp_ranking *r, const struct ncpi_candidate *c,
                                   bool event)
{
    double features[NCPI_TAG_FEATURE_COUNT];
    bool name = is_name(r, c) && is_capital_form(c->form);
    struct ncpi_verdict v = {.name = name || event};
    if (!ncpi_tag_features(r, c, features) && !event)
        return v;
    v.score = weigh(features) + (event ? NCPI_EVENT_BONUS : 0);
    v.origin = origin(c, event, name);
    v.dropped = fault(r, c, name, event);
    return v;
}
