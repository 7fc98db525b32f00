/* SPDX-License-Identifier: MIT */
/* Filters: escapes that a receiver's own markup needs, and small changes of shape. */
#include "filter.h"

#include <stdlib.h>
#include <string.h>

void ncpi_add_text(struct ncp_buf *out, const json_t *value, struct ncp_str separator)
{
    if (json_is_null(value) || !value)
        return;
    if (json_is_string(value)) {
        ncp_buf_add(out, (struct ncp_str){json_string_value(value), json_string_length(value)});
        return;
    }
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++) {
            if (i > 0)
                ncp_buf_add(out, separator);
            ncpi_add_text(out, json_array_get(value, i), separator);
        }
        return;
    }
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
    ncp_buf_add_cstr(out, text);
    free(text);
}

static json_t *finish(struct ncp_buf *out)
{
    json_t *value = out->failed ? NULL : json_stringn(out->ptr ? out->ptr : "", out->len);
    ncp_buf_free(out);
    return value;
}

/* ---- escapes ------------------------------------------------------------------ */

/* Each byte of `from` in the text is replaced by the string at its place in
 * `to`, or gets `prefix` before it where `to` is NULL. Null stays null. */
static json_t *escape(json_t *value, const char *from, const char *const *to, char prefix)
{
    if (json_is_null(value))
        return json_incref(value);
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncp_buf out = NCP_BUF_INIT;
    ncpi_add_text(&text, value, NCP_STR(" "));
    for (size_t i = 0; i < text.len; i++) {
        const char *found = text.ptr[i] ? strchr(from, text.ptr[i]) : NULL;
        if (found && to)
            ncp_buf_add_cstr(&out, to[found - from]);
        else if (found)
            ncp_buf_add_char(&out, prefix);
        if (!found || !to)
            ncp_buf_add_char(&out, text.ptr[i]);
    }
    out.failed = out.failed || text.failed;
    ncp_buf_free(&text);
    return finish(&out);
}

/* Slack's three (docs.slack.dev/messaging/formatting-message-text, read 2026-11). */
static json_t *slack(json_t *value, struct ncp_str argument)
{
    (void)argument;
    static const char *const to[] = {"&amp;", "&lt;", "&gt;"};
    return escape(value, "&<>", to, 0);
}

static json_t *html(json_t *value, struct ncp_str argument)
{
    (void)argument;
    static const char *const to[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    return escape(value, "&<>\"'", to, 0);
}

/* A `#` that begins a hashtag stays as it is in LinkedIn's little format. */
static bool begins_hashtag(struct ncp_str text, size_t at)
{
    bool before = at == 0 || strchr(" \t\n\r([", text.ptr[at - 1]) != NULL;
    bool after = at + 1 < text.len && strchr(" \t\n\r#", text.ptr[at + 1]) == NULL;
    return before && after;
}

/* Reserved characters of little text (learn.microsoft.com, Little Text Format,
 * read 2026-11). */
static json_t *linkedin(json_t *value, struct ncp_str argument)
{
    (void)argument;
    if (json_is_null(value))
        return json_incref(value);
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncp_buf out = NCP_BUF_INIT;
    ncpi_add_text(&text, value, NCP_STR(" "));
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool reserved = c != '\0' && strchr("\\|{}@[]()<>#*_~", c) != NULL;
        if (reserved && !(c == '#' && begins_hashtag(ncp_buf_str(&text), i)))
            ncp_buf_add_char(&out, '\\');
        ncp_buf_add_char(&out, c);
    }
    out.failed = out.failed || text.failed;
    ncp_buf_free(&text);
    return finish(&out);
}

/* Markdown as Adaptive Cards read it. */
static json_t *markdown(json_t *value, struct ncp_str argument)
{
    (void)argument;
    return escape(value, "\\`*_[]<>#~|", NULL, '\\');
}

/* ---- shapes -------------------------------------------------------------------- */

static json_t *join(json_t *value, struct ncp_str argument)
{
    struct ncp_buf out = NCP_BUF_INIT;
    ncpi_add_text(&out, value, argument);
    return finish(&out);
}

static json_t *string_or_self(json_t *value, json_t *(*change)(struct ncp_str))
{
    if (!json_is_string(value))
        return json_incref(value);
    return change((struct ncp_str){json_string_value(value), json_string_length(value)});
}

static json_t *without_mark(struct ncp_str tag)
{
    if (ncp_str_starts(tag, NCP_STR("#")))
        tag = ncp_str_sub(tag, 1, tag.len);
    return json_stringn(tag.ptr, tag.len);
}

/* Hashtags without their `#`, one or a list. */
static json_t *bare(json_t *value, struct ncp_str argument)
{
    (void)argument;
    if (!json_is_array(value))
        return string_or_self(value, without_mark);
    json_t *list = json_array();
    for (size_t i = 0; list && i < json_array_size(value); i++)
        if (json_array_append_new(list, string_or_self(json_array_get(value, i), without_mark))) {
            json_decref(list);
            list = NULL;
        }
    return list;
}

/* A list of what there is: null, "" and "und" give none. */
static json_t *list(json_t *value, struct ncp_str argument)
{
    (void)argument;
    const char *text = json_string_value(value);
    if (json_is_null(value) || (text && (*text == '\0' || strcmp(text, "und") == 0)))
        return json_array();
    return json_is_array(value) ? json_incref(value) : json_pack("[O]", value);
}

static json_t *known(json_t *value, struct ncp_str argument)
{
    (void)argument;
    const char *text = json_string_value(value);
    return text && strcmp(text, "und") == 0 ? json_null() : json_incref(value);
}

static json_t *or_else(json_t *value, struct ncp_str argument)
{
    bool empty = json_is_null(value) || (json_is_string(value) && json_string_length(value) == 0);
    return empty ? json_stringn(argument.ptr, argument.len) : json_incref(value);
}

/* One text for true, another for anything else: {draft|choose:draft,now}. */
static json_t *choose(json_t *value, struct ncp_str argument)
{
    size_t comma = ncp_str_find(argument, NCP_STR(","), 0);
    struct ncp_str yes = ncp_str_sub(argument, 0, comma);
    struct ncp_str no =
        ncp_str_sub(argument, comma == SIZE_MAX ? argument.len : comma + 1, argument.len);
    bool set = !json_is_null(value) && !json_is_false(value);
    return set ? json_stringn(yes.ptr, yes.len) : json_stringn(no.ptr, no.len);
}

static json_t *facets(json_t *value, struct ncp_str argument)
{
    (void)argument;
    const char *text = json_string_value(value);
    return ncpi_facets((struct ncp_str){text, json_string_length(value)});
}

const struct ncpi_filter_row ncpi_filters[] = {
    {"bare", bare},         {"choose", choose}, {"facets", facets},     {"html", html},
    {"join", join},         {"known", known},   {"linkedin", linkedin}, {"list", list},
    {"markdown", markdown}, {"or", or_else},    {"slack", slack},       {NULL, NULL},
};
