/* SPDX-License-Identifier: MIT */
/* Links and hashtags of a Bluesky post, as its own library finds them. */
#include "filter.h"

#include "ncpost/network.h"

/* A mention's facet would need the account's DID, which only the network knows. */
static const struct {
    const char *type, *key;
} features[] = {
    [NCP_TOKEN_LINK] = {"app.bsky.richtext.facet#link", "uri"},
    [NCP_TOKEN_HASHTAG] = {"app.bsky.richtext.facet#tag", "tag"},
    [NCP_TOKEN_MENTION] = {NULL, NULL},
};

/* A link without a scheme is taken for a secure one. */
static void add_value(const struct ncp_token *token, struct ncp_str text, struct ncp_buf *out)
{
    bool bare = token->kind == NCP_TOKEN_LINK &&
                !ncp_str_starts(ncp_str_sub(text, token->start, token->end), NCP_STR("http"));
    bool tag = token->kind == NCP_TOKEN_HASHTAG;
    ncp_buf_clear(out);
    if (bare)
        ncp_buf_add_cstr(out, "https://");
    ncp_buf_add(out, ncp_str_sub(text, tag ? token->inner : token->start, token->end));
}

static json_t *facet(const struct ncp_token *token, struct ncp_str value)
{
    return json_pack("{s:{s:I, s:I}, s:[{s:s, s:s%}]}", "index", "byteStart",
                     (json_int_t)token->start, "byteEnd", (json_int_t)token->end, "features",
                     "$type", features[token->kind].type, features[token->kind].key, value.ptr,
                     value.len);
}

static json_t *facets_of(const struct ncp_tokens *tokens, struct ncp_str text)
{
    struct ncp_buf value = NCP_BUF_INIT;
    json_t *facets = json_array();
    bool ok = facets != NULL;
    for (size_t i = 0; ok && i < tokens->count; i++) {
        const struct ncp_token *token = &tokens->items[i];
        if (!features[token->kind].type)
            continue;
        add_value(token, text, &value);
        ok = !value.failed && json_array_append_new(facets, facet(token, ncp_buf_str(&value))) == 0;
    }
    ncp_buf_free(&value);
    if (ok)
        return facets;
    json_decref(facets);
    return NULL;
}

json_t *ncpi_facets(struct ncp_str text)
{
    struct ncp_networks *networks = NULL;
    const struct ncp_network *bluesky = NULL;
    struct ncp_tokens tokens = {0};
    json_t *facets = NULL;
    if (ncp_networks_load(NULL, &networks, NULL) == NCP_OK &&
        ncp_network_find(networks, NCP_STR("bluesky"), &bluesky, NULL) == NCP_OK &&
        ncp_tokens_find(bluesky, text, &tokens, NULL) == NCP_OK)
        facets = facets_of(&tokens, text);
    ncp_tokens_free(&tokens);
    ncp_networks_free(networks);
    return facets;
}
