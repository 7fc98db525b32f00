/* SPDX-License-Identifier: MIT */
#ifndef TRAIN_H
#define TRAIN_H

/* What the feature printers share: one file, read and ranked. */

#include "ncpost/ncpost.h"

#include <stdio.h>

static inline void train_read(const char *path, struct ncp_buf *out)
{
    char chunk[65536];
    FILE *f = fopen(path, "rb");
    for (size_t got; f && (got = fread(chunk, 1, sizeof chunk, f)) > 0;)
        ncp_buf_add(out, (struct ncp_str){chunk, got});
    if (f)
        fclose(f);
}

static inline void train_each(const char *path,
                              void (*print)(const struct ncp_ranking *, const char *))
{
    struct ncp_buf input = NCP_BUF_INIT;
    struct ncp_article *article = NULL;
    struct ncp_ranking *r = NULL;
    train_read(path, &input);
    if (ncp_article_read(ncp_buf_str(&input), NULL, &article, NULL) == NCP_OK &&
        ncp_rank(article, NULL, &r, NULL) == NCP_OK)
        print(r, path);
    ncp_ranking_free(r);
    ncp_article_free(article);
    ncp_buf_free(&input);
}

#endif
