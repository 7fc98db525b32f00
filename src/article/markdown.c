/* SPDX-License-Identifier: MIT */
/* Markdown → blocks, through cmark's node tree. */
#include "markdown.h"

#include "align.h"
#include "base/array.h"
#include "mask.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

/* ---- where lines start ---------------------------------------------------------------- */

struct line_starts {
    size_t *items;
    size_t count, cap;
};

static bool find_lines(struct ncp_str text, struct line_starts *lines)
{
    size_t at = 0;
    for (;;) {
        if (!NCPI_ROOM(lines))
            return false;
        lines->items[lines->count++] = at;
        const char *lf = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
        if (!lf)
            return true;
        at = (size_t)(lf - text.ptr) + 1;
    }
}

/* ---- the walk ------------------------------------------------------------------------------ */

struct reader {
    struct ncpi_draft *draft;
    struct ncpi_aligner aligner;
    struct line_starts lines;
    size_t quotes; /* block quotations around */
    size_t depth;  /* lists around */
    size_t lists;  /* lists seen */
    size_t list;   /* number of the innermost list */
    bool ordered;
    bool item_begun;    /* the next paragraph is the first of an item */
    bool in_block;      /* a paragraph or heading is open */
    size_t image_depth; /* images around */
    size_t strong_at, strong_depth, link_at;
};

/* The block being filled; images come after it and are set apart. */
static struct ncpi_draft_block *open_block(struct reader *r)
{
    return r->in_block ? &r->draft->items[r->draft->count - 1] : NULL;
}

static size_t line_start(const struct reader *r, int line)
{
    size_t index = line > 0 ? (size_t)line - 1 : 0;
    return index < r->lines.count ? r->lines.items[index] : r->aligner.masked.len;
}

static void aim(struct reader *r, cmark_node *node)
{
    r->aligner.at = line_start(r, cmark_node_get_start_line(node));
    r->aligner.end = line_start(r, cmark_node_get_end_line(node) + 1);
    if (r->aligner.end < r->aligner.at)
        r->aligner.end = r->aligner.masked.len;
}

static void set_list(const struct reader *r, struct ncpi_draft_block *block, cmark_node *list)
{
    block->level = (int)(r->depth < 100 ? r->depth : 100);
    block->list = (size_t)(uintptr_t)cmark_node_get_user_data(list);
    block->ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
}

static void enter_paragraph(struct reader *r, cmark_node *node)
{
    bool item = r->depth > 0 && r->item_begun;
    enum ncp_block_kind kind = item            ? NCP_BLOCK_ITEM
                               : r->quotes > 0 ? NCP_BLOCK_QUOTE
                                               : NCP_BLOCK_PARAGRAPH;
    struct ncpi_draft_block *block = ncpi_draft_add(r->draft, kind);
    if (!block)
        return;
    if (item)
        set_list(r, block, cmark_node_parent(cmark_node_parent(node)));
    r->item_begun = false;
    r->in_block = true;
    aim(r, node);
}

static void enter_heading(struct reader *r, cmark_node *node)
{
    struct ncpi_draft_block *block = ncpi_draft_add(r->draft, NCP_BLOCK_HEADING);
    if (!block)
        return;
    block->level = cmark_node_get_heading_level(node);
    r->in_block = true;
    aim(r, node);
}

/* "**Bold words alone**" is how many writers set a heading. */
static void promote_bold(struct ncpi_draft_block *block)
{
    struct ncp_str text = ncp_buf_str(&block->text.text);
    bool all = block->marks.count == 1 && block->marks.items[0].kind == NCP_MARK_STRONG &&
               block->marks.items[0].at == 0 && block->marks.items[0].len == text.len;
    if (block->kind != NCP_BLOCK_PARAGRAPH || !all || text.len > 90 ||
        strchr(".!?:;,", text.ptr[text.len - 1]))
        return;
    block->kind = NCP_BLOCK_HEADING;
    block->level = 4;
}

static void leave_block(struct reader *r)
{
    if (!r->in_block)
        return;
    ncpi_draft_settle(r->draft);
    r->in_block = false;
    if (r->draft->count > 0 && r->draft->items[r->draft->count - 1].text.text.len > 0)
        promote_bold(&r->draft->items[r->draft->count - 1]);
}

static void on_list(struct reader *r, cmark_node *node, bool enter)
{
    r->depth += enter ? 1 : (size_t)-1;
    if (enter)
        cmark_node_set_user_data(node, (void *)(uintptr_t)++r->lists);
}

/* ---- inlines --------------------------------------------------------------------------------- */

static void on_strong(struct reader *r, struct ncpi_draft_block *block, bool enter)
{
    if (enter && r->strong_depth++ == 0)
        r->strong_at = block->text.text.len;
    else if (!enter && --r->strong_depth == 0)
        ncpi_draft_mark(r->draft, block, NCP_MARK_STRONG, r->strong_at,
                        block->text.text.len - r->strong_at);
}

static void on_link(struct reader *r, struct ncpi_draft_block *block, bool enter)
{
    if (enter) {
        r->link_at = block->text.text.len;
        return;
    }
    ncpi_draft_mark(r->draft, block, NCP_MARK_LINK, r->link_at, block->text.text.len - r->link_at);
    ncpi_align_link_end(&r->aligner);
}

static void on_code(struct reader *r, struct ncpi_draft_block *block, struct ncp_str literal)
{
    size_t at = block->text.text.len;
    ncpi_align_text(&r->aligner, literal, r->draft, block);
    ncpi_draft_mark(r->draft, block, NCP_MARK_CODE, at, block->text.text.len - at);
}

static void on_inline(struct reader *r, cmark_node *node, bool enter)
{
    struct ncpi_draft_block *block = open_block(r);
    if (!block)
        return;
    cmark_node_type type = cmark_node_get_type(node);
    struct ncp_str literal = ncp_str_from(cmark_node_get_literal(node));
    if (type == CMARK_NODE_IMAGE) {
        r->image_depth += enter ? 1 : (size_t)-1;
        if (!enter)
            ncpi_align_link_end(&r->aligner);
    } else if (r->image_depth > 0) {
        ncpi_align_skip(&r->aligner, literal);
    } else if (type == CMARK_NODE_TEXT) {
        ncpi_align_text(&r->aligner, literal, r->draft, block);
    } else if (type == CMARK_NODE_SOFTBREAK) {
        ncpi_align_line_end(&r->aligner, NCP_STR(" "), block);
    } else if (type == CMARK_NODE_LINEBREAK) {
        ncpi_align_line_end(&r->aligner, NCP_STR("\n"), block);
    } else if (type == CMARK_NODE_CODE) {
        on_code(r, block, literal);
    } else if (type == CMARK_NODE_HTML_INLINE) {
        ncpi_align_skip(&r->aligner, literal);
    } else if (type == CMARK_NODE_LINK) {
        on_link(r, block, enter);
    } else if (type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH) {
        on_strong(r, block, enter);
    }
}

static void on_node(struct reader *r, cmark_node *node, bool enter)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        r->quotes += enter ? 1 : (size_t)-1;
        break;
    case CMARK_NODE_LIST:
        on_list(r, node, enter);
        break;
    case CMARK_NODE_ITEM:
        r->item_begun = enter;
        break;
    case CMARK_NODE_PARAGRAPH:
        enter ? enter_paragraph(r, node) : leave_block(r);
        break;
    case CMARK_NODE_HEADING:
        enter ? enter_heading(r, node) : leave_block(r);
        break;
    default:
        on_inline(r, node, enter);
    }
}

/* ---- images ------------------------------------------------------------------------------------
 */

static void add_alt_text(cmark_node *image, struct ncpi_draft_block *block,
                         const struct ncpi_aligner *a, size_t at)
{
    cmark_iter *iter = cmark_iter_new(image);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (event != CMARK_EVENT_ENTER)
            continue;
        struct ncp_str text = type == CMARK_NODE_SOFTBREAK
                                  ? NCP_STR(" ")
                                  : ncp_str_from(cmark_node_get_literal(node));
        ncpi_mapped_stand_in(&block->text, text, a->text, a->base + at, a->base + at);
    }
    cmark_iter_free(iter);
}

/* Images follow the block that holds them, so that its text stays whole. */
static void add_images(struct reader *r, cmark_node *container)
{
    cmark_iter *iter = cmark_iter_new(container);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_IMAGE)
            continue;
        struct ncpi_draft_block *block = ncpi_draft_add(r->draft, NCP_BLOCK_IMAGE);
        if (!block)
            break;
        ncp_buf_add_cstr(&block->url, cmark_node_get_url(node));
        add_alt_text(node, block, &r->aligner, line_start(r, cmark_node_get_start_line(container)));
        ncpi_draft_settle(r->draft);
    }
    cmark_iter_free(iter);
}

static void read_tree(struct reader *r, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    bool has_image = false;
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (r->draft->failed)
            break;
        has_image |= type == CMARK_NODE_IMAGE;
        on_node(r, node, event == CMARK_EVENT_ENTER);
        bool ended = event == CMARK_EVENT_EXIT &&
                     (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING);
        if (ended && has_image) {
            add_images(r, node);
            has_image = false;
        }
    }
    cmark_iter_free(iter);
}

enum ncp_code ncpi_markdown(const struct ncpi_mapped *text, size_t from, struct ncpi_draft *draft,
                            struct ncp_error *err)
{
    struct ncp_str body = ncp_str_sub(ncp_buf_str(&text->text), from, SIZE_MAX);
    struct ncp_buf masked = NCP_BUF_INIT;
    struct reader r = {.draft = draft};
    cmark_node *document = NULL;
    ncpi_mask(body, &masked);
    bool ready = !masked.failed && find_lines(ncp_buf_str(&masked), &r.lines);
    if (ready)
        document =
            cmark_parse_document(masked.ptr ? masked.ptr : "", masked.len, CMARK_OPT_DEFAULT);
    if (document) {
        r.aligner =
            (struct ncpi_aligner){.masked = ncp_buf_str(&masked), .text = text, .base = from};
        read_tree(&r, document);
        cmark_node_free(document);
    }
    free(r.lines.items);
    ncp_buf_free(&masked);
    return document && !draft->failed ? NCP_OK : ncp_error_memory(err);
}

/* ---- one line
 * ------------------------------------------------------------------------------------- */

enum ncp_code ncpi_markdown_inline(struct ncp_str markdown, struct ncp_buf *out,
                                   struct ncp_error *err)
{
    struct ncpi_mapped text = {.text = NCP_BUF_INIT};
    struct ncpi_draft draft = {NULL, 0, 0, false};
    ncpi_mapped_add(&text, markdown, 0, markdown.len, true);
    enum ncp_code code =
        text.text.failed ? ncp_error_memory(err) : ncpi_markdown(&text, 0, &draft, err);
    if (code == NCP_OK && draft.count == 1 && draft.items[0].kind == NCP_BLOCK_PARAGRAPH)
        ncp_buf_add(out, ncp_buf_str(&draft.items[0].text.text));
    else if (code == NCP_OK)
        ncp_buf_add(out, markdown);
    ncpi_draft_free(&draft);
    ncpi_mapped_free(&text);
    return code == NCP_OK && out->failed ? ncp_error_memory(err) : code;
}
