/* SPDX-License-Identifier: MIT */
/* Rendering JSON templates. */
#include "template.h"

#include "base/nearest.h"
#include "filter.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 32

/* ---- the context -------------------------------------------------------------- */

static enum ncp_code no_field(struct ncp_str path, json_t *object, struct ncp_error *err)
{
    const char *key;
    json_t *value;
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    enum ncp_code code =
        ncp_error_set(err, NCP_E_CONFIG, "there is no field “%.*s”", (int)path.len, path.ptr);
    json_object_foreach(object, key, value)
    {
        ncpi_nearest_offer(&near, path, key);
    }
    if (near.name)
        ncp_error_hint(err, "did you mean “%s”?", near.name);
    return code;
}

/* The value at the dotted `path`, borrowed. A member missing below the first
 * level is null: what a target's own fields hold is the user's matter. */
static enum ncp_code look_up(json_t *context, struct ncp_str path, json_t **out,
                             struct ncp_error *err)
{
    json_t *at = context;
    size_t start = 0;
    for (size_t i = 0; i <= path.len; i++) {
        if (i < path.len && path.ptr[i] != '.')
            continue;
        struct ncp_str name = ncp_str_sub(path, start, i);
        json_t *next = json_object_getn(at, name.ptr, name.len);
        if (!next && start == 0)
            return no_field(name, context, err);
        at = next;
        start = i + 1;
    }
    *out = at;
    return NCP_OK;
}

/* ---- one placeholder ------------------------------------------------------------ */

static enum ncp_code apply_filter(struct ncp_str call, json_t **value, struct ncp_error *err)
{
    size_t colon = ncp_str_find(call, NCP_STR(":"), 0);
    struct ncp_str name = ncp_str_sub(call, 0, colon);
    struct ncp_str argument = ncp_str_sub(call, colon == SIZE_MAX ? call.len : colon + 1, call.len);
    const struct ncpi_filter_row *row = ncpi_filters;
    while (row->name && !ncp_str_equal(ncp_str_from(row->name), name))
        row++;
    if (!row->name)
        return ncp_error_set(err, NCP_E_CONFIG, "there is no filter “%.*s”", (int)name.len,
                             name.ptr);
    json_t *result = row->apply(*value, argument);
    if (!result)
        return ncp_error_memory(err);
    json_decref(*value);
    *value = result;
    return NCP_OK;
}

/* The value of what stands between the braces; a new reference. */
static enum ncp_code evaluate(struct ncp_str inner, json_t *context, json_t **out,
                              struct ncp_error *err)
{
    size_t bar = ncp_str_find(inner, NCP_STR("|"), 0);
    json_t *value = NULL;
    enum ncp_code code = look_up(context, ncp_str_sub(inner, 0, bar), &value, err);
    if (code != NCP_OK)
        return code;
    value = value ? json_incref(value) : json_null();
    while (code == NCP_OK && bar < inner.len) {
        size_t next = ncp_str_find(inner, NCP_STR("|"), bar + 1);
        code = apply_filter(ncp_str_sub(inner, bar + 1, next), &value, err);
        bar = next;
    }
    if (code == NCP_OK)
        *out = value;
    else
        json_decref(value);
    return code;
}

/* ---- strings --------------------------------------------------------------------- */

static enum ncp_code append(struct ncp_str inner, json_t *context, struct ncp_buf *out,
                            struct ncp_error *err)
{
    json_t *value = NULL;
    enum ncp_code code = evaluate(inner, context, &value, err);
    if (code == NCP_OK)
        ncpi_add_text(out, value, NCP_STR(" "));
    json_decref(value);
    return code;
}

static enum ncp_code render_mixed(struct ncp_str text, json_t *context, json_t **out,
                                  struct ncp_error *err)
{
    struct ncp_buf result = NCP_BUF_INIT;
    enum ncp_code code = NCP_OK;
    for (size_t at = 0; code == NCP_OK && at < text.len; at++) {
        char c = text.ptr[at];
        bool doubled = at + 1 < text.len && text.ptr[at + 1] == c;
        if ((c != '{' && c != '}') || doubled) {
            ncp_buf_add_char(&result, c);
            at += (c == '{' || c == '}') ? 1 : 0;
            continue;
        }
        size_t close = ncp_str_find(text, NCP_STR("}"), at);
        if (c == '}' || close == SIZE_MAX)
            code = ncp_error_set(err, NCP_E_CONFIG, "a brace without its other half in “%.*s”",
                                 (int)text.len, text.ptr);
        else
            code = append(ncp_str_sub(text, at + 1, close), context, &result, err);
        at = close;
    }
    if (code == NCP_OK && result.failed)
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        *out = json_stringn(result.ptr ? result.ptr : "", result.len);
    ncp_buf_free(&result);
    return code;
}

static enum ncp_code render_string(const json_t *template, json_t *context, json_t **out,
                                   struct ncp_error *err)
{
    struct ncp_str text = {json_string_value(template), json_string_length(template)};
    bool alone = text.len > 2 && text.ptr[0] == '{' && text.ptr[1] != '{' &&
                 ncp_str_find(text, NCP_STR("}"), 0) == text.len - 1;
    if (alone)
        return evaluate(ncp_str_sub(text, 1, text.len - 1), context, out, err);
    return render_mixed(text, context, out, err);
}

/* ---- values ---------------------------------------------------------------------- */

static enum ncp_code render(const json_t *template, json_t *context, int depth, json_t **out,
                            struct ncp_error *err);

static bool is_empty(const json_t *value)
{
    return json_is_null(value) || (json_is_string(value) && json_string_length(value) == 0) ||
           (json_is_array(value) && json_array_size(value) == 0) ||
           (json_is_object(value) && json_object_size(value) == 0);
}

static enum ncp_code render_each(const json_t *template, json_t *context, int depth, json_t **out,
                                 struct ncp_error *err)
{
    json_t *list = NULL;
    const char *path = json_string_value(json_object_get(template, "$each"));
    enum ncp_code code = look_up(context, ncp_str_from(path), &list, err);
    json_t *inner = json_copy(context);
    json_t *result = json_array();
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item)
    {
        json_t *value = NULL;
        if (code == NCP_OK && json_object_set(inner, "item", item) != 0)
            code = ncp_error_memory(err);
        if (code == NCP_OK)
            code = render(json_object_get(template, "$item"), inner, depth + 1, &value, err);
        if (code == NCP_OK && json_array_append_new(result, value) != 0)
            code = ncp_error_memory(err);
    }
    json_decref(inner);
    if (code == NCP_OK)
        *out = result;
    else
        json_decref(result);
    return code;
}

static enum ncp_code render_member(const char *key, const json_t *template, json_t *context,
                                   int depth, json_t *object, struct ncp_error *err)
{
    size_t len = strlen(key);
    bool optional = len > 1 && key[len - 1] == '?';
    json_t *value = NULL;
    enum ncp_code code = render(template, context, depth, &value, err);
    if (code != NCP_OK)
        return code;
    if (optional && is_empty(value)) {
        json_decref(value);
        return NCP_OK;
    }
    if (json_object_setn_new(object, key, optional ? len - 1 : len, value) != 0)
        return ncp_error_memory(err);
    return NCP_OK;
}

static enum ncp_code render_object(const json_t *template, json_t *context, int depth, json_t **out,
                                   struct ncp_error *err)
{
    if (json_is_string(json_object_get(template, "$each")))
        return render_each(template, context, depth, out, err);
    json_t *object = json_object();
    enum ncp_code code = NCP_OK;
    void *at = json_object_iter((json_t *)(uintptr_t) template);
    for (; code == NCP_OK && at; at = json_object_iter_next((json_t *)(uintptr_t) template, at))
        code = render_member(json_object_iter_key(at), json_object_iter_value(at), context,
                             depth + 1, object, err);
    if (code == NCP_OK)
        *out = object;
    else
        json_decref(object);
    return code;
}

static enum ncp_code render_array(const json_t *template, json_t *context, int depth, json_t **out,
                                  struct ncp_error *err)
{
    json_t *array = json_array();
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < json_array_size(template); i++) {
        json_t *value = NULL;
        code = render(json_array_get(template, i), context, depth + 1, &value, err);
        if (code == NCP_OK && json_array_append_new(array, value) != 0)
            code = ncp_error_memory(err);
    }
    if (code == NCP_OK)
        *out = array;
    else
        json_decref(array);
    return code;
}

static enum ncp_code render(const json_t *template, json_t *context, int depth, json_t **out,
                            struct ncp_error *err)
{
    if (depth > DEPTH_MAX)
        return ncp_error_set(err, NCP_E_CONFIG, "the template is nested too deeply");
    if (json_is_object(template))
        return render_object(template, context, depth, out, err);
    if (json_is_array(template))
        return render_array(template, context, depth, out, err);
    if (json_is_string(template))
        return render_string(template, context, out, err);
    *out = json_deep_copy(template);
    return *out ? NCP_OK : ncp_error_memory(err);
}

enum ncp_code ncpi_template_render(const json_t *template, json_t *context, json_t **out,
                                   struct ncp_error *err)
{
    return render(template, context, 0, out, err);
}
