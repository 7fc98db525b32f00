/* SPDX-License-Identifier: MIT */
/* Reading what stands around a place where a sentence may end. */
#include "joint.h"

#include <string.h>
#include <utf8proc.h>

/* How far a mark's neighbours are looked at: enough for any abbreviation, and a
 * bound that keeps hostile text linear. */
#define REACH ((size_t)80)

bool ncpi_is_sentence_mark(int32_t cp)
{
    static const int32_t marks[] = {'.',    '!',    '?',    0x203C, 0x203D, 0x2026,
                                    0x2047, 0x2048, 0x2049, 0x061F, 0x06D4, 0x0964,
                                    0x0965, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cp == marks[i])
            return true;
    return false;
}

static bool is_quote(int32_t cp)
{
    utf8proc_category_t category = utf8proc_category(cp);
    return cp == '"' || cp == '\'' || category == UTF8PROC_CATEGORY_PI ||
           category == UTF8PROC_CATEGORY_PF;
}

/* German closes with the marks with which English opens, so quotation marks
 * count as both. */
bool ncpi_is_closer(int32_t cp)
{
    return is_quote(cp) || utf8proc_category(cp) == UTF8PROC_CATEGORY_PE;
}

bool ncpi_is_opening_bracket(int32_t cp)
{
    utf8proc_category_t category = utf8proc_category(cp);
    return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

bool ncpi_is_opener(int32_t cp)
{
    return is_quote(cp) || utf8proc_category(cp) == UTF8PROC_CATEGORY_PS || cp == 0xBF ||
           cp == 0xA1;
}

static bool is_word_part(int32_t cp)
{
    static const int32_t inner[] = {'-', '\'', '&', 0xAA, 0xB0, 0xB7, 0xBA, 0x2010, 0x2011, 0x2019};
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (cp == inner[i])
            return true;
    return ncp_is_letter(cp) || ncp_is_digit(cp);
}

static bool is_word_part_or_stop(int32_t cp)
{
    return cp == '.' || is_word_part(cp);
}

/* The start of the run of characters of one class that ends at `end`. */
static size_t run_before(struct ncp_str text, size_t low, size_t end, bool (*in)(int32_t cp))
{
    size_t at = end;
    while (at > low && end - at < REACH) {
        int32_t cp;
        size_t len = ncp_utf8_prev(text, at, &cp);
        if (len > at - low || !in(cp))
            break;
        at -= len;
    }
    return at;
}

/* The end of the run that starts at `start`. */
static size_t run_after(struct ncp_str text, size_t start, bool (*in)(int32_t cp))
{
    size_t at = start;
    while (at < text.len && at - start < REACH) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!in(cp))
            break;
        at += len;
    }
    return at;
}

/* A wider gap than the reach counts as an empty line. */
static void read_gap(struct ncpi_joint *j)
{
    j->gap = run_before(j->text, j->start, j->at, ncp_is_space);
    if (j->at - j->gap >= REACH)
        j->line_ends = 2;
    for (size_t at = j->gap; at < j->at;) {
        int32_t cp;
        at += ncp_utf8_next(j->text, at, &cp);
        if (cp == '\n' || cp == 0x2029)
            j->line_ends += cp == '\n' ? 1 : 2;
    }
}

static bool is_note_part(int32_t cp)
{
    return cp == '[' || cp == ']' || (cp >= '0' && cp <= '9');
}

static bool is_superior_digit(int32_t cp)
{
    return cp == 0xB9 || cp == 0xB2 || cp == 0xB3 || (cp >= 0x2070 && cp <= 0x2079);
}

/* Footnote marks stand between a full stop and the gap: "so.[3] Then", "so.² Then". */
static size_t before_notes(const struct ncpi_joint *j, size_t end)
{
    size_t at = run_before(j->text, j->start, end, is_superior_digit);
    if (at < end)
        return at;
    at = run_before(j->text, j->start, end, is_note_part);
    bool note = end - at >= 3 && j->text.ptr[at] == '[' && j->text.ptr[end - 1] == ']';
    return note ? at : end;
}

static bool is_ascii_mark(char c)
{
    return c == '.' || c == '-' || c == '\'' || c == '&';
}

/* Greek asks with a semicolon. */
static bool is_greek_question(const struct ncpi_joint *j, size_t end)
{
    return end > j->start && j->text.ptr[end - 1] == ';' && strcmp(j->lang->tag, "el") == 0;
}

/* Behind the marks: before footnotes and what closes, with the space that
 * French sets before a closing mark. */
static size_t before_closers(struct ncpi_joint *j)
{
    size_t closed = before_notes(j, j->gap);
    size_t end = run_before(j->text, j->start, closed, ncpi_is_closer);
    j->quoted = end < closed;
    return j->quoted ? run_before(j->text, j->start, end, ncp_is_space) : end;
}

static void read_marks(struct ncpi_joint *j, size_t start, size_t end)
{
    while (start < end) {
        start += ncp_utf8_next(j->text, start, &j->mark);
        j->marks++;
    }
}

static void read_left(struct ncpi_joint *j)
{
    size_t end = before_closers(j);
    size_t marks = run_before(j->text, j->start, end, ncpi_is_sentence_mark);
    if (is_greek_question(j, end))
        marks = end - 1;
    read_marks(j, marks, end);
    size_t word = run_before(j->text, j->start, marks, is_word_part_or_stop);
    while (word < marks && is_ascii_mark(j->text.ptr[word]))
        word++; /* a quotation mark or a dash before the word */
    j->word = ncp_str_sub(j->text, word, marks);
    j->attached = word > j->start && strchr("#+-/=@_~", j->text.ptr[word - 1]) != NULL;
    size_t space = run_before(j->text, j->start, word, ncp_is_space);
    size_t previous = run_before(j->text, j->start, space, is_word_part_or_stop);
    j->previous = ncp_str_sub(j->text, previous, space);
}

static void read_right(struct ncpi_joint *j)
{
    size_t at = run_after(j->text, j->at, ncpi_is_opener);
    size_t end = run_after(j->text, at, is_word_part);
    j->after = ncp_str_sub(j->text, at, end);
    if (at < j->text.len)
        ncp_utf8_next(j->text, at, &j->first);
}

void ncpi_joint_read(struct ncpi_joint *joint, const struct ncp_language *lang, struct ncp_str text,
                     size_t start, size_t at)
{
    *joint = (struct ncpi_joint){.lang = lang, .text = text, .start = start, .at = at};
    read_gap(joint);
    read_left(joint);
    read_right(joint);
}
