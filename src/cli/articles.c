/* SPDX-License-Identifier: MIT */
/* Runs a command over its articles: files, or lines of NDJSON. */
#include "cli.h"

#include "ndjson.h"
#include "results.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- one article ------------------------------------------------------------------------- */

struct run {
    struct cli_settings *settings;
    cli_make make;
    struct cli_results results;
    struct cli_status status;
    bool broken; /* the output cannot be written: stop */
};

struct ncp_article_options cli_read_options(const struct cli_settings *s)
{
    return (struct ncp_article_options){.markup = s->from,
                                        .lang = s->lang,
                                        .encoding = s->encoding,
                                        .max_input = s->max_input,
                                        .now = (int64_t)time(NULL)};
}

static enum ncp_code write_result(struct run *run, const json_t *result, struct ncp_str text,
                                  struct ncp_error *err)
{
    enum ncp_code code = cli_results_add(&run->results, result, text, err);
    run->broken = code == NCP_E_IO;
    return code;
}

static enum ncp_code make_result(struct run *run, const struct ncp_article *article,
                                 const char *source, struct ncp_error *err)
{
    json_t *result = NULL;
    struct ncp_buf text = NCP_BUF_INIT;
    enum ncp_code code = run->make(article, source, run->settings, &result, &text, err);
    if (code == NCP_OK && text.failed)
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        code = write_result(run, result, ncp_buf_str(&text), err);
    json_decref(result);
    ncp_buf_free(&text);
    return code;
}

/* One result, or one for each network asked for. */
static enum ncp_code make_results(struct run *run, const struct ncp_article *article,
                                  const char *source, struct ncp_error *err)
{
    const struct cli_networks *networks = &run->settings->found;
    if (networks->count == 0)
        return make_result(run, article, source, err);
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < networks->count; i++) {
        run->settings->network = networks->items[i];
        code = make_result(run, article, source, err);
    }
    return code;
}

static enum ncp_code do_article(struct run *run, struct ncp_str input,
                                const struct ncp_article_options *options, const char *source,
                                struct ncp_error *err)
{
    struct ncp_article *article = NULL;
    enum ncp_code code = ncp_article_read(input, options, &article, err);
    if (code == NCP_OK) {
        cli_warnings(source, article->warnings);
        code = make_results(run, article, source, err);
    }
    ncp_article_free(article);
    return code;
}

/* ---- files --------------------------------------------------------------------------------- */

size_t cli_input_limit(const struct cli_settings *s)
{
    size_t limit = s->max_input ? s->max_input : NCP_MAX_INPUT;
    return limit < NCP_MAX_INPUT_LIMIT ? limit : NCP_MAX_INPUT_LIMIT;
}

const char *cli_shown_name(const char *file)
{
    return strcmp(file, "-") == 0 ? "standard input" : file;
}

/* The name as JSON can hold it: `?` for each byte that is not UTF-8. Malloc'ed
 * inside `name`. */
static const char *source_name(const char *file, struct ncp_buf *name)
{
    struct ncp_str rest = ncp_str_from(file);
    size_t bad;
    while (!ncp_utf8_valid(rest, &bad)) {
        ncp_buf_add(name, ncp_str_sub(rest, 0, bad));
        ncp_buf_add_char(name, '?');
        rest = ncp_str_sub(rest, bad + 1, rest.len);
    }
    ncp_buf_add(name, rest);
    return name->failed ? "" : name->ptr;
}

static void do_file(struct run *run, const char *file)
{
    struct ncp_buf name = NCP_BUF_INIT;
    struct ncp_buf input = NCP_BUF_INIT;
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_article_options options = cli_read_options(run->settings);
    enum ncp_code code = cli_read(file, cli_input_limit(run->settings), &input, &err);
    if (code == NCP_OK)
        code = do_article(run, ncp_buf_str(&input), &options, source_name(file, &name), &err);
    if (code != NCP_OK)
        cli_error(run->broken ? NULL : cli_shown_name(file), &err);
    cli_status_add(&run->status, code);
    ncp_error_free(&err);
    ncp_buf_free(&input);
    ncp_buf_free(&name);
}

/* ---- lines of NDJSON --------------------------------------------------------------------------
 */

/* A bad line becomes a result of its own, so that lines and results pair up. */
static enum ncp_code report_bad_line(struct run *run, const json_t *id, enum ncp_code code,
                                     const char *source, const struct ncp_error *err)
{
    struct ncp_error failed = NCP_ERROR_INIT;
    json_t *result = json_pack("{s:i, s:s, s:O?, s:{s:s, s:s}}", "schema", 1, "source", source,
                               "id", id, "error", "code", ncp_code_name(code), "message",
                               err->message ? err->message : "");
    enum ncp_code written = NCP_OK;
    if (run->settings->format != FORMAT_TEXT)
        written = write_result(run, result, (struct ncp_str){NULL, 0}, &failed);
    if (written != NCP_OK)
        cli_error(NULL, &failed);
    json_decref(result);
    ncp_error_free(&failed);
    return written != NCP_OK ? written : code;
}

static void do_line(struct run *run, const char *file, size_t number, struct ncp_str line)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct cli_ndjson_article given = {.id = NULL};
    struct ncp_article_options options = cli_read_options(run->settings);
    enum ncp_code code = cli_ndjson_read(line, &given, &err);
    const char *source = given.id ? json_string_value(given.id) : file;
    if (code == NCP_OK) {
        if (given.markup != NCP_MARKUP_AUTO)
            options.markup = given.markup;
        options.meta = given.meta;
        code = do_article(run, given.text, &options, source ? source : file, &err);
    }
    if (code != NCP_OK && !run->broken) {
        err.line = number;
        cli_error(cli_shown_name(file), &err);
        code = report_bad_line(run, given.id, code, source ? source : file, &err);
    }
    cli_status_add(&run->status, code);
    cli_ndjson_free(&given);
    ncp_error_free(&err);
}

static void do_lines(struct run *run, const char *file)
{
    struct ncp_error err = NCP_ERROR_INIT;
    FILE *stream = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
    struct ncp_buf line = NCP_BUF_INIT;
    size_t number = 0;
    enum ncp_code code = cli_ndjson_check(stream, &err);
    while (code == NCP_OK && !run->broken &&
           cli_ndjson_next(stream, cli_input_limit(run->settings), &line)) {
        number++;
        if (ncp_str_trim(ncp_buf_str(&line)).len > 0)
            do_line(run, file, number, ncp_buf_str(&line));
    }
    if (code != NCP_OK) {
        cli_error(cli_shown_name(file), &err);
        cli_status_add(&run->status, code);
    }
    if (stream && stream != stdin)
        fclose(stream);
    ncp_buf_free(&line);
    ncp_error_free(&err);
}

/* ---- all of them
 * --------------------------------------------------------------------------------- */

int cli_each_article(struct cli_settings *settings, cli_make make)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct run run = {.settings = settings, .make = make, .status = CLI_STATUS_INIT};
    bool lines = settings->input == INPUT_NDJSON;
    enum ncp_code code = cli_operands(settings, &err);
    if (code == NCP_OK)
        code = cli_results_open(&run.results, settings,
                                lines || settings->operands.count > 1 || settings->found.count > 1,
                                &err);
    if (code != NCP_OK)
        return cli_usage(NULL, &err);
    for (size_t i = 0; i < settings->operands.count && !run.broken; i++)
        (lines ? do_lines : do_file)(&run, settings->operands.items[i]);
    bool keep = !run.broken && run.results.written > 0;
    if (!run.broken && run.results.written == 0 && run.results.array)
        keep = true;
    code = cli_results_close(&run.results, keep, &err);
    if (code != NCP_OK && !run.broken)
        cli_error(NULL, &err);
    ncp_error_free(&err);
    return run.broken || code != NCP_OK ? ncp_code_exit_status(NCP_E_IO) : run.status.status;
}
