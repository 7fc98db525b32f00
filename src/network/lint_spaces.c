/* SPDX-License-Identifier: MIT */
/* White space that the network takes away. */
#include "lint.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void check_line_end(struct ncpi_lint *lint, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && is_blank(lint->text.ptr[at - 1]))
        at--;
    if (at == end || (at + 1 == end && lint->text.ptr[at] == '\r' && end < lint->text.len))
        return;
    ncpi_report(lint, NCPI_TRAILING_SPACE, at, end, "space at the end of the line%s",
                lint->network->strips_trailing ? ", which is stripped" : "");
    ncpi_repair(lint, NCPI_TRAILING_SPACE, at, NCP_STR(""));
}

/* Line breaks from `at` on, with blanks between them; their number. */
static size_t read_breaks(struct ncp_str text, size_t at, size_t *end)
{
    size_t breaks = 0;
    for (size_t next = at; next < text.len; next++) {
        if (text.ptr[next] == '\n') {
            breaks++;
            *end = next + 1;
        } else if (!is_blank(text.ptr[next])) {
            break;
        }
    }
    return breaks;
}

static void check_breaks(struct ncpi_lint *lint, size_t at, size_t breaks, size_t end)
{
    bool last = end == lint->text.len;
    if (last)
        ncpi_report(lint, NCPI_BLANK_LINES, at, end, "line breaks at the end are lost");
    else if (breaks > 2 && lint->network->collapses_blank_lines)
        ncpi_report(lint, NCPI_BLANK_LINES, at, end, "%s makes one blank line of these",
                    lint->network->label);
    ncpi_repair(lint, NCPI_BLANK_LINES, at, last ? NCP_STR("") : NCP_STR("\n\n"));
}

void ncpi_lint_spaces(struct ncpi_lint *lint)
{
    struct ncp_str text = lint->text;
    size_t line = 0;
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != '\n')
            continue;
        check_line_end(lint, line, at);
        size_t end = at + 1, breaks = read_breaks(text, at, &end);
        check_breaks(lint, at, breaks, end);
        line = end;
        at = end - 1;
    }
    check_line_end(lint, line, text.len);
}
