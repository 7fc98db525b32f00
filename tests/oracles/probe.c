/* SPDX-License-Identifier: MIT */
/* Reads one JSON string a line; writes what ncpost counts and finds in it, one
 * object a line, for the comparison with the reference implementations. */
#include "ncpost/lint.h"

#include <stdio.h>
#include <stdlib.h>

static const struct ncp_network *named(const struct ncp_networks *networks, const char *name)
{
    const struct ncp_network *network = NULL;
    if (ncp_network_find(networks, ncp_str_from(name), &network, NULL) != NCP_OK)
        exit(EXIT_FAILURE);
    return network;
}

static json_t *tokens_json(const struct ncp_network *network, struct ncp_str text)
{
    static const char *const kinds[] = {"link", "hashtag", "mention"};
    struct ncp_tokens tokens = {0};
    json_t *list = json_array();
    if (ncp_tokens_find(network, text, &tokens, NULL) != NCP_OK)
        exit(EXIT_FAILURE);
    for (size_t i = 0; i < tokens.count; i++)
        json_array_append_new(list, json_pack("[s, I, I]", kinds[tokens.items[i].kind],
                                              (json_int_t)tokens.items[i].start,
                                              (json_int_t)tokens.items[i].end));
    ncp_tokens_free(&tokens);
    return list;
}

/* A character that X refuses: the linter has to have seen it. */
static bool has_refused(const struct ncp_network *x, struct ncp_str text)
{
    static const char *const refused[] = {"\xEF\xBB\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF"};
    struct ncp_findings findings = {0};
    bool found = false;
    if (ncp_lint(x, text, NULL, &findings, NULL) != NCP_OK)
        exit(EXIT_FAILURE);
    for (size_t i = 0; i < findings.count; i++)
        for (size_t k = 0; k < sizeof refused / sizeof *refused; k++)
            found = found ||
                    ncp_str_equal(ncp_str_sub(text, findings.items[i].start, findings.items[i].end),
                                  ncp_str_from(refused[k]));
    ncp_findings_free(&findings);
    return found;
}

static json_t *answer(const struct ncp_networks *networks, struct ncp_str text)
{
    const struct ncp_network *x = named(networks, "x"), *bluesky = named(networks, "bluesky");
    struct ncp_count on_x, on_bluesky;
    if (ncp_network_count(x, text, NCP_FIELD_CAPTION, &on_x, NULL) != NCP_OK ||
        ncp_network_count(bluesky, text, NCP_FIELD_CAPTION, &on_bluesky, NULL) != NCP_OK)
        exit(EXIT_FAILURE);
    bool valid = on_x.length.used > 0 && on_x.verdict != NCP_OVER && !has_refused(x, text);
    return json_pack("{s:b, s:I, s:I, s:I, s:o, s:o}", "valid", (int)valid, "x",
                     (json_int_t)on_x.length.used, "bluesky", (json_int_t)on_bluesky.length.used,
                     "bytes", (json_int_t)on_bluesky.second.used, "x_tokens", tokens_json(x, text),
                     "bluesky_tokens", tokens_json(bluesky, text));
}

int main(void)
{
    struct ncp_networks *networks = NULL;
    char *line = NULL;
    size_t cap = 0;
    if (ncp_networks_load(NULL, &networks, NULL) != NCP_OK)
        return EXIT_FAILURE;
    while (getline(&line, &cap, stdin) > 0) {
        json_t *text = json_loads(line, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
        if (!text)
            return EXIT_FAILURE;
        json_t *object =
            answer(networks, (struct ncp_str){json_string_value(text), json_string_length(text)});
        if (json_dumpf(object, stdout, JSON_COMPACT) != 0 || putchar('\n') == EOF)
            return EXIT_FAILURE;
        json_decref(object);
        json_decref(text);
    }
    free(line);
    ncp_networks_free(networks);
    return EXIT_SUCCESS;
}
