/* SPDX-License-Identifier: MIT */
/* The figures that tell how well a past hashtag suits an article. */
#include "bank_match.h"

#include "bank_nearest.h"

#include <math.h>
#include <stdlib.h>

#define NEAR ((size_t)5) /* of the NCPI_NEAREST: those that count most */

/* ---- the tag as words ---------------------------------------------------------------------------
 */

/* True if a word starts at byte `at`: "selfCare", "AIEthics" before "Ethics". */
static bool starts_word(struct ncp_str tag, size_t at)
{
    int32_t before, here, after = 0;
    ncp_utf8_prev(tag, at, &before);
    size_t len = ncp_utf8_next(tag, at, &here);
    if (at + len < tag.len)
        ncp_utf8_next(tag, at + len, &after);
    return ncp_is_upper(here) && (!ncp_is_upper(before) || ncp_is_lower(after));
}

static bool tag_words(struct ncp_ranking *r, struct ncp_str tag, struct ncp_str *out)
{
    struct ncp_buf words = NCP_BUF_INIT;
    for (size_t at = 1; at < tag.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(tag, at, &cp);
        if (cp == '_' || (at > 1 && starts_word(tag, at)))
            ncp_buf_add_char(&words, ' ');
        if (cp != '_')
            ncp_buf_add(&words, ncp_str_sub(tag, at, at + len));
        at += len;
    }
    bool done = !words.failed && ncp_arena_copy(r->arena, ncp_buf_str(&words), out);
    ncp_buf_free(&words);
    return done;
}

/* All stems in `all`, those that carry meaning in `m->terms`: all of them where
 * none does. */
static bool set_terms(struct ncp_ranking *r, struct ncpi_bank_match *m, size_t all[NCPI_TAG_WORDS],
                      size_t *count)
{
    *count = 0;
    for (size_t at = 0; at < m->text.len && *count < NCPI_TAG_WORDS;) {
        size_t end = ncp_str_find(m->text, NCP_STR(" "), at);
        end = end == SIZE_MAX ? m->text.len : end;
        size_t term = end > at ? ncpi_term(&r->terms, ncp_str_sub(m->text, at, end)) : NCPI_APART;
        if (end > at && term == SIZE_MAX)
            return false;
        if (end > at)
            all[(*count)++] = term;
        if (end > at && !r->terms.items[term].function)
            m->terms[m->words++] = term;
        at = end + 1;
    }
    for (size_t i = 0; m->words == 0 && i < *count; i++)
        m->terms[i] = all[i];
    m->words = m->words > 0 ? m->words : *count;
    return true;
}

/* ---- its words in the article
 * --------------------------------------------------------------------- */

static struct ncpi_word_use use_of(const struct ncpi_post_words *w, size_t term)
{
    static const struct ncpi_word_use none = {.count = 0};
    return term < w->use_count ? w->uses[term] : none;
}

static size_t count_phrase(const struct ncpi_post_words *w, const size_t *terms, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (use_of(w, terms[i]).count == 0)
            return 0;
    for (size_t i = 0; count > 0 && i + count <= w->length; i++) {
        size_t same = 0;
        while (same < count && w->sequence[i + same] == terms[same])
            same++;
        found += same == count;
    }
    return found;
}

static bool set_presence(struct ncp_ranking *r, const struct ncpi_post_words *w,
                         struct ncpi_bank_match *m)
{
    size_t all[NCPI_TAG_WORDS], count, title = 0, heading = 0, lead = 0, there = 0;
    if (!set_terms(r, m, all, &count))
        return false;
    for (size_t i = 0; i < m->words; i++) {
        struct ncpi_word_use use = use_of(w, m->terms[i]);
        title += use.title;
        heading += use.heading;
        lead += use.lead;
        there += use.count > 0;
    }
    size_t phrases = count_phrase(w, all, count);
    double words = m->words > 0 ? (double)m->words : 1;
    m->features[NCPI_BANK_in_title] = m->words > 0 && title == m->words;
    m->features[NCPI_BANK_in_headings] = m->words > 0 && heading == m->words;
    m->features[NCPI_BANK_in_lead] = m->words > 0 && lead == m->words;
    m->features[NCPI_BANK_part] = (double)there / words;
    m->features[NCPI_BANK_phrase] = phrases > 0;
    m->features[NCPI_BANK_phrases] = log(1 + (double)phrases);
    return true;
}

/* ---- the posts that bear it
 * ------------------------------------------------------------------------- */

static bool bears_topic(const struct ncp_bank *bank, const struct ncpi_past_post *post,
                        size_t topic, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (bank->spellings.items[post->tags[i]].topic == topic)
            return true;
    return false;
}

/* A post counts once for a topic, in however many spellings it bears it. */
static void count_posts(const struct ncp_bank *bank, size_t skip, struct ncpi_bank_match *by_topic)
{
    for (size_t p = 0; p < bank->posts.count; p++) {
        const struct ncpi_past_post *post = &bank->posts.items[p];
        for (size_t i = 0; p != skip && i < post->tag_count; i++) {
            size_t topic = bank->spellings.items[post->tags[i]].topic;
            by_topic[topic].posts += !bears_topic(bank, post, topic, i);
        }
    }
}

static void choose_spellings(const struct ncp_bank *bank, struct ncpi_bank_match *by_topic)
{
    size_t uses = 0;
    for (size_t i = 0; i < bank->spellings.count; i++) {
        const struct ncpi_spelling *s = &bank->spellings.items[i];
        struct ncpi_bank_match *m = &by_topic[s->topic];
        if (m->tag.len > 0)
            uses = bank->spellings
                       .items[ncpi_index_find(&bank->tags, ncpi_hash(NCPI_HASH_START, m->tag))]
                       .uses;
        if (m->tag.len > 0 &&
            (uses > s->uses || (uses == s->uses && ncp_str_compare(m->tag, s->tag) < 0)))
            continue;
        m->tag = s->tag;
        m->topic = s->topic;
    }
}

static void add_votes(const struct ncp_bank *bank, const struct ncpi_neighbours *n,
                      struct ncpi_bank_match *by_topic)
{
    double near = 1e-9, around = 1e-9;
    for (size_t i = 0; i < n->count; i++) {
        double alike = n->items[i].similarity;
        near += i < NEAR ? alike : 0;
        around += alike * alike;
    }
    for (size_t i = 0; i < n->count; i++) {
        const struct ncpi_past_post *post = &bank->posts.items[n->items[i].post];
        double alike = n->items[i].similarity;
        for (size_t t = 0; t < post->tag_count; t++) {
            size_t topic = bank->spellings.items[post->tags[t]].topic;
            double *f = by_topic[topic].features;
            if (bears_topic(bank, post, topic, t))
                continue;
            f[NCPI_BANK_near] += i < NEAR ? alike / near : 0;
            f[NCPI_BANK_around] += alike * alike / around;
            f[NCPI_BANK_nearest] = alike > f[NCPI_BANK_nearest] ? alike : f[NCPI_BANK_nearest];
        }
    }
}

/* ---- all of them
 * ------------------------------------------------------------------------------------- */

static double chance(const double *features)
{
    double sum = ncpi_bank_bias;
    for (size_t i = 0; i < NCPI_BANK_FEATURE_COUNT; i++)
        sum += ncpi_bank_weights[i] * features[i];
    return 1 / (1 + exp(-sum));
}

/* Keeps those that some post bears. */
static bool finish(struct ncp_ranking *r, const struct ncpi_post_words *w, double posts,
                   struct ncpi_bank_match *all, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        struct ncpi_bank_match *m = &all[kept];
        if (all[i].posts == 0)
            continue;
        *m = all[i];
        if (!tag_words(r, m->tag, &m->text) || !set_presence(r, w, m))
            return false;
        m->features[NCPI_BANK_prior] = log(((double)m->posts + 0.3) / (posts + 1));
        m->chance = chance(m->features);
        kept++;
    }
    *count = kept;
    return true;
}

enum ncp_code ncpi_bank_match(const struct ncp_bank *bank, struct ncp_ranking *r,
                              const struct ncpi_past_post *skip, struct ncpi_bank_match **out,
                              size_t *count, struct ncp_error *err)
{
    struct ncpi_post_words words;
    struct ncpi_neighbours near;
    size_t passed = skip ? (size_t)(skip - bank->posts.items) : SIZE_MAX;
    size_t topics = bank->topics.count, found = topics;
    struct ncpi_bank_match *all = ncp_arena_array(r->arena, topics + 1, sizeof *all);
    if (!all || !ncpi_post_words(r, &words) || !ncpi_nearest_posts(bank, r, &words, passed, &near))
        return ncp_error_memory(err);
    count_posts(bank, passed, all);
    choose_spellings(bank, all);
    add_votes(bank, &near, all);
    double posts = (double)bank->posts.count - (passed != SIZE_MAX);
    if (!finish(r, &words, posts, all, &found))
        return ncp_error_memory(err);
    *out = all;
    *count = found;
    return NCP_OK;
}
