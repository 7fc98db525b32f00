/* SPDX-License-Identifier: MIT */
/* Article → caption: the steps in their order, and the result put together. */
#include "ncpost/compose.h"

#include "article/address.h"
#include "composer.h"
#include "identity.h"

#include <string.h>

/* ---- choosing -------------------------------------------------------------------------------- */

static bool find_tellings(struct ncpi_composer *c)
{
    return ncpi_tellings_find(c->article, c->ranking, true, c->arena, &c->tellings);
}

static bool choose(struct ncpi_composer *c)
{
    static bool (*const steps[])(struct ncpi_composer *) = {
        find_tellings,     ncpi_choose_invitation, ncpi_choose_hooks,    ncpi_choose_body,
        ncpi_choose_emoji, ncpi_choose_hashtags,   ncpi_write_link_lines};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (!steps[i](c))
            return false;
    return true;
}

/* ---- the result --------------------------------------------------------------------------------
 */

static struct ncp_str meta_text(const struct ncp_article *a, const char *key)
{
    return ncp_str_from(json_string_value(json_object_get(a->meta, key)));
}

static bool write_summary(const struct ncpi_composer *c, struct ncp_caption *out)
{
    const size_t *chosen;
    size_t count;
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_summary(c->ranking, &chosen, &count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            ncp_buf_add_char(&text, ' ');
        ncp_buf_add(&text, c->article->sentences[chosen[i]].text);
    }
    bool done = !text.failed && ncp_arena_copy(c->arena, ncp_buf_str(&text), &out->summary);
    ncp_buf_free(&text);
    return done;
}

static void add_piece(struct ncp_piece *pieces, size_t *count, enum ncp_role role,
                      const struct ncpi_telling *t)
{
    pieces[(*count)++] = (struct ncp_piece){.role = role,
                                            .text = t->text,
                                            .from = "article",
                                            .start = t->start,
                                            .end = t->end,
                                            .trimmed = t->trimmed};
}

static struct ncp_piece title_piece(const struct ncp_article *a, enum ncp_role role)
{
    bool in_text = a->title_end > 0;
    return (struct ncp_piece){.role = role,
                              .text = a->title,
                              .from = in_text ? "article" : "front matter",
                              .start = a->title_start,
                              .end = a->title_end};
}

static bool write_pieces(const struct ncpi_composer *c, const struct ncpi_fit *fit,
                         struct ncp_caption *out)
{
    size_t most = 3 + 2 * NCPI_BODY_MAX + NCPI_INVITATION_PARTS, n = 0;
    struct ncp_piece *pieces = ncp_arena_array(c->arena, most, sizeof *pieces);
    if (!pieces)
        return false;
    if (fit->hook)
        add_piece(pieces, &n, NCP_ROLE_HOOK, fit->hook);
    else
        pieces[n++] = title_piece(c->article, NCP_ROLE_HOOK);
    for (size_t i = 0; i < fit->body_count; i++)
        for (size_t k = 0; k < c->body[i].part_count; k++)
            add_piece(pieces, &n, NCP_ROLE_BODY, &c->body[i].parts[k]);
    for (size_t i = 0; fit->invitation && i < c->invitation_count; i++)
        add_piece(pieces, &n, NCP_ROLE_INVITATION, &c->invitation[i]);
    if (!fit->short_link && c->title.len > 0)
        pieces[n++] = title_piece(c->article, NCP_ROLE_TITLE);
    pieces[n++] =
        (struct ncp_piece){.role = NCP_ROLE_LINK_LINE, .text = out->link_line, .from = "profile"};
    out->pieces = pieces;
    out->piece_count = n;
    return true;
}

/* The hashtags, where they stand in the first comment. */
static bool write_first_comment(const struct ncpi_composer *c, struct ncp_caption *out)
{
    struct ncp_buf text = NCP_BUF_INIT;
    if (c->options->hashtags != NCP_HASHTAGS_IN_FIRST_COMMENT || out->hashtag_count == 0)
        return true;
    for (size_t i = 0; i < out->hashtag_count; i++) {
        if (i > 0)
            ncp_buf_add_char(&text, ' ');
        ncp_buf_add(&text, out->hashtags[i]);
    }
    bool done = !text.failed && ncp_arena_copy(c->arena, ncp_buf_str(&text), &out->first_comment);
    ncp_buf_free(&text);
    return done;
}

static bool write_result(const struct ncpi_composer *c, const struct ncpi_fit *fit,
                         struct ncp_caption *out)
{
    const struct ncp_article *a = c->article;
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncp_str *body = ncp_arena_array(c->arena, NCPI_BODY_MAX, sizeof *body);
    if (!body)
        return false;
    for (size_t i = 0; i < fit->body_count; i++)
        body[i] = c->body[i].text;
    out->hook = fit->hook_text;
    out->body = body;
    out->body_count = fit->body_count;
    out->invitation = fit->invitation ? c->invitation_text : (struct ncp_str){NULL, 0};
    out->link_line = fit->short_link ? c->short_link_line : c->link_line;
    out->hashtags = ncpi_hashtags_told(c, fit);
    out->hashtag_count = c->options->hashtags == NCP_HASHTAGS_NOWHERE ? 0 : fit->hashtag_count;
    out->url = c->url.len > 0 ? c->url : meta_text(a, "url");
    out->image = meta_text(a, "image");
    out->alt_text = meta_text(a, "image_alt");
    for (size_t i = 0; i < a->block_count && out->image.len == 0; i++)
        if (a->blocks[i].kind == NCP_BLOCK_IMAGE) {
            out->image = a->blocks[i].url;
            out->alt_text = a->blocks[i].text;
        }
    ncpi_write_caption(c, fit, &text);
    bool done = !text.failed && ncp_arena_copy(c->arena, ncp_buf_str(&text), &out->text);
    ncp_buf_free(&text);
    return done && out->hashtags && write_first_comment(c, out) && write_pieces(c, fit, out) &&
           write_summary(c, out) && ncp_arena_copy(c->arena, out->url, &out->url) &&
           ncpi_identify(a, c->options, out);
}

/* ---- the whole
 * -------------------------------------------------------------------------------------- */

static enum ncp_code compose(struct ncpi_composer *c, struct ncp_caption *out,
                             struct ncp_error *err)
{
    struct ncpi_fit fit;
    c->limits = ncpi_limits_of(c->options);
    out->network = c->limits.name;
    out->table = c->limits.network;
    out->fold = c->limits.fold;
    out->tag_limit = c->limits.hashtags;
    out->limit = c->limits.graphemes;
    /* No link and no hashtag stands in a caption but its own. */
    if (!ncpi_has_address(c->article->title) && !ncpi_has_hashtag(c->article->title))
        c->title = c->article->title;
    if (!choose(c))
        return ncp_error_memory(err);
    enum ncp_code code = ncpi_fit(c, &fit, err);
    if (code == NCP_OK && !write_result(c, &fit, out))
        code = ncp_error_memory(err);
    return code;
}

static struct ncp_caption *new_caption(const struct ncp_article *article)
{
    struct ncp_arena *arena = ncp_arena_new();
    struct ncp_caption *caption = arena ? ncp_arena_alloc(arena, sizeof *caption) : NULL;
    if (!caption) {
        ncp_arena_free(arena);
        return NULL;
    }
    caption->arena = arena;
    caption->article = article;
    return caption;
}

/* Ranking's texts are borrowed by the caption, so they are copied before the
 * ranking goes. */
static bool own_hashtags(struct ncp_caption *caption)
{
    struct ncp_str *own = ncp_arena_array(caption->arena, caption->hashtag_count + 1, sizeof *own);
    if (!own)
        return false;
    for (size_t i = 0; i < caption->hashtag_count; i++)
        if (!ncp_arena_copy(caption->arena, caption->hashtags[i], &own[i]))
            return false;
    caption->hashtags = own;
    return true;
}

enum ncp_code ncp_compose(const struct ncp_article *article,
                          const struct ncp_compose_options *options, struct ncp_caption **out,
                          struct ncp_error *err)
{
    static const struct ncp_compose_options defaults = {.max = 0};
    struct ncp_caption *caption = new_caption(article);
    struct ncp_ranking *ranking = NULL;
    if (!caption)
        return ncp_error_memory(err);
    options = options ? options : &defaults;
    const struct ncp_rank_options rank = {
        .bank = options->bank, .tags = options->tags, .tag_count = options->tag_count};
    enum ncp_code code = ncp_rank(article, &rank, &ranking, err);
    struct ncpi_composer c = {
        .article = article, .ranking = ranking, .options = options, .arena = caption->arena};
    if (code == NCP_OK)
        code = compose(&c, caption, err);
    if (code == NCP_OK && !own_hashtags(caption))
        code = ncp_error_memory(err);
    ncpi_tellings_free(&c.tellings);
    ncp_ranking_free(ranking);
    if (code == NCP_OK)
        *out = caption;
    else
        ncp_caption_free(caption);
    return code;
}

void ncp_caption_free(struct ncp_caption *caption)
{
    if (caption)
        ncp_arena_free(caption->arena);
}
