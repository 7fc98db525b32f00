/* SPDX-License-Identifier: MIT */
/* Whether a caption is fit to go out. */
#include "input.h"

#include "child.h"

#include <string.h>

/* Appends the messages of the findings that are errors. */
static void add_messages(struct ncp_str report, struct ncp_buf *out)
{
    json_t *doc = json_loadb(report.ptr, report.len, 0, NULL);
    json_t *findings = json_is_array(doc) ? doc : json_object_get(doc, "findings");
    for (size_t i = 0; i < json_array_size(findings); i++) {
        json_t *finding = json_array_get(findings, i);
        const char *severity = json_string_value(json_object_get(finding, "severity"));
        const char *message = json_string_value(json_object_get(finding, "message"));
        if (!severity || !message || strcmp(severity, "error") != 0)
            continue;
        ncp_buf_add_format(out, "%s%s", out->len > 0 ? "; " : "", message);
    }
    json_decref(doc);
}

enum ncp_code ncpi_input_check(json_t *result, const char *network,
                               const struct ncpi_input_options *options, struct ncp_error *err)
{
    json_t *caption = json_object_get(result, "caption");
    const char *own = json_string_value(json_object_get(result, "network"));
    struct ncp_buf out = NCP_BUF_INIT;
    struct ncp_buf messages = NCP_BUF_INIT;
    int status = 0;
    network = network ? network : own;
    if (!network)
        return NCP_OK;
    const char *argv[] = {NULL, "check", "--network", network, "--format", "json", "-", NULL};
    struct ncp_str text = {json_string_value(caption), json_string_length(caption)};
    enum ncp_code code = ncpi_child_run(options->self, argv, text, &out, &status, err);
    if (code == NCP_OK && status == 1) {
        add_messages(ncp_buf_str(&out), &messages);
        code = ncp_error_set(err, NCP_E_FOUND, "not fit for %s: %s", network,
                             messages.len > 0 ? messages.ptr : "the check found errors");
    } else if (code == NCP_OK && status != 0 && status != 2)
        code = ncp_error_set(err, NCP_E_INTERNAL, "the check for %s ended with status %d", network,
                             status);
    ncp_buf_free(&out);
    ncp_buf_free(&messages);
    return code;
}

const char *ncpi_input_unready(json_t *result)
{
    static const struct {
        const char *code, *why;
    } reasons[] = {
        {"draft", "the article is a draft"},
        {"future-date", "the article is dated in the future"},
    };
    json_t *warnings = json_object_get(result, "warnings");
    for (size_t i = 0; i < json_array_size(warnings); i++) {
        const char *code = json_string_value(json_object_get(json_array_get(warnings, i), "code"));
        for (size_t k = 0; code && k < sizeof reasons / sizeof *reasons; k++)
            if (strcmp(code, reasons[k].code) == 0)
                return reasons[k].why;
    }
    return NULL;
}
