/* SPDX-License-Identifier: MIT */
/* Text that remembers where each of its bytes came from. */
#include "mapped.h"

#include "base/array.h"

#include <stdlib.h>

/* True if a new stretch goes on where the last run stopped, byte for byte. */
static bool extends_last(const struct ncpi_runs *runs, size_t start, bool same)
{
    if (!same || runs->count == 0)
        return false;
    const struct ncp_run *last = &runs->items[runs->count - 1];
    return last->same && last->end == start;
}

void ncpi_mapped_add(struct ncpi_mapped *m, struct ncp_str text, size_t start, size_t end,
                     bool same)
{
    if (text.len == 0 || m->text.failed)
        return;
    if (extends_last(&m->runs, start, same)) {
        m->runs.items[m->runs.count - 1].end = end;
    } else if (NCPI_ROOM(&m->runs)) {
        m->runs.items[m->runs.count++] = (struct ncp_run){m->text.len, start, end, same};
    } else {
        m->text.failed = true;
        return;
    }
    ncp_buf_add(&m->text, text);
}

/* Index of the run that holds byte `at`. */
static size_t run_of(const struct ncp_run *runs, size_t count, size_t at)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (runs[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct ncp_span ncpi_runs_source(const struct ncp_run *runs, size_t count, size_t at, size_t len)
{
    if (count == 0)
        return (struct ncp_span){0, 0};
    const struct ncp_run *first = &runs[run_of(runs, count, at)];
    size_t start = first->same ? first->start + (at - first->text) : first->start;
    if (len == 0)
        return (struct ncp_span){start, start};
    const struct ncp_run *last = &runs[run_of(runs, count, at + len - 1)];
    size_t end = last->same ? last->start + (at + len - last->text) : last->end;
    return (struct ncp_span){start, end};
}

void ncpi_mapped_copy(struct ncpi_mapped *m, const struct ncpi_mapped *from, size_t start,
                      size_t end)
{
    const struct ncp_run *runs = from->runs.items;
    size_t count = from->runs.count;
    struct ncp_str text = ncp_buf_str(&from->text);
    if (start >= end || count == 0)
        return;
    for (size_t i = run_of(runs, count, start); i < count && start < end; i++) {
        size_t stop = i + 1 < count && runs[i + 1].text < end ? runs[i + 1].text : end;
        struct ncp_span source = ncpi_runs_source(runs, count, start, stop - start);
        ncpi_mapped_add(m, ncp_str_sub(text, start, stop), source.start, source.end, runs[i].same);
        start = stop;
    }
}

void ncpi_mapped_stand_in(struct ncpi_mapped *m, struct ncp_str text,
                          const struct ncpi_mapped *from, size_t start, size_t end)
{
    struct ncp_span source =
        ncpi_runs_source(from->runs.items, from->runs.count, start, end - start);
    ncpi_mapped_add(m, text, source.start, source.end, false);
}

void ncpi_mapped_truncate(struct ncpi_mapped *m, size_t len)
{
    ncp_buf_truncate(&m->text, len);
    while (m->runs.count > 0 && m->runs.items[m->runs.count - 1].text >= len)
        m->runs.count--;
    if (m->runs.count > 0) {
        struct ncp_run *last = &m->runs.items[m->runs.count - 1];
        if (last->same)
            last->end = last->start + (len - last->text);
    }
}

void ncpi_mapped_free(struct ncpi_mapped *m)
{
    ncp_buf_free(&m->text);
    free(m->runs.items);
    m->runs = (struct ncpi_runs){NULL, 0, 0};
}
