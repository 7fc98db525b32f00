/* SPDX-License-Identifier: MIT */
/* Bytes → article: the order in which the readers are called, and the draft
 * settled into its final form. */
#include "ncpost/article.h"

#include "address.h"
#include "clean.h"
#include "draft.h"
#include "encoding.h"
#include "markdown.h"
#include "parts.h"
#include "plain_text.h"
#include "state.h"

#include <stdlib.h>
#include <string.h>

/* What is being made, and what it is made from. */
struct reading {
    const struct ncp_article_options *options;
    struct ncp_article *article;
    struct ncp_buf source;
    struct ncpi_mapped text;
    size_t body; /* where front matter ends, in `text` */
    struct ncpi_draft draft;
    struct ncp_error *err;
};

/* ---- text --------------------------------------------------------------------------------- */

static enum ncp_code check_size(struct reading *r, struct ncp_str input)
{
    size_t limit = r->options->max_input ? r->options->max_input : NCP_MAX_INPUT;
    if (limit > NCP_MAX_INPUT_LIMIT)
        limit = NCP_MAX_INPUT_LIMIT;
    if (input.len <= limit)
        return NCP_OK;
    ncp_error_set(r->err, NCP_E_DATA, "%zu bytes are more than the limit of %zu", input.len, limit);
    ncp_error_hint(r->err, "--max-input raises it, to %zu at most", NCP_MAX_INPUT_LIMIT);
    return NCP_E_DATA;
}

static enum ncp_code read_text(struct reading *r, struct ncp_str input)
{
    size_t surrogates = 0;
    enum ncp_code code = check_size(r, input);
    if (code == NCP_OK)
        code = ncpi_decode(input, r->options->encoding, &r->source, &surrogates, r->err);
    if (code != NCP_OK)
        return code;
    if (surrogates > 0)
        ncp_warn(r->article->warnings, "unpaired-surrogates", 0, "unpaired surrogates removed: %zu",
                 surrogates);
    if (!ncp_arena_copy(r->article->arena, ncp_buf_str(&r->source), &r->article->source))
        return ncp_error_memory(r->err);
    return ncpi_clean(r->article->source, &r->text, r->article->warnings, r->err);
}

static enum ncp_code read_front_matter(struct reading *r)
{
    struct ncp_article *a = r->article;
    enum ncp_code code = ncp_front_matter(ncp_buf_str(&r->text.text), &a->front_matter, &r->body,
                                          a->warnings, r->err);
    if (code != NCP_OK)
        return code;
    if (r->options->meta && json_object_update(a->front_matter, r->options->meta) != 0)
        return ncp_error_memory(r->err);
    a->meta = ncp_metadata(a->front_matter);
    if (!a->meta)
        return ncp_error_memory(r->err);
    ncpi_warn_of_state(a->meta, r->options->now, a->warnings);
    return NCP_OK;
}

static enum ncp_code read_blocks(struct reading *r)
{
    struct ncp_str body = ncp_str_sub(ncp_buf_str(&r->text.text), r->body, SIZE_MAX);
    bool markdown = r->options->markup == NCP_MARKUP_MARKDOWN;
    if (r->options->markup == NCP_MARKUP_AUTO)
        markdown = r->body > 0 || ncpi_looks_like_markdown(body);
    enum ncp_code code = markdown ? ncpi_markdown(&r->text, r->body, &r->draft, r->err)
                                  : ncpi_plain_text(&r->text, r->body, &r->draft, r->err);
    if (code != NCP_OK)
        return code;
    ncpi_find_parts(&r->draft);
    return r->draft.failed ? ncp_error_memory(r->err) : NCP_OK;
}

/* ---- title ----------------------------------------------------------------------------------- */

#define SHORT_LINE 160 /* bytes of a line that may serve as a title */

static struct ncp_str draft_text(const struct ncpi_draft_block *block)
{
    return ncp_buf_str(&block->text.text);
}

static bool is_title_line(const struct ncpi_draft_block *block)
{
    struct ncp_str text = draft_text(block);
    return block->kind == NCP_BLOCK_PARAGRAPH && text.len > 0 && text.len <= SHORT_LINE &&
           !strchr(".:;,", text.ptr[text.len - 1]);
}

/* The block that is the title: the first level-1 heading, else the first
 * heading, else the first short line without a full stop. */
static struct ncpi_draft_block *title_block(struct ncpi_draft *draft)
{
    struct ncpi_draft_block *heading = NULL, *line = NULL;
    for (size_t i = 0; i < draft->count; i++) {
        struct ncpi_draft_block *block = &draft->items[i];
        if (block->part == NCP_PART_ASIDE)
            continue;
        if (block->kind == NCP_BLOCK_HEADING && block->level == 1)
            return block;
        if (block->kind == NCP_BLOCK_HEADING && !heading)
            heading = block;
        if (!line && is_title_line(block))
            line = block;
    }
    return heading ? heading : line;
}

static enum ncp_code title_from_metadata(struct reading *r, const char *title)
{
    struct ncp_buf plain = NCP_BUF_INIT;
    enum ncp_code code = ncpi_markdown_inline(ncp_str_from(title), &plain, r->err);
    if (code == NCP_OK &&
        !ncp_arena_copy(r->article->arena, ncp_buf_str(&plain), &r->article->title))
        code = ncp_error_memory(r->err);
    ncp_buf_free(&plain);
    return code;
}

static enum ncp_code read_title(struct reading *r)
{
    const char *title = json_string_value(json_object_get(r->article->meta, "title"));
    if (title)
        return title_from_metadata(r, title);
    struct ncpi_draft_block *block = title_block(&r->draft);
    if (!block)
        return NCP_OK;
    block->kind = NCP_BLOCK_HEADING;
    block->level = 1;
    struct ncp_str text = draft_text(block);
    struct ncp_span at =
        ncpi_runs_source(block->text.runs.items, block->text.runs.count, 0, text.len);
    r->article->title_start = at.start;
    r->article->title_end = at.end;
    return ncp_arena_copy(r->article->arena, text, &r->article->title) ? NCP_OK
                                                                       : ncp_error_memory(r->err);
}

/* ---- language -----------------------------------------------------------------------------------
 */

#define LANGUAGE_SAMPLE ((size_t)8192)

static enum ncp_code read_language(struct reading *r)
{
    const char *tag = r->options->lang;
    struct ncp_buf sample = NCP_BUF_INIT;
    if (!tag)
        tag = json_string_value(json_object_get(r->article->meta, "lang"));
    if (!tag) {
        ncp_buf_add(&sample, r->article->title);
        for (size_t i = 0; i < r->draft.count && sample.len < LANGUAGE_SAMPLE; i++) {
            if (r->draft.items[i].part == NCP_PART_ASIDE)
                continue;
            ncp_buf_add_char(&sample, '\n');
            ncp_buf_add(&sample, draft_text(&r->draft.items[i]));
        }
        tag = ncp_language_detect(ncp_buf_str(&sample));
    }
    enum ncp_code code = ncp_language_new(tag, &r->article->language, r->err);
    if (code == NCP_OK)
        r->article->lang = ncp_language_tag(r->article->language);
    ncp_buf_free(&sample);
    return code;
}

/* ---- the draft, settled
 * ---------------------------------------------------------------------------- */

static void *copy_array(struct ncp_arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = ncp_arena_array(arena, count ? count : 1, size);
    if (copy && count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

static bool settle_block(struct ncp_arena *arena, const struct ncpi_draft_block *from,
                         struct ncp_block *to)
{
    *to = (struct ncp_block){.kind = from->kind,
                             .part = from->part,
                             .level = from->level,
                             .list = from->list,
                             .ordered = from->ordered,
                             .run_count = from->text.runs.count,
                             .mark_count = from->marks.count};
    to->runs = copy_array(arena, from->text.runs.items, to->run_count, sizeof *to->runs);
    to->marks = copy_array(arena, from->marks.items, to->mark_count, sizeof *to->marks);
    return to->runs && to->marks && ncp_arena_copy(arena, draft_text(from), &to->text) &&
           ncp_arena_copy(arena, ncp_buf_str(&from->url), &to->url);
}

static enum ncp_code settle_blocks(struct reading *r)
{
    struct ncp_article *a = r->article;
    struct ncp_block *blocks = ncp_arena_array(a->arena, r->draft.count + 1, sizeof *blocks);
    size_t section = SIZE_MAX;
    if (!blocks)
        return ncp_error_memory(r->err);
    for (size_t i = 0; i < r->draft.count; i++) {
        if (!settle_block(a->arena, &r->draft.items[i], &blocks[i]))
            return ncp_error_memory(r->err);
        blocks[i].section = section;
        if (blocks[i].kind == NCP_BLOCK_HEADING)
            section = i;
    }
    a->blocks = blocks;
    a->block_count = r->draft.count;
    return NCP_OK;
}

/* ---- sentences
 * ------------------------------------------------------------------------------------------ */

static bool has_sentences(const struct ncp_block *block)
{
    return block->part != NCP_PART_ASIDE && block->kind != NCP_BLOCK_HEADING &&
           block->kind != NCP_BLOCK_IMAGE;
}

/* A hole touches the sentences on both its sides, since nobody knows which of
 * them it belonged to. */
static unsigned marks_on(const struct ncp_block *block, size_t at, size_t end)
{
    unsigned found = 0;
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct ncp_mark *mark = &block->marks[i];
        bool hole = mark->kind == NCP_MARK_HOLE;
        if (mark->at < end + hole && mark->at + mark->len + hole > at)
            found |= 1u << mark->kind;
    }
    return found;
}

static void set_sentence(struct ncp_article *a, size_t block, struct ncp_span span,
                         struct ncp_sentence *out)
{
    const struct ncp_block *b = &a->blocks[block];
    struct ncp_span from = ncp_block_source(b, span.start, span.end - span.start);
    *out = (struct ncp_sentence){.text = ncp_str_sub(b->text, span.start, span.end),
                                 .block = block,
                                 .at = span.start,
                                 .start = from.start,
                                 .end = from.end,
                                 .marks = marks_on(b, span.start, span.end)};
    out->url = ncpi_has_address(out->text);
}

/* Fills ncp_article.sentences from all blocks' spans, laid end to end; each
 * block knows how many are its own. */
static enum ncp_code settle_sentences(struct reading *r, struct ncp_block *blocks,
                                      const struct ncp_spans *spans)
{
    struct ncp_article *a = r->article;
    struct ncp_sentence *all = ncp_arena_array(a->arena, spans->count + 1, sizeof *all);
    if (!all)
        return ncp_error_memory(r->err);
    for (size_t b = 0; b < a->block_count; b++)
        for (size_t i = 0; i < blocks[b].sentence_count; i++) {
            size_t n = blocks[b].first_sentence + i;
            set_sentence(a, b, spans->items[n], &all[n]);
        }
    a->sentences = all;
    a->sentence_count = spans->count;
    return NCP_OK;
}

static enum ncp_code read_sentences(struct reading *r)
{
    struct ncp_article *a = r->article;
    struct ncp_block *blocks = (struct ncp_block *)(uintptr_t)a->blocks; /* still ours to fill */
    struct ncp_spans spans = {NULL, 0, 0};
    enum ncp_code code = NCP_OK;
    for (size_t b = 0; b < a->block_count && code == NCP_OK; b++) {
        blocks[b].first_sentence = spans.count;
        if (has_sentences(&blocks[b]))
            code = ncp_sentences(a->language, blocks[b].text, &spans, r->err);
        blocks[b].sentence_count = spans.count - blocks[b].first_sentence;
    }
    if (code == NCP_OK)
        code = settle_sentences(r, blocks, &spans);
    ncp_spans_free(&spans);
    return code;
}

/* ---- is there anything to tell?
 * ------------------------------------------------------------------------------ */

/* A block that is more than links tells something. */
static bool tells(const struct ncpi_draft_block *block)
{
    struct ncp_str text = draft_text(block);
    size_t linked = ncpi_draft_marked(block, NCP_MARK_LINK);
    size_t code = ncpi_draft_marked(block, NCP_MARK_CODE);
    return block->part != NCP_PART_ASIDE && block->kind != NCP_BLOCK_HEADING &&
           block->kind != NCP_BLOCK_IMAGE && text.len > linked + code + 2 && !ncpi_is_address(text);
}

static enum ncp_code check_content(struct reading *r)
{
    for (size_t i = 0; i < r->draft.count; i++)
        if (tells(&r->draft.items[i]))
            return NCP_OK;
    ncp_error_set(r->err, NCP_E_DATA, "nothing to tell: no sentence of text was found");
    ncp_error_hint(r->err, "front matter, headings, code, images and links alone make no caption");
    return NCP_E_DATA;
}

/* ---- the whole
 * -----------------------------------------------------------------------------------------------
 */

static enum ncp_code read_all(struct reading *r, struct ncp_str input)
{
    static enum ncp_code (*const steps[])(struct reading *) = {
        read_front_matter, read_blocks,   check_content, read_title,
        read_language,     settle_blocks, read_sentences};
    enum ncp_code code = read_text(r, input);
    for (size_t i = 0; code == NCP_OK && i < sizeof steps / sizeof *steps; i++)
        code = steps[i](r);
    return code;
}

static struct ncp_article *new_article(void)
{
    struct ncp_arena *arena = ncp_arena_new();
    struct ncp_article *a = arena ? ncp_arena_alloc(arena, sizeof *a) : NULL;
    if (!a) {
        ncp_arena_free(arena);
        return NULL;
    }
    a->arena = arena;
    a->lang = "und";
    a->warnings = json_array();
    return a;
}

enum ncp_code ncp_article_read(struct ncp_str input, const struct ncp_article_options *options,
                               struct ncp_article **out, struct ncp_error *err)
{
    static const struct ncp_article_options defaults = {.markup = NCP_MARKUP_AUTO};
    struct reading r = {.options = options ? options : &defaults, .err = err};
    r.article = new_article();
    if (!r.article || !r.article->warnings) {
        ncp_article_free(r.article);
        return ncp_error_memory(err);
    }
    enum ncp_code code = read_all(&r, input);
    ncpi_draft_free(&r.draft);
    ncpi_mapped_free(&r.text);
    ncp_buf_free(&r.source);
    if (code == NCP_OK)
        *out = r.article;
    else
        ncp_article_free(r.article);
    return code;
}

void ncp_article_free(struct ncp_article *article)
{
    if (!article)
        return;
    json_decref(article->front_matter);
    json_decref(article->meta);
    json_decref(article->warnings);
    ncp_language_free(article->language);
    ncp_arena_free(article->arena);
}

struct ncp_span ncp_block_source(const struct ncp_block *block, size_t at, size_t len)
{
    return ncpi_runs_source(block->runs, block->run_count, at, len);
}
