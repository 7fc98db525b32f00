/* SPDX-License-Identifier: MIT */
/* Loading payload formats, and making bodies with them. */
#include "format.h"

#include "base/embedded.h"
#include "base/nearest.h"
#include "filter.h"
#include "template.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- what may stand in a format -------------------------------------------------- */

struct key {
    const char *name;
    json_type type;
};

/* JSON_TRUE stands for both booleans. */
static const struct key keys[] = {
    {"about", JSON_STRING},         {"verified", JSON_TRUE},  {"source", JSON_STRING},
    {"read", JSON_STRING},          {"network", JSON_STRING}, {"base", JSON_TRUE},
    {"path", JSON_STRING},          {"query", JSON_STRING},   {"idempotent", JSON_STRING},
    {"remote_schedule", JSON_TRUE}, {"draft", JSON_TRUE},     {"headers", JSON_OBJECT},
    {"session", JSON_OBJECT},       {"needs", JSON_ARRAY},    {"body", JSON_OBJECT},
    {"retry_after", JSON_STRING},   {"answers", JSON_ARRAY},  {NULL, JSON_NULL},
};

static const struct key session_keys[] = {
    {"path", JSON_STRING},  {"user", JSON_STRING}, {"password", JSON_STRING},
    {"token", JSON_STRING}, {NULL, JSON_NULL},
};

/* JSON_NULL: any value. */
static const struct key answer_keys[] = {
    {"status", JSON_STRING}, {"text", JSON_STRING}, {"contains", JSON_STRING},
    {"path", JSON_STRING},   {"equals", JSON_NULL}, {"present", JSON_TRUE},
    {"means", JSON_STRING},  {"say", JSON_STRING},  {NULL, JSON_NULL},
};

static bool type_fits(const json_t *value, json_type type)
{
    if (type == JSON_NULL)
        return true;
    return type == JSON_TRUE ? json_is_boolean(value) : json_typeof(value) == type;
}

static enum ncp_code check_member(const char *name, const json_t *value, const struct key *row,
                                  struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (; row->name; row++) {
        if (strcmp(row->name, name) == 0)
            return type_fits(value, row->type)
                       ? NCP_OK
                       : ncp_error_set(err, NCP_E_CONFIG, "“%s” has a value of the wrong kind",
                                       name);
        ncpi_nearest_offer(&near, ncp_str_from(name), row->name);
    }
    ncp_error_set(err, NCP_E_CONFIG, "unknown key “%s”", name);
    if (near.name)
        ncp_error_hint(err, "did you mean “%s”?", near.name);
    return NCP_E_CONFIG;
}

static enum ncp_code check_object(json_t *object, const struct key *rows, struct ncp_error *err)
{
    const char *name;
    json_t *value;
    enum ncp_code code = NCP_OK;
    json_object_foreach(object, name, value)
    {
        code = check_member(name, value, rows, err);
        if (code != NCP_OK)
            break;
    }
    return code;
}

static bool known_meaning(const char *means)
{
    for (int i = NCPI_DELIVERED; means && i <= NCPI_UNKNOWN; i++)
        if (strcmp(ncpi_outcome_name((enum ncpi_outcome)i), means) == 0)
            return true;
    return false;
}

static enum ncp_code check_answer(json_t *rule, struct ncp_error *err)
{
    if (!json_is_object(rule))
        return ncp_error_set(err, NCP_E_CONFIG, "“answers” is a list of objects");
    enum ncp_code code = check_object(rule, answer_keys, err);
    if (code == NCP_OK && !known_meaning(json_string_value(json_object_get(rule, "means"))))
        code = ncp_error_set(err, NCP_E_CONFIG,
                             "“means” is one of delivered, refused, not_sent, unknown");
    return code;
}

static enum ncp_code check_document(json_t *doc, struct ncp_error *err)
{
    if (!json_is_object(doc) || !json_is_object(json_object_get(doc, "body")))
        return ncp_error_set(err, NCP_E_CONFIG, "a format is an object with a “body”");
    enum ncp_code code = check_object(doc, keys, err);
    if (code == NCP_OK)
        code = check_object(json_object_get(doc, "session"), session_keys, err);
    json_t *answers = json_object_get(doc, "answers");
    for (size_t i = 0; code == NCP_OK && i < json_array_size(answers); i++)
        code = check_answer(json_array_get(answers, i), err);
    return code;
}

/* ---- finding it -------------------------------------------------------------------- */

static json_t *find_embedded(const char *name)
{
    for (const struct ncpi_embedded *f = ncpi_payload_formats; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return json_loadb((const char *)f->bytes, f->len, JSON_REJECT_DUPLICATES, NULL);
    return NULL;
}

static enum ncp_code no_format(const char *name, struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (const struct ncpi_embedded *f = ncpi_payload_formats; f->name; f++)
        ncpi_nearest_offer(&near, ncp_str_from(name), f->name);
    ncp_error_set(err, NCP_E_CONFIG, "there is no payload format “%s”", name);
    if (near.name)
        ncp_error_hint(err, "did you mean “%s”?", near.name);
    return NCP_E_CONFIG;
}

static bool is_file_name(const char *name)
{
    return strchr(name, '/') || ncp_str_ends(ncp_str_from(name), NCP_STR(".json"));
}

static void build_path(const char *name, const char *dir, struct ncp_buf *path)
{
    if (name[0] == '/')
        ncp_buf_add_cstr(path, name);
    else if (is_file_name(name))
        ncp_buf_add_format(path, "%s/%s", dir ? dir : ".", name);
    else
        ncp_buf_add_format(path, "%s/formats/%s.json", dir ? dir : ".", name);
}

static enum ncp_code load_file(const char *name, const char *dir, json_t **doc,
                               struct ncp_error *err)
{
    json_error_t fault;
    struct ncp_buf path = NCP_BUF_INIT;
    build_path(name, dir, &path);
    if (path.failed)
        return ncp_error_memory(err);
    enum ncp_code code = NCP_OK;
    *doc = json_load_file(path.ptr, JSON_REJECT_DUPLICATES, &fault);
    if (!*doc && fault.line <= 0)
        code = is_file_name(name) ? ncp_error_set(err, NCP_E_CONFIG, "%s: cannot be read", path.ptr)
                                  : no_format(name, err);
    else if (!*doc)
        code = ncp_error_set(err, NCP_E_CONFIG, "%s:%d:%d: %s", path.ptr, fault.line, fault.column,
                             fault.text);
    ncp_buf_free(&path);
    return code;
}

enum ncp_code ncpi_format_load(const char *name, const char *dir, struct ncpi_format *out,
                               struct ncp_error *err)
{
    json_t *doc = is_file_name(name) ? NULL : find_embedded(name);
    enum ncp_code code = doc ? NCP_OK : load_file(name, dir, &doc, err);
    if (code == NCP_OK)
        code = check_document(doc, err);
    char *copy = code == NCP_OK ? strdup(name) : NULL;
    if (code == NCP_OK && !copy)
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        *out = (struct ncpi_format){copy, doc};
    else
        json_decref(doc);
    return code;
}

void ncpi_format_free(struct ncpi_format *format)
{
    free(format->name);
    json_decref(format->doc);
    *format = (struct ncpi_format){NULL, NULL};
}

const char *ncpi_format_text(const struct ncpi_format *format, const char *key)
{
    return json_string_value(json_object_get(format->doc, key));
}

bool ncpi_format_flag(const struct ncpi_format *format, const char *key)
{
    return json_is_true(json_object_get(format->doc, key));
}

/* ---- the body ------------------------------------------------------------------------ */

enum ncp_code ncpi_format_needs(const struct ncpi_format *format, const json_t *fields,
                                struct ncp_error *err)
{
    json_t *needs = json_object_get(format->doc, "needs");
    for (size_t i = 0; i < json_array_size(needs); i++) {
        const char *name = json_string_value(json_array_get(needs, i));
        if (name && !json_object_get(fields, name))
            return ncp_error_set(err, NCP_E_CONFIG,
                                 "the format %s needs “%s” among the target's fields", format->name,
                                 name);
    }
    return NCP_OK;
}

enum ncp_code ncpi_format_body(const struct ncpi_format *format, json_t *context, char **out,
                               struct ncp_error *err)
{
    json_t *body = NULL;
    enum ncp_code code =
        ncpi_template_render(json_object_get(format->doc, "body"), context, &body, err);
    if (code != NCP_OK)
        return code;
    *out = json_dumps(body, JSON_COMPACT);
    json_decref(body);
    return *out ? NCP_OK : ncp_error_memory(err);
}
