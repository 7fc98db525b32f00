/* SPDX-License-Identifier: MIT */
/* ncpost caption */
#include "cli.h"

#include "base/array.h"

#include <stdlib.h>

static enum ncp_code make_caption(const struct ncp_article *article, const char *source,
                                  const struct cli_settings *settings, json_t **result,
                                  struct ncp_buf *text, struct ncp_error *err)
{
    struct ncp_caption *caption = NULL;
    struct cli_compose compose = {.lists = NULL};
    enum ncp_code code = cli_compose_options(settings, &compose, err);
    if (code == NCP_OK)
        code = ncp_compose(article, &compose.options, &caption, err);
    if (code == NCP_OK && settings->format == FORMAT_TEXT)
        ncp_buf_add(text, caption->text);
    else if (code == NCP_OK && !(*result = ncp_caption_result(caption, source)))
        code = ncp_error_memory(err);
    ncp_caption_free(caption);
    cli_compose_free(&compose);
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
        const struct ncp_network *network = NULL;
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
    int status = cli_profile(settings);
    if (status == 0)
        status = cli_bank_open(settings);
    if (status != 0 || !settings->networks)
        return status ? status : cli_each_article(settings, make_caption);
    enum ncp_code code = ncp_networks_load(NULL, &table, &err);
    if (code == NCP_OK)
        code = find_networks(settings->networks, table, &settings->found, &err);
    status = code == NCP_OK ? cli_each_article(settings, make_caption)
                            : cli_usage(cli_command_find("caption"), &err);
    free(settings->found.items);
    ncp_networks_free(table);
    return status;
}
