/* SPDX-License-Identifier: MIT */
#ifndef NCPI_LABELS_H
#define NCPI_LABELS_H

/* A stretch of text that may hold domain names, cut at its full stops, with the
 * end of the longest domain name from each label on. Filled from the right, so
 * that any number of starts costs linear time. */

#include "tld.h"

struct ncpi_label {
    size_t start, end;
    size_t underscore; /* last `_` in it, SIZE_MAX if none */
    bool sound;        /* not empty, and its ends may be the ends of a label */
    size_t best;       /* end of the longest domain name from here, 0 if none */
};

struct ncpi_labels {
    size_t start, end; /* the stretch */
    struct ncpi_label *items;
    size_t count, cap;
};

/* How to read labels. */
struct ncpi_label_rule {
    bool (*inside)(int32_t cp); /* characters that may also be at an end */
    bool dashes;                /* `-` and `_` may stand inside */
    enum ncpi_tld_list tlds;
};

/* Fills `labels` for the stretch from byte `at` on, within `text`. False when
 * memory runs out. */
NCP_CHECK bool ncpi_labels_read(struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                                struct ncp_str text, size_t at);

/* The end of the longest domain name that starts at byte `at` of the stretch,
 * 0 if none does. */
size_t ncpi_labels_domain(const struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                          struct ncp_str text, size_t at);

#endif
