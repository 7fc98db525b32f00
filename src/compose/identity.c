/* SPDX-License-Identifier: MIT */
/* The identity of a result. */
#include "identity.h"

#include "sha256.h"

#include <string.h>

/* Length first, so that no two lists of fields look alike. */
static void add_field(struct ncpi_sha256 *sha, struct ncp_str field)
{
    char length[8];
    for (size_t i = 0; i < 8; i++)
        length[i] = (char)((uint64_t)field.len >> (8 * i));
    ncpi_sha256_add(sha, (struct ncp_str){length, 8});
    ncpi_sha256_add(sha, field);
}

static void add_number(struct ncpi_sha256 *sha, size_t number)
{
    char bytes[8];
    for (size_t i = 0; i < 8; i++)
        bytes[i] = (char)((uint64_t)number >> (8 * i));
    add_field(sha, (struct ncp_str){bytes, 8});
}

static void add_tags(struct ncpi_sha256 *sha, const struct ncp_str *tags, size_t count)
{
    add_number(sha, count);
    for (size_t i = 0; i < count; i++)
        add_field(sha, tags[i]);
}

bool ncpi_identify(const struct ncp_article *article, const struct ncp_compose_options *options,
                   struct ncp_caption *caption)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[32];
    char hex[32];
    struct ncpi_sha256 sha;
    ncpi_sha256_start(&sha);
    add_number(&sha, 1);
    add_field(&sha, article->source);
    add_field(&sha, ncp_str_from(caption->network));
    add_number(&sha, caption->limit);
    add_field(&sha, ncp_str_from(article->lang));
    add_field(&sha, options->blog);
    add_field(&sha, options->url);
    add_number(&sha, options->no_emoji);
    add_number(&sha, options->hashtags);
    add_field(&sha, options->base_url);
    add_field(&sha, options->link_line);
    add_tags(&sha, options->always, options->always_count);
    add_tags(&sha, options->banned, options->banned_count);
    add_tags(&sha, options->tags, options->tag_count);
    ncpi_sha256_end(&sha, digest);
    for (size_t i = 0; i < 16; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    return ncp_arena_copy(caption->arena, (struct ncp_str){hex, sizeof hex}, &caption->id);
}
