/* SPDX-License-Identifier: MIT */
/* Past posts in each form they may have: articles, captions, results. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

struct lesson {
    const struct cli_settings *settings;
    const char *file;
    struct ncp_bank *bank;
    enum ncp_code failed; /* of the first post in the file that taught nothing */
};

static void note_nothing(const struct lesson *l, size_t line)
{
    json_t *warnings = json_array();
    ncp_warn(warnings, "no-hashtags", line, "no hashtags in it: nothing learnt");
    cli_warnings(cli_shown_name(l->file), warnings);
    json_decref(warnings);
}

/* ---- texts --------------------------------------------------------------------------------------
 */

static enum ncp_code learn_article(const struct lesson *l, struct ncp_str text,
                                   const struct ncp_article_options *options,
                                   const struct ncp_str *tags, size_t tag_count, bool *learnt,
                                   struct ncp_error *err)
{
    struct ncp_article *article = NULL;
    enum ncp_code code = ncp_article_read(text, options, &article, err);
    if (code == NCP_OK)
        code = ncp_bank_learn(l->bank, article, tags, tag_count, learnt, err);
    ncp_article_free(article);
    return code;
}

/* The hashtags in `text` and those of the array `more`, with their `#`. */
static struct ncp_str *all_tags(struct ncp_str text, const struct ncp_spans *places,
                                const json_t *more, size_t *count)
{
    struct ncp_str *tags = calloc(places->count + json_array_size(more) + 1, sizeof *tags);
    size_t i;
    json_t *tag;
    *count = 0;
    for (i = 0; tags && i < places->count; i++)
        tags[(*count)++] = ncp_str_sub(text, places->items[i].start, places->items[i].end);
    for (i = 0; tags && i < json_array_size(more); i++) {
        tag = json_array_get(more, i);
        if (json_is_string(tag))
            tags[(*count)++] = (struct ncp_str){json_string_value(tag), json_string_length(tag)};
    }
    return tags;
}

/* A finished caption: its hashtags are tags and not words. Without any it is
 * an article like others. */
static enum ncp_code learn_caption(const struct lesson *l, struct ncp_str text, const json_t *more,
                                   const struct ncp_article_options *options, bool *learnt,
                                   struct ncp_error *err)
{
    struct ncp_spans places = {NULL, 0, 0};
    struct ncp_buf rest = NCP_BUF_INIT;
    size_t count = 0;
    if (!ncp_utf8_valid(text, NULL))
        return learn_article(l, text, options, NULL, 0, learnt, err);
    bool apart = ncp_hashtags_apart(text, &places, &rest);
    struct ncp_str *tags = apart ? all_tags(text, &places, more, &count) : NULL;
    enum ncp_code code =
        tags ? learn_article(l, ncp_buf_str(&rest), options, tags, count, learnt, err)
             : ncp_error_memory(err);
    free(tags);
    ncp_spans_free(&places);
    ncp_buf_free(&rest);
    return code;
}

/* ---- JSON
 * ----------------------------------------------------------------------------------------- */

static struct ncp_str string_of(const json_t *object, const char *key)
{
    const json_t *s = json_object_get(object, key);
    return (struct ncp_str){json_string_value(s), json_string_length(s)};
}

/* Metadata of an article in a line of NDJSON, or of a result, with its title. */
static json_t *metadata(json_t *object)
{
    json_t *meta = json_object_get(object, "meta"), *title = json_object_get(object, "title");
    json_t *all = json_is_object(meta) ? json_copy(meta) : json_object();
    bool done = all != NULL;
    if (done && json_is_string(title))
        done = json_object_set(all, "title", title) == 0;
    if (done)
        return all;
    json_decref(all);
    return NULL;
}

static bool is_post(const json_t *value)
{
    return json_is_string(json_object_get(value, "caption")) ||
           json_is_string(json_object_get(value, "markdown")) ||
           json_is_string(json_object_get(value, "text")) || json_object_get(value, "error");
}

static enum ncp_code learn_object(const struct lesson *l, json_t *object, size_t line,
                                  struct ncp_error *err)
{
    struct ncp_article_options options = cli_read_options(l->settings);
    struct ncp_str caption = string_of(object, "caption"), markdown = string_of(object, "markdown");
    bool learnt = false;
    if (json_object_get(object, "error"))
        return NCP_OK; /* a result that says why there is none */
    json_t *meta = metadata(object);
    if (!meta)
        return ncp_error_memory(err);
    options.meta = meta;
    options.markup = markdown.ptr && !caption.ptr ? NCP_MARKUP_MARKDOWN : NCP_MARKUP_TEXT;
    if (!options.lang && caption.ptr)
        options.lang = string_of(object, "lang").ptr;
    struct ncp_str text = markdown.ptr ? markdown : string_of(object, "text");
    enum ncp_code code =
        caption.ptr
            ? learn_caption(l, caption, json_object_get(object, "hashtags"), &options, &learnt, err)
            : learn_article(l, text, &options, NULL, 0, &learnt, err);
    if (code == NCP_OK && !learnt)
        note_nothing(l, line);
    if (code != NCP_OK)
        ncp_error_at(err, line, 0);
    json_decref(meta);
    return code;
}

/* A post that cannot be read does not keep the next ones from teaching. */
static enum ncp_code learn_or_report(struct lesson *l, json_t *object, size_t line,
                                     struct ncp_error *err)
{
    enum ncp_code code = learn_object(l, object, line, err);
    if (code == NCP_OK || code == NCP_E_MEMORY)
        return code;
    cli_error(cli_shown_name(l->file), err);
    ncp_error_free(err);
    l->failed = l->failed == NCP_OK ? code : l->failed;
    return NCP_OK;
}

static enum ncp_code learn_value(struct lesson *l, json_t *value, size_t line,
                                 struct ncp_error *err)
{
    size_t i;
    json_t *item;
    enum ncp_code code = NCP_OK;
    if (!json_is_array(value))
        return learn_or_report(l, value, line, err);
    json_array_foreach(value, i, item)
    {
        code = learn_or_report(l, item, line, err);
        if (code != NCP_OK)
            break;
    }
    return code;
}

/* Moves `*at` over white space, counting lines. */
static void skip_space(struct ncp_str text, size_t *at, size_t *line)
{
    while (*at < text.len && strchr(" \t\r\n", text.ptr[*at]) && text.ptr[*at]) {
        *line += text.ptr[*at] == '\n';
        ++*at;
    }
}

static enum ncp_code learn_values(struct lesson *l, struct ncp_str text, struct ncp_error *err)
{
    size_t at = 0, line = 1;
    enum ncp_code code = NCP_OK;
    for (skip_space(text, &at, &line); code == NCP_OK && at < text.len;
         skip_space(text, &at, &line)) {
        json_error_t why;
        json_t *value =
            json_loadb(text.ptr + at, text.len - at, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &why);
        if (!value) {
            code = ncp_error_set(err, NCP_E_DATA, "%s", why.text);
            ncp_error_at(err, line + (size_t)why.line - 1, 0);
            break;
        }
        code = learn_value(l, value, line, err);
        json_decref(value);
        for (size_t end = at + (size_t)why.position; at < end; at++)
            line += text.ptr[at] == '\n';
    }
    return code == NCP_OK ? l->failed : code;
}

/* JSON that holds posts, not an article that starts with a bracket or with front
 * matter in JSON. */
static bool holds_posts(const struct lesson *l, struct ncp_str text)
{
    json_error_t why;
    if (l->settings->input == INPUT_NDJSON)
        return true;
    text = ncp_str_trim(text);
    if (text.len == 0 || (text.ptr[0] != '{' && text.ptr[0] != '['))
        return false;
    json_t *first = json_loadb(text.ptr, text.len, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &why);
    bool posts = is_post(first) || is_post(json_array_get(first, 0));
    json_decref(first);
    return posts;
}

/* ---- files
 * ----------------------------------------------------------------------------------------- */

static bool is_caption(const struct lesson *l)
{
    return l->settings->from == NCP_MARKUP_TEXT || strcmp(l->file, "-") == 0 ||
           ncp_str_ends(ncp_str_from(l->file), NCP_STR(".txt"));
}

static enum ncp_code learn_text(const struct lesson *l, struct ncp_str text, struct ncp_error *err)
{
    struct ncp_article_options options = cli_read_options(l->settings);
    bool learnt = false;
    enum ncp_code code = is_caption(l) ? learn_caption(l, text, NULL, &options, &learnt, err)
                                       : learn_article(l, text, &options, NULL, 0, &learnt, err);
    if (code == NCP_OK && !learnt)
        note_nothing(l, 0);
    return code;
}

enum ncp_code cli_learn_file(const struct cli_settings *settings, const char *file,
                             struct ncp_bank *bank, struct ncp_error *err)
{
    struct lesson l = {.settings = settings, .file = file, .bank = bank};
    struct ncp_buf input = NCP_BUF_INIT;
    enum ncp_code code = cli_read(file, cli_input_limit(settings), &input, err);
    if (code == NCP_OK)
        code = holds_posts(&l, ncp_buf_str(&input)) ? learn_values(&l, ncp_buf_str(&input), err)
                                                    : learn_text(&l, ncp_buf_str(&input), err);
    ncp_buf_free(&input);
    return code;
}
