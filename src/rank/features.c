/* SPDX-License-Identifier: MIT */
/* The figures of all sentences: those of each alone, then those that need the
 * others'. */
#include "features.h"

#include <math.h>

static double *line_of(const struct ncp_ranking *r, size_t index)
{
    return r->features + index * NCPI_FEATURE_COUNT;
}

/* ---- place ----------------------------------------------------------------------------- */

static void set_place(const struct ncp_ranking *r, size_t i, size_t block, size_t section,
                      size_t in_section)
{
    const struct ncp_sentence *s = &r->article->sentences[i];
    const struct ncp_block *b = &r->article->blocks[s->block];
    double *f = line_of(r, i), n = (double)r->sentence_count;
    f[NCPI_F_index] = (double)i;
    f[NCPI_F_log_index] = log(1.0 + (double)i);
    f[NCPI_F_is_first] = i == 0;
    f[NCPI_F_is_early] = i < 3;
    f[NCPI_F_first_blocks] = block < 3;
    f[NCPI_F_inverse] = 1.0 / (1.0 + (double)i);
    f[NCPI_F_relative] = (double)i / n;
    f[NCPI_F_at] = (double)(i - b->first_sentence);
    f[NCPI_F_block] = (double)block;
    f[NCPI_F_block_size] = (double)b->sentence_count;
    f[NCPI_F_section] = (double)section;
    f[NCPI_F_in_section] = (double)in_section;
    f[NCPI_F_sentences] = n;
    f[NCPI_F_from_end] = n - 1 - (double)i;
    f[NCPI_F_closes_block] = i + 1 == b->first_sentence + b->sentence_count;
    f[NCPI_F_item] = b->kind == NCP_BLOCK_ITEM;
    f[NCPI_F_quote_block] = b->kind == NCP_BLOCK_QUOTE;
}

static size_t count_headings(const struct ncp_article *a, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += a->blocks[i].kind == NCP_BLOCK_HEADING && a->blocks[i].part == NCP_PART_BODY &&
                 !ncp_str_equal(a->blocks[i].text, a->title);
    return count;
}

static void set_places(const struct ncp_ranking *r)
{
    const struct ncp_article *a = r->article;
    size_t block = 0, section = 0, in_section = 0, sections = count_headings(a, 0, a->block_count);
    for (size_t i = 0; i < r->sentence_count; i++) {
        size_t own = a->sentences[i].block, last = i ? a->sentences[i - 1].block : 0;
        size_t headings = count_headings(a, last, own);
        block += i > 0 && own != last;
        section += headings;
        in_section = headings > 0 || i == 0 ? 0 : in_section + 1;
        set_place(r, i, block, section, in_section);
        line_of(r, i)[NCPI_F_sections] = (double)sections;
    }
}

/* ---- beside the others ----------------------------------------------------------------------- */

static const struct {
    enum ncpi_feature of, rank;
} ranked[] = {
    {NCPI_F_title_cover, NCPI_F_rank_title_cover},     {NCPI_F_title_cos, NCPI_F_rank_title_cos},
    {NCPI_F_text_cos, NCPI_F_rank_text_cos},           {NCPI_F_lexrank, NCPI_F_rank_lexrank},
    {NCPI_F_sum_frequency, NCPI_F_rank_sum_frequency}, {NCPI_F_lead_cos, NCPI_F_rank_lead_cos},
    {NCPI_F_top_words, NCPI_F_rank_top_words},
};

static void set_ranks(const struct ncp_ranking *r)
{
    size_t n = r->sentence_count;
    for (size_t k = 0; k < sizeof ranked / sizeof *ranked; k++)
        for (size_t i = 0; i < n; i++) {
            size_t greater = 0;
            double own = line_of(r, i)[ranked[k].of];
            for (size_t j = 0; j < n; j++)
                greater += line_of(r, j)[ranked[k].of] > own;
            line_of(r, i)[ranked[k].rank] = (double)greater / (double)n;
        }
}

static const struct {
    enum ncpi_feature of, here;
    int step;
} borrowed[] = {
    {NCPI_F_title_cover, NCPI_F_previous_title_cover, -1},
    {NCPI_F_text_cos, NCPI_F_previous_text_cos, -1},
    {NCPI_F_cue_announce, NCPI_F_previous_announce, -1},
    {NCPI_F_question, NCPI_F_previous_question, -1},
    {NCPI_F_cue_boiler, NCPI_F_previous_boiler, -1},
    {NCPI_F_characters, NCPI_F_previous_characters, -1},
    {NCPI_F_title_cover, NCPI_F_next_title_cover, 1},
    {NCPI_F_text_cos, NCPI_F_next_text_cos, 1},
    {NCPI_F_cue_announce, NCPI_F_next_announce, 1},
    {NCPI_F_question, NCPI_F_next_question, 1},
    {NCPI_F_opens_pointing, NCPI_F_next_pointing, 1},
    {NCPI_F_opens_pronoun, NCPI_F_next_pronoun, 1},
    {NCPI_F_opens_joining, NCPI_F_next_joining, 1},
    {NCPI_F_characters, NCPI_F_next_characters, 1},
};

static void set_borrowed(const struct ncp_ranking *r, size_t i)
{
    for (size_t k = 0; k < sizeof borrowed / sizeof *borrowed; k++) {
        bool before = borrowed[k].step < 0;
        bool there = before ? i > 0 : i + 1 < r->sentence_count;
        size_t other = before ? i - 1 : i + 1;
        line_of(r, i)[borrowed[k].here] = there ? line_of(r, other)[borrowed[k].of] : -1;
    }
}

static void set_running(const struct ncp_ranking *r)
{
    double best_title = 0, effective = 0;
    for (size_t i = 0; i < r->sentence_count; i++) {
        double *f = line_of(r, i);
        f[NCPI_F_effective] = effective;
        f[NCPI_F_effective_first] = effective < 2;
        f[NCPI_F_title_news] = f[NCPI_F_title_cover] - best_title;
        if (f[NCPI_F_title_cover] > best_title)
            best_title = f[NCPI_F_title_cover];
        effective +=
            f[NCPI_F_cue_boiler] == 0 && f[NCPI_F_no_end] == 0 && f[NCPI_F_characters] >= 25;
        set_borrowed(r, i);
    }
}

enum ncp_code ncpi_sentence_features(struct ncp_ranking *r, struct ncp_error *err)
{
    r->features =
        ncp_arena_array(r->arena, (r->sentence_count + 1) * NCPI_FEATURE_COUNT, sizeof(double));
    if (!r->features)
        return ncp_error_memory(err);
    set_places(r);
    for (size_t i = 0; i < r->sentence_count; i++)
        ncpi_shape_features(r, i, line_of(r, i));
    if (!ncpi_content_features(r))
        return ncp_error_memory(err);
    set_ranks(r);
    set_running(r);
    return NCP_OK;
}
