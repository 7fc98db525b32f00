/* SPDX-License-Identifier: MIT */
/* Showing a request without sending it. */
#include "dry_run.h"

#include "report.h"
#include "url.h"

#include <stdlib.h>
#include <string.h>

/* Headers as an object; those that hold secrets are masked. */
static bool add_header(void *data, struct ncp_str line, bool secret)
{
    json_t *headers = data;
    size_t colon = ncp_str_find(line, NCP_STR(":"), 0);
    struct ncp_str value = ncp_str_trim(ncp_str_sub(line, colon + 1, line.len));
    json_t *shown = secret ? json_string("***") : json_stringn(value.ptr, value.len);
    return json_object_setn_new(headers, line.ptr, colon, shown) == 0;
}

static enum ncp_code make_headers(const struct ncpi_payload *payload, const char *id,
                                  const char *body, json_t *headers, struct ncp_error *err)
{
    const struct ncpi_target *target = payload->target;
    char hidden[] = "***";
    struct ncpi_secret token = {hidden, sizeof hidden - 1};
    json_t *context = json_pack("{s:s, s:O}", "key", id, "target", target->fields);
    enum ncp_code code =
        ncpi_target_headers(target, context, id, payload->now / 1000, ncp_str_from(body),
                            target->session_url.ptr ? &token : NULL, add_header, headers, err);
    json_decref(context);
    return code;
}

static enum ncp_code print_text(const struct ncpi_payload *payload, const char *url,
                                json_t *headers, const char *body, struct ncp_error *err)
{
    struct ncp_buf out = NCP_BUF_INIT;
    const char *name;
    json_t *value;
    if (payload->target->session_url.ptr) {
        ncp_buf_add_cstr(&out, "# after a session: POST ");
        ncpi_url_masked(payload->target->session_url.ptr, &out);
        ncp_buf_add_cstr(&out, "\n");
    }
    ncp_buf_add_format(&out, "POST %s\n", url);
    json_object_foreach(headers, name, value)
    {
        ncp_buf_add_format(&out, "%s: %s\n", name, json_string_value(value));
    }
    ncp_buf_add_format(&out, "\n%s\n", body);
    enum ncp_code code = out.failed ? ncp_error_memory(err) : ncpi_print(ncp_buf_str(&out), err);
    ncp_buf_free(&out);
    return code;
}

static enum ncp_code print_json(const struct ncpi_payload *payload, const char *url,
                                json_t *headers, const char *body, struct ncp_error *err)
{
    json_t *parsed = json_loads(body, 0, NULL);
    json_t *request = json_pack("{s:s, s:s, s:s, s:O, s:o}", "target", payload->target->name,
                                "method", "POST", "url", url, "headers", headers, "body", parsed);
    enum ncp_code code = request ? ncpi_print_json(request, false, err) : ncp_error_memory(err);
    json_decref(request);
    return code;
}

enum ncp_code ncpi_dry_run(const struct ncpi_payload *payload, const char *id, bool json,
                           struct ncp_error *err)
{
    struct ncpi_payload copy = *payload;
    struct ncp_buf url = NCP_BUF_INIT;
    json_t *headers = json_object();
    char *body = ncpi_payload_body(&copy, id, err);
    enum ncp_code code = body ? NCP_OK : (err->code != NCP_OK ? err->code : ncp_error_memory(err));
    if (code == NCP_OK)
        code = make_headers(payload, id, body, headers, err);
    ncpi_url_masked(payload->target->url.ptr, &url);
    if (code == NCP_OK && url.failed)
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        code = (json ? print_json : print_text)(payload, url.ptr, headers, body, err);
    ncp_buf_free(&url);
    json_decref(headers);
    free(body);
    return code;
}
