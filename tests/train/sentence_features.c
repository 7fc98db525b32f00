/* SPDX-License-Identifier: MIT */
/* For training: prints every sentence of each FILE with its features, one JSON
 * object a line. */
#include "ncpost/ncpost.h"
#include "rank/features.h"
#include "train.h"

static void print_sentence(const struct ncp_ranking *r, size_t index, const char *path)
{
    const struct ncp_sentence *s = &r->article->sentences[index];
    json_t *values = json_array();
    for (size_t i = 0; i < NCPI_FEATURE_COUNT; i++)
        json_array_append_new(values, json_real(r->features[index * NCPI_FEATURE_COUNT + i]));
    json_t *line = json_pack("{s:s, s:s%, s:i, s:o}", "file", path, "text", s->text.ptr,
                             s->text.len, "block", (int)s->block, "features", values);
    json_dumpf(line, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(line);
}

static void print_ranking(const struct ncp_ranking *r, const char *path)
{
    for (size_t i = 0; i < r->sentence_count; i++)
        print_sentence(r, i, path);
}

int main(int argc, char **argv)
{
    printf("[");
#define PRINT_NAME(name, what) printf("%s\"" #name "\"", NCPI_F_##name ? ", " : "");
    NCPI_FEATURES(PRINT_NAME)
    printf("]\n");
    for (int i = 1; i < argc; i++)
        train_each(argv[i], print_ranking);
    return 0;
}
