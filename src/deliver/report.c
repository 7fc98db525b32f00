/* SPDX-License-Identifier: MIT */
/* Printing: results on standard output, complaints on standard error. */
#include "report.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void ncpi_complain_text(const char *prefix, const char *text)
{
    fprintf(stderr, "ncpost: %s%s%s\n", prefix ? prefix : "", prefix ? ": " : "", text);
}

void ncpi_complain(const char *prefix, const struct ncp_error *err)
{
    const char *message = err->message ? err->message : ncp_code_name(err->code);
    fprintf(stderr, "ncpost: %s%s", prefix ? prefix : "", prefix ? ":" : "");
    if (err->line > 0)
        fprintf(stderr, "%zu:%zu:", err->line, err->column);
    fprintf(stderr, "%s%s", prefix || err->line > 0 ? " " : "", message);
    if (err->hint)
        fprintf(stderr, " (%s)", err->hint);
    fputc('\n', stderr);
}

static json_t *report_attempt(json_t *attempt)
{
    static const char *const keys[] = {"at", "status", "outcome", "error"};
    json_t *out = json_object();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_object_set(out, keys[i], json_object_get(attempt, keys[i]));
    return out;
}

json_t *ncpi_report_post(const json_t *shown)
{
    static const char *const keys[] = {"id", "target", "outcome", "state"};
    json_t *out = json_object();
    json_t *attempts = json_array();
    json_t *all = json_object_get(shown, "attempts");
    json_t *error = json_object_get(shown, "error");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_object_set(out, keys[i], json_object_get(shown, keys[i]));
    for (size_t i = 0; i < json_array_size(all); i++)
        json_array_append_new(attempts, report_attempt(json_array_get(all, i)));
    json_object_set_new(out, "attempts", attempts);
    if (error)
        json_object_set(out, "error", error);
    return out;
}

enum ncp_code ncpi_print(struct ncp_str text, struct ncp_error *err)
{
    if (text.len > 0 && fwrite(text.ptr, 1, text.len, stdout) != text.len)
        return ncp_error_set(err, NCP_E_IO, "standard output: %s", strerror(errno));
    return NCP_OK;
}

enum ncp_code ncpi_print_json(const json_t *value, bool indent, struct ncp_error *err)
{
    char *text = json_dumps(value, indent ? JSON_INDENT(2) : JSON_COMPACT);
    if (!text)
        return ncp_error_memory(err);
    enum ncp_code code = ncpi_print(ncp_str_from(text), err);
    if (code == NCP_OK)
        code = ncpi_print(NCP_STR("\n"), err);
    free(text);
    return code;
}

enum ncp_code ncpi_print_end(struct ncp_error *err)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        return ncp_error_set(err, NCP_E_IO, "standard output: %s", strerror(errno));
    return NCP_OK;
}

int ncpi_state_status(const char *state)
{
    if (strcmp(state, "delivered") == 0 || strcmp(state, "cancelled") == 0)
        return 0;
    return ncp_code_exit_status(strcmp(state, "refused") == 0 ? NCP_E_REFUSED : NCP_E_TEMPFAIL);
}
