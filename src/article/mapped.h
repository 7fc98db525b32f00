/* SPDX-License-Identifier: MIT */
#ifndef NCPI_MAPPED_H
#define NCPI_MAPPED_H

/*
 * Text that remembers where each of its bytes came from. The reader changes
 * text in two steps (cleaning, then taking markup away), and offsets reported
 * to users must still point into the input as given.
 */

#include "ncpost/article.h"

struct ncpi_runs {
    struct ncp_run *items;
    size_t count, cap;
};

/* Owned: ncpi_mapped_free(). `text.failed` tells of memory that ran out. */
struct ncpi_mapped {
    struct ncp_buf text;
    struct ncpi_runs runs;
};

/* Appends `text`, which came from the input's bytes [start, end). `same` says
 * that it is those very bytes. */
void ncpi_mapped_add(struct ncpi_mapped *m, struct ncp_str text, size_t start, size_t end,
                     bool same);

/* Appends bytes [start, end) of `from`, with the places those came from. */
void ncpi_mapped_copy(struct ncpi_mapped *m, const struct ncpi_mapped *from, size_t start,
                      size_t end);

/* Appends `text`, which stands for bytes [start, end) of `from` without being
 * the same (a decoded entity, a space for a line end). */
void ncpi_mapped_stand_in(struct ncpi_mapped *m, struct ncp_str text,
                          const struct ncpi_mapped *from, size_t start, size_t end);

/* Shortens the text to `len` bytes. */
void ncpi_mapped_truncate(struct ncpi_mapped *m, size_t len);

/* Where bytes [at, at+len) of a text with these runs came from. For an empty
 * stretch, start equals end. */
struct ncp_span ncpi_runs_source(const struct ncp_run *runs, size_t count, size_t at, size_t len);

void ncpi_mapped_free(struct ncpi_mapped *m);

#endif
