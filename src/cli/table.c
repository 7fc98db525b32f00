/* SPDX-License-Identifier: MIT */
/* The table of networks as the user has it, and the networks named. */
#include "cli.h"

#include "base/array.h"

#include <stdlib.h>

/* ---- finished captions ----------------------------------------------------------------- */

static struct ncp_str without_final_newline(struct ncp_str s)
{
    if (ncp_str_ends(s, NCP_STR("\r\n")))
        return ncp_str_sub(s, 0, s.len - 2);
    return ncp_str_ends(s, NCP_STR("\n")) ? ncp_str_sub(s, 0, s.len - 1) : s;
}

enum ncp_code cli_read_finished(const char *file, struct ncp_buf *input, struct ncp_str *text,
                                struct ncp_error *err)
{
    size_t bad;
    enum ncp_code code = cli_read(file, NCP_MAX_INPUT_LIMIT, input, err);
    if (code != NCP_OK)
        return code;
    *text = without_final_newline(ncp_buf_str(input));
    if (!ncp_utf8_valid(*text, &bad))
        return ncp_error_set(err, NCP_E_DATA, "not UTF-8: bad byte at offset %zu", bad);
    return NCP_OK;
}

/* ---- figures of one's own ---------------------------------------------------------------- */

#define TABLE_MAX ((size_t)16 << 20)

static enum ncp_code add_file(const char *file, json_t *documents, struct ncp_error *err)
{
    struct ncp_buf input = NCP_BUF_INIT;
    struct ncp_error why = NCP_ERROR_INIT;
    json_error_t where;
    enum ncp_code code = NCP_OK;
    if (cli_read(file, TABLE_MAX, &input, &why) != NCP_OK)
        code = ncp_error_set(err, NCP_E_CONFIG, "%s: %s", file, why.message);
    json_t *document =
        code == NCP_OK ? json_loadb(input.ptr ? input.ptr : "", input.len, 0, &where) : NULL;
    if (code == NCP_OK && !document)
        code = ncp_error_set(err, NCP_E_CONFIG, "%s:%d: %s", file, where.line, where.text);
    if (code == NCP_OK && json_array_append(documents, document) != 0)
        code = ncp_error_memory(err);
    json_decref(document);
    ncp_error_free(&why);
    ncp_buf_free(&input);
    return code;
}

/* The profile's figures, then those of --networks. */
static enum ncp_code load(const struct cli_settings *settings, struct ncp_networks **out,
                          struct ncp_error *err)
{
    json_t *documents = json_array();
    json_t *own = json_object_get(settings->profile.values, "networks");
    enum ncp_code code = documents ? NCP_OK : ncp_error_memory(err);
    if (code == NCP_OK && own && json_array_append(documents, own) != 0)
        code = ncp_error_memory(err);
    if (code == NCP_OK && settings->table)
        code = add_file(settings->table, documents, err);
    if (code == NCP_OK)
        code = ncp_networks_load(documents, out, err);
    json_decref(documents);
    return code;
}

/* ---- the networks named ------------------------------------------------------------------ */

static enum ncp_code add_found(struct cli_networks *found, const struct ncp_network *network,
                               struct ncp_error *err)
{
    if (!NCPI_ROOM(found))
        return ncp_error_memory(err);
    found->items[found->count++] = network;
    return NCP_OK;
}

/* Names apart by commas. */
static enum ncp_code find_named(const char *names, const struct ncp_networks *table,
                                struct cli_networks *found, struct ncp_error *err)
{
    struct ncp_str rest = ncp_str_from(names);
    enum ncp_code code = NCP_OK;
    for (size_t at = 0; at <= rest.len && code == NCP_OK;) {
        size_t comma = ncp_str_find(rest, NCP_STR(","), at);
        size_t end = comma == SIZE_MAX ? rest.len : comma;
        const struct ncp_network *network = NULL;
        code = ncp_network_find(table, ncp_str_trim(ncp_str_sub(rest, at, end)), &network, err);
        if (code == NCP_OK)
            code = add_found(found, network, err);
        at = end + 1;
    }
    return code;
}

static enum ncp_code find_all(const struct ncp_networks *table, struct cli_networks *found,
                              struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; i < ncp_networks_count(table) && code == NCP_OK; i++)
        code = add_found(found, ncp_networks_at(table, i), err);
    return code;
}

enum ncp_code cli_table_open(struct cli_settings *settings, const char *standard,
                             struct ncp_networks **out, struct ncp_error *err)
{
    const char *names = settings->networks ? settings->networks : standard;
    struct ncp_networks *table = NULL;
    enum ncp_code code = load(settings, &table, err);
    if (code == NCP_OK)
        code = names ? find_named(names, table, &settings->found, err)
                     : find_all(table, &settings->found, err);
    if (code != NCP_OK) {
        ncp_networks_free(table);
        return code;
    }
    *out = table;
    return NCP_OK;
}
