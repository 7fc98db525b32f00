/* SPDX-License-Identifier: MIT */
/* What sentences share: with each other, with the title, with the headings. */
#include "features.h"

#include "vectors.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAD      5
#define TOP_WORDS 10
#define ALIKE     0.1 /* LexRank's threshold */
#define DAMPING   0.85
#define ROUNDS    30
/* Only this many sentences are compared with all the others. */
#define COMPARED ((size_t)400)

struct content {
    struct ncp_ranking *r;
    size_t n; /* sentences compared */
    struct ncpi_vector title;
    double *whole;    /* dense, by term: the sum of all sentences' raw vectors */
    double *part;     /* scratch of the same size */
    double *cosines;  /* n × n */
    bool *top;        /* by term: among the weightiest */
    bool *in_heading; /* by term */
    size_t total;     /* content tokens in the text */
};

static double *line_of(const struct content *c, size_t index)
{
    return c->r->features + index * NCPI_FEATURE_COUNT;
}

/* ---- dense sums -------------------------------------------------------------------------- */

/* Adds the raw (not normalized) vector of a sentence, times `sign`. */
static void add_sentence(const struct content *c, size_t index, double sign, double *sum)
{
    const struct ncpi_tokens *s = &c->r->sentences[index];
    for (size_t i = 0; i < s->count; i++)
        sum[s->items[i].term] += sign * ncpi_term_weight(c->r, s->items[i].term);
}

static double squared(const struct content *c, const double *sum)
{
    double length = 0;
    for (size_t i = 0; i < c->r->terms.count; i++)
        length += sum[i] * sum[i];
    return length;
}

static double cosine_to_sum(const struct ncpi_vector *v, const double *sum, double length)
{
    double dot = 0;
    for (size_t i = 0; i < v->count; i++)
        dot += v->items[i].value * sum[v->items[i].term];
    return length > 1e-9 ? dot / sqrt(length) : 0;
}

static void clear_part(const struct content *c)
{
    memset(c->part, 0, c->r->terms.count * sizeof *c->part);
}

static void set_cosines_to(const struct content *c, enum ncpi_feature feature, const double *sum)
{
    double length = squared(c, sum);
    for (size_t i = 0; i < c->n; i++)
        line_of(c, i)[feature] = cosine_to_sum(&c->r->vectors[i], sum, length);
}

/* cos to the lead, to the last paragraph, to the whole. */
static void set_part_cosines(const struct content *c)
{
    const struct ncp_sentence *s = c->r->article->sentences;
    for (size_t i = 0; i < c->n; i++)
        add_sentence(c, i, 1, c->whole);
    set_cosines_to(c, NCPI_F_text_cos, c->whole);
    clear_part(c);
    for (size_t i = 0; i < c->n && i < LEAD; i++)
        add_sentence(c, i, 1, c->part);
    set_cosines_to(c, NCPI_F_lead_cos, c->part);
    clear_part(c);
    for (size_t i = c->n; i > 0 && s[i - 1].block == s[c->n - 1].block; i--)
        add_sentence(c, i - 1, 1, c->part);
    set_cosines_to(c, NCPI_F_last_cos, c->part);
}

/* cos to all before and to all after, with lengths kept up to date term by
 * term. */
static void set_running_cosines(const struct content *c)
{
    double before = 0, after = squared(c, c->whole);
    clear_part(c);
    for (size_t i = 0; i < c->n; i++) {
        const struct ncpi_tokens *s = &c->r->sentences[i];
        line_of(c, i)[NCPI_F_before_cos] = cosine_to_sum(&c->r->vectors[i], c->part, before);
        for (size_t k = 0; k < s->count; k++) {
            size_t t = s->items[k].term;
            double w = ncpi_term_weight(c->r, t);
            before += (2 * c->part[t] + w) * w;
            after += (w - 2 * c->whole[t]) * w;
            c->part[t] += w;
            c->whole[t] -= w;
        }
        line_of(c, i)[NCPI_F_after_cos] = cosine_to_sum(&c->r->vectors[i], c->whole, after);
    }
}

/* ---- the graph of sentences ------------------------------------------------------------------ */

static void set_graph(const struct content *c)
{
    for (size_t i = 0; i < c->n; i++)
        for (size_t k = 0; k < i; k++)
            c->cosines[i * c->n + k] = c->cosines[k * c->n + i] =
                ncpi_cosine(&c->r->vectors[i], &c->r->vectors[k]);
    for (size_t i = 0; i < c->n; i++) {
        double *f = line_of(c, i), sum = 0, most = 0;
        for (size_t k = 0; k < c->n; k++) {
            double cosine = c->cosines[i * c->n + k];
            sum += cosine;
            most = cosine > most ? cosine : most;
        }
        f[NCPI_F_degree] = sum / (double)c->n;
        f[NCPI_F_nearest] = most;
        f[NCPI_F_previous_cos] = i > 0 ? c->cosines[i * c->n + i - 1] : 0;
        f[NCPI_F_next_cos] = i + 1 < c->n ? c->cosines[i * c->n + i + 1] : 0;
    }
}

static bool set_lexrank(const struct content *c)
{
    double *sums = ncp_arena_array(c->r->arena, 3 * c->n + 1, sizeof *sums);
    if (!sums)
        return false;
    double *rank = sums + c->n, *next = rank + c->n, n = (double)c->n;
    for (size_t i = 0; i < c->n; i++) {
        rank[i] = 1 / n;
        for (size_t k = 0; k < c->n; k++) {
            double *cosine = &c->cosines[i * c->n + k];
            *cosine = *cosine < ALIKE ? 0 : *cosine;
            sums[i] += *cosine;
        }
    }
    for (size_t round = 0; round < ROUNDS; round++) {
        double loose = 0; /* of sentences like no other: shared by all */
        for (size_t i = 0; i < c->n; i++) {
            loose += sums[i] > 0 ? 0 : rank[i] / n;
            next[i] = 0;
        }
        for (size_t i = 0; i < c->n; i++)
            for (size_t k = 0; sums[i] > 0 && k < c->n; k++)
                next[k] += rank[i] * c->cosines[i * c->n + k] / sums[i];
        for (size_t i = 0; i < c->n; i++)
            rank[i] = (1 - DAMPING) / n + DAMPING * (next[i] + loose);
    }
    for (size_t i = 0; i < c->n; i++)
        line_of(c, i)[NCPI_F_lexrank] = rank[i] * n;
    return true;
}

/* ---- title, headings, frequent words
 * ------------------------------------------------------------- */

/* Marks the terms with the greatest counts, those of the title counted twice. */
static void find_top_words(const struct content *c)
{
    size_t found = 0;
    double last = HUGE_VAL;
    while (found < TOP_WORDS) {
        size_t best = SIZE_MAX;
        double most = 0;
        for (size_t t = 0; t < c->r->terms.count; t++) {
            const struct ncpi_term *term = &c->r->terms.items[t];
            double weight = (double)term->count * (1 + ncpi_tokens_have(&c->r->title, t));
            if (!term->function && !c->top[t] && weight > most && weight <= last) {
                best = t;
                most = weight;
            }
        }
        if (best == SIZE_MAX)
            return;
        c->top[best] = true;
        last = most;
        found++;
    }
}

static void find_heading_words(const struct content *c)
{
    const struct ncp_article *a = c->r->article;
    for (size_t i = 0; i < a->block_count; i++)
        for (size_t k = 0; k < c->r->headings[i].count; k++)
            c->in_heading[c->r->headings[i].items[k].term] = true;
}

static size_t different_content(const struct ncp_ranking *r, const struct ncpi_tokens *tokens)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = tokens->items[k].term == tokens->items[i].term;
        count += !seen && !r->terms.items[tokens->items[i].term].function;
    }
    return count;
}

/* The share of `tokens`' content words that the sentence's vector holds. */
static double cover(const struct content *c, const struct ncpi_vector *v,
                    const struct ncpi_tokens *tokens)
{
    size_t shared = 0, all = different_content(c->r, tokens);
    for (size_t i = 0; i < v->count; i++)
        shared += ncpi_tokens_have(tokens, v->items[i].term);
    return all ? (double)shared / (double)all : 0;
}

static void set_words(const struct content *c, size_t i)
{
    const struct ncpi_vector *v = &c->r->vectors[i];
    double *f = line_of(c, i), n = v->count ? (double)v->count : 1;
    double total = c->total ? (double)c->total : 1;
    size_t section = c->r->article->blocks[c->r->article->sentences[i].block].section;
    for (size_t k = 0; k < v->count; k++) {
        size_t term = v->items[k].term;
        f[NCPI_F_title_count] += ncpi_tokens_have(&c->r->title, term);
        f[NCPI_F_sum_frequency] += (double)c->r->terms.items[term].count / total;
        f[NCPI_F_top_words] += c->top[term];
        f[NCPI_F_headings_share] += c->in_heading[term] / n;
    }
    f[NCPI_F_content] = (double)v->count;
    f[NCPI_F_density] = (double)v->count / ((double)c->r->sentences[i].count + 1);
    f[NCPI_F_title_cover] = cover(c, v, &c->r->title);
    f[NCPI_F_title_share] = f[NCPI_F_title_count] / n;
    f[NCPI_F_title_cos] = ncpi_cosine(v, &c->title);
    f[NCPI_F_mean_frequency] = f[NCPI_F_sum_frequency] / n * 100;
    f[NCPI_F_top_share] = f[NCPI_F_top_words] / n;
    f[NCPI_F_heading_cover] = section == SIZE_MAX || c->r->headings[section].count == 0
                                  ? -1
                                  : cover(c, v, &c->r->headings[section]);
}

/* ---- the whole
 * --------------------------------------------------------------------------------------- */

static bool prepare(struct content *c)
{
    struct ncp_ranking *r = c->r;
    size_t terms = r->terms.count + 1;
    c->n = r->sentence_count < COMPARED ? r->sentence_count : COMPARED;
    c->whole = ncp_arena_array(r->arena, terms, sizeof *c->whole);
    c->part = ncp_arena_array(r->arena, terms, sizeof *c->part);
    c->top = ncp_arena_array(r->arena, terms, sizeof *c->top);
    c->in_heading = ncp_arena_array(r->arena, terms, sizeof *c->in_heading);
    c->cosines = ncp_arena_array(r->arena, c->n * c->n + 1, sizeof *c->cosines);
    r->vectors = ncp_arena_array(r->arena, r->sentence_count + 1, sizeof *r->vectors);
    if (!c->whole || !c->part || !c->top || !c->in_heading || !c->cosines || !r->vectors)
        return false;
    for (size_t t = 0; t < r->terms.count; t++)
        c->total += r->terms.items[t].function ? 0 : r->terms.items[t].count;
    for (size_t i = 0; i < r->sentence_count; i++)
        if (!ncpi_vector_of(r, &r->sentences[i], &r->vectors[i]))
            return false;
    return ncpi_vector_of(r, &r->title, &c->title);
}

bool ncpi_content_features(struct ncp_ranking *r)
{
    struct content c = {.r = r};
    if (!prepare(&c))
        return false;
    find_top_words(&c);
    find_heading_words(&c);
    for (size_t i = 0; i < r->sentence_count; i++)
        set_words(&c, i);
    set_part_cosines(&c);
    set_running_cosines(&c);
    set_graph(&c);
    return set_lexrank(&c);
}
