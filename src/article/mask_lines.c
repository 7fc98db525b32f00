/* SPDX-License-Identifier: MIT */
/* Whole lines that are no prose: tables, footnote texts, MDX statements, and
 * the containers and tables of contents of other Markdown dialects. */
#include "mask.h"

#include <string.h>

static struct ncp_str line_at(const struct ncpi_masker *m, size_t at)
{
    return (struct ncp_str){m->at + at, ncpi_mask_line_end(m, at) - at};
}

static size_t after_line(const struct ncpi_masker *m, size_t at)
{
    size_t end = ncpi_mask_line_end(m, at);
    return end < m->len ? end + 1 : m->len;
}

static bool is_blank(struct ncp_str line)
{
    return ncp_str_trim(line).len == 0;
}

/* Blanks a line, so that it parts paragraphs. */
static size_t drop_line(struct ncpi_masker *m, size_t at)
{
    ncpi_mask_fill(m, at, ncpi_mask_line_end(m, at), ' ');
    return after_line(m, at);
}

/* ---- tables ------------------------------------------------------------------------ */

static bool has_pipe(struct ncp_str line)
{
    return line.len > 0 && memchr(line.ptr, '|', line.len);
}

/* |---|:--:| with or without the outer pipes. */
static bool is_delimiter_row(struct ncp_str line)
{
    size_t dashes = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (!strchr("|:- \t>", line.ptr[i]))
            return false;
        dashes += line.ptr[i] == '-';
    }
    return dashes > 0 && has_pipe(line);
}

static size_t mask_table(struct ncpi_masker *m, size_t at)
{
    size_t second = after_line(m, at);
    if (!has_pipe(line_at(m, at)) || second >= m->len || !is_delimiter_row(line_at(m, second)))
        return at;
    while (at < m->len && has_pipe(line_at(m, at)))
        at = drop_line(m, at);
    return at;
}

/* ---- footnotes ----------------------------------------------------------------------- */

static bool is_footnote_text(struct ncp_str line)
{
    return ncp_str_starts(line, NCP_STR("[^")) && ncp_str_find(line, NCP_STR("]:"), 2) < 128;
}

static bool is_indented(struct ncp_str line)
{
    return ncp_str_starts(line, NCP_STR("  ")) || ncp_str_starts(line, NCP_STR("\t"));
}

static size_t mask_footnote(struct ncpi_masker *m, size_t at)
{
    if (!is_footnote_text(line_at(m, at)))
        return at;
    bool after_blank = false;
    do {
        after_blank = is_blank(line_at(m, at));
        at = drop_line(m, at);
    } while (at < m->len && !is_footnote_text(line_at(m, at)) &&
             (is_indented(line_at(m, at)) || (!after_blank && !is_blank(line_at(m, at)))));
    return at;
}

/* ---- MDX --------------------------------------------------------------------------------- */

static bool is_import(struct ncp_str line)
{
    if (!ncp_str_starts(line, NCP_STR("import ")))
        return false;
    bool quoted = memchr(line.ptr, '\'', line.len) || memchr(line.ptr, '"', line.len);
    bool names = ncp_str_find(line, NCP_STR(" from "), 0) != SIZE_MAX ||
                 ncp_str_find(line, NCP_STR("} "), 0) != SIZE_MAX;
    bool bare = line.ptr[7] == '\'' || line.ptr[7] == '"' || line.ptr[7] == '{';
    return (quoted && names) || bare;
}

static bool is_export(struct ncp_str line)
{
    static const char *const what[] = {"export const ", "export default ",  "export let ",
                                       "export var ",   "export function ", "export async ",
                                       "export class ", "export {",         "export * "};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++)
        if (ncp_str_starts(line, ncp_str_from(what[i])))
            return true;
    return false;
}

static int brackets(struct ncp_str line)
{
    int open = 0;
    for (size_t i = 0; i < line.len; i++) {
        open += line.ptr[i] == '{' || line.ptr[i] == '(' || line.ptr[i] == '[';
        open -= line.ptr[i] == '}' || line.ptr[i] == ')' || line.ptr[i] == ']';
    }
    return open;
}

static size_t mask_mdx(struct ncpi_masker *m, size_t at)
{
    if (!is_import(line_at(m, at)) && !is_export(line_at(m, at)))
        return at;
    int open = 0;
    do {
        open += brackets(line_at(m, at));
        at = drop_line(m, at);
    } while (open > 0 && at < m->len);
    return at;
}

/* ---- marks of other dialects ------------------------------------------------------------- */

static size_t mask_dialect(struct ncpi_masker *m, size_t at)
{
    static const char *const starts[] = {":::",     "!!! ",  "??? ",  "[TOC]", "[toc]", "[[_TOC_]]",
                                         "[[toc]]", "* TOC", "- TOC", "<%",    "*["};
    struct ncp_str line = ncp_str_trim(line_at(m, at));
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        bool abbreviation = starts[i][0] == '*' && starts[i][1] == '[';
        if (ncp_str_starts(line, ncp_str_from(starts[i])) &&
            (!abbreviation || ncp_str_find(line, NCP_STR("]:"), 0) != SIZE_MAX))
            return drop_line(m, at);
    }
    return at;
}

/* [!NOTE] in a quotation, [ ] and [x] before a task. */
static void mask_box(struct ncpi_masker *m, size_t at)
{
    size_t end = ncpi_mask_line_end(m, at), i = at;
    while (i < end && strchr(" \t>-*+", m->at[i]))
        i++;
    bool marker = i > at && i + 2 < end && m->at[i] == '[';
    if (!marker)
        return;
    const char *close = memchr(m->at + i, ']', end - i);
    bool task = m->at[i + 2] == ']' && strchr(" xX", m->at[i + 1]);
    bool alert = m->at[i + 1] == '!' && close && close - (m->at + i) < 16;
    if (task || alert)
        ncpi_mask_fill(m, i, (size_t)(close - m->at) + 1, NCPI_MASKED);
}

/* ---- one line -------------------------------------------------------------------------------- */

size_t ncpi_mask_line(struct ncpi_masker *m, size_t at)
{
    static size_t (*const whole[])(struct ncpi_masker *, size_t) = {mask_table, mask_footnote,
                                                                    mask_mdx, mask_dialect};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        size_t next = whole[i](m, at);
        if (next > at)
            return next;
    }
    mask_box(m, at);
    return after_line(m, at);
}
