/* SPDX-License-Identifier: MIT */
/* Links, hashtags and mentions of a text, found once, in order. */
#include "tokens_priv.h"

#include "base/array.h"

#include <stdlib.h>

bool ncpi_token_add(struct ncp_tokens *out, struct ncp_token token)
{
    if (!NCPI_ROOM(out))
        return false;
    out->items[out->count++] = token;
    return true;
}

void ncp_tokens_free(struct ncp_tokens *tokens)
{
    free(tokens->items);
    *tokens = (struct ncp_tokens){0};
}

bool ncpi_find_links(const struct ncp_network *network, struct ncp_str text, struct ncp_tokens *out)
{
    return network->link == NCPI_LINK_BLUESKY ? ncpi_find_links_bluesky(text, out)
                                              : ncpi_find_links_x(network->link, text, out);
}

/* The scanners each give tokens in order; this merges their three runs, of
 * equals the earlier run first. */
static bool merge(const struct ncp_tokens runs[3], bool overlaps, struct ncp_tokens *out)
{
    size_t next[3] = {0}, end = 0;
    for (;;) {
        size_t best = 3;
        for (size_t i = 0; i < 3; i++) {
            if (next[i] < runs[i].count &&
                (best == 3 || runs[i].items[next[i]].start < runs[best].items[next[best]].start))
                best = i;
        }
        if (best == 3)
            return true;
        struct ncp_token token = runs[best].items[next[best]++];
        if (!overlaps && token.start < end)
            continue;
        end = token.end;
        if (!ncpi_token_add(out, token))
            return false;
    }
}

enum ncp_code ncp_tokens_find(const struct ncp_network *network, struct ncp_str text,
                              struct ncp_tokens *out, struct ncp_error *err)
{
    struct ncp_tokens runs[3] = {{0}};
    bool ok = ncpi_find_links(network, text, &runs[0]);
    if (ok && network->mention.given)
        ok = ncpi_find_mentions(&network->mention, text, &runs[1]);
    if (ok && network->tag.given)
        ok = ncpi_find_hashtags(&network->tag, text, &runs[2]);
    ok = ok && merge(runs, network->link == NCPI_LINK_BLUESKY, out);
    for (size_t i = 0; i < 3; i++)
        ncp_tokens_free(&runs[i]);
    return ok ? NCP_OK : ncp_error_memory(err);
}
