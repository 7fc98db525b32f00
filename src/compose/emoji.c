/* SPDX-License-Identifier: MIT */
/* Emoji: only those that the article itself uses, and few. */
#include "composer.h"

static bool is_known(const struct ncpi_composer *c, struct ncp_str emoji)
{
    for (size_t i = 0; i < c->emoji_count; i++)
        if (ncp_str_equal(c->emoji[i], emoji))
            return true;
    return false;
}

/* Signs that are emoji only by their code points (©, ™, arrows in menus). */
static bool is_picture(struct ncp_str cluster)
{
    int32_t cp;
    ncp_utf8_next(cluster, 0, &cp);
    return ncp_grapheme_is_emoji(cluster) && cp >= 0x231A;
}

static void collect(struct ncpi_composer *c, struct ncp_str text)
{
    for (size_t at = 0; at < text.len && c->emoji_count < NCPI_EMOJI_MAX;) {
        size_t end = ncp_grapheme_next(text, at);
        struct ncp_str cluster = ncp_str_sub(text, at, end);
        if ((unsigned char)text.ptr[at] >= 0x80 && is_picture(cluster) && !is_known(c, cluster))
            c->emoji[c->emoji_count++] = cluster;
        at = end;
    }
}

bool ncpi_choose_emoji(struct ncpi_composer *c)
{
    const struct ncp_article *a = c->article;
    if (c->options->no_emoji)
        return true;
    for (size_t i = 0; i < a->block_count && c->emoji_count < NCPI_EMOJI_MAX; i++)
        if (a->blocks[i].part != NCP_PART_ASIDE && a->blocks[i].kind != NCP_BLOCK_IMAGE)
            collect(c, a->blocks[i].text);
    return true;
}
