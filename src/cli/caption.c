/* SPDX-License-Identifier: MIT */
/* ncpost caption */
#include "cli.h"

#include "base/array.h"

#include <stdlib.h>

struct ncp_compose_options cli_compose_options(const struct cli_settings *settings,
                                               struct ncp_str *tags)
{
    for (size_t i = 0; i < settings->tags.count; i++)
        tags[i] = ncp_str_from(settings->tags.items[i]);
    return (struct ncp_compose_options){.network = settings->network,
                                        .hashtags = settings->hashtags_in,
                                        .max = settings->max,
                                        .blog = ncp_str_from(settings->blog),
                                        .url = ncp_str_from(settings->url),
                                        .tags = tags,
                                        .tag_count = settings->tags.count,
                                        .no_emoji = settings->no_emoji};
}

static enum ncp_code make_caption(const struct ncp_article *article, const char *source,
                                  const struct cli_settings *settings, json_t **result,
                                  struct ncp_buf *text, struct ncp_error *err)
{
    struct ncp_caption *caption = NULL;
    struct ncp_str *tags = calloc(settings->tags.count + 1, sizeof *tags);
    if (!tags)
        return ncp_error_memory(err);
    struct ncp_compose_options options = cli_compose_options(settings, tags);
    enum ncp_code code = ncp_compose(article, &options, &caption, err);
    if (code == NCP_OK && settings->format == FORMAT_TEXT)
        ncp_buf_add(text, caption->text);
    else if (code == NCP_OK && !(*result = ncp_caption_result(caption, source)))
        code = ncp_error_memory(err);
    ncp_caption_free(caption);
    free(tags);
    return code;
}

/* The networks named, apart by commas. */
static enum ncp_code find_networks(const char *names, const struct ncp_networks *table,
                                   struct cli_networks *found, struct ncp_error *err)
{
    struct ncp_str rest = ncp_str_from(names);
    for (size_t at = 0; at <= rest.len;) {
        size_t comma = ncp_str_find(rest, NCP_STR(","), at);
        size_t end = comma == SIZE_MAX ? rest.len : comma;
        const struct ncp_network *network;
        enum ncp_code code =
            ncp_network_find(table, ncp_str_trim(ncp_str_sub(rest, at, end)), &network, err);
        if (code != NCP_OK)
            return code;
        if (!NCPI_ROOM(found))
            return ncp_error_memory(err);
        found->items[found->count++] = network;
        at = end + 1;
    }
    return NCP_OK;
}

int cli_caption(struct cli_settings *settings)
{
    struct ncp_networks *table = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    if (!settings->networks)
        return cli_each_article(settings, make_caption);
    enum ncp_code code = ncp_networks_load(NULL, &table, &err);
    if (code == NCP_OK)
        code = find_networks(settings->networks, table, &settings->found, &err);
    int status = code == NCP_OK ? cli_each_article(settings, make_caption)
                                : cli_usage(cli_command_find("caption"), &err);
    free(settings->found.items);
    ncp_networks_free(table);
    return status;
}
