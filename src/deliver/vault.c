/* SPDX-License-Identifier: MIT */
/* Masking: no secret shows, in whatever spelling it comes back. */
#include "secret.h"

#include "base/array.h"

#include <curl/curl.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#define SHORTEST 4 /* shorter ones would mask half of every sentence */
#define PART_MIN 8
#define MASK     NCP_STR("***")

/* ---- the list -------------------------------------------------------------- */

static void add_spelling(struct ncpi_vault *vault, struct ncp_str text)
{
    if (text.len < SHORTEST)
        return;
    for (size_t i = 0; i < vault->count; i++)
        if (ncp_str_equal((struct ncp_str){vault->items[i].ptr, vault->items[i].len}, text))
            return;
    if (!NCPI_ROOM(vault) || ncpi_secret_copy(&vault->items[vault->count], text, NULL) != NCP_OK) {
        vault->failed = true;
        return;
    }
    vault->count++;
}

static void add_buffer(struct ncpi_vault *vault, struct ncp_buf *buf)
{
    vault->failed = vault->failed || buf->failed;
    add_spelling(vault, ncp_buf_str(buf));
    ncpi_buf_wipe(buf);
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           strchr("-._~", c) != NULL;
}

static void add_encoded(struct ncpi_vault *vault, struct ncp_str text, bool keep_slash,
                        const char *hex_format)
{
    struct ncp_buf out = NCP_BUF_INIT;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c != '\0' && (is_unreserved(c) || (keep_slash && c == '/')))
            ncp_buf_add_char(&out, c);
        else
            ncp_buf_add_format(&out, hex_format, (unsigned char)c);
    }
    add_buffer(vault, &out);
}

static void add_decoded(struct ncpi_vault *vault, struct ncp_str text)
{
    int len = 0;
    if (text.len > 65536)
        return;
    char *plain = curl_easy_unescape(NULL, text.ptr, (int)text.len, &len);
    if (plain && len > 0)
        add_spelling(vault, (struct ncp_str){plain, (size_t)len});
    curl_free(plain);
}

static void add_base64(struct ncpi_vault *vault, struct ncp_str text)
{
    if (text.len > 65536)
        return;
    char *out = malloc((text.len + 2) / 3 * 4 + 1);
    if (!out) {
        vault->failed = true;
        return;
    }
    int len = EVP_EncodeBlock((unsigned char *)out, (const unsigned char *)text.ptr, (int)text.len);
    add_spelling(vault, (struct ncp_str){out, (size_t)len});
    free(out);
}

/* As JSON may have it: PHP writes every slash as \/. */
static void add_escaped(struct ncpi_vault *vault, struct ncp_str text)
{
    struct ncp_buf out = NCP_BUF_INIT;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '/' || text.ptr[i] == '"' || text.ptr[i] == '\\')
            ncp_buf_add_char(&out, '\\');
        ncp_buf_add_char(&out, text.ptr[i]);
    }
    add_buffer(vault, &out);
}

void ncpi_vault_add(struct ncpi_vault *vault, struct ncp_str text)
{
    if (text.len < SHORTEST)
        return;
    add_spelling(vault, text);
    add_encoded(vault, text, false, "%%%02X");
    add_encoded(vault, text, false, "%%%02x");
    add_encoded(vault, text, true, "%%%02X");
    add_decoded(vault, text);
    add_base64(vault, text);
    add_escaped(vault, text);
}

/* The pieces of `text` between any of `separators`. */
static void add_parts(struct ncpi_vault *vault, struct ncp_str text, const char *separators)
{
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && !strchr(separators, text.ptr[i]))
            continue;
        if (i - start >= PART_MIN)
            ncpi_vault_add(vault, ncp_str_sub(text, start, i));
        start = i + 1;
    }
}

/* What libcurl makes of a user and a password in the URL. */
static void add_user(struct ncpi_vault *vault, CURLU *handle)
{
    char *user = NULL, *password = NULL;
    if (curl_url_get(handle, CURLUPART_USER, &user, CURLU_URLDECODE) == CURLUE_OK) {
        bool has =
            curl_url_get(handle, CURLUPART_PASSWORD, &password, CURLU_URLDECODE) == CURLUE_OK;
        struct ncp_buf pair = NCP_BUF_INIT;
        ncp_buf_add_format(&pair, "%s:%s", user, has ? password : "");
        ncpi_vault_add(vault, ncp_buf_str(&pair));
        ncpi_buf_wipe(&pair);
    }
    curl_free(user);
    curl_free(password);
}

void ncpi_vault_add_url(struct ncpi_vault *vault, const char *url)
{
    static const CURLUPart parts[] = {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_PATH,
                                      CURLUPART_QUERY, CURLUPART_FRAGMENT};
    CURLU *handle = curl_url();
    if (!handle ||
        curl_url_set(handle, CURLUPART_URL, url, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        ncpi_vault_add(vault, ncp_str_from(url));
        curl_url_cleanup(handle);
        return;
    }
    add_user(vault, handle);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char *part = NULL;
        if (curl_url_get(handle, parts[i], &part, 0) != CURLUE_OK)
            continue;
        ncpi_vault_add(vault, ncp_str_from(part));
        add_parts(vault, ncp_str_from(part), "&=;");
        add_parts(vault, ncp_str_from(part), "/&=;");
        curl_free(part);
    }
    curl_url_cleanup(handle);
}

void ncpi_vault_free(struct ncpi_vault *vault)
{
    for (size_t i = 0; i < vault->count; i++)
        ncpi_secret_free(&vault->items[i]);
    free(vault->items);
    *vault = (struct ncpi_vault)NCPI_VAULT_INIT;
}

/* ---- masking --------------------------------------------------------------- */

/* Length of the longest secret that stands at `at`, or whose beginning is all
 * that is left there; 0 where none does. */
static size_t secret_at(const struct ncpi_vault *vault, struct ncp_str text, size_t at)
{
    size_t longest = 0;
    size_t left = text.len - at;
    for (size_t i = 0; i < vault->count; i++) {
        const struct ncpi_secret *s = &vault->items[i];
        size_t len = s->len < left ? s->len : left;
        if (len > longest && len >= SHORTEST && memcmp(text.ptr + at, s->ptr, len) == 0)
            longest = len;
    }
    return longest;
}

void ncpi_vault_mask(const struct ncpi_vault *vault, struct ncp_str text, struct ncp_buf *out)
{
    if (vault->failed) {
        ncp_buf_add(out, MASK);
        return;
    }
    for (size_t at = 0; at < text.len;) {
        size_t len = secret_at(vault, text, at);
        if (len > 0)
            ncp_buf_add(out, MASK);
        else
            ncp_buf_add_char(out, text.ptr[at]);
        at += len > 0 ? len : 1;
    }
}
