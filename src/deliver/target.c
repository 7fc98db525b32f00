/* SPDX-License-Identifier: MIT */
/* Reading a target's settings. */
#include "target.h"

#include "duration.h"
#include "sign.h"
#include "url.h"

#include <stdlib.h>
#include <string.h>

/* What the reading of one target needs throughout. */
struct reading {
    struct ncpi_target *target;
    json_t *settings;
    const char *dir;
    bool secrets;
    struct ncp_error *err;
};

static enum ncp_code wrong(const struct reading *r, const char *key, const char *what)
{
    return ncp_error_set(r->err, NCP_E_CONFIG, "target %s: “%s” %s", r->target->name, key, what);
}

static const char *text_of(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* ---- secrets -------------------------------------------------------------------- */

static enum ncp_code from_file(const struct reading *r, const char *name, struct ncpi_secret *out)
{
    struct ncp_buf path = NCP_BUF_INIT;
    if (name[0] != '/' && r->dir)
        ncp_buf_add_format(&path, "%s/", r->dir);
    ncp_buf_add_cstr(&path, name);
    enum ncp_code code =
        path.failed ? ncp_error_memory(r->err) : ncpi_secret_from_file(out, path.ptr, r->err);
    ncp_buf_free(&path);
    return code;
}

/* The secret that PREFIX_env or PREFIX_file of `object` names. */
static enum ncp_code fetch(const struct reading *r, json_t *object, const char *prefix,
                           bool required, struct ncpi_secret *out)
{
    struct ncp_buf key = NCP_BUF_INIT;
    ncp_buf_add_format(&key, "%s_env", prefix);
    const char *env = key.failed ? NULL : text_of(object, key.ptr);
    ncp_buf_clear(&key);
    ncp_buf_add_format(&key, "%s_file", prefix);
    const char *file = key.failed ? NULL : text_of(object, key.ptr);
    ncp_buf_free(&key);
    enum ncp_code code = NCP_OK;
    if (env && file)
        code = wrong(r, prefix, "comes from the environment or from a file, not both");
    else if (!env && !file && required)
        code = wrong(r, prefix, "is missing: name it with _env or _file");
    else if (r->secrets && env)
        code = ncpi_secret_from_env(out, env, r->err);
    else if (r->secrets && file)
        code = from_file(r, file, out);
    if (code == NCP_OK && out->ptr)
        ncpi_vault_add(&r->target->vault, (struct ncp_str){out->ptr, out->len});
    return code;
}

static enum ncp_code read_urls(const struct reading *r)
{
    struct ncpi_target *t = r->target;
    struct ncpi_secret given = NCPI_SECRET_INIT;
    enum ncp_code code = fetch(r, r->settings, "url", true, &given);
    if (code != NCP_OK || !given.ptr)
        return code;
    ncpi_vault_add_url(&t->vault, given.ptr);
    struct ncp_buf what = NCP_BUF_INIT;
    ncp_buf_add_format(&what, "the URL of target %s", t->name);
    code = ncpi_url_check(given.ptr, t->local, what.ptr ? what.ptr : "the URL", r->err);
    ncp_buf_free(&what);
    const char *session = text_of(json_object_get(t->format.doc, "session"), "path");
    bool base = ncpi_format_flag(&t->format, "base");
    if (code == NCP_OK)
        code = ncpi_url_extend(given.ptr, ncpi_format_text(&t->format, "path"), base,
                               ncpi_format_text(&t->format, "query"), &t->url, r->err);
    if (code == NCP_OK && session)
        code = ncpi_url_extend(given.ptr, session, base, NULL, &t->session_url, r->err);
    if (code == NCP_OK)
        ncpi_vault_add_url(&t->vault, t->url.ptr);
    ncpi_secret_free(&given);
    return code;
}

/* The base64 of user and password together is a spelling of its own. */
static enum ncp_code hide_basic(const struct reading *r)
{
    struct ncp_buf value = NCP_BUF_INIT;
    enum ncp_code code = ncpi_sign_basic(r->target->user, &r->target->keys[0], &value, r->err);
    if (code == NCP_OK)
        ncpi_vault_add(&r->target->vault,
                       ncp_str_sub(ncp_buf_str(&value), sizeof "Basic " - 1, value.len));
    ncpi_buf_wipe(&value);
    return code;
}

static enum ncp_code read_sign(const struct reading *r)
{
    static const char *const methods[] = {
        [NCPI_SIGN_STANDARD] = "standard-webhooks",
        [NCPI_SIGN_GITHUB] = "github",
        [NCPI_SIGN_BEARER] = "bearer",
        [NCPI_SIGN_BASIC] = "basic",
    };
    json_t *sign = json_object_get(r->settings, "sign");
    const char *method = text_of(sign, "method");
    if (!sign)
        return NCP_OK;
    for (size_t i = NCPI_SIGN_STANDARD; method && i <= NCPI_SIGN_BASIC; i++)
        if (strcmp(methods[i], method) == 0)
            r->target->signing = (enum ncpi_signing)i;
    if (r->target->signing == NCPI_SIGN_NOTHING)
        return wrong(r, "sign", "needs a method: standard-webhooks, github, bearer or basic");
    if (r->target->signing == NCPI_SIGN_BASIC && !r->target->user)
        return wrong(r, "user", "is missing: basic needs it");
    enum ncp_code code = fetch(r, sign, "secret", true, &r->target->keys[0]);
    if (code == NCP_OK && r->target->signing == NCPI_SIGN_BASIC && r->target->keys[0].ptr)
        code = hide_basic(r);
    return code == NCP_OK ? fetch(r, sign, "second", false, &r->target->keys[1]) : code;
}

static enum ncp_code read_session(const struct reading *r)
{
    struct ncpi_target *t = r->target;
    if (!json_object_get(t->format.doc, "session"))
        return NCP_OK;
    if (!t->user)
        return wrong(r, "user", "is missing: the format needs a session");
    return fetch(r, r->settings, "password", true, &t->password);
}

/* ---- headers ---------------------------------------------------------------------- */

static bool is_token(const char *name)
{
    size_t len = strlen(name);
    return len > 0 && strspn(name, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == len;
}

/* What we set ourselves, or what would change how the request is framed. */
static bool is_reserved(const char *name)
{
    static const char *const names[] = {
        "Content-Length", "Transfer-Encoding", "Host", "Connection", "Expect",
        "Cookie",         "Idempotency-Key",   "TE",   "Upgrade"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ncp_str_equal_nocase(ncp_str_from(names[i]), ncp_str_from(name)))
            return true;
    return false;
}

/* A value is text, or {env: NAME}, or {file: NAME}. */
static enum ncp_code header_value(const struct reading *r, const char *name, json_t *value,
                                  struct ncpi_secret *out)
{
    const char *env = text_of(value, "env");
    const char *file = text_of(value, "file");
    const char *text = json_string_value(value);
    enum ncp_code code = NCP_OK;
    if (text)
        code = ncpi_secret_copy(out, ncp_str_from(text), r->err);
    else if (!env && !file)
        return wrong(r, name, "is neither text nor env: nor file:");
    else if (r->secrets)
        code = env ? ncpi_secret_from_env(out, env, r->err) : from_file(r, file, out);
    if (code == NCP_OK && out->ptr && strpbrk(out->ptr, "\r\n"))
        return wrong(r, name, "holds a line end");
    if (code == NCP_OK && !text && out->ptr)
        ncpi_vault_add(&r->target->vault, (struct ncp_str){out->ptr, out->len});
    return code;
}

static enum ncp_code read_headers(const struct reading *r)
{
    struct ncpi_target *t = r->target;
    json_t *headers = json_object_get(r->settings, "headers");
    const char *name;
    json_t *value;
    if (json_object_size(headers) == 0)
        return NCP_OK;
    t->headers = calloc(json_object_size(headers), sizeof *t->headers);
    if (!t->headers)
        return ncp_error_memory(r->err);
    json_object_foreach(headers, name, value)
    {
        if (!is_token(name) || is_reserved(name))
            return wrong(r, name, "is no header that can be set");
        struct ncpi_target_header *header = &t->headers[t->header_count++];
        header->name = strdup(name);
        if (!header->name)
            return ncp_error_memory(r->err);
        enum ncp_code code = header_value(r, name, value, &header->value);
        if (code != NCP_OK)
            return code;
    }
    return NCP_OK;
}

/* ---- times and numbers --------------------------------------------------------------- */

/* A number of seconds or a duration as text; absent leaves `*ms`. */
static enum ncp_code read_duration(const struct reading *r, json_t *object, const char *key,
                                   int64_t *ms)
{
    json_t *value = json_object_get(object, key);
    double seconds = json_number_value(value);
    if (!value)
        return NCP_OK;
    if (json_is_number(value) && seconds >= 0 && seconds < 315360000)
        *ms = (int64_t)(seconds * 1000);
    else if (!json_is_string(value) || !ncpi_duration(ncp_str_from(json_string_value(value)), ms))
        return wrong(r, key, "is no duration such as 30s, 15m or 24h");
    return NCP_OK;
}

static enum ncp_code read_count(const struct reading *r, json_t *object, const char *key, int least,
                                int most, int *out)
{
    json_t *value = json_object_get(object, key);
    json_int_t n = json_integer_value(value);
    if (!value)
        return NCP_OK;
    if (!json_is_integer(value) || n < least || n > most)
        return wrong(r, key, "is out of range");
    *out = (int)n;
    return NCP_OK;
}

static enum ncp_code read_retries(const struct reading *r)
{
    struct ncpi_policy *policy = &r->target->policy;
    json_t *retries = json_object_get(r->settings, "retries");
    int more = policy->attempts - 1;
    if (json_is_integer(retries)) {
        enum ncp_code code = read_count(r, r->settings, "retries", 0, 1000, &more);
        policy->attempts = more + 1;
        return code;
    }
    enum ncp_code code = read_count(r, retries, "attempts", 1, 1000, &policy->attempts);
    if (code == NCP_OK)
        code = read_duration(r, retries, "base", &policy->base);
    if (code == NCP_OK)
        code = read_duration(r, retries, "cap", &policy->cap);
    return code == NCP_OK ? read_duration(r, retries, "deadline", &policy->deadline) : code;
}

/* no, yes (24h), or for how long; the format's own word where it is not said. */
static enum ncp_code read_idempotent(const struct reading *r)
{
    int64_t *keeps = &r->target->policy.keeps;
    json_t *value = json_object_get(r->settings, "idempotent");
    const char *text = json_string_value(value);
    if (!value) {
        const char *word = ncpi_format_text(&r->target->format, "idempotent");
        return !word || ncpi_duration(ncp_str_from(word), keeps)
                   ? NCP_OK
                   : wrong(r, "idempotent", "of the format is no duration");
    }
    *keeps = 0;
    if (json_is_false(value) || (text && strcmp(text, "no") == 0))
        return NCP_OK;
    if (!json_is_true(value))
        return read_duration(r, r->settings, "idempotent", keeps);
    *keeps = INT64_C(24) * 3600000;
    return NCP_OK;
}

static enum ncp_code read_pace(const struct reading *r)
{
    struct ncpi_target *t = r->target;
    const char *rate = text_of(r->settings, "rate");
    if (rate && !ncpi_rate(ncp_str_from(rate), &t->interval))
        return wrong(r, "rate", "is no rate such as 30/m or 1/s");
    enum ncp_code code = read_count(r, r->settings, "concurrency", 1, 64, &t->concurrency);
    if (code == NCP_OK)
        code = read_duration(r, r->settings, "timeout", &t->timeout);
    if (code == NCP_OK)
        code = read_duration(r, r->settings, "connect_timeout", &t->connect_timeout);
    if (code == NCP_OK && (t->timeout <= 0 || t->connect_timeout <= 0))
        code = wrong(r, "timeout", "must be more than 0");
    return code;
}

static enum ncp_code read_schedule(const struct reading *r)
{
    const char *schedule = text_of(r->settings, "schedule");
    if (!schedule || strcmp(schedule, "outbox") == 0)
        return NCP_OK;
    if (strcmp(schedule, "remote") != 0)
        return wrong(r, "schedule", "is outbox or remote");
    if (!ncpi_format_flag(&r->target->format, "remote_schedule"))
        return wrong(r, "schedule", "cannot be remote: the format has no place for a time");
    r->target->remote_schedule = true;
    return NCP_OK;
}

/* ---- all together --------------------------------------------------------------------- */

static enum ncp_code copy_text(const struct reading *r, const char *key, char **out)
{
    const char *text = text_of(r->settings, key);
    *out = text ? strdup(text) : NULL;
    return text && !*out ? ncp_error_memory(r->err) : NCP_OK;
}

/* The template's `target`: the fields, and the user for those that name it. */
static enum ncp_code read_fields(const struct reading *r)
{
    json_t *fields = json_object_get(r->settings, "fields");
    r->target->fields = fields ? json_deep_copy(fields) : json_object();
    if (r->target->fields && r->target->user && !json_object_get(r->target->fields, "user"))
        json_object_set_new(r->target->fields, "user", json_string(r->target->user));
    if (!r->target->fields)
        return ncp_error_memory(r->err);
    return ncpi_format_needs(&r->target->format, r->target->fields, r->err);
}

static enum ncp_code read_format(const struct reading *r)
{
    const char *name = text_of(r->settings, "format");
    return ncpi_format_load(name ? name : "generic", r->dir, &r->target->format, r->err);
}

static enum ncp_code read_plain(const struct reading *r)
{
    enum ncp_code code = copy_text(r, "user", &r->target->user);
    if (code == NCP_OK)
        code = copy_text(r, "network", &r->target->network);
    r->target->local = json_is_true(json_object_get(r->settings, "local"));
    return code == NCP_OK ? read_fields(r) : code;
}

enum ncp_code ncpi_target_load(const char *name, json_t *settings, const char *dir, bool secrets,
                               struct ncpi_target *out, struct ncp_error *err)
{
    static enum ncp_code (*const steps[])(const struct reading *) = {
        read_format, read_plain, read_schedule, read_idempotent, read_retries,
        read_pace,   read_sign,  read_session,  read_headers,    read_urls,
    };
    struct ncpi_target target = {
        .policy = ncpi_default_policy,
        .timeout = 30000,
        .connect_timeout = 10000,
        .concurrency = 2,
        .vault = NCPI_VAULT_INIT,
    };
    struct reading r = {&target, settings, dir, secrets, err};
    target.name = strdup(name);
    enum ncp_code code = target.name ? NCP_OK : ncp_error_memory(err);
    for (size_t i = 0; code == NCP_OK && i < sizeof steps / sizeof *steps; i++)
        code = steps[i](&r);
    if (code == NCP_OK)
        *out = target;
    else
        ncpi_target_free(&target);
    return code;
}

void ncpi_target_free(struct ncpi_target *target)
{
    for (size_t i = 0; i < target->header_count; i++) {
        free(target->headers[i].name);
        ncpi_secret_free(&target->headers[i].value);
    }
    free(target->headers);
    free(target->name);
    free(target->user);
    free(target->network);
    ncpi_secret_free(&target->url);
    ncpi_secret_free(&target->session_url);
    ncpi_secret_free(&target->password);
    ncpi_secret_free(&target->keys[0]);
    ncpi_secret_free(&target->keys[1]);
    ncpi_format_free(&target->format);
    json_decref(target->fields);
    ncpi_vault_free(&target->vault);
    memset(target, 0, sizeof *target);
}
