/* SPDX-License-Identifier: MIT */
/* Inline nodes → the bytes they came from. */
#include "align.h"

#include "mask.h"
#include "ncpost/text.h"

#include <string.h>

/* How far ahead a literal is looked for: past this, it stays without a place of
 * its own, so that a file made to be slow is not. */
#define WINDOW ((size_t)4096)

/* The length of the entity (&amp; &#8217;) at `at`, or 0. */
static size_t entity_length(struct ncp_str s, size_t at)
{
    size_t end = at + 1;
    while (end < s.len && end - at < 34 && s.ptr[end] != ';' && s.ptr[end] != ' ' &&
           s.ptr[end] != '&' && s.ptr[end] != '\n')
        end++;
    return end < s.len && s.ptr[end] == ';' && end > at + 1 ? end + 1 - at : 0;
}

/* One step of the comparison: how much of the source and of the literal belong
 * together at this point. */
struct step {
    size_t source, literal;
};

/* Entities decode to one code point, a few to two; the first is enough to go
 * on, since the next step resynchronizes on the byte after the semicolon. */
static struct step match_step(struct ncp_str source, size_t at, struct ncp_str literal, size_t i)
{
    char want = literal.ptr[i], have = source.ptr[at];
    if (have == '\\' && at + 1 < source.len && source.ptr[at + 1] == want && want != '\\' &&
        strchr("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~", want))
        return (struct step){2, 1};
    if (have == '\\' && want == '\\' && at + 1 < source.len && source.ptr[at + 1] == '\\')
        return (struct step){2, 1};
    if (have == '&') {
        size_t entity = entity_length(source, at);
        bool literal_too = ncp_str_starts(ncp_str_sub(literal, i, literal.len),
                                          ncp_str_sub(source, at, at + entity));
        if (entity && !literal_too) {
            int32_t cp;
            return (struct step){entity, ncp_utf8_next(literal, i, &cp)};
        }
    }
    if (have == want || (have == '\n' && want == ' '))
        return (struct step){1, 1};
    return (struct step){0, 0};
}

/* The end of the match of `literal` at `at`, or SIZE_MAX. */
static size_t match(struct ncp_str source, size_t at, struct ncp_str literal)
{
    size_t i = 0;
    while (i < literal.len) {
        if (at >= source.len)
            return SIZE_MAX;
        struct step step = match_step(source, at, literal, i);
        if (step.source == 0)
            return SIZE_MAX;
        at += step.source;
        i += step.literal;
    }
    return at;
}

/* Where `literal` starts at or after `a->at`; `*end` is where it stops. */
static size_t find(const struct ncpi_aligner *a, struct ncp_str literal, size_t *end)
{
    struct ncp_str source = ncp_str_sub(a->masked, 0, a->end);
    size_t limit = a->end - a->at < WINDOW ? a->end : a->at + WINDOW;
    for (size_t at = a->at; at < limit; at++) {
        *end = match(source, at, literal);
        if (*end != SIZE_MAX)
            return at;
    }
    return SIZE_MAX;
}

/* ---- appending --------------------------------------------------------------------- */

/* The length of the stretch of plain bytes at `i`: the same in both. */
static size_t plain_stretch(struct ncp_str source, size_t at, struct ncp_str literal, size_t i)
{
    size_t len = 0;
    while (i + len < literal.len && at + len < source.len &&
           source.ptr[at + len] == literal.ptr[i + len] && !strchr("\\&\n", source.ptr[at + len]) &&
           source.ptr[at + len] != NCPI_MASKED && source.ptr[at + len] != NCPI_HOLE)
        len++;
    return len;
}

static void add_hole(struct ncpi_draft *draft, struct ncpi_draft_block *block)
{
    size_t at = block->text.text.len;
    size_t count = block->marks.count;
    bool again = count > 0 && block->marks.items[count - 1].kind == NCP_MARK_HOLE &&
                 block->marks.items[count - 1].at == at;
    if (!again)
        ncpi_draft_mark(draft, block, NCP_MARK_HOLE, at, 0);
}

static bool ends_in_space(const struct ncpi_draft_block *block)
{
    struct ncp_str text = ncp_buf_str(&block->text.text);
    return text.len == 0 || text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n';
}

/* Appends source bytes that are their own literal, with runs of white space
 * folded to one space. */
static void add_folded(const struct ncpi_aligner *a, size_t at, size_t len,
                       struct ncpi_draft_block *block)
{
    size_t end = at + len;
    while (at < end) {
        size_t stop = at;
        while (stop < end && a->masked.ptr[stop] != ' ' && a->masked.ptr[stop] != '\t')
            stop++;
        ncpi_mapped_copy(&block->text, a->text, a->base + at, a->base + stop);
        at = stop;
        while (stop < end && (a->masked.ptr[stop] == ' ' || a->masked.ptr[stop] == '\t'))
            stop++;
        if (stop > at && !ends_in_space(block))
            ncpi_mapped_stand_in(&block->text, NCP_STR(" "), a->text, a->base + at, a->base + stop);
        at = stop;
    }
}

static void add_matched(struct ncpi_aligner *a, size_t at, struct ncp_str literal,
                        struct ncpi_draft *draft, struct ncpi_draft_block *block)
{
    size_t i = 0;
    while (i < literal.len) {
        size_t plain = plain_stretch(a->masked, at, literal, i);
        if (plain > 0) {
            add_folded(a, at, plain, block);
            at += plain;
            i += plain;
            continue;
        }
        struct step step = match_step(a->masked, at, literal, i);
        if (literal.ptr[i] == NCPI_HOLE)
            add_hole(draft, block);
        else if (literal.ptr[i] == ' ' && ends_in_space(block))
            ;
        else if (literal.ptr[i] != NCPI_MASKED)
            ncpi_mapped_stand_in(&block->text, ncp_str_sub(literal, i, i + step.literal), a->text,
                                 a->base + at, a->base + at + step.source);
        at += step.source;
        i += step.literal;
    }
}

void ncpi_align_text(struct ncpi_aligner *a, struct ncp_str literal, struct ncpi_draft *draft,
                     struct ncpi_draft_block *block)
{
    size_t end = 0;
    size_t at = find(a, literal, &end);
    if (at == SIZE_MAX) { /* shown, at the place where the search began */
        ncpi_mapped_stand_in(&block->text, literal, a->text, a->base + a->at, a->base + a->at);
        return;
    }
    add_matched(a, at, literal, draft, block);
    a->at = end;
}

/* ---- line ends, HTML, links -------------------------------------------------------------- */

static bool ends_unspaced(const struct ncpi_draft_block *block)
{
    struct ncp_str text = ncp_buf_str(&block->text.text);
    int32_t cp = 0;
    if (text.len > 0)
        ncp_utf8_prev(text, text.len, &cp);
    return ncp_is_unspaced(cp) || (cp >= 0x3000 && cp <= 0x303F) || (cp >= 0xFF01 && cp <= 0xFF60);
}

void ncpi_align_line_end(struct ncpi_aligner *a, struct ncp_str with,
                         struct ncpi_draft_block *block)
{
    const char *lf = a->at < a->end ? memchr(a->masked.ptr + a->at, '\n', a->end - a->at) : NULL;
    size_t at = lf ? (size_t)(lf - a->masked.ptr) : a->at;
    size_t end = lf ? at + 1 : at;
    bool join = with.ptr[0] == ' ' && ends_unspaced(block);
    if (!join && !ends_in_space(block))
        ncpi_mapped_stand_in(&block->text, with, a->text, a->base + at, a->base + end);
    a->at = end;
}

void ncpi_align_skip(struct ncpi_aligner *a, struct ncp_str literal)
{
    size_t end = 0;
    if (find(a, literal, &end) != SIZE_MAX)
        a->at = end;
}

/* The byte after the bracket that closes the one at `at`, or `at`. */
static size_t skip_bracket(const struct ncpi_aligner *a, size_t at, char open, char close)
{
    size_t depth = 0;
    size_t limit = a->end - at < WINDOW ? a->end : at + WINDOW;
    for (size_t i = at; i < limit; i++) {
        char c = a->masked.ptr[i];
        if (c == '\\')
            i++;
        else if (c == open)
            depth++;
        else if (c == close && --depth == 0)
            return i + 1;
    }
    return at;
}

void ncpi_align_link_end(struct ncpi_aligner *a)
{
    size_t at = a->at;
    while (at < a->end && strchr("*_~` \n", a->masked.ptr[at]))
        at++;
    if (at >= a->end || a->masked.ptr[at] != ']')
        return;
    at++;
    if (at < a->end && a->masked.ptr[at] == '(')
        at = skip_bracket(a, at, '(', ')');
    else if (at < a->end && a->masked.ptr[at] == '[')
        at = skip_bracket(a, at, '[', ']');
    a->at = at;
}
