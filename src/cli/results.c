/* SPDX-License-Identifier: MIT */
/* Results in the form asked for. */
#include "results.h"

#include <stdlib.h>
#include <string.h>

enum ncp_code cli_results_open(struct cli_results *results, const struct cli_settings *settings,
                               bool many, struct ncp_error *err)
{
    *results = (struct cli_results){.settings = settings,
                                    .array = many && settings->format == FORMAT_JSON};
    return cli_output_open(&results->output, settings->output, err);
}

static enum ncp_code add_text(struct cli_results *r, struct ncp_str text, struct ncp_error *err)
{
    bool nul = r->settings->nul;
    enum ncp_code code = NCP_OK;
    if (r->written > 0 && !nul)
        code = cli_output_write(&r->output, NCP_STR("\f\n"), err);
    if (code == NCP_OK)
        code = cli_output_write(&r->output, text, err);
    if (code == NCP_OK)
        code = cli_output_write(&r->output, nul ? NCP_STR("\0") : NCP_STR("\n"), err);
    return code;
}

static enum ncp_code add_object(struct cli_results *r, const json_t *object, struct ncp_error *err)
{
    bool lines = r->settings->format == FORMAT_NDJSON;
    char *json = json_dumps(object, lines ? JSON_COMPACT : JSON_INDENT(2));
    if (!json)
        return ncp_error_memory(err);
    enum ncp_code code = NCP_OK;
    if (r->array)
        code = cli_output_write(&r->output, r->written ? NCP_STR(",\n") : NCP_STR("[\n"), err);
    if (code == NCP_OK)
        code = cli_output_write(&r->output, ncp_str_from(json), err);
    if (code == NCP_OK && !r->array)
        code = cli_output_write(&r->output, NCP_STR("\n"), err);
    free(json);
    return code;
}

enum ncp_code cli_results_add(struct cli_results *results, const json_t *object,
                              struct ncp_str text, struct ncp_error *err)
{
    bool as_text = results->settings->format == FORMAT_TEXT;
    enum ncp_code code = as_text ? add_text(results, text, err) : add_object(results, object, err);
    if (code == NCP_OK)
        code = cli_output_flush(&results->output, err);
    results->written++;
    return code;
}

enum ncp_code cli_results_close(struct cli_results *results, bool keep, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK, closed;
    if (results->array && keep)
        code = cli_output_write(&results->output,
                                results->written ? NCP_STR("\n]\n") : NCP_STR("[]\n"), err);
    closed = cli_output_close(&results->output, keep && code == NCP_OK, err);
    return code != NCP_OK ? code : closed;
}
