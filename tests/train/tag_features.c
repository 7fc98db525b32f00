/* SPDX-License-Identifier: MIT */
/* For training: prints every hashtag candidate of each FILE with its features,
 * one JSON object a line. */
#include "ncpost/ncpost.h"
#include "rank/tag_score.h"

#include <stdio.h>
#include <stdlib.h>

static void read_file(const char *path, struct ncp_buf *out)
{
    char chunk[65536];
    FILE *f = fopen(path, "rb");
    for (size_t got; f && (got = fread(chunk, 1, sizeof chunk, f)) > 0;)
        ncp_buf_add(out, (struct ncp_str){chunk, got});
    if (f)
        fclose(f);
}

static void print_candidate(const struct ncp_ranking *r, const struct ncpi_candidate *c,
                            const char *path)
{
    double features[NCPI_TAG_FEATURE_COUNT];
    if (!ncpi_tag_features(r, c, features))
        return;
    json_t *values = json_array();
    for (size_t i = 0; i < NCPI_TAG_FEATURE_COUNT; i++)
        json_array_append_new(values, json_real(features[i]));
    json_t *line = json_pack("{s:s, s:s%, s:o}", "file", path, "phrase", c->form.ptr, c->form.len,
                             "features", values);
    json_dumpf(line, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(line);
}

static void print_article(const char *path)
{
    struct ncp_buf input = NCP_BUF_INIT;
    struct ncp_article *article = NULL;
    struct ncp_ranking *r = NULL;
    struct ncpi_candidates found = {NULL, 0, 0, NULL, 0};
    read_file(path, &input);
    if (ncp_article_read(ncp_buf_str(&input), NULL, &article, NULL) == NCP_OK &&
        ncp_rank(article, NULL, &r, NULL) == NCP_OK &&
        ncpi_find_candidates(r, &found, NULL) == NCP_OK)
        for (size_t i = 0; i < found.count; i++)
            print_candidate(r, &found.items[i], path);
    ncpi_candidates_free(&found);
    ncp_ranking_free(r);
    ncp_article_free(article);
    ncp_buf_free(&input);
}

int main(int argc, char **argv)
{
    printf("[");
#define PRINT_NAME(name, what) printf("%s\"" #name "\"", NCPI_TAG_##name ? ", " : "");
    NCPI_TAG_FEATURES(PRINT_NAME)
    printf("]\n");
    for (int i = 1; i < argc; i++)
        print_article(argv[i]);
    return 0;
}
