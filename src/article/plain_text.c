/* SPDX-License-Identifier: MIT */
/* Plain text → blocks, by the shape of its lines. */
#include "plain_text.h"

#include "base/array.h"
#include "ncpost/text.h"
#include "parts.h"

#include <stdlib.h>
#include <string.h>

/* Figures in code points, from texts as people paste them. */
#define WRAP_MIN    45  /* a wrapped paragraph's lines are at least this long */
#define WRAP_MAX    130 /* and at most this; a longer line is a paragraph */
#define HEADING_MAX 90
#define MENU_WORD   24 /* a longer line is no button */
#define TITLE_MAX   160

/* ---- lines -------------------------------------------------------------------------------- */

struct line {
    size_t start, end; /* without the white space around */
    size_t length;     /* code points */
    size_t marker;     /* bytes of bullet or number and the space after; 0: none */
    bool ordered;
};

struct lines {
    struct line *items;
    size_t count, cap;
};

static const char *const bullets[] = {"•", "◦", "▪", "▫", "‣", "·", "●",
                                      "○", "■", "–", "-", "*", "+"};

static size_t bullet_length(struct ncp_str line)
{
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        struct ncp_str bullet = ncp_str_from(bullets[i]);
        struct ncp_str rest = ncp_str_sub(line, bullet.len, line.len);
        if (!ncp_str_starts(line, bullet))
            continue;
        size_t space = rest.len - ncp_str_trim(rest).len;
        return space > 0 ? bullet.len + space : 0;
    }
    return 0;
}

/* "1. ", "12) " */
static size_t number_length(struct ncp_str line)
{
    size_t digits = 0;
    while (digits < line.len && digits < 3 && line.ptr[digits] >= '0' && line.ptr[digits] <= '9')
        digits++;
    bool marked = digits > 0 && digits + 1 < line.len &&
                  (line.ptr[digits] == '.' || line.ptr[digits] == ')') &&
                  (line.ptr[digits + 1] == ' ' || line.ptr[digits + 1] == '\t');
    return marked ? digits + 2 : 0;
}

static bool find_lines(struct ncp_str text, size_t from, struct lines *lines)
{
    for (size_t at = from; at < text.len;) {
        const char *lf = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = lf ? (size_t)(lf - text.ptr) : text.len;
        struct ncp_str line = ncp_str_trim(ncp_str_sub(text, at, end));
        if (!NCPI_ROOM(lines))
            return false;
        struct line *l = &lines->items[lines->count++];
        size_t start = line.len ? (size_t)(line.ptr - text.ptr) : at;
        *l = (struct line){.start = start, .end = start + line.len};
        l->length = ncp_measure(line).code_points;
        l->marker = bullet_length(line);
        if (l->marker == 0) {
            l->marker = number_length(line);
            l->ordered = l->marker > 0;
        }
        at = end + 1;
    }
    return true;
}

/* ---- shapes ---------------------------------------------------------------------------------- */

struct page {
    const struct ncpi_mapped *text;
    struct lines lines;
    struct ncpi_draft *draft;
    size_t lists;
    bool in_list;
};

static bool is_blank(const struct page *p, size_t i)
{
    return i >= p->lines.count || p->lines.items[i].start == p->lines.items[i].end;
}

static struct ncp_str line_text(const struct page *p, size_t i)
{
    return ncp_str_sub(ncp_buf_str(&p->text->text), p->lines.items[i].start, p->lines.items[i].end);
}

/* Without emoji, closing quotes and spaces at its end. */
static struct ncp_str bare_end(struct ncp_str line)
{
    size_t keep = 0;
    for (size_t at = 0; at < line.len;) {
        size_t end = ncp_grapheme_next(line, at);
        struct ncp_str cluster = ncp_str_sub(line, at, end);
        bool closer =
            cluster.len <= 3 && ncp_str_find(NCP_STR("\"”’')»」』] "), cluster, 0) != SIZE_MAX;
        if (!closer && !ncp_grapheme_is_emoji(cluster))
            keep = end;
        at = end;
    }
    return ncp_str_sub(line, 0, keep);
}

static bool ends_a_sentence(struct ncp_str line)
{
    static const char *const ends[] = {".",  "!", "?", "…", "。", "！",
                                       "？", ":", ";", ",", "؟",  "।"};
    line = bare_end(line);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ncp_str_ends(line, ncp_str_from(ends[i])))
            return true;
    return false;
}

/* A title may ask or exclaim; what ends in a full stop is a sentence. */
static bool can_be_title(struct ncp_str line, size_t length)
{
    return length <= TITLE_MAX && (!ends_a_sentence(line) || ncp_str_ends(line, NCP_STR("?")) ||
                                   ncp_str_ends(line, NCP_STR("!")));
}

/* The last line of the stretch of lines that starts at `i`. */
static size_t stretch_end(const struct page *p, size_t i)
{
    while (!is_blank(p, i + 1) && p->lines.items[i + 1].marker == 0)
        i++;
    return i;
}

/* Lines cut by an editor at one width: all but the last fill it, and their ends
 * are no sentences' ends more often than not. */
static bool is_wrapped(const struct page *p, size_t first, size_t last)
{
    size_t longest = 0, full = 0, ended = 0;
    for (size_t i = first; i <= last; i++)
        if (p->lines.items[i].length > longest)
            longest = p->lines.items[i].length;
    if (first == last || longest < WRAP_MIN || longest > WRAP_MAX)
        return false;
    for (size_t i = first; i < last; i++) {
        full += p->lines.items[i].length * 10 >= longest * 7;
        ended += ends_a_sentence(line_text(p, i));
    }
    return full * 10 >= (last - first) * 8 && ended * 2 <= last - first;
}

static bool is_heading(const struct page *p, size_t i)
{
    struct ncp_str line = line_text(p, i);
    size_t next = i + 1;
    while (next < p->lines.count && is_blank(p, next))
        next++;
    bool alone = is_blank(p, i + 1) || p->lines.items[next].length > WRAP_MAX;
    return p->lines.items[i].marker == 0 && p->lines.items[i].length <= HEADING_MAX && alone &&
           next < p->lines.count && (!ends_a_sentence(line) || ncp_str_ends(line, NCP_STR("?")));
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

/* Appends bytes [start, end) with white space folded. */
static void add_text(struct page *p, struct ncpi_draft_block *block, size_t start, size_t end)
{
    const char *bytes = p->text->text.ptr;
    while (start < end) {
        size_t stop = start;
        while (stop < end && bytes[stop] != ' ' && bytes[stop] != '\t')
            stop++;
        ncpi_mapped_copy(&block->text, p->text, start, stop);
        start = stop;
        while (start < end && (bytes[start] == ' ' || bytes[start] == '\t'))
            start++;
        if (start > stop)
            ncpi_mapped_stand_in(&block->text, NCP_STR(" "), p->text, stop, start);
    }
}

static void add_block(struct page *p, enum ncp_block_kind kind, size_t first, size_t last)
{
    struct ncpi_draft_block *block = ncpi_draft_add(p->draft, kind);
    if (!block)
        return;
    for (size_t i = first; i <= last; i++) {
        const struct line *line = &p->lines.items[i];
        if (i > first)
            ncpi_mapped_stand_in(&block->text, NCP_STR(" "), p->text, p->lines.items[i - 1].end,
                                 line->start);
        add_text(p, block, line->start + (i == first ? line->marker : 0), line->end);
    }
    if (kind == NCP_BLOCK_ITEM) {
        p->lists += !p->in_list;
        block->list = p->lists;
        block->level = 1;
        block->ordered = p->lines.items[first].ordered;
    } else if (kind == NCP_BLOCK_HEADING) {
        block->level = 2;
    }
    p->in_list = kind == NCP_BLOCK_ITEM;
    ncpi_draft_settle(p->draft);
}

/* The block or blocks that start at line `i`; returns the line after them. */
static size_t read_stretch(struct page *p, size_t i)
{
    size_t last = stretch_end(p, i);
    if (p->lines.items[i].marker > 0) {
        bool goes_on = is_wrapped(p, i, last);
        add_block(p, NCP_BLOCK_ITEM, i, goes_on ? last : i);
        return goes_on ? last + 1 : i + 1;
    }
    if (is_wrapped(p, i, last)) {
        add_block(p, NCP_BLOCK_PARAGRAPH, i, last);
        return last + 1;
    }
    add_block(p, is_heading(p, i) ? NCP_BLOCK_HEADING : NCP_BLOCK_PARAGRAPH, i, i);
    return i + 1;
}

static size_t skip_blank(const struct page *p, size_t i)
{
    while (i < p->lines.count && is_blank(p, i))
        i++;
    return i;
}

/* A paragraph cut into lines; a title with a byline under it is two. */
static bool opens_wrapped(const struct page *p, size_t i)
{
    size_t last = stretch_end(p, i);
    return last - i >= 2 && is_wrapped(p, i, last);
}

/* Three or more short lines in a row are a menu. The line after the last. */
static size_t skip_menu(const struct page *p, size_t i)
{
    size_t last = stretch_end(p, i);
    for (size_t k = i; k <= last; k++)
        if (p->lines.items[k].length > MENU_WORD)
            return i;
    return last - i >= 2 ? last + 1 : i;
}

/* The first line that is not the page's own furniture is the title if it can be
 * one. */
static size_t read_title(struct page *p)
{
    size_t i = skip_blank(p, 0);
    while (i < p->lines.count) {
        size_t after = skip_menu(p, i);
        if (after == i && ncpi_is_furniture(line_text(p, i)))
            after = i + 1;
        if (after == i)
            break;
        i = skip_blank(p, after);
    }
    if (i >= p->lines.count || p->lines.items[i].marker > 0 || opens_wrapped(p, i) ||
        !can_be_title(line_text(p, i), p->lines.items[i].length))
        return i;
    add_block(p, NCP_BLOCK_HEADING, i, i);
    if (p->draft->count > 0)
        p->draft->items[p->draft->count - 1].level = 1;
    return i + 1;
}

enum ncp_code ncpi_plain_text(const struct ncpi_mapped *text, size_t from, struct ncpi_draft *draft,
                              struct ncp_error *err)
{
    struct page p = {.text = text, .draft = draft};
    bool found = find_lines(ncp_buf_str(&text->text), from, &p.lines);
    if (found) {
        size_t i = read_title(&p);
        while ((i = skip_blank(&p, i)) < p.lines.count && !draft->failed)
            i = read_stretch(&p, i);
    }
    free(p.lines.items);
    return found && !draft->failed ? NCP_OK : ncp_error_memory(err);
}
