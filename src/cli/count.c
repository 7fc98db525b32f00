/* SPDX-License-Identifier: MIT */
/* ncpost count */
#include "cli.h"

#include "results.h"

/* ---- as JSON --------------------------------------------------------------------------- */

static bool add_network(json_t *networks, const struct ncp_network *network,
                        const struct ncp_count *count)
{
    return json_object_set_new(networks, ncp_network_name(network), ncp_count_json(count)) == 0;
}

static json_t *measure_object(struct ncp_measure m, json_t *networks)
{
    return json_pack("{s:I, s:I, s:I, s:I, s:O}", "graphemes", (json_int_t)m.graphemes,
                     "code_points", (json_int_t)m.code_points, "utf16", (json_int_t)m.utf16,
                     "bytes", (json_int_t)m.bytes, "networks", networks);
}

/* ---- as a table ------------------------------------------------------------------------ */

static void write_measure(struct ncp_measure m, struct ncp_buf *text)
{
    ncp_buf_add_format(text,
                       "graphemes    %8zu\ncode points  %8zu\nUTF-16 units %8zu\n"
                       "UTF-8 bytes  %8zu",
                       m.graphemes, m.code_points, m.utf16, m.bytes);
}

#define ROW "%-17s%8s%8s%8s%6s%9s  "

static void write_heading(struct ncp_buf *text)
{
    ncp_buf_add_format(text, "\n\n" ROW "verdict", "network", "used", "limit", "left", "fold",
                       "hashtags");
}

static void write_verdict(enum ncp_verdict verdict, bool colour, struct ncp_buf *text)
{
    static const char *const colours[] = {"\033[32m", "\033[33m", "\033[31m"};
    ncp_buf_add_format(text, "%s%s%s", colour ? colours[verdict] : "", ncp_verdict_name(verdict),
                       colour ? "\033[0m" : "");
}

static void write_network(const struct ncp_network *network, const struct ncp_count *c, bool colour,
                          struct ncp_buf *text)
{
    const struct ncp_gauge *g = &c->length, *h = &c->hashtags;
    const struct ncp_gauge *fold = c->fold.limited ? &c->fold : &c->desktop;
    char used[24], limit[24], left[24], folds[24], hashtags[48];
    bool over = g->limited && g->used > g->limit;
    size_t apart = over ? g->used - g->limit : g->limit - g->used;
    snprintf(used, sizeof used, "%zu", g->used);
    snprintf(limit, sizeof limit, g->limited ? "%zu" : "-", g->limit);
    snprintf(left, sizeof left, g->limited ? over ? "-%zu" : "%zu" : "-", apart);
    snprintf(folds, sizeof folds, fold->limited ? "%zu" : "-", fold->limit);
    snprintf(hashtags, sizeof hashtags, h->limited ? "%zu/%zu" : "%zu", h->used, h->limit);
    ncp_buf_add_format(text, "\n" ROW, ncp_network_name(network), used, limit, left, folds,
                       hashtags);
    write_verdict(c->verdict, colour, text);
}

/* ---- the run --------------------------------------------------------------------------- */

static enum ncp_code count_text(const struct cli_settings *settings, struct ncp_str input,
                                json_t *networks, struct ncp_buf *text, struct ncp_error *err)
{
    bool colour = !settings->output && cli_colour(stdout);
    enum ncp_code code = NCP_OK;
    write_measure(ncp_measure(input), text);
    for (size_t i = 0; i < settings->found.count && code == NCP_OK; i++) {
        const struct ncp_network *network = settings->found.items[i];
        struct ncp_count count;
        if (!ncp_network_has_field(network, settings->field))
            continue;
        code = ncp_network_count(network, input, settings->field, &count, err);
        if (code != NCP_OK)
            break;
        if (json_object_size(networks) == 0)
            write_heading(text);
        write_network(network, &count, colour, text);
        if (!add_network(networks, network, &count))
            code = ncp_error_memory(err);
    }
    return code;
}

static enum ncp_code count_file(const struct cli_settings *settings, const char *file,
                                struct cli_results *results, struct ncp_error *err)
{
    struct ncp_buf input = NCP_BUF_INIT, text = NCP_BUF_INIT;
    struct ncp_str finished = {0};
    json_t *networks = json_object(), *object = NULL;
    enum ncp_code code = cli_read_finished(file, &input, &finished, err);
    if (code == NCP_OK)
        code = count_text(settings, finished, networks, &text, err);
    if (code == NCP_OK &&
        (!(object = measure_object(ncp_measure(finished), networks)) || text.failed))
        code = ncp_error_memory(err);
    if (code != NCP_OK)
        cli_error(file, err);
    else if ((code = cli_results_add(results, object, ncp_buf_str(&text), err)) != NCP_OK)
        cli_error(NULL, err);
    json_decref(object);
    json_decref(networks);
    ncp_buf_free(&text);
    ncp_buf_free(&input);
    return code;
}

static int count_files(struct cli_settings *settings, struct cli_results *results,
                       struct ncp_error *err)
{
    struct cli_status status = CLI_STATUS_INIT;
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; i < settings->operands.count && code != NCP_E_IO; i++) {
        code = count_file(settings, settings->operands.items[i], results, err);
        cli_status_add(&status, code);
    }
    enum ncp_code closed = cli_results_close(results, code != NCP_E_IO, err);
    if (closed != NCP_OK)
        cli_error(NULL, err);
    return closed != NCP_OK ? ncp_code_exit_status(closed) : status.status;
}

int cli_count(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct cli_results results;
    struct ncp_networks *table = NULL;
    int status = cli_profile(settings);
    if (status != 0)
        return status;
    enum ncp_code code = cli_operands(settings, &err);
    if (code == NCP_OK)
        code = cli_table_open(settings, NULL, &table, &err);
    if (code == NCP_OK)
        code = cli_results_open(&results, settings, settings->operands.count > 1, &err);
    status = code == NCP_OK ? count_files(settings, &results, &err)
                            : cli_usage(cli_command_find("count"), &err);
    ncp_networks_free(table);
    ncp_error_free(&err);
    return status;
}
