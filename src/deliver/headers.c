/* SPDX-License-Identifier: MIT */
/* The headers of a request. */
#include "target.h"

#include "sign.h"
#include "template.h"

#include <string.h>

struct adding {
    ncpi_header_adder *add;
    void *data;
    struct ncp_error *err;
};

/* "Name: value"; a line end in a value would begin a header of its own. */
static enum ncp_code add(const struct adding *a, const char *name, struct ncp_str value,
                         bool secret)
{
    struct ncp_buf line = NCP_BUF_INIT;
    if (memchr(value.ptr ? value.ptr : "", '\n', value.len) ||
        memchr(value.ptr ? value.ptr : "", '\r', value.len))
        return ncp_error_set(a->err, NCP_E_CONFIG, "the header %s holds a line end", name);
    ncp_buf_add_format(&line, "%s: ", name);
    ncp_buf_add(&line, value);
    bool ok = !line.failed && a->add(a->data, ncp_buf_str(&line), secret);
    ncpi_buf_wipe(&line);
    return ok ? NCP_OK : ncp_error_memory(a->err);
}

static enum ncp_code add_buffer(const struct adding *a, const char *name, enum ncp_code code,
                                struct ncp_buf *value, bool secret)
{
    if (code == NCP_OK)
        code = value->failed ? ncp_error_memory(a->err) : add(a, name, ncp_buf_str(value), secret);
    ncpi_buf_wipe(value);
    return code;
}

/* ---- by the format ------------------------------------------------------------- */

static enum ncp_code add_format_headers(const struct adding *a, const struct ncpi_target *target,
                                        json_t *context)
{
    json_t *headers = NULL;
    const char *name;
    json_t *value;
    json_t *template = json_object_get(target->format.doc, "headers");
    if (!template)
        return NCP_OK;
    enum ncp_code code = ncpi_template_render(template, context, &headers, a->err);
    json_object_foreach(headers, name, value)
    {
        const char *text = json_string_value(value);
        if (code == NCP_OK && text)
            code = add(a, name, ncp_str_from(text), false);
    }
    json_decref(headers);
    return code;
}

bool ncpi_target_with_key(const struct ncpi_target *target)
{
    return json_object_get(json_object_get(target->format.doc, "headers"), "Idempotency-Key") !=
           NULL;
}

/* ---- signatures ------------------------------------------------------------------ */

/* What a signature is made over. */
struct signing {
    const struct ncpi_target *target;
    const char *id;
    int64_t seconds;
    struct ncp_str body;
};

static enum ncp_code sign_standard(const struct adding *a, const struct signing *s)
{
    struct ncp_buf time = NCP_BUF_INIT;
    struct ncp_buf signature = NCP_BUF_INIT;
    size_t count = s->target->keys[1].ptr ? 2 : 1;
    enum ncp_code code =
        ncpi_sign_standard(s->target->keys, count, s->id, s->seconds, s->body, &signature, a->err);
    ncp_buf_add_format(&time, "%lld", (long long)s->seconds);
    if (code == NCP_OK)
        code = add(a, "webhook-id", ncp_str_from(s->id), false);
    code = add_buffer(a, "webhook-timestamp", code, &time, false);
    return add_buffer(a, "webhook-signature", code, &signature, true);
}

static enum ncp_code sign_github(const struct adding *a, const struct signing *s)
{
    struct ncp_buf signature = NCP_BUF_INIT;
    enum ncp_code code = ncpi_sign_github(&s->target->keys[0], s->body, &signature, a->err);
    return add_buffer(a, "X-Hub-Signature-256", code, &signature, true);
}

static enum ncp_code bearer(const struct adding *a, const struct ncpi_secret *token)
{
    struct ncp_buf value = NCP_BUF_INIT;
    ncp_buf_add_format(&value, "Bearer %s", token->ptr);
    return add_buffer(a, "Authorization", NCP_OK, &value, true);
}

static enum ncp_code sign_bearer(const struct adding *a, const struct signing *s)
{
    return bearer(a, &s->target->keys[0]);
}

static enum ncp_code sign_basic(const struct adding *a, const struct signing *s)
{
    struct ncp_buf value = NCP_BUF_INIT;
    enum ncp_code code = ncpi_sign_basic(s->target->user, &s->target->keys[0], &value, a->err);
    return add_buffer(a, "Authorization", code, &value, true);
}

static enum ncp_code sign(const struct adding *a, const struct signing *s)
{
    static enum ncp_code (*const methods[])(const struct adding *, const struct signing *) = {
        [NCPI_SIGN_STANDARD] = sign_standard,
        [NCPI_SIGN_GITHUB] = sign_github,
        [NCPI_SIGN_BEARER] = sign_bearer,
        [NCPI_SIGN_BASIC] = sign_basic,
    };
    return s->target->signing == NCPI_SIGN_NOTHING ? NCP_OK : methods[s->target->signing](a, s);
}

enum ncp_code ncpi_target_headers(const struct ncpi_target *target, json_t *context, const char *id,
                                  int64_t seconds, struct ncp_str body,
                                  const struct ncpi_secret *token, ncpi_header_adder *adder,
                                  void *data, struct ncp_error *err)
{
    struct adding a = {adder, data, err};
    struct signing s = {target, id, seconds, body};
    enum ncp_code code = add(&a, "Content-Type", NCP_STR("application/json"), false);
    if (code == NCP_OK)
        code = add_format_headers(&a, target, context);
    for (size_t i = 0; code == NCP_OK && i < target->header_count; i++)
        code =
            add(&a, target->headers[i].name,
                (struct ncp_str){target->headers[i].value.ptr, target->headers[i].value.len}, true);
    if (code == NCP_OK)
        code = sign(&a, &s);
    if (code == NCP_OK && token)
        code = bearer(&a, token);
    return code;
}
