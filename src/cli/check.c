/* SPDX-License-Identifier: MIT */
/* ncpost check */
#include "cli.h"

#include "results.h"
#include "sarif.h"

#include <string.h>

/* One run over all files. */
struct run {
    const struct cli_settings *settings;
    struct cli_results results;
    json_t *sarif; /* results; NULL in other formats */
};

/* What was found in one file. */
struct tally {
    size_t errors, warnings;
};

/* ---- one finding ------------------------------------------------------------------------- */

static void write_finding(const char *file, const struct ncp_network *network,
                          const struct ncp_finding *f, bool colour, struct ncp_buf *text)
{
    bool error = f->severity == NCP_SEVERITY_ERROR;
    ncp_buf_add_format(text, "%s:%zu:%zu: %s%s%s: %s%s%.*s [%s]\n", file, f->line, f->column,
                       !colour ? ""
                       : error ? "\033[31m"
                               : "\033[33m",
                       ncp_severity_name(f->severity), colour ? "\033[0m" : "",
                       network ? ncp_network_name(network) : "", network ? ": " : "",
                       (int)f->message.len, f->message.ptr, f->rule->id);
}

static bool add_json(json_t *list, const struct ncp_finding *f)
{
    return json_array_append_new(list, ncp_finding_json(f)) == 0;
}

static json_t *report_object(const char *file, const struct ncp_network *network,
                             const struct tally *tally, json_t *findings)
{
    return json_pack("{s:i, s:s, s:s, s:I, s:I, s:O}", "schema", 1, "source", file, "network",
                     ncp_network_name(network), "errors", (json_int_t)tally->errors, "warnings",
                     (json_int_t)tally->warnings, "findings", findings);
}

/* ---- one text on one network --------------------------------------------------------------- */

/* Findings as the format wants them: lines, an object, or SARIF results. */
static enum ncp_code write_findings(struct run *run, const char *file,
                                    const struct ncp_network *network,
                                    const struct ncp_findings *findings, const struct tally *tally,
                                    struct ncp_error *err)
{
    const struct cli_settings *settings = run->settings;
    bool as_text = settings->format == FORMAT_TEXT;
    bool colour = !settings->output && cli_colour(stdout);
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *list = json_array(), *object = NULL;
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < findings->count; i++) {
        const struct ncp_finding *f = &findings->items[i];
        if (as_text)
            write_finding(file, settings->found.count > 1 ? network : NULL, f, colour, &text);
        else if (run->sarif)
            ok = json_array_append_new(run->sarif, cli_sarif_result(file, f)) == 0;
        else
            ok = add_json(list, f);
    }
    enum ncp_code code = ok && !text.failed ? NCP_OK : ncp_error_memory(err);
    bool aside = settings->fix && strcmp(file, "-") == 0; /* the text goes to standard output */
    if (code == NCP_OK && as_text && aside)
        fwrite(text.ptr ? text.ptr : "", 1, text.len, stderr);
    else if (code == NCP_OK && as_text)
        code = cli_output_write(&run->results.output, ncp_buf_str(&text), err);
    else if (code == NCP_OK && !run->sarif && !aside) {
        object = report_object(file, network, tally, list);
        code = object ? cli_results_add(&run->results, object, NCP_STR(""), err)
                      : ncp_error_memory(err);
    }
    json_decref(object);
    json_decref(list);
    ncp_buf_free(&text);
    return code;
}

static struct ncp_lint_options lint_options(const struct cli_settings *settings)
{
    return (struct ncp_lint_options){.field = settings->field,
                                     .rules = json_object_get(settings->profile.values, "check")};
}

static enum ncp_code check_on(struct run *run, const char *file, struct ncp_str text,
                              const struct ncp_network *network, struct tally *tally,
                              struct ncp_error *err)
{
    struct ncp_findings findings = {0};
    struct ncp_lint_options options = lint_options(run->settings);
    struct tally own = {0};
    enum ncp_code code = ncp_lint(network, text, &options, &findings, err);
    for (size_t i = 0; i < findings.count; i++) {
        bool error = findings.items[i].severity == NCP_SEVERITY_ERROR || run->settings->strict;
        if (error)
            findings.items[i].severity = NCP_SEVERITY_ERROR;
        own.errors += error;
        own.warnings += !error;
    }
    if (code == NCP_OK)
        code = write_findings(run, file, network, &findings, &own, err);
    tally->errors += own.errors;
    tally->warnings += own.warnings;
    ncp_findings_free(&findings);
    return code;
}

/* ---- repairs --------------------------------------------------------------------------- */

/* Repairs `text` for each network in turn, into `*fixed`. */
static enum ncp_code repair(const struct cli_settings *settings, struct ncp_str text,
                            struct ncp_buf *fixed, struct ncp_error *err)
{
    struct ncp_lint_options options = lint_options(settings);
    enum ncp_code code = NCP_OK;
    ncp_buf_add(fixed, text);
    for (size_t i = 0; i < settings->found.count && code == NCP_OK; i++) {
        struct ncp_buf next = NCP_BUF_INIT;
        code =
            ncp_lint_fix(settings->found.items[i], ncp_buf_str(fixed), &options, &next, NULL, err);
        if (code == NCP_OK) {
            struct ncp_buf old = *fixed;
            *fixed = next;
            next = old;
        }
        ncp_buf_free(&next);
    }
    return code == NCP_OK && fixed->failed ? ncp_error_memory(err) : code;
}

/* A repaired file is written anew; standard input goes to the output. `rest` is
 * the final newline. */
static enum ncp_code write_repaired(struct run *run, const char *file, struct ncp_str old,
                                    struct ncp_str text, struct ncp_str rest, struct ncp_error *err)
{
    struct cli_output output;
    if (strcmp(file, "-") == 0) {
        enum ncp_code code = cli_output_write(&run->results.output, text, err);
        return code == NCP_OK ? cli_output_write(&run->results.output, rest, err) : code;
    }
    if (ncp_str_equal(old, text))
        return NCP_OK;
    enum ncp_code code = cli_output_open(&output, file, err);
    if (code != NCP_OK)
        return code;
    code = cli_output_write(&output, text, err);
    if (code == NCP_OK)
        code = cli_output_write(&output, rest, err);
    enum ncp_code closed = cli_output_close(&output, code == NCP_OK, err);
    return code != NCP_OK ? code : closed;
}

/* ---- one file ---------------------------------------------------------------------------- */

static enum ncp_code check_text(struct run *run, const char *file, struct ncp_str text,
                                struct ncp_error *err)
{
    const struct cli_settings *settings = run->settings;
    struct tally tally = {0};
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; i < settings->found.count && code == NCP_OK; i++)
        code = check_on(run, file, text, settings->found.items[i], &tally, err);
    if (code != NCP_OK)
        return code;
    return tally.errors > 0 ? NCP_E_FOUND : NCP_OK;
}

static enum ncp_code check_file(struct run *run, const char *file, struct ncp_error *err)
{
    struct ncp_buf input = NCP_BUF_INIT, fixed = NCP_BUF_INIT;
    struct ncp_str text = {0};
    enum ncp_code code = cli_read_finished(file, &input, &text, err);
    if (code == NCP_OK && run->settings->fix) {
        struct ncp_str old = text, rest = ncp_str_sub(ncp_buf_str(&input), text.len, input.len);
        code = repair(run->settings, text, &fixed, err);
        text = ncp_buf_str(&fixed);
        if (code == NCP_OK)
            code = write_repaired(run, file, old, text, rest, err);
    }
    if (code == NCP_OK)
        code = check_text(run, file, text, err);
    if (code != NCP_OK && code != NCP_E_FOUND)
        cli_error(file, err);
    ncp_buf_free(&input);
    ncp_buf_free(&fixed);
    return code;
}

/* ---- the run --------------------------------------------------------------------------- */

static enum ncp_code write_log(struct run *run, struct ncp_error *err)
{
    json_t *log = cli_sarif_log(run->sarif);
    run->sarif = NULL;
    enum ncp_code code =
        log ? cli_results_add(&run->results, log, NCP_STR(""), err) : ncp_error_memory(err);
    json_decref(log);
    return code;
}

static int check_files(struct cli_settings *settings, struct ncp_error *err)
{
    struct run run = {.settings = settings};
    struct cli_status status = CLI_STATUS_INIT;
    bool many = settings->operands.count > 1 || settings->found.count > 1;
    enum ncp_code code =
        cli_results_open(&run.results, settings, many && settings->format == FORMAT_JSON, err);
    if (code != NCP_OK)
        return cli_usage(NULL, err);
    if (settings->format == FORMAT_SARIF && !(run.sarif = json_array()))
        code = ncp_error_memory(err);
    for (size_t i = 0; i < settings->operands.count && code != NCP_E_IO; i++) {
        code = check_file(&run, settings->operands.items[i], err);
        cli_status_add(&status, code);
    }
    bool written = code != NCP_E_IO;
    if (written && run.sarif && write_log(&run, err) != NCP_OK) {
        written = false;
        cli_error(NULL, err);
    }
    enum ncp_code closed = cli_results_close(&run.results, written, err);
    json_decref(run.sarif);
    if (closed != NCP_OK)
        cli_error(NULL, err);
    return closed != NCP_OK ? ncp_code_exit_status(closed) : status.status;
}

/* ---- the rules --------------------------------------------------------------------------- */

static json_t *rules_json(const struct ncp_lint_rule *rules, size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *rule = json_pack("{s:s, s:s, s:b, s:s}", "rule", rules[i].id, "severity",
                                 ncp_severity_name(rules[i].severity), "fixable",
                                 (int)rules[i].fixable, "help", rules[i].help);
        if (json_array_append_new(list, rule) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

static enum ncp_code print_rules(const struct cli_settings *settings, struct ncp_error *err)
{
    size_t count;
    const struct ncp_lint_rule *rules = ncp_lint_rules(&count);
    struct cli_results results;
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *list = rules_json(rules, count);
    for (size_t i = 0; i < count; i++)
        ncp_buf_add_format(&text, "%s%-20s %-8s %-4s %s", i ? "\n" : "", rules[i].id,
                           ncp_severity_name(rules[i].severity), rules[i].fixable ? "fix" : "",
                           rules[i].help);
    enum ncp_code code = cli_results_open(&results, settings, false, err);
    if (code == NCP_OK) {
        code = list && !text.failed ? cli_results_add(&results, list, ncp_buf_str(&text), err)
                                    : ncp_error_memory(err);
        enum ncp_code closed = cli_results_close(&results, code == NCP_OK, err);
        code = code != NCP_OK ? code : closed;
    }
    json_decref(list);
    ncp_buf_free(&text);
    return code;
}

int cli_check(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_networks *table = NULL;
    if (settings->rules)
        return print_rules(settings, &err) == NCP_OK ? 0 : cli_usage(NULL, &err);
    int status = cli_profile(settings);
    if (status != 0)
        return status;
    enum ncp_code code = cli_operands(settings, &err);
    if (code == NCP_OK)
        code = cli_table_open(settings, "instagram", &table, &err);
    status =
        code == NCP_OK ? check_files(settings, &err) : cli_usage(cli_command_find("check"), &err);
    ncp_networks_free(table);
    ncp_error_free(&err);
    return status;
}
