/* SPDX-License-Identifier: MIT */
/* ncpost networks */
#include "cli.h"

#include "results.h"

#include <string.h>

/* ---- one line a network ------------------------------------------------------------------ */

static void write_limit(const json_t *field, struct ncp_buf *text)
{
    const json_t *limit = json_object_get(field, "limit");
    const char *rule = json_string_value(json_object_get(limit, "rule"));
    if (limit && !json_is_null(limit))
        ncp_buf_add_format(text, "%8lld %-11s",
                           (long long)json_integer_value(json_object_get(limit, "value")),
                           rule ? rule : "grapheme");
    else
        ncp_buf_add_format(text, "%8s %-11s", "-", "");
}

static void write_value(const json_t *object, const char *key, int width, struct ncp_buf *text)
{
    const json_t *value = json_object_get(json_object_get(object, key), "value");
    if (json_is_integer(value))
        ncp_buf_add_format(text, "%*lld", width, (long long)json_integer_value(value));
    else
        ncp_buf_add_format(text, "%*s", width, "-");
}

static void write_line(const json_t *network, struct ncp_buf *text)
{
    const json_t *caption = json_object_get(network, "caption");
    const json_t *links = json_object_get(network, "links");
    bool work = json_is_true(json_object_get(json_object_get(links, "clickable"), "value"));
    ncp_buf_add_format(text, "\n%-17s", json_string_value(json_object_get(network, "name")));
    write_limit(caption, text);
    write_value(caption, "strict", 7, text);
    write_value(json_object_get(caption, "fold"), "mobile", 6, text);
    write_value(json_object_get(network, "hashtags"), "limit", 10, text);
    write_value(json_object_get(network, "mentions"), "limit", 10, text);
    ncp_buf_add_format(text, "  %s", work ? "links" : "no links");
}

static void write_heading(struct ncp_buf *text)
{
    ncp_buf_add_format(text, "%-17s%8s %-11s%7s%6s%10s%10s", "network", "limit", "counted by",
                       "strict", "fold", "hashtags", "mentions");
}

/* ---- one network, figure by figure --------------------------------------------------------- */

static void write_json_value(const json_t *value, struct ncp_buf *text)
{
    if (json_is_string(value))
        ncp_buf_add(text, (struct ncp_str){json_string_value(value), json_string_length(value)});
    else if (json_is_integer(value))
        ncp_buf_add_format(text, "%lld", (long long)json_integer_value(value));
    else
        ncp_buf_add_cstr(text, json_is_true(value) ? "yes" : "no");
}

static void write_figure(const char *path, const json_t *figure, struct ncp_buf *text)
{
    const char *rule = json_string_value(json_object_get(figure, "rule"));
    const char *source = json_string_value(json_object_get(figure, "source"));
    const char *read = json_string_value(json_object_get(figure, "read"));
    const char *note = json_string_value(json_object_get(figure, "note"));
    ncp_buf_add_format(text, "\n%s: ", path);
    write_json_value(json_object_get(figure, "value"), text);
    ncp_buf_add_format(text, "%s%s, %s%s%s", rule ? " " : "", rule ? rule : "",
                       json_string_value(json_object_get(figure, "sureness")), note ? "; " : "",
                       note ? note : "");
    if (source)
        ncp_buf_add_format(text, "\n    %s%s%s", source, read ? ", read " : "", read ? read : "");
}

/* Every object with a value, by its path: "caption.fold.mobile". The table is
 * four levels deep at most. */
static void write_figures(const char *path, const json_t *object, struct ncp_buf *text)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        struct ncp_buf inner = NCP_BUF_INIT;
        ncp_buf_add_format(&inner, "%s%s%s", path, *path ? "." : "", key);
        if (inner.failed)
            text->failed = true;
        else if (json_object_get(value, "value"))
            write_figure(inner.ptr, value, text);
        else if (json_is_object(value))
            write_figures(inner.ptr, value, text);
        ncp_buf_free(&inner);
    }
}

static void write_network(const struct ncp_network *network, struct ncp_buf *text)
{
    ncp_buf_add_format(text, "%s%s (%s)", text->len > 0 ? "\n\n" : "", ncp_network_label(network),
                       ncp_network_name(network));
    write_figures("", ncp_network_json(network), text);
}

/* ---- the run --------------------------------------------------------------------------- */

static enum ncp_code find_operands(struct cli_settings *settings, struct ncp_buf *names,
                                   struct ncp_error *err)
{
    for (size_t i = 0; i < settings->operands.count; i++)
        ncp_buf_add_format(names, "%s%s", i ? "," : "", settings->operands.items[i]);
    if (names->failed)
        return ncp_error_memory(err);
    settings->networks = names->len > 0 ? names->ptr : NULL;
    return NCP_OK;
}

static void write_table(const struct cli_settings *settings, struct ncp_buf *text)
{
    bool named = settings->operands.count > 0;
    if (!named)
        write_heading(text);
    for (size_t i = 0; i < settings->found.count; i++) {
        if (named)
            write_network(settings->found.items[i], text);
        else
            write_line(ncp_network_json(settings->found.items[i]), text);
    }
}

static enum ncp_code print_ndjson(const struct cli_settings *settings, struct cli_results *results,
                                  struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; i < settings->found.count && code == NCP_OK; i++)
        code =
            cli_results_add(results, ncp_network_json(settings->found.items[i]), NCP_STR(""), err);
    return code;
}

static json_t *found_json(const struct cli_settings *settings)
{
    json_t *list = json_array();
    for (size_t i = 0; i < settings->found.count; i++) {
        json_t *network = json_deep_copy(ncp_network_json(settings->found.items[i]));
        if (json_array_append_new(list, network) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

static enum ncp_code print_one(const struct cli_settings *settings, struct cli_results *results,
                               struct ncp_error *err)
{
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *list = found_json(settings);
    write_table(settings, &text);
    enum ncp_code code = list && !text.failed
                             ? cli_results_add(results, list, ncp_buf_str(&text), err)
                             : ncp_error_memory(err);
    json_decref(list);
    ncp_buf_free(&text);
    return code;
}

static enum ncp_code print_networks(const struct cli_settings *settings, struct ncp_error *err)
{
    struct cli_results results;
    enum ncp_code code = cli_results_open(&results, settings, false, err);
    if (code != NCP_OK)
        return code;
    code = settings->format == FORMAT_NDJSON ? print_ndjson(settings, &results, err)
                                             : print_one(settings, &results, err);
    enum ncp_code closed = cli_results_close(&results, code == NCP_OK, err);
    return code != NCP_OK ? code : closed;
}

int cli_networks(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_networks *table = NULL;
    struct ncp_buf names = NCP_BUF_INIT;
    int status = cli_profile(settings);
    if (status != 0)
        return status;
    enum ncp_code code = find_operands(settings, &names, &err);
    if (code == NCP_OK)
        code = cli_table_open(settings, NULL, &table, &err);
    if (code == NCP_OK)
        code = print_networks(settings, &err);
    status = code == NCP_OK ? 0 : cli_usage(cli_command_find("networks"), &err);
    ncp_networks_free(table);
    ncp_buf_free(&names);
    return status;
}
