/* SPDX-License-Identifier: MIT */
/* ncpost caption */
#include "cli.h"

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

/* The composer knows Instagram without the table. */
static bool needs_table(const struct cli_settings *settings)
{
    return settings->networks || settings->table ||
           json_object_get(settings->profile.values, "networks");
}

int cli_caption(struct cli_settings *settings)
{
    struct ncp_networks *table = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    int status = cli_profile(settings);
    if (status == 0)
        status = cli_bank_open(settings);
    if (status != 0 || !needs_table(settings))
        return status ? status : cli_each_article(settings, make_caption);
    status = cli_table_open(settings, "instagram", &table, &err) == NCP_OK
                 ? cli_each_article(settings, make_caption)
                 : cli_usage(cli_command_find("caption"), &err);
    ncp_networks_free(table);
    return status;
}
