/* SPDX-License-Identifier: MIT */
/* The profile behind the command line, and what both together ask of composing. */
#include "cli.h"

#include <stdlib.h>

static const char *profile_text(const struct cli_settings *settings, const char *key)
{
    return json_string_value(json_object_get(settings->profile.values, key));
}

int cli_profile(struct cli_settings *settings)
{
    const char *named = settings->profile_path ? settings->profile_path : getenv("NCPOST_PROFILE");
    const struct ncpi_profile_places places = {.named = named && *named ? named : NULL,
                                               .home = getenv("HOME"),
                                               .config_home = getenv("XDG_CONFIG_HOME")};
    struct ncp_error err = NCP_ERROR_INIT;
    char *path = NULL;
    enum ncp_code code = ncpi_profile_find(&places, &path, &err);
    if (code == NCP_OK && path)
        code = ncpi_profile_read(path, &settings->profile, &err);
    if (code != NCP_OK)
        cli_error(NULL, &err);
    if (code == NCP_OK && !settings->lang)
        settings->lang = profile_text(settings, "lang");
    ncp_error_free(&err);
    free(path);
    return ncp_code_exit_status(code);
}

static struct ncp_str text_of(const json_t *value)
{
    return (struct ncp_str){json_string_value(value), json_string_length(value)};
}

/* A list of the profile's `hashtags:`, copied to `*out`, which moves on. */
static size_t take_list(const struct cli_settings *settings, const char *key, struct ncp_str **out)
{
    const json_t *hashtags = json_object_get(settings->profile.values, "hashtags");
    const json_t *list = json_object_get(hashtags, key);
    size_t count = json_array_size(list);
    for (size_t i = 0; i < count; i++)
        *(*out)++ = text_of(json_array_get(list, i));
    return count;
}

static size_t list_size(const struct cli_settings *settings, const char *key)
{
    const json_t *hashtags = json_object_get(settings->profile.values, "hashtags");
    return json_array_size(json_object_get(hashtags, key));
}

enum ncp_code cli_compose_options(const struct cli_settings *settings, struct cli_compose *out,
                                  struct ncp_error *err)
{
    size_t count =
        settings->tags.count + list_size(settings, "always") + list_size(settings, "banned");
    const char *blog = settings->blog ? settings->blog : profile_text(settings, "blog");
    struct ncp_str *at = out->lists = calloc(count + 1, sizeof *at);
    struct ncp_compose_options *o = &out->options;
    if (!at)
        return ncp_error_memory(err);
    *o = (struct ncp_compose_options){
        .network = settings->network,
        .hashtags = settings->hashtags_in,
        .max = settings->max,
        .blog = ncp_str_from(blog),
        .url = ncp_str_from(settings->url),
        .base_url = ncp_str_from(profile_text(settings, "url")),
        .link_line = ncp_str_from(profile_text(settings, "link_line")),
        .tags = at,
        .tag_count = settings->tags.count,
        .bank = settings->bank,
        .no_emoji = settings->no_emoji,
    };
    for (size_t i = 0; i < settings->tags.count; i++)
        *at++ = ncp_str_from(settings->tags.items[i]);
    o->always = at;
    o->always_count = take_list(settings, "always", &at);
    o->banned = at;
    o->banned_count = take_list(settings, "banned", &at);
    return NCP_OK;
}

void cli_compose_free(struct cli_compose *compose)
{
    free(compose->lists);
}
