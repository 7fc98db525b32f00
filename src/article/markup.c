/* SPDX-License-Identifier: MIT */
/* Markdown or plain text? Told by what only one of them has. */
#include "plain_text.h"

#include <string.h>

/* Openings of a line that are Markdown beyond doubt. */
static const char *const line_marks[] = {"# ",  "## ", "### ", "#### ", "##### ", "###### ",
                                         "```", "~~~", "> ",   ">>",    "![",     "{{<",
                                         "{{%", "{%",  "<!--", "[^",    "|"};

/* What stands inside lines. */
static const char *const inline_marks[] = {"](", "**", "__", "</", "{{<", "{{%"};

static bool has_line_mark(struct ncp_str line)
{
    for (size_t i = 0; i < sizeof line_marks / sizeof *line_marks; i++)
        if (ncp_str_starts(line, ncp_str_from(line_marks[i])))
            return true;
    return false;
}

/* A line of = or - under words: a setext heading. */
static bool is_underline(struct ncp_str line)
{
    if (line.len < 3 || (line.ptr[0] != '=' && line.ptr[0] != '-'))
        return false;
    for (size_t i = 1; i < line.len; i++)
        if (line.ptr[i] != line.ptr[0])
            return false;
    return true;
}

bool ncpi_looks_like_markdown(struct ncp_str text)
{
    bool words_above = false;
    for (size_t at = 0; at < text.len;) {
        const char *lf = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = lf ? (size_t)(lf - text.ptr) : text.len;
        struct ncp_str line = ncp_str_trim(ncp_str_sub(text, at, end));
        if (has_line_mark(line) || (words_above && is_underline(line)))
            return true;
        words_above = line.len > 0;
        at = end + 1;
    }
    for (size_t i = 0; i < sizeof inline_marks / sizeof *inline_marks; i++)
        if (ncp_str_find(text, ncp_str_from(inline_marks[i]), 0) != SIZE_MAX)
            return true;
    return false;
}
