/* SPDX-License-Identifier: MIT */
/* Reading what is to be posted. */
#include "input.h"

#include "child.h"
#include "hash.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* ---- files ------------------------------------------------------------------------------ */

static enum ncp_code read_stream(FILE *file, const char *name, size_t max, struct ncp_buf *out,
                                 struct ncp_error *err)
{
    char block[65536];
    size_t n;
    while ((n = fread(block, 1, sizeof block, file)) > 0) {
        ncp_buf_add(out, (struct ncp_str){block, n});
        if (out->failed)
            return ncp_error_memory(err);
        if (out->len > max)
            return ncp_error_set(err, NCP_E_DATA, "%s: longer than %zu MiB", name, max >> 20);
    }
    return ferror(file) ? ncp_error_set(err, NCP_E_NOINPUT, "%s: %s", name, strerror(errno))
                        : NCP_OK;
}

static enum ncp_code read_file(const char *name, size_t max, struct ncp_buf *out,
                               struct ncp_error *err)
{
    struct stat st;
    if (strcmp(name, "-") == 0)
        return read_stream(stdin, "standard input", max, out, err);
    FILE *file = fopen(name, "rb");
    if (!file)
        return ncp_error_set(err, NCP_E_NOINPUT, "%s: %s", name, strerror(errno));
    enum ncp_code code = NCP_OK;
    if (fstat(fileno(file), &st) == 0 && S_ISDIR(st.st_mode))
        code = ncp_error_set(err, NCP_E_NOINPUT, "%s is a folder", name);
    else
        code = read_stream(file, name, max, out, err);
    fclose(file);
    return code;
}

/* ---- items -------------------------------------------------------------------------------- */

static enum ncp_code append(json_t *items, json_t *item, struct ncp_error *err)
{
    return json_array_append_new(items, item) == 0 ? NCP_OK : ncp_error_memory(err);
}

static enum ncp_code append_error(json_t *items, const char *source, enum ncp_code code,
                                  const char *message, struct ncp_error *err)
{
    return append(items,
                  json_pack("{s:s, s:s, s:i}", "source", source, "error",
                            message ? message : "out of memory", "code", (int)code),
                  err);
}

/* The failure in `fault` becomes an item; it is freed. */
static enum ncp_code append_fault(json_t *items, const char *source, struct ncp_error *fault,
                                  struct ncp_error *err)
{
    enum ncp_code code = append_error(items, source, fault->code, fault->message, err);
    ncp_error_free(fault);
    return code;
}

static enum ncp_code code_named(const char *name)
{
    for (int code = NCP_E_FOUND; name && code <= NCP_E_CONFIG; code++)
        if (strcmp(ncp_code_name((enum ncp_code)code), name) == 0)
            return (enum ncp_code)code;
    return NCP_E_DATA;
}

static enum ncp_code append_result(json_t *items, const char *name, json_t *result,
                                   struct ncp_error *err)
{
    const char *source = json_string_value(json_object_get(result, "source"));
    json_t *error = json_object_get(result, "error");
    source = source ? source : name;
    if (json_is_object(error))
        return append_error(items, source,
                            code_named(json_string_value(json_object_get(error, "code"))),
                            json_string_value(json_object_get(error, "message")), err);
    if (json_string_length(json_object_get(result, "caption")) == 0)
        return append_error(items, source, NCP_E_DATA, "a result without a caption", err);
    if (json_string_length(json_object_get(result, "id")) == 0)
        return append_error(items, source, NCP_E_DATA, "a result without an id", err);
    return append(items, json_pack("{s:s, s:O}", "source", source, "result", result), err);
}

/* ---- results -------------------------------------------------------------------------------- */

static bool is_result(json_t *value)
{
    if (json_is_array(value))
        return json_array_size(value) > 0 && is_result(json_array_get(value, 0));
    return json_is_object(value) &&
           (json_object_get(value, "caption") || json_is_object(json_object_get(value, "error")));
}

static enum ncp_code append_value(json_t *items, const char *name, json_t *value,
                                  struct ncp_error *err)
{
    if (!json_is_array(value))
        return append_result(items, name, value, err);
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < json_array_size(value); i++)
        code = append_result(items, name, json_array_get(value, i), err);
    return code;
}

static size_t skip_space(struct ncp_str text, size_t at)
{
    while (at < text.len && strchr(" \t\r\n", text.ptr[at]) && text.ptr[at])
        at++;
    return at;
}

/* Objects and arrays one after another. `*results` tells whether the first one
 * is a result: else the text is an article and nothing was appended. */
static enum ncp_code read_results(json_t *items, const char *name, struct ncp_str text,
                                  bool *results, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    *results = false;
    for (size_t at = skip_space(text, 0); code == NCP_OK && at < text.len;
         at = skip_space(text, at)) {
        json_error_t fault;
        json_t *value = json_loadb(text.ptr + at, text.len - at, JSON_DISABLE_EOF_CHECK, &fault);
        if (!value && *results)
            return append_error(items, name, NCP_E_DATA, "a line is no JSON", err);
        if (!value || (!*results && !is_result(value))) {
            json_decref(value);
            return NCP_OK;
        }
        *results = true;
        code = append_value(items, name, value, err);
        json_decref(value);
        at += (size_t)fault.position;
    }
    return code;
}

/* ---- articles ----------------------------------------------------------------------------------
 */

/* Messages of the composer went to standard error: its status says the rest. */
static enum ncp_code code_of_status(int status)
{
    for (int code = NCP_E_FOUND; code <= NCP_E_CONFIG; code++)
        if (ncp_code_exit_status((enum ncp_code)code) == status)
            return (enum ncp_code)code;
    return NCP_E_INTERNAL;
}

static enum ncp_code compose(const char *name, struct ncp_str text,
                             const struct ncpi_input_options *options, json_t *items,
                             struct ncp_error *err)
{
    const char *argv[8];
    size_t n = 0;
    struct ncp_buf out = NCP_BUF_INIT;
    int status = 0;
    bool results = false;
    argv[n++] = NULL; /* the program */
    argv[n++] = "caption";
    argv[n++] = "--format=ndjson";
    if (options->network) {
        argv[n++] = "--network";
        argv[n++] = options->network;
    }
    argv[n++] = "--";
    argv[n++] = name;
    argv[n] = NULL;
    enum ncp_code code = ncpi_child_run(options->self, argv, text, &out, &status, err);
    if (code == NCP_OK && out.len > 0)
        code = read_results(items, name, ncp_buf_str(&out), &results, err);
    if (code == NCP_OK && !results)
        code = append_error(items, name, code_of_status(status), "no caption could be made", err);
    ncp_buf_free(&out);
    return code;
}

enum ncp_code ncpi_input_read(const char *name, const struct ncpi_input_options *options,
                              json_t *items, struct ncp_error *err)
{
    struct ncp_error fault = NCP_ERROR_INIT;
    struct ncp_buf text = NCP_BUF_INIT;
    bool results = false;
    if (read_file(name, options->max, &text, &fault) != NCP_OK) {
        ncp_buf_free(&text);
        return append_fault(items, name, &fault, err);
    }
    enum ncp_code code = read_results(items, name, ncp_buf_str(&text), &results, err);
    if (code == NCP_OK && !results) {
        bool piped = strcmp(name, "-") == 0;
        code = compose(name, piped ? ncp_buf_str(&text) : (struct ncp_str){NULL, 0}, options, items,
                       err);
    }
    ncp_buf_free(&text);
    return code;
}

/* ---- finished captions
 * ---------------------------------------------------------------------------- */

/* The text stands in for the article in the id (design: the schema number, the
 * text, the network). */
static json_t *caption_result(const char *name, struct ncp_str text, const char *network)
{
    char id[33];
    struct ncp_buf copy = NCP_BUF_INIT;
    ncp_buf_add(&copy, text);
    if (copy.failed)
        return NULL;
    const char *const parts[] = {"1", copy.ptr ? copy.ptr : "", network ? network : ""};
    ncpi_hash_id(parts, 3, id);
    ncp_buf_free(&copy);
    return json_pack("{s:i, s:s, s:s, s:s?, s:s%, s:[]}", "schema", 1, "source", name, "id", id,
                     "network", network, "caption", text.ptr, text.len, "hashtags");
}

enum ncp_code ncpi_input_caption(const char *name, const struct ncpi_input_options *options,
                                 json_t *items, struct ncp_error *err)
{
    struct ncp_error fault = NCP_ERROR_INIT;
    struct ncp_buf buf = NCP_BUF_INIT;
    enum ncp_code code = read_file(name, options->max, &buf, &fault);
    struct ncp_str text = ncp_buf_str(&buf);
    if (ncp_str_ends(text, NCP_STR("\n")))
        text.len--;
    if (ncp_str_ends(text, NCP_STR("\r")))
        text.len--;
    if (code == NCP_OK && ncp_str_trim(text).len == 0)
        code = ncp_error_set(&fault, NCP_E_DATA, "%s: an empty caption", name);
    if (code == NCP_OK && memchr(text.ptr, '\0', text.len))
        code = ncp_error_set(&fault, NCP_E_DATA, "%s: NUL bytes are no text", name);
    json_t *result = code == NCP_OK ? caption_result(name, text, options->network) : NULL;
    if (code == NCP_OK && !result)
        code = ncp_error_set(&fault, NCP_E_DATA, "%s: not UTF-8", name);
    ncp_buf_free(&buf);
    if (code != NCP_OK)
        return append_fault(items, name, &fault, err);
    return append(items, json_pack("{s:s, s:o}", "source", name, "result", result), err);
}
