/* SPDX-License-Identifier: MIT */
/* ncpost hashtags */
#include "cli.h"

#include <stdlib.h>

static void write_chosen(const struct ncp_caption *caption, struct ncp_buf *text)
{
    for (size_t i = 0; i < caption->hashtag_count; i++) {
        if (i > 0)
            ncp_buf_add_char(text, ' ');
        ncp_buf_add(text, caption->hashtags[i]);
    }
}

static const char *reason(const struct ncp_tag *tag)
{
    return tag->dropped ? tag->dropped : tag->origin;
}

static void write_suggestions(const struct ncp_tag *tags, size_t count, struct ncp_buf *text)
{
    for (size_t i = 0; i < count; i++)
        ncp_buf_add_format(text, "%s%.*s\t%.3f\t%s%s", i ? "\n" : "", (int)tags[i].tag.len,
                           tags[i].tag.ptr, tags[i].score, tags[i].dropped ? "dropped: " : "",
                           reason(&tags[i]));
}

static json_t *suggestion(const struct ncp_tag *tag)
{
    return json_pack("{s:s%, s:s%, s:f, s:s, s:s?}", "tag", tag->tag.ptr, tag->tag.len, "text",
                     tag->text.ptr, tag->text.len, "score", tag->score, "origin", tag->origin,
                     "dropped", tag->dropped);
}

static json_t *suggestions(const struct ncp_tag *tags, size_t count, const char *source)
{
    json_t *all = json_array();
    for (size_t i = 0; i < count; i++)
        if (json_array_append_new(all, suggestion(&tags[i])) != 0) {
            json_decref(all);
            return NULL;
        }
    return json_pack("{s:i, s:s, s:o}", "schema", 1, "source", source, "suggestions", all);
}

static json_t *chosen(const struct ncp_caption *caption, const char *source)
{
    json_t *all = json_array();
    for (size_t i = 0; i < caption->hashtag_count; i++)
        if (json_array_append_new(
                all, json_stringn(caption->hashtags[i].ptr, caption->hashtags[i].len)) != 0) {
            json_decref(all);
            return NULL;
        }
    return json_pack("{s:i, s:s, s:o}", "schema", 1, "source", source, "hashtags", all);
}

static enum ncp_code suggest(const struct ncp_article *article, const char *source,
                             const struct cli_settings *settings,
                             const struct ncp_compose_options *options, json_t **result,
                             struct ncp_buf *text, struct ncp_error *err)
{
    struct ncp_ranking *ranking = NULL;
    struct ncp_rank_options rank = {
        .bank = options->bank, .tags = options->tags, .tag_count = options->tag_count};
    enum ncp_code code = ncp_rank(article, &rank, &ranking, err);
    if (code != NCP_OK)
        return code;
    size_t count = 0;
    const struct ncp_tag *tags = ncp_tags(ranking, &count);
    if (settings->format == FORMAT_TEXT)
        write_suggestions(tags, count, text);
    else if (!(*result = suggestions(tags, count, source)))
        code = ncp_error_memory(err);
    ncp_ranking_free(ranking);
    return code;
}

static enum ncp_code choose(const struct ncp_article *article, const char *source,
                            const struct cli_settings *settings,
                            const struct ncp_compose_options *options, json_t **result,
                            struct ncp_buf *text, struct ncp_error *err)
{
    struct ncp_caption *caption = NULL;
    enum ncp_code code = ncp_compose(article, options, &caption, err);
    if (code == NCP_OK && settings->format == FORMAT_TEXT)
        write_chosen(caption, text);
    else if (code == NCP_OK && !(*result = chosen(caption, source)))
        code = ncp_error_memory(err);
    ncp_caption_free(caption);
    return code;
}

static enum ncp_code make_hashtags(const struct ncp_article *article, const char *source,
                                   const struct cli_settings *settings, json_t **result,
                                   struct ncp_buf *text, struct ncp_error *err)
{
    struct cli_compose compose = {.lists = NULL};
    enum ncp_code code = cli_compose_options(settings, &compose, err);
    if (code == NCP_OK)
        code = (settings->suggest ? suggest : choose)(article, source, settings, &compose.options,
                                                      result, text, err);
    cli_compose_free(&compose);
    return code;
}

int cli_hashtags(struct cli_settings *settings)
{
    int status = cli_profile(settings);
    bool change = settings->learn || settings->forget.count > 0 || settings->ban.count > 0;
    if (status == 0 && change)
        return cli_bank_change(settings);
    if (status == 0)
        status = cli_bank_open(settings);
    return status ? status : cli_each_article(settings, make_hashtags);
}
