/* SPDX-License-Identifier: MIT */
/* The table of networks: compiled in, laid over with the user's figures. */
#include "network_priv.h"

#include "base/nearest.h"

#include <stdlib.h>
#include <string.h>

static const unsigned char builtin[] = {
#include "networks.inc"
};

struct ncp_networks {
    json_t *list; /* array of objects, owned */
    struct ncp_network *items;
    size_t count;
};

/* ---- overrides --------------------------------------------------------- */

static json_t *entry_named(json_t *list, const char *name)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *entry = json_array_get(list, i);
        const char *own = json_string_value(json_object_get(entry, "name"));
        if (own && strcmp(own, name) == 0)
            return entry;
    }
    return NULL;
}

static bool is_plain(const json_t *value)
{
    return json_is_number(value) || json_is_boolean(value);
}

/* Keys whose plain number or truth value is short for a figure. */
static bool holds_figure(const char *key, const json_t *base)
{
    static const char *const keys[] = {
        "limit",     "strict", "second", "mobile",          "desktop",
        "clickable", "in_bio", "cost",   "strips_trailing", "collapses_blank_lines"};
    if (json_object_get(base, "value"))
        return true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i], key) == 0)
            return true;
    return false;
}

/* The user's own figure: as good as documented, by the rule that stood there. */
static json_t *figure_of(const json_t *base, json_t *value)
{
    json_t *rule = json_object_get(base, "rule");
    json_t *figure = json_pack("{s:O, s:s, s:n, s:s}", "value", value, "source", "override", "read",
                               "sureness", "documented");
    if (figure && rule && json_object_set(figure, "rule", rule) != 0) {
        json_decref(figure);
        return NULL;
    }
    return figure;
}

static bool overlay(json_t *base, const json_t *over);

static bool overlay_key(json_t *base, const char *key, json_t *value)
{
    json_t *old = json_object_get(base, key);
    if (is_plain(value) && holds_figure(key, old))
        return json_object_set_new(base, key, figure_of(old, value)) == 0;
    if (json_is_object(old) && json_is_object(value))
        return overlay(old, value);
    return json_object_set_new(base, key, json_deep_copy(value)) == 0;
}

/* False when memory runs out. */
static bool overlay(json_t *base, const json_t *over)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)over, key, value)
    {
        if (!overlay_key(base, key, value))
            return false;
    }
    return true;
}

static enum ncp_code unknown_name(json_t *list, const char *name, enum ncp_code code,
                                  struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *entry = json_array_get(list, i);
        ncpi_nearest_offer(&near, ncp_str_from(name),
                           json_string_value(json_object_get(entry, "name")));
    }
    ncp_error_set(err, code, "no network is called \"%s\"", name);
    if (near.name)
        ncp_error_hint(err, "did you mean \"%s\"?", near.name);
    return code;
}

/* A copy of the network `over` is "like", at the end of the list. */
static enum ncp_code add_like(json_t *list, const char *name, const json_t *over, json_t **out,
                              struct ncp_error *err)
{
    const char *like = json_string_value(json_object_get(over, "like"));
    if (!like)
        return unknown_name(list, name, NCP_E_CONFIG, err);
    json_t *model = entry_named(list, like);
    if (!model)
        return unknown_name(list, like, NCP_E_CONFIG, err);
    json_t *copy = json_deep_copy(model);
    if (!copy || json_object_set_new(copy, "name", json_string(name)) != 0 ||
        json_object_set_new(copy, "label", json_string(name)) != 0 ||
        json_object_set_new(copy, "aliases", json_array()) != 0 ||
        json_array_append_new(list, copy) != 0)
        return ncp_error_memory(err);
    *out = copy;
    return NCP_OK;
}

static enum ncp_code lay_over(json_t *list, const char *name, const json_t *over,
                              struct ncp_error *err)
{
    if (!name || !json_is_object(over))
        return ncp_error_set(err, NCP_E_CONFIG, "networks: each must be an object with a name");
    json_t *base = entry_named(list, name);
    enum ncp_code code = base ? NCP_OK : add_like(list, name, over, &base, err);
    if (code != NCP_OK)
        return code;
    return overlay(base, over) ? NCP_OK : ncp_error_memory(err);
}

static enum ncp_code lay_document_over(json_t *list, const json_t *overrides,
                                       struct ncp_error *err);

/* An element of an array: a network with its name, or a document of its own. */
static enum ncp_code lay_element_over(json_t *list, const json_t *element, struct ncp_error *err)
{
    const char *name = json_string_value(json_object_get(element, "name"));
    if (name || (!json_is_object(element) && !json_is_array(element)))
        return lay_over(list, name, element, err);
    return lay_document_over(list, element, err);
}

static enum ncp_code lay_document_over(json_t *list, const json_t *overrides, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    const char *name;
    size_t index;
    json_t *over, *inner = json_object_get(overrides, "networks");
    const json_t *all = inner ? inner : overrides;
    if (json_is_array(all)) {
        json_array_foreach(all, index, over)
        {
            if (code == NCP_OK)
                code = lay_element_over(list, over, err);
        }
        return code;
    }
    if (!json_is_object(all))
        return ncp_error_set(err, NCP_E_CONFIG, "networks must be an object or an array");
    json_object_foreach((json_t *)(uintptr_t)all, name, over)
    {
        if (code == NCP_OK && strcmp(name, "schema") != 0)
            code = lay_over(list, name, over, err);
    }
    return code;
}

/* ---- loading ----------------------------------------------------------- */

static json_t *builtin_list(void)
{
    json_t *root = json_loadb((const char *)builtin, sizeof builtin, 0, NULL);
    json_t *list = json_incref(json_object_get(root, "networks"));
    json_decref(root);
    return list;
}

static enum ncp_code read_items(struct ncp_networks *networks, struct ncp_error *err)
{
    size_t count = json_array_size(networks->list);
    networks->items = calloc(count, sizeof *networks->items);
    if (!networks->items)
        return ncp_error_memory(err);
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; i < count && code == NCP_OK; i++)
        code = ncpi_network_read(json_array_get(networks->list, i), &networks->items[i], err);
    networks->count = count;
    return code;
}

enum ncp_code ncp_networks_load(const json_t *overrides, struct ncp_networks **out,
                                struct ncp_error *err)
{
    struct ncp_networks *networks = calloc(1, sizeof *networks);
    if (!networks)
        return ncp_error_memory(err);
    networks->list = builtin_list();
    enum ncp_code code = networks->list ? NCP_OK : ncp_error_memory(err);
    if (code == NCP_OK && overrides)
        code = lay_document_over(networks->list, overrides, err);
    if (code == NCP_OK)
        code = read_items(networks, err);
    if (code != NCP_OK) {
        ncp_networks_free(networks);
        return code;
    }
    *out = networks;
    return NCP_OK;
}

void ncp_networks_free(struct ncp_networks *networks)
{
    if (!networks)
        return;
    json_decref(networks->list);
    free(networks->items);
    free(networks);
}

/* ---- looking up -------------------------------------------------------- */

size_t ncp_networks_count(const struct ncp_networks *networks)
{
    return networks->count;
}

const struct ncp_network *ncp_networks_at(const struct ncp_networks *networks, size_t index)
{
    return &networks->items[index];
}

static bool is_called(const struct ncp_network *network, struct ncp_str name)
{
    if (ncp_str_equal_nocase(name, ncp_str_from(network->name)))
        return true;
    const json_t *aliases = json_object_get(network->json, "aliases");
    for (size_t i = 0; i < json_array_size(aliases); i++)
        if (ncp_str_equal_nocase(name, ncp_str_from(json_string_value(json_array_get(aliases, i)))))
            return true;
    return false;
}

enum ncp_code ncp_network_find(const struct ncp_networks *networks, struct ncp_str name,
                               const struct ncp_network **out, struct ncp_error *err)
{
    for (size_t i = 0; i < networks->count; i++) {
        if (is_called(&networks->items[i], name)) {
            *out = &networks->items[i];
            return NCP_OK;
        }
    }
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add(&text, name);
    enum ncp_code code =
        text.failed ? ncp_error_memory(err)
                    : unknown_name(networks->list, text.ptr ? text.ptr : "", NCP_E_USAGE, err);
    ncp_buf_free(&text);
    return code;
}

const char *ncp_network_name(const struct ncp_network *network)
{
    return network->name;
}

const char *ncp_network_label(const struct ncp_network *network)
{
    return network->label;
}

const json_t *ncp_networks_json(const struct ncp_networks *networks)
{
    return networks->list;
}

const json_t *ncp_network_json(const struct ncp_network *network)
{
    return network->json;
}
