/* SPDX-License-Identifier: MIT */
/* The walk over a Markdown file that keeps code apart and offers the rest to
 * those that mask. */
#include "mask.h"

#include <string.h>

#define REACH ((size_t)4096) /* a tag or shortcode longer than this is none */

void ncpi_mask_fill(struct ncpi_masker *m, size_t start, size_t end, char with)
{
    for (size_t i = start; i < end; i++)
        if (m->at[i] != '\n')
            m->at[i] = with;
}

size_t ncpi_mask_line_end(const struct ncpi_masker *m, size_t at)
{
    const char *end = at < m->len ? memchr(m->at + at, '\n', m->len - at) : NULL;
    return end ? (size_t)(end - m->at) : m->len;
}

static size_t next_line(const struct ncpi_masker *m, size_t at)
{
    size_t end = ncpi_mask_line_end(m, at);
    return end < m->len ? end + 1 : m->len;
}

static bool starts_blank_line(const struct ncpi_masker *m, size_t at)
{
    return m->at[at] == '\n' && at + 1 < m->len && m->at[at + 1] == '\n';
}

static bool here(const struct ncpi_masker *m, size_t at, struct ncp_str mark)
{
    return m->len - at >= mark.len && memcmp(m->at + at, mark.ptr, mark.len) == 0;
}

size_t ncpi_mask_find(struct ncpi_masker *m, size_t from, struct ncp_str closing, size_t kind)
{
    size_t limit = m->len - from < REACH ? m->len : from + REACH;
    size_t at = from > m->memo.searched[kind] ? from : m->memo.searched[kind];
    for (; at < limit; at++) {
        if (here(m, at, closing))
            return at + closing.len;
        if (starts_blank_line(m, at))
            return SIZE_MAX;
    }
    m->memo.searched[kind] = at;
    return SIZE_MAX;
}

/* ---- code ------------------------------------------------------------------------ */

static size_t run_length(const struct ncpi_masker *m, size_t at, char c)
{
    size_t end = at;
    while (end < m->len && m->at[end] == c)
        end++;
    return end - at;
}

/* Past the indentation, quotation marks and list markers that a fence may
 * stand behind. */
static size_t skip_containers(const struct ncpi_masker *m, size_t at)
{
    while (at < m->len && strchr(" \t>", m->at[at]) && m->at[at] != '\0')
        at++;
    bool bullet = at + 1 < m->len && strchr("-*+", m->at[at]) && m->at[at + 1] == ' ';
    return bullet ? at + 2 : at;
}

/* The fence that opens on the line at `at`: its length, 0 if none. */
static size_t fence_length(const struct ncpi_masker *m, size_t at, char *mark)
{
    at = skip_containers(m, at);
    if (at >= m->len || (m->at[at] != '`' && m->at[at] != '~'))
        return 0;
    *mark = m->at[at];
    size_t length = run_length(m, at, *mark);
    if (length < 3)
        return 0;
    size_t info = at + length, end = ncpi_mask_line_end(m, at);
    bool inline_code = *mark == '`' && memchr(m->at + info, '`', end - info);
    return inline_code ? 0 : length;
}

/* The start of the line after the fenced block whose opening line is at `at`. */
static size_t skip_fence(const struct ncpi_masker *m, size_t at, char mark, size_t length)
{
    for (at = next_line(m, at); at < m->len; at = next_line(m, at)) {
        char c = 0;
        size_t closing = fence_length(m, at, &c);
        if (c != mark || closing < length)
            continue;
        size_t rest = skip_containers(m, at) + closing, end = ncpi_mask_line_end(m, at);
        while (rest < end && m->at[rest] == ' ')
            rest++;
        if (rest == end)
            return next_line(m, at);
    }
    return m->len;
}

/* Past the code span that opens at `at`, or past its backticks if none does. */
static size_t skip_code_span(struct ncpi_masker *m, size_t at)
{
    size_t ticks = run_length(m, at, '`');
    size_t slot = ticks < 32 ? ticks : 32;
    size_t from = at + ticks;
    size_t i = from > m->memo.ticks[slot] ? from : m->memo.ticks[slot];
    while (i < m->len && !starts_blank_line(m, i)) {
        size_t run = m->at[i] == '`' ? run_length(m, i, '`') : 0;
        if (run == ticks)
            return i + run;
        i += run ? run : 1;
    }
    m->memo.ticks[slot] = i;
    return from;
}

/* ---- the walk ------------------------------------------------------------------------ */

/* Masks inside one line's text; returns where it stopped, which may be on a
 * later line. */
static size_t mask_spans(struct ncpi_masker *m, size_t at)
{
    while (at < m->len && m->at[at] != '\n') {
        size_t next = at;
        if (m->at[at] == '\\')
            next = at + 2;
        else if (m->at[at] == '`')
            next = skip_code_span(m, at);
        else if (m->at[at] == '<')
            next = ncpi_mask_html(m, at);
        else if (strchr("{[:", m->at[at]))
            next = ncpi_mask_template(m, at);
        at = next > at ? next : at + 1;
    }
    return at < m->len ? at : m->len;
}

static bool at_line_start(const struct ncpi_masker *m, size_t at)
{
    return at == 0 || m->at[at - 1] == '\n';
}

/* Runs `step` on each line outside fenced code. */
static void each_line(struct ncpi_masker *m, size_t (*step)(struct ncpi_masker *, size_t))
{
    size_t at = 0;
    while (at < m->len) {
        char mark = 0;
        size_t fence = at_line_start(m, at) ? fence_length(m, at, &mark) : 0;
        if (fence)
            at = skip_fence(m, at, mark, fence);
        else
            at = step(m, at);
    }
}

static size_t spans_of_line(struct ncpi_masker *m, size_t at)
{
    at = mask_spans(m, at);
    return at < m->len && m->at[at] == '\n' ? at + 1 : at;
}

void ncpi_mask(struct ncp_str text, struct ncp_buf *out)
{
    size_t start = out->len;
    ncp_buf_add(out, text);
    if (out->failed || text.len == 0)
        return;
    struct ncpi_masker m = {.at = out->ptr + start, .len = text.len};
    each_line(&m, spans_of_line);
    each_line(&m, ncpi_mask_line);
}
