/* SPDX-License-Identifier: MIT */
/* The hashtags of a caption: the best that ranking offers, then the brand's. */
#include "composer.h"

#include "rank/tag_form.h"

/* The brand's tags in the form they are typed; false when memory runs out. */
static bool add_always(struct ncpi_composer *c, struct ncp_str *chosen, size_t limit)
{
    for (size_t i = 0; i < c->options->always_count && c->always_count < limit; i++) {
        struct ncp_buf form = NCP_BUF_INIT;
        ncpi_tag_form(c->options->always[i], &form);
        bool done =
            !form.failed && ncp_arena_copy(c->arena, ncp_buf_str(&form), &chosen[c->always_count]);
        ncp_buf_free(&form);
        if (!done)
            return false;
        c->always_count += chosen[c->always_count].len > 1;
    }
    return true;
}

static bool is_among(struct ncp_str tag, const struct ncp_str *tags, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct ncp_str other = tags[i];
        if (ncp_str_starts(other, NCP_STR("#")))
            other = ncp_str_sub(other, 1, other.len);
        if (ncp_str_equal_nocase(ncp_str_sub(tag, 1, tag.len), other))
            return true;
    }
    return false;
}

bool ncpi_choose_hashtags(struct ncpi_composer *c)
{
    size_t count = 0, limit = c->limits.hashtags;
    const struct ncp_tag *tags = ncp_tags(c->ranking, &count);
    struct ncp_str *always = ncp_arena_array(c->arena, limit + 1, sizeof *always);
    struct ncp_str *chosen = ncp_arena_array(c->arena, limit + 1, sizeof *chosen);
    if (!chosen || !always || !add_always(c, always, limit))
        return false;
    for (size_t i = 0; i < count && c->hashtag_count + c->always_count < limit; i++)
        if (!tags[i].dropped && !is_among(tags[i].tag, always, c->always_count) &&
            !is_among(tags[i].tag, c->options->banned, c->options->banned_count))
            chosen[c->hashtag_count++] = tags[i].tag;
    for (size_t i = 0; i < c->always_count; i++)
        chosen[c->hashtag_count++] = always[i];
    c->hashtags = chosen;
    return true;
}

struct ncp_str ncpi_hashtag_at(const struct ncpi_composer *c, const struct ncpi_fit *fit,
                               size_t index)
{
    size_t brand = c->always_count < fit->hashtag_count ? c->always_count : fit->hashtag_count;
    size_t own = fit->hashtag_count - brand;
    return index < own ? c->hashtags[index]
                       : c->hashtags[c->hashtag_count - c->always_count + index - own];
}

const struct ncp_str *ncpi_hashtags_told(const struct ncpi_composer *c, const struct ncpi_fit *fit)
{
    struct ncp_str *told = ncp_arena_array(c->arena, fit->hashtag_count + 1, sizeof *told);
    for (size_t i = 0; told && i < fit->hashtag_count; i++)
        told[i] = ncpi_hashtag_at(c, fit, i);
    return told;
}
