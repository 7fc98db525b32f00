/* SPDX-License-Identifier: MIT */
/* For training: prints every hashtag candidate of each FILE with its features,
 * one JSON object a line. */
#include "ncpost/ncpost.h"
#include "rank/tag_score.h"
#include "train.h"

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

static void print_ranking(const struct ncp_ranking *r, const char *path)
{
    struct ncpi_candidates found = {NULL, 0, 0, NULL, 0};
    if (ncpi_find_candidates(r, &found, NULL) == NCP_OK)
        for (size_t i = 0; i < found.count; i++)
            print_candidate(r, &found.items[i], path);
    ncpi_candidates_free(&found);
}

int main(int argc, char **argv)
{
    printf("[");
#define PRINT_NAME(name, what) printf("%s\"" #name "\"", NCPI_TAG_##name ? ", " : "");
    NCPI_TAG_FEATURES(PRINT_NAME)
    printf("]\n");
    for (int i = 1; i < argc; i++)
        train_each(argv[i], print_ranking);
    return 0;
}
