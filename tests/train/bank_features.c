/* SPDX-License-Identifier: MIT */
/* For training: learns every FILE into one bank, then prints for each FILE every
 * hashtag of the other files with its features, one JSON object a line. */
#include "ncpost/ncpost.h"
#include "rank/bank_match.h"
#include "train.h"

static struct ncp_bank *bank;

static void learn(const struct ncp_ranking *r, const char *path)
{
    bool learnt;
    if (ncp_bank_learn(bank, r->article, NULL, 0, &learnt, NULL) != NCP_OK)
        fprintf(stderr, "%s: not learnt\n", path);
}

static void print_match(const struct ncpi_bank_match *m, bool right, const char *path)
{
    json_t *values = json_array();
    for (size_t i = 0; i < NCPI_BANK_FEATURE_COUNT; i++)
        json_array_append_new(values, json_real(m->features[i]));
    json_t *line = json_pack("{s:s, s:s%, s:b, s:o}", "file", path, "tag", m->tag.ptr, m->tag.len,
                             "right", right, "features", values);
    json_dumpf(line, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(line);
}

static const struct ncpi_past_post *own_post(uint64_t id)
{
    for (size_t i = 0; i < bank->posts.count; i++)
        if (bank->posts.items[i].id == id)
            return &bank->posts.items[i];
    return NULL;
}

static bool bears(const struct ncpi_past_post *post, size_t topic)
{
    for (size_t i = 0; i < post->tag_count; i++)
        if (bank->spellings.items[post->tags[i]].topic == topic)
            return true;
    return false;
}

static void print_ranking(const struct ncp_ranking *ranked, const char *path)
{
    struct ncp_ranking *r = NULL;
    struct ncpi_bank_match *all;
    size_t count;
    uint64_t id = ncpi_post_id(ranked->article);
    const struct ncpi_past_post *post = own_post(id);
    if (post && ncpi_ranking_new(ranked->article, &r, NULL) == NCP_OK &&
        ncpi_bank_match(bank, r, post, &all, &count, NULL) == NCP_OK)
        for (size_t i = 0; i < count; i++)
            print_match(&all[i], bears(post, all[i].topic), path);
    ncp_ranking_free(r);
}

int main(int argc, char **argv)
{
    if (ncp_bank_new(&bank, NULL) != NCP_OK)
        return 1;
    printf("[");
#define PRINT_NAME(name, what) printf("%s\"" #name "\"", NCPI_BANK_##name ? ", " : "");
    NCPI_BANK_FEATURES(PRINT_NAME)
    printf("]\n");
    for (int i = 1; i < argc; i++)
        train_each(argv[i], learn);
    for (int i = 1; i < argc; i++)
        train_each(argv[i], print_ranking);
    ncp_bank_free(bank);
    return 0;
}
