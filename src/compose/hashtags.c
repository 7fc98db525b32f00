/* SPDX-License-Identifier: MIT */
/* The hashtags of a caption: the best that ranking offers. */
#include "composer.h"

bool ncpi_choose_hashtags(struct ncpi_composer *c)
{
    size_t count = 0, limit = c->limits.hashtags;
    const struct ncp_tag *tags = ncp_tags(c->ranking, &count);
    struct ncp_str *chosen = ncp_arena_array(c->arena, limit + 1, sizeof *chosen);
    if (!chosen)
        return false;
    for (size_t i = 0; i < count && c->hashtag_count < limit; i++)
        if (!tags[i].dropped)
            chosen[c->hashtag_count++] = tags[i].tag;
    c->hashtags = chosen;
    return true;
}
