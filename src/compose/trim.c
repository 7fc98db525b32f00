/* SPDX-License-Identifier: MIT */
/* Which phrases of a sentence may go. */
#include "trim.h"

#include "clause.h"

#include <string.h>

#define COMMAS_MAX 12 /* a sentence with more is left alone */
#define REST_MIN   24 /* bytes: less is no sentence worth telling */

/* What may be deleted: bytes [start, end) of the sentence. */
struct cut {
    size_t start, end;
};

struct cuts {
    struct cut lead;                 /* from 0, or empty */
    struct cut inner[NCPI_CUTS_MAX]; /* in order */
    size_t inner_count;
    struct cut tail; /* up to the closing mark, or empty */
};

/* ---- punctuation ---------------------------------------------------------------------- */

struct commas {
    size_t at[COMMAS_MAX];
    size_t count;
};

/* Commas followed by a space, outside brackets and quotations. False if there
 * are too many, or brackets and quotations are not paired. */
static bool find_commas(struct ncp_str s, struct commas *commas)
{
    int depth = 0;
    commas->count = 0;
    for (size_t at = 0; at < s.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(s, at, &cp);
        depth += cp == '(' || cp == '[' || cp == 0x201C;
        depth -= cp == ')' || cp == ']' || cp == 0x201D;
        bool comma = cp == ',' && depth == 0 && at + 1 < s.len && s.ptr[at + 1] == ' ';
        if (depth < 0 || (comma && commas->count == COMMAS_MAX))
            return false;
        if (comma)
            commas->at[commas->count++] = at;
        at += len;
    }
    return depth == 0;
}

/* The byte where the closing mark starts, with the quotes or brackets behind
 * it; s.len if there is none. */
static size_t closing_mark(struct ncp_str s)
{
    size_t at = s.len;
    while (at > 0) {
        int32_t cp;
        size_t len = ncp_utf8_prev(s, at, &cp);
        if (cp != '.' && cp != '!' && cp != '?' && cp != 0x2026)
            break;
        at -= len;
    }
    return at;
}

static struct ncp_str from(struct ncp_str s, size_t start)
{
    return ncp_str_trim(ncp_str_sub(s, start, s.len));
}

/* ---- leading phrases ---------------------------------------------------------------------- */

/* "Whether it's a, b, or c, the rest": the phrase ends at the first comma after
 * which a clause stands. */
static void find_lead(struct ncp_str s, const struct commas *commas, struct cut *cut)
{
    if (!ncpi_is_leading_phrase(s))
        return;
    for (size_t i = 0; i < commas->count; i++) {
        struct ncp_str phrase = ncp_str_sub(s, 0, commas->at[i]);
        struct ncp_str rest = from(s, commas->at[i] + 1);
        if (ncpi_is_protected(phrase))
            return;
        if (rest.len >= REST_MIN && ncpi_is_clause(rest)) {
            *cut = (struct cut){0, (size_t)(rest.ptr - s.ptr)};
            return;
        }
    }
}

/* ---- parentheses and relative clauses -------------------------------------------------------- */

static void add_inner(struct cuts *cuts, size_t start, size_t end)
{
    if (cuts->inner_count < NCPI_CUTS_MAX - 1)
        cuts->inner[cuts->inner_count++] = (struct cut){start, end};
}

/* Brackets with the space before them. An abbreviation in brackets stays: the
 * text may use it further on. */
static void find_brackets(struct ncp_str s, struct cuts *cuts)
{
    for (size_t open = 0; (open = ncp_str_find(s, NCP_STR(" ("), open)) != SIZE_MAX; open++) {
        size_t close = ncp_str_find(s, NCP_STR(")"), open);
        if (close == SIZE_MAX)
            return;
        struct ncp_str inside = ncp_str_sub(s, open + 2, close);
        bool nested = ncp_str_find(inside, NCP_STR("("), 0) != SIZE_MAX;
        bool words = ncp_str_find(inside, NCP_STR(" "), 0) != SIZE_MAX;
        if (!nested && words && !ncpi_is_protected(inside))
            add_inner(cuts, open, close + 1);
    }
}

/* ", which …," or ", who …," inside the sentence. */
static void find_relative(struct ncp_str s, const struct commas *commas, struct cuts *cuts)
{
    for (size_t i = 0; i + 1 < commas->count; i++) {
        struct ncp_str clause = ncp_str_sub(s, commas->at[i] + 1, commas->at[i + 1]);
        struct ncp_str rest = from(s, commas->at[i + 1] + 1);
        struct ncp_str start = ncp_str_sub(s, 0, commas->at[i]);
        bool joins = ncp_str_starts(rest, NCP_STR("and ")) ||
                     ncp_str_starts(rest, NCP_STR("or ")) || ncp_str_starts(rest, NCP_STR("but "));
        if (ncpi_is_relative_clause(clause) && ncpi_has_finite_verb(clause) &&
            !ncpi_is_protected(clause) && !joins && !ncpi_has_finite_verb(start) &&
            ncpi_has_finite_verb(rest))
            add_inner(cuts, commas->at[i], commas->at[i + 1] + 1);
    }
}

/* ---- trailing phrases -------------------------------------------------------------------------
 */

/* ", helping …." or ", which …." up to the end. What comes before must be whole,
 * and not an enumeration that the phrase ends. */
static void find_tail(struct ncp_str s, const struct commas *commas, size_t mark, struct cut *cut)
{
    for (size_t i = 0; i < commas->count; i++) {
        struct ncp_str before = ncp_str_sub(s, 0, commas->at[i]);
        struct ncp_str tail = ncp_str_trim(ncp_str_sub(s, commas->at[i] + 1, mark));
        size_t segment = i > 0 ? commas->at[i - 1] + 1 : 0;
        bool listing = ncpi_is_participle_phrase(ncp_str_sub(before, segment, before.len));
        bool bare =
            !ncpi_has_finite_verb(tail) || (ncpi_takes_infinitive(tail) && i + 1 == commas->count);
        bool participle = ncpi_is_participle_phrase(tail) && bare && !listing;
        bool relative = ncpi_is_relative_clause(tail) && ncpi_has_finite_verb(tail);
        if ((participle || relative) && !ncpi_is_protected(tail) && before.len >= REST_MIN &&
            ncpi_has_finite_verb(before)) {
            *cut = (struct cut){commas->at[i], mark};
            return;
        }
    }
}

/* ---- ways
 * ---------------------------------------------------------------------------------------- */

enum { WITH_LEAD = 1, WITH_INNER = 2, WITH_TAIL = 4 };

static void keep(struct ncpi_trim *trim, size_t start, size_t end)
{
    if (start < end)
        trim->kept[trim->count++] = (struct ncp_span){start, end};
}

static struct ncpi_trim make_trim(struct ncp_str s, const struct cuts *cuts, unsigned which)
{
    struct ncpi_trim trim = {.count = 0};
    size_t at = which & WITH_LEAD ? cuts->lead.end : 0;
    size_t end = which & WITH_TAIL ? cuts->tail.start : s.len;
    for (size_t i = 0; which & WITH_INNER && i < cuts->inner_count; i++) {
        if (cuts->inner[i].start < at || cuts->inner[i].end > end)
            continue;
        keep(&trim, at, cuts->inner[i].start);
        at = cuts->inner[i].end;
    }
    keep(&trim, at, end);
    trim.capitalise = which & WITH_LEAD;
    trim.close = which & WITH_TAIL;
    return trim;
}

static void find_cuts(const char *lang, struct ncp_str s, size_t mark, struct cuts *cuts)
{
    struct commas commas;
    if (!find_commas(s, &commas))
        return;
    find_brackets(s, cuts);
    if (strcmp(lang, "en") != 0)
        return;
    find_lead(s, &commas, &cuts->lead);
    if (cuts->inner_count == 0)
        find_relative(s, &commas, cuts);
    find_tail(s, &commas, mark, &cuts->tail);
}

size_t ncpi_trims(const char *lang, struct ncp_str sentence, struct ncpi_trim *out)
{
    struct cuts cuts = {.inner_count = 0};
    size_t mark = closing_mark(sentence), count = 0;
    find_cuts(lang, sentence, mark, &cuts);
    unsigned possible = (cuts.lead.end > 0 ? WITH_LEAD : 0u) |
                        (cuts.inner_count > 0 ? WITH_INNER : 0u) |
                        (cuts.tail.end > cuts.tail.start ? WITH_TAIL : 0u);
    for (unsigned which = 1; which <= (WITH_LEAD | WITH_INNER | WITH_TAIL); which++)
        if ((which & possible) == which && count < NCPI_TRIMS_MAX)
            out[count++] = make_trim(sentence, &cuts, which);
    return count;
}

void ncpi_trim_apply(struct ncp_str sentence, const struct ncpi_trim *trim, struct ncp_buf *out)
{
    for (size_t i = 0; i < trim->count; i++) {
        struct ncp_str part = ncp_str_sub(sentence, trim->kept[i].start, trim->kept[i].end);
        if (i == 0 && trim->capitalise)
            ncp_capitalise(part, out);
        else
            ncp_buf_add(out, part);
    }
    if (trim->close)
        ncp_buf_add(out, ncp_str_sub(sentence, closing_mark(sentence), sentence.len));
}
