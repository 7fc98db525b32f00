/* SPDX-License-Identifier: MIT */
/* YAML as jansson values, by libyaml's events. */
#include "yaml_tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define SIZE_LIMIT  ((size_t)1 << 20)
#define DEPTH_LIMIT 64

struct reading {
    yaml_parser_t parser;
    yaml_event_t event;
    bool has_event;
    struct ncp_error *err;
};

/* A value and the marks inside it. */
struct node {
    json_t *value, *marks;
};

static void drop(struct node *node)
{
    json_decref(node->value);
    json_decref(node->marks);
}

/* ---- events ----------------------------------------------------------------------------- */

static enum ncp_code fail_at(struct reading *r, yaml_mark_t mark, const char *message)
{
    ncp_error_set(r->err, NCP_E_CONFIG, "%s", message);
    ncp_error_at(r->err, mark.line + 1, mark.column + 1);
    return NCP_E_CONFIG;
}

static enum ncp_code fail(struct reading *r, const char *message)
{
    return fail_at(r, r->event.start_mark, message);
}

static enum ncp_code advance(struct reading *r)
{
    if (r->has_event)
        yaml_event_delete(&r->event);
    r->has_event = yaml_parser_parse(&r->parser, &r->event) != 0;
    if (r->has_event)
        return NCP_OK;
    if (r->parser.error == YAML_MEMORY_ERROR)
        return ncp_error_memory(r->err);
    return fail_at(r, r->parser.problem_mark,
                   r->parser.problem ? r->parser.problem : "this is no YAML");
}

/* ---- scalars ------------------------------------------------------------------------------ */

static json_t *plain_number(const char *text)
{
    char *end;
    if (strspn(text, "0123456789+-.eE") != strlen(text) || !strpbrk(text, "0123456789"))
        return NULL;
    errno = 0;
    long long whole = strtoll(text, &end, 10);
    if (*end == '\0' && errno == 0)
        return json_integer(whole);
    double real = strtod(text, &end);
    return *end == '\0' && errno == 0 ? json_real(real) : NULL;
}

static json_t *plain_value(const char *text)
{
    static const struct {
        const char *word;
        json_type type;
    } words[] = {
        {"true", JSON_TRUE}, {"yes", JSON_TRUE}, {"false", JSON_FALSE}, {"no", JSON_FALSE},
        {"null", JSON_NULL}, {"~", JSON_NULL},   {"", JSON_NULL},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, text) == 0)
            return words[i].type == JSON_NULL ? json_null()
                                              : json_boolean(words[i].type == JSON_TRUE);
    return plain_number(text);
}

static enum ncp_code read_scalar(struct reading *r, struct node *out)
{
    const char *text = (const char *)r->event.data.scalar.value;
    size_t len = r->event.data.scalar.length;
    if (r->event.data.scalar.tag)
        return fail(r, "tags are not used here");
    if (r->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        out->value = plain_value(text);
    if (!out->value)
        out->value = json_stringn(text, len);
    return out->value ? NCP_OK : ncp_error_memory(r->err);
}

/* ---- lists and maps ------------------------------------------------------------------------ */

static enum ncp_code read_node(struct reading *r, int depth, struct node *out);

static enum ncp_code read_list(struct reading *r, int depth, struct node *out)
{
    out->value = json_array();
    enum ncp_code code = advance(r);
    while (code == NCP_OK && r->event.type != YAML_SEQUENCE_END_EVENT) {
        struct node item = {NULL, NULL};
        code = read_node(r, depth + 1, &item);
        if (code == NCP_OK && json_array_append(out->value, item.value) != 0)
            code = ncp_error_memory(r->err);
        drop(&item);
        if (code == NCP_OK)
            code = advance(r);
    }
    return code;
}

static enum ncp_code read_member(struct reading *r, int depth, struct node *map)
{
    struct node item = {NULL, NULL};
    yaml_mark_t mark = r->event.start_mark;
    if (r->event.type != YAML_SCALAR_EVENT)
        return fail(r, "a key is a word");
    char *key = strdup((const char *)r->event.data.scalar.value);
    if (!key)
        return ncp_error_memory(r->err);
    enum ncp_code code = NCP_OK;
    if (json_object_get(map->value, key))
        code = fail(r, "this key stands here twice");
    if (code == NCP_OK)
        code = advance(r);
    if (code == NCP_OK)
        code = read_node(r, depth + 1, &item);
    if (code == NCP_OK) {
        json_t *place = json_pack("{s:I, s:I, s:O?}", "line", (json_int_t)mark.line + 1, "column",
                                  (json_int_t)mark.column + 1, "in", item.marks);
        if (json_object_set(map->value, key, item.value) != 0 ||
            json_object_set_new(map->marks, key, place) != 0)
            code = ncp_error_memory(r->err);
    }
    free(key);
    drop(&item);
    return code;
}

static enum ncp_code read_map(struct reading *r, int depth, struct node *out)
{
    out->value = json_object();
    out->marks = json_object();
    enum ncp_code code = advance(r);
    while (code == NCP_OK && r->event.type != YAML_MAPPING_END_EVENT) {
        code = read_member(r, depth, out);
        if (code == NCP_OK)
            code = advance(r);
    }
    return code;
}

static enum ncp_code read_node(struct reading *r, int depth, struct node *out)
{
    if (depth > DEPTH_LIMIT)
        return fail(r, "nested too deeply");
    switch (r->event.type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(r, out);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(r, depth, out);
    case YAML_MAPPING_START_EVENT:
        return read_map(r, depth, out);
    case YAML_ALIAS_EVENT:
        return fail(r, "aliases are not used here");
    default:
        return fail(r, "a value is missing");
    }
}

/* ---- the document ---------------------------------------------------------------------------- */

static enum ncp_code read_document(struct reading *r, struct node *out)
{
    enum ncp_code code = advance(r);
    while (code == NCP_OK &&
           (r->event.type == YAML_STREAM_START_EVENT || r->event.type == YAML_DOCUMENT_START_EVENT))
        code = advance(r);
    if (code != NCP_OK)
        return code;
    if (r->event.type == YAML_STREAM_END_EVENT) {
        *out = (struct node){json_object(), json_object()};
        return NCP_OK;
    }
    if (r->event.type != YAML_MAPPING_START_EVENT)
        return fail(r, "the top of a profile is a map of keys");
    code = read_map(r, 1, out);
    for (int i = 0; code == NCP_OK && i < 2; i++)
        code = advance(r);
    if (code == NCP_OK && r->event.type != YAML_STREAM_END_EVENT)
        code = fail(r, "a profile is one document");
    return code;
}

enum ncp_code ncpi_yaml_tree(struct ncp_str text, json_t **values, json_t **marks,
                             struct ncp_error *err)
{
    struct reading r = {.has_event = false, .err = err};
    struct node top = {NULL, NULL};
    if (text.len > SIZE_LIMIT)
        return ncp_error_set(err, NCP_E_CONFIG, "longer than 1 MiB");
    if (!yaml_parser_initialize(&r.parser))
        return ncp_error_memory(err);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.ptr, text.len);
    enum ncp_code code = read_document(&r, &top);
    if (r.has_event)
        yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    if (code == NCP_OK) {
        *values = top.value;
        *marks = top.marks;
    } else
        drop(&top);
    return code;
}
