/* SPDX-License-Identifier: MIT */
/* HMAC signatures as receivers check them. */
#include "sign.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

static void add_base64(struct ncp_buf *out, const unsigned char *bytes, size_t len)
{
    unsigned char text[5];
    for (size_t at = 0; at < len; at += 3) {
        int n = len - at < 3 ? (int)(len - at) : 3;
        EVP_EncodeBlock(text, bytes + at, n);
        ncp_buf_add_cstr(out, (const char *)text);
    }
}

static bool hmac(const unsigned char *key, size_t key_len, struct ncp_str message,
                 unsigned char *mac)
{
    unsigned len = 0;
    return key_len <= INT_MAX &&
           HMAC(EVP_sha256(), key, (int)key_len, (const unsigned char *)message.ptr, message.len,
                mac, &len) &&
           len == 32;
}

/* Strict base64; the key in `*key` (free, `*len` bytes of it used). */
static bool decode_key(struct ncp_str text, unsigned char **key, size_t *len)
{
    struct ncp_str prefix = NCP_STR("whsec_");
    if (ncp_str_starts(text, prefix))
        text = ncp_str_sub(text, prefix.len, text.len);
    if (text.len == 0 || text.len % 4 != 0 || text.len > 4096 ||
        ncp_str_find(ncp_str_sub(text, 0, text.len - 2), NCP_STR("="), 0) != SIZE_MAX)
        return false;
    *key = malloc(text.len / 4 * 3);
    if (!*key)
        return false;
    int n = EVP_DecodeBlock(*key, (const unsigned char *)text.ptr, (int)text.len);
    size_t padding = (size_t)(text.ptr[text.len - 1] == '=') + (text.ptr[text.len - 2] == '=');
    if (n < 0 || (size_t)n <= padding) {
        free(*key);
        return false;
    }
    *len = (size_t)n - padding;
    return true;
}

static enum ncp_code sign_one(const struct ncpi_secret *key, struct ncp_str message,
                              struct ncp_buf *out, struct ncp_error *err)
{
    unsigned char *bytes;
    size_t len;
    unsigned char mac[32];
    if (!decode_key((struct ncp_str){key->ptr, key->len}, &bytes, &len))
        return ncp_error_set(err, NCP_E_CONFIG,
                             "the signing key is not base64, with or without whsec_ before it");
    bool ok = hmac(bytes, len, message, mac);
    OPENSSL_cleanse(bytes, len);
    free(bytes);
    if (!ok)
        return ncp_error_set(err, NCP_E_INTERNAL, "cannot sign");
    ncp_buf_add_cstr(out, "v1,");
    add_base64(out, mac, sizeof mac);
    return NCP_OK;
}

enum ncp_code ncpi_sign_standard(const struct ncpi_secret *keys, size_t count, const char *id,
                                 int64_t seconds, struct ncp_str body, struct ncp_buf *out,
                                 struct ncp_error *err)
{
    struct ncp_buf message = NCP_BUF_INIT;
    ncp_buf_add_format(&message, "%s.%lld.", id, (long long)seconds);
    ncp_buf_add(&message, body);
    enum ncp_code code = message.failed ? ncp_error_memory(err) : NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < count; i++) {
        if (i > 0)
            ncp_buf_add_char(out, ' ');
        code = sign_one(&keys[i], ncp_buf_str(&message), out, err);
    }
    ncp_buf_free(&message);
    return code == NCP_OK && out->failed ? ncp_error_memory(err) : code;
}

enum ncp_code ncpi_sign_github(const struct ncpi_secret *key, struct ncp_str body,
                               struct ncp_buf *out, struct ncp_error *err)
{
    unsigned char mac[32];
    if (!hmac((const unsigned char *)key->ptr, key->len, body, mac))
        return ncp_error_set(err, NCP_E_INTERNAL, "cannot sign");
    ncp_buf_add_cstr(out, "sha256=");
    for (size_t i = 0; i < sizeof mac; i++)
        ncp_buf_add_format(out, "%02x", mac[i]);
    return out->failed ? ncp_error_memory(err) : NCP_OK;
}

enum ncp_code ncpi_sign_basic(const char *user, const struct ncpi_secret *password,
                              struct ncp_buf *out, struct ncp_error *err)
{
    struct ncp_buf pair = NCP_BUF_INIT;
    ncp_buf_add_format(&pair, "%s:%s", user, password->ptr);
    ncp_buf_add_cstr(out, "Basic ");
    if (!pair.failed)
        add_base64(out, (const unsigned char *)pair.ptr, pair.len);
    bool failed = pair.failed || out->failed;
    ncpi_buf_wipe(&pair);
    return failed ? ncp_error_memory(err) : NCP_OK;
}
