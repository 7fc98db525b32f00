/* SPDX-License-Identifier: MIT */
/* Normalization Form C (UAX #15), segment by segment, in linear time. */
#include "ncpost/text.h"

#include "base/array.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Below U+0300 every character is in Form C and begins a segment. */
#define FIRST_MARK 0x300

struct points {
    utf8proc_int32_t *items;
    size_t count, cap;
};

static bool has_mapping(const utf8proc_property_t *p)
{
    return p->decomp_seqindex != UINT16_MAX && p->decomp_type == 0;
}

/* utf8proc numbers the second halves of compositions from 0x8000 on. */
static bool may_follow(int32_t cp, const utf8proc_property_t *p)
{
    bool hangul_part = (cp >= 0x1161 && cp <= 0x1175) || (cp >= 0x11A8 && cp <= 0x11C2);
    return hangul_part || (p->comb_index >= 0x8000 && p->comb_index != UINT16_MAX);
}

/* True if nothing before `cp` can change it or be changed by it. */
static bool begins_segment(int32_t cp)
{
    if (cp < FIRST_MARK)
        return true;
    const utf8proc_property_t *p = utf8proc_get_property(cp);
    bool precomposed = cp >= 0x1E00 && cp <= 0x1FFF; /* their first part is a letter */
    return p->combining_class == 0 && !may_follow(cp, p) && (precomposed || !has_mapping(p));
}

/* True if `cp` may have to change, or change what stands before it. */
static bool needs_work(int32_t cp)
{
    if (cp < FIRST_MARK)
        return false;
    const utf8proc_property_t *p = utf8proc_get_property(cp);
    return p->combining_class != 0 || may_follow(cp, p) || has_mapping(p);
}

static bool add_decomposed(struct points *to, int32_t cp)
{
    enum { LONGEST = 16 }; /* canonical decompositions have at most four */
    if (!ncpi_reserve((void **)&to->items, &to->cap, to->count + LONGEST, sizeof *to->items))
        return false;
    int last = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t got = utf8proc_decompose_char(cp, to->items + to->count, LONGEST,
                                                   UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &last);
    if (got > 0 && got <= LONGEST)
        to->count += (size_t)got;
    return true;
}

static unsigned class_of(utf8proc_int32_t cp)
{
    return utf8proc_get_property(cp)->combining_class;
}

/* Sorts one run of marks by combining class, keeping the order of equals:
 * counting, since a hostile text may have millions in one run. */
static bool sort_run(utf8proc_int32_t *run, size_t count)
{
    size_t starts[257] = {0};
    utf8proc_int32_t *sorted = calloc(count, sizeof *sorted);
    if (!sorted)
        return false;
    for (size_t i = 0; i < count; i++)
        starts[class_of(run[i]) + 1]++;
    for (size_t c = 1; c < 257; c++)
        starts[c] += starts[c - 1];
    for (size_t i = 0; i < count; i++)
        sorted[starts[class_of(run[i])]++] = run[i];
    for (size_t i = 0; i < count; i++)
        run[i] = sorted[i];
    free(sorted);
    return true;
}

static bool sort_marks(struct points *in)
{
    for (size_t i = 0, end; i < in->count; i = end) {
        end = i;
        bool ordered = true;
        for (; end < in->count && class_of(in->items[end]) != 0; end++)
            if (end > i && class_of(in->items[end - 1]) > class_of(in->items[end]))
                ordered = false;
        if (!ordered && !sort_run(in->items + i, end - i))
            return false;
        if (end == i)
            end++;
    }
    return true;
}

static bool compose(struct points *in)
{
    utf8proc_ssize_t got = utf8proc_normalize_utf32(in->items, (utf8proc_ssize_t)in->count,
                                                    UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (got < 0)
        return false;
    in->count = (size_t)got;
    return true;
}

static void add_normalized(struct points *work, struct ncp_str segment, struct ncp_buf *out)
{
    bool ok = true;
    work->count = 0;
    for (size_t at = 0; ok && at < segment.len;) {
        int32_t cp;
        at += ncp_utf8_next(segment, at, &cp);
        ok = add_decomposed(work, cp);
    }
    if (!ok || !work->items || !sort_marks(work) || !compose(work)) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < work->count; i++)
        ncp_utf8_add(out, work->items[i]);
}

void ncp_nfc(struct ncp_str s, struct ncp_buf *out)
{
    struct points work = {NULL, 0, 0};
    size_t copied = 0, segment = 0;
    bool dirty = false;
    for (size_t at = 0; at <= s.len;) {
        int32_t cp = 0;
        size_t len = at < s.len ? ncp_utf8_next(s, at, &cp) : 1;
        if (begins_segment(cp)) { /* the end counts as one */
            if (dirty) {
                ncp_buf_add(out, ncp_str_sub(s, copied, segment));
                add_normalized(&work, ncp_str_sub(s, segment, at), out);
                copied = at;
            }
            segment = at;
            dirty = false;
        }
        dirty = dirty || needs_work(cp);
        at += len;
    }
    ncp_buf_add(out, ncp_str_sub(s, copied, s.len));
    free(work.items);
}
