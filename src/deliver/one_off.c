/* SPDX-License-Identifier: MIT */
/* A target from the command line. */
#include "post.h"

#include "duration.h"

#include <stdlib.h>
#include <string.h>

/* "NAME=VALUE" in two. */
static bool split(const char *word, char **name, const char **value)
{
    const char *equals = strchr(word, '=');
    if (!equals || equals == word || equals[1] == '\0')
        return false;
    *name = strndup(word, (size_t)(equals - word));
    *value = equals + 1;
    return *name != NULL;
}

static enum ncp_code add_pairs(json_t *object, const struct ncpi_words *words, const char *option,
                               bool env, struct ncp_error *err)
{
    for (size_t i = 0; i < words->count; i++) {
        char *name;
        const char *value;
        if (!split(words->items[i], &name, &value))
            return ncp_error_set(err, NCP_E_USAGE, "%s takes NAME=VALUE", option);
        json_t *item = env ? json_pack("{s:s}", "env", value) : json_string(value);
        int failed = json_object_set_new(object, name, item);
        free(name);
        if (failed)
            return ncp_error_set(err, NCP_E_USAGE, "%s: not UTF-8", option);
    }
    return NCP_OK;
}

static enum ncp_code add_duration(json_t *settings, const char *key, const char *text,
                                  struct ncp_error *err)
{
    int64_t ms;
    if (!text)
        return NCP_OK;
    if (!ncpi_duration(ncp_str_from(text), &ms))
        return ncp_error_set(err, NCP_E_USAGE, "--%s takes a duration such as 30s, 15m or 24h",
                             key);
    json_object_set_new(settings, key, json_string(text));
    return NCP_OK;
}

static enum ncp_code add_retries(json_t *settings, const char *text, struct ncp_error *err)
{
    char *end;
    if (!text)
        return NCP_OK;
    long n = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || n < 0 || n > 1000)
        return ncp_error_set(err, NCP_E_USAGE, "--retries takes a number from 0 to 1000");
    json_object_set_new(settings, "retries", json_integer(n));
    return NCP_OK;
}

/* --idempotent alone, =no, =yes or =DURATION. */
static enum ncp_code add_idempotent(json_t *settings, const char *text, struct ncp_error *err)
{
    if (!text)
        return NCP_OK;
    bool yes = *text == '\0' || strcmp(text, "yes") == 0;
    if (yes || strcmp(text, "no") == 0) {
        json_object_set_new(settings, "idempotent", json_boolean(yes));
        return NCP_OK;
    }
    return add_duration(settings, "idempotent", text, err);
}

static enum ncp_code fill(json_t *settings, const struct ncpi_post_options *o,
                          struct ncp_error *err)
{
    json_t *headers = json_object_get(settings, "headers");
    json_t *fields = json_object_get(settings, "fields");
    if (o->payload)
        json_object_set_new(settings, "format", json_string(o->payload));
    enum ncp_code code = add_idempotent(settings, o->idempotent, err);
    if (code == NCP_OK)
        code = add_duration(settings, "timeout", o->timeout, err);
    if (code == NCP_OK)
        code = add_retries(settings, o->retries, err);
    if (code == NCP_OK)
        code = add_pairs(headers, &o->header_env, "--header-env", true, err);
    return code == NCP_OK ? add_pairs(fields, &o->field, "--field", false, err) : code;
}

enum ncp_code ncpi_one_off(const struct ncpi_post_options *o, char **out, struct ncp_error *err)
{
    json_t *settings = json_pack("{s:s, s:b, s:{}, s:{}}", "url_env", o->webhook_env, "local",
                                 (int)o->local, "headers", "fields");
    if (!settings)
        return ncp_error_memory(err);
    enum ncp_code code = fill(settings, o, err);
    if (code == NCP_OK) {
        *out = json_dumps(settings, JSON_COMPACT);
        code = *out ? NCP_OK : ncp_error_memory(err);
    }
    json_decref(settings);
    return code;
}
