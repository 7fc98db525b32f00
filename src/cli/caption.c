/* SPDX-License-Identifier: MIT */
/* ncpost caption */
#include "cli.h"

#include <stdlib.h>

struct ncp_compose_options cli_compose_options(const struct cli_settings *settings,
                                               struct ncp_str *tags)
{
    for (size_t i = 0; i < settings->tags.count; i++)
        tags[i] = ncp_str_from(settings->tags.items[i]);
    return (struct ncp_compose_options){.max = settings->max,
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

int cli_caption(struct cli_settings *settings)
{
    return cli_each_article(settings, make_caption);
}
