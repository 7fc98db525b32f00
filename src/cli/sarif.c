/* SPDX-License-Identifier: MIT */
/* Findings as SARIF 2.1.0 (OASIS). */
#include "sarif.h"

#include <string.h>

static void add_uri(const char *file, struct ncp_buf *out)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    for (; *file; file++) {
        if (strchr(plain, *file))
            ncp_buf_add_char(out, *file);
        else
            ncp_buf_add_format(out, "%%%02X", (unsigned)(unsigned char)*file);
    }
}

static json_t *region(const struct ncp_finding *f)
{
    return json_pack("{s:I, s:I, s:I, s:I}", "startLine", (json_int_t)f->line, "startColumn",
                     (json_int_t)f->column, "byteOffset", (json_int_t)f->start, "byteLength",
                     (json_int_t)(f->end - f->start));
}

/* What SARIF calls a fix: bytes taken out, text put in. */
static json_t *fixes(const char *uri, const struct ncp_finding *f)
{
    return json_pack("[{s:[{s:{s:s}, s:[{s:{s:I, s:I}, s:{s:s%}}]}]}]", "artifactChanges",
                     "artifactLocation", "uri", uri, "replacements", "deletedRegion", "byteOffset",
                     (json_int_t)f->start, "byteLength", (json_int_t)(f->end - f->start),
                     "insertedContent", "text", f->fix.ptr ? f->fix.ptr : "", f->fix.len);
}

json_t *cli_sarif_result(const char *file, const struct ncp_finding *f)
{
    struct ncp_buf uri = NCP_BUF_INIT;
    add_uri(file, &uri);
    json_t *result = NULL;
    if (!uri.failed)
        result = json_pack("{s:s, s:s, s:{s:s%}, s:[{s:{s:{s:s}, s:o}}]}", "ruleId", f->rule->id,
                           "level", ncp_severity_name(f->severity), "message", "text",
                           f->message.ptr, f->message.len, "locations", "physicalLocation",
                           "artifactLocation", "uri", uri.ptr ? uri.ptr : "", "region", region(f));
    if (result && f->fixable &&
        json_object_set_new(result, "fixes", fixes(uri.ptr ? uri.ptr : "", f)) != 0) {
        json_decref(result);
        result = NULL;
    }
    ncp_buf_free(&uri);
    return result;
}

static json_t *rules(void)
{
    size_t count;
    const struct ncp_lint_rule *all = ncp_lint_rules(&count);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *rule = json_pack("{s:s, s:{s:s}, s:{s:s}}", "id", all[i].id, "shortDescription",
                                 "text", all[i].help, "defaultConfiguration", "level",
                                 ncp_severity_name(all[i].severity));
        if (json_array_append_new(list, rule) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

json_t *cli_sarif_log(json_t *results)
{
    return json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:s, s:o}]}", "$schema",
                     "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs",
                     "tool", "driver", "name", "ncpost", "version", NCP_VERSION, "rules", rules(),
                     "columnKind", "unicodeCodePoints", "results", results);
}
