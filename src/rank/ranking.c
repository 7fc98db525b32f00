/* SPDX-License-Identifier: MIT */
/* One article, ranked: words to terms, terms to scores, scores to choices. */
#include "ranking.h"

static enum ncp_code tokenize_headings(struct ncp_ranking *r, struct ncp_error *err)
{
    const struct ncp_article *a = r->article;
    struct ncpi_tokens *headings = ncp_arena_array(r->arena, a->block_count + 1, sizeof *headings);
    if (!headings)
        return ncp_error_memory(err);
    for (size_t i = 0; i < a->block_count; i++) {
        if (a->blocks[i].kind != NCP_BLOCK_HEADING || a->blocks[i].part == NCP_PART_ASIDE)
            continue;
        enum ncp_code code =
            ncpi_tokenize(&r->terms, a->blocks[i].text, SIZE_MAX, &headings[i], err);
        if (code != NCP_OK)
            return code;
    }
    r->headings = headings;
    return NCP_OK;
}

static enum ncp_code tokenize_sentences(struct ncp_ranking *r, struct ncp_error *err)
{
    const struct ncp_article *a = r->article;
    size_t count = a->sentence_count < NCPI_RANKED_MAX ? a->sentence_count : NCPI_RANKED_MAX;
    struct ncpi_tokens *sentences = ncp_arena_array(r->arena, count + 1, sizeof *sentences);
    if (!sentences)
        return ncp_error_memory(err);
    for (size_t i = 0; i < count; i++) {
        if (a->sentences[i].text.len > NCPI_SENTENCE_MAX)
            continue;
        enum ncp_code code = ncpi_tokenize(&r->terms, a->sentences[i].text, i, &sentences[i], err);
        if (code != NCP_OK)
            return code;
    }
    r->sentences = sentences;
    r->sentence_count = count;
    return NCP_OK;
}

static enum ncp_code tokenize_all(struct ncp_ranking *r, struct ncp_error *err)
{
    enum ncp_code code = ncpi_tokenize(&r->terms, r->article->title, SIZE_MAX, &r->title, err);
    if (code == NCP_OK)
        code = tokenize_headings(r, err);
    if (code == NCP_OK)
        code = tokenize_sentences(r, err);
    return code;
}

enum ncp_code ncpi_ranking_new(const struct ncp_article *article, struct ncp_ranking **out,
                               struct ncp_error *err)
{
    struct ncp_arena *arena = ncp_arena_new();
    struct ncp_ranking *r = arena ? ncp_arena_alloc(arena, sizeof *r) : NULL;
    if (!r) {
        ncp_arena_free(arena);
        return ncp_error_memory(err);
    }
    r->article = article;
    r->arena = arena;
    ncpi_terms_init(&r->terms, arena, article->language);
    enum ncp_code code = tokenize_all(r, err);
    if (code == NCP_OK)
        *out = r;
    else
        ncp_ranking_free(r);
    return code;
}

enum ncp_code ncp_rank(const struct ncp_article *article, const struct ncp_rank_options *options,
                       struct ncp_ranking **out, struct ncp_error *err)
{
    static const struct ncp_rank_options defaults = {.bank = NULL};
    struct ncp_ranking *r = NULL;
    enum ncp_code code = ncpi_ranking_new(article, &r, err);
    if (code != NCP_OK)
        return code;
    code = ncpi_score_sentences(r, err);
    if (code == NCP_OK && !ncpi_choose_summary(r, NCP_SUMMARY_MAX))
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        code = ncpi_find_tags(r, options ? options : &defaults, err);
    if (code == NCP_OK)
        *out = r;
    else
        ncp_ranking_free(r);
    return code;
}

void ncp_ranking_free(struct ncp_ranking *ranking)
{
    if (!ranking)
        return;
    ncpi_terms_free(&ranking->terms);
    ncp_arena_free(ranking->arena);
}

double ncp_sentence_score(const struct ncp_ranking *ranking, size_t index)
{
    return index < ranking->sentence_count ? ranking->scores[index] : 0;
}

const struct ncp_tag *ncp_tags(const struct ncp_ranking *ranking, size_t *count)
{
    *count = ranking->tag_count;
    return ranking->tags;
}

void ncp_summary(const struct ncp_ranking *ranking, const size_t **out, size_t *count)
{
    *out = ranking->summary;
    *count = ranking->summary_count;
}
