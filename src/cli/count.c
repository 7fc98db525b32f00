/* SPDX-License-Identifier: MIT */
/* ncpost count */
#include "cli.h"

#include "results.h"

static struct ncp_str without_final_newline(struct ncp_str s)
{
    if (ncp_str_ends(s, NCP_STR("\r\n")))
        return ncp_str_sub(s, 0, s.len - 2);
    return ncp_str_ends(s, NCP_STR("\n")) ? ncp_str_sub(s, 0, s.len - 1) : s;
}

static void write_measure(struct ncp_measure m, struct ncp_buf *text)
{
    ncp_buf_add_format(text,
                       "graphemes\t%zu\ncode points\t%zu\nUTF-16 units\t%zu\nUTF-8 bytes\t%zu",
                       m.graphemes, m.code_points, m.utf16, m.bytes);
}

static json_t *measure_object(struct ncp_measure m)
{
    return json_pack("{s:I, s:I, s:I, s:I}", "graphemes", (json_int_t)m.graphemes, "code_points",
                     (json_int_t)m.code_points, "utf16", (json_int_t)m.utf16, "bytes",
                     (json_int_t)m.bytes);
}

static enum ncp_code measure_file(const char *file, struct ncp_measure *m, struct ncp_error *err)
{
    struct ncp_buf input = NCP_BUF_INIT;
    size_t bad;
    enum ncp_code code = cli_read(file, NCP_MAX_INPUT_LIMIT, &input, err);
    struct ncp_str text = without_final_newline(ncp_buf_str(&input));
    if (code == NCP_OK && !ncp_utf8_valid(text, &bad))
        code = ncp_error_set(err, NCP_E_DATA, "not UTF-8: bad byte at offset %zu", bad);
    if (code == NCP_OK)
        *m = ncp_measure(text);
    ncp_buf_free(&input);
    return code;
}

static enum ncp_code write_count(struct cli_results *results, struct ncp_measure m,
                                 struct ncp_error *err)
{
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *object = measure_object(m);
    write_measure(m, &text);
    enum ncp_code code = object && !text.failed
                             ? cli_results_add(results, object, ncp_buf_str(&text), err)
                             : ncp_error_memory(err);
    json_decref(object);
    ncp_buf_free(&text);
    return code;
}

int cli_count(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct cli_results results;
    struct cli_status status = CLI_STATUS_INIT;
    enum ncp_code code = cli_operands(settings, &err);
    if (code == NCP_OK)
        code = cli_results_open(&results, settings, settings->operands.count > 1, &err);
    if (code != NCP_OK)
        return cli_usage(NULL, &err);
    for (size_t i = 0; i < settings->operands.count && code != NCP_E_IO; i++) {
        struct ncp_measure m;
        code = measure_file(settings->operands.items[i], &m, &err);
        if (code != NCP_OK)
            cli_error(settings->operands.items[i], &err);
        else if ((code = write_count(&results, m, &err)) != NCP_OK)
            cli_error(NULL, &err);
        cli_status_add(&status, code);
    }
    enum ncp_code closed = cli_results_close(&results, code != NCP_E_IO, &err);
    if (closed != NCP_OK)
        cli_error(NULL, &err);
    ncp_error_free(&err);
    return closed != NCP_OK ? ncp_code_exit_status(closed) : status.status;
}
