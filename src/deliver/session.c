/* SPDX-License-Identifier: MIT */
/* Sessions by password. */
#include "session.h"

#include <openssl/crypto.h>
#include <string.h>

#define FRESH (INT64_C(30) * 60000)

static const char *word(const struct ncpi_target *target, const char *key)
{
    return json_string_value(json_object_get(json_object_get(target->format.doc, "session"), key));
}

/* Written by hand and not by a JSON library, whose copies nobody would wipe. */
static void add_json_string(struct ncp_buf *out, const char *text)
{
    ncp_buf_add_char(out, '"');
    for (; text && *text; text++) {
        if (*text == '"' || *text == '\\')
            ncp_buf_add_char(out, '\\');
        if ((unsigned char)*text < 0x20)
            ncp_buf_add_format(out, "\\u%04x", (unsigned char)*text);
        else
            ncp_buf_add_char(out, *text);
    }
    ncp_buf_add_char(out, '"');
}

void ncpi_session_body(const struct ncpi_target *target, struct ncp_buf *out)
{
    ncp_buf_add_char(out, '{');
    add_json_string(out, word(target, "user"));
    ncp_buf_add_char(out, ':');
    add_json_string(out, target->user);
    ncp_buf_add_char(out, ',');
    add_json_string(out, word(target, "password"));
    ncp_buf_add_char(out, ':');
    add_json_string(out, target->password.ptr);
    ncp_buf_add_char(out, '}');
}

/* Fit for a header: RFC 6750's b64token. */
static bool is_token(const char *text)
{
    size_t len = text ? strlen(text) : 0;
    return len > 0 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                   "-._~+/=") == len;
}

bool ncpi_session_token(const struct ncpi_target *target, struct ncp_str body,
                        struct ncpi_secret *token)
{
    const char *key = word(target, "token");
    json_t *answer = json_loadb(body.ptr, body.len, 0, NULL);
    json_t *value = key ? json_object_get(answer, key) : NULL;
    const char *text = json_string_value(value);
    ncpi_secret_free(token);
    bool ok = is_token(text) && ncpi_secret_copy(token, ncp_str_from(text), NULL) == NCP_OK;
    if (text)
        OPENSSL_cleanse((char *)(uintptr_t)text, json_string_length(value));
    json_decref(answer);
    return ok;
}

bool ncpi_session_fresh(struct ncpi_channel *channel, int64_t mono)
{
    if (channel->token.ptr && mono - channel->token_at >= FRESH)
        ncpi_secret_free(&channel->token);
    return channel->token.ptr != NULL;
}
