/* SPDX-License-Identifier: MIT */
/* URLs: what may be sent to, and how it shows. */
#include "url.h"

#include "address.h"

#include <curl/curl.h>
#include <string.h>

static CURLU *parse(const char *url)
{
    CURLU *handle = curl_url();
    if (handle && curl_url_set(handle, CURLUPART_URL, url, CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK)
        return handle;
    curl_url_cleanup(handle);
    return NULL;
}

/* curl_free() the result; NULL where there is no such part. */
static char *part(CURLU *handle, CURLUPart which, unsigned flags)
{
    char *value = NULL;
    return curl_url_get(handle, which, &value, flags) == CURLUE_OK ? value : NULL;
}

bool ncpi_url_host(const char *url, char **host, bool *https)
{
    CURLU *handle = parse(url);
    if (!handle)
        return false;
    char *scheme = part(handle, CURLUPART_SCHEME, 0);
    *host = part(handle, CURLUPART_HOST, 0);
    *https = scheme && strcmp(scheme, "https") == 0;
    bool known = *https || (scheme && strcmp(scheme, "http") == 0);
    curl_free(scheme);
    curl_url_cleanup(handle);
    if (known && *host && **host)
        return true;
    curl_free(*host);
    return false;
}

enum ncp_code ncpi_url_check(const char *url, bool local, const char *what, struct ncp_error *err)
{
    char *host;
    bool https;
    if (!ncpi_url_host(url, &host, &https))
        return ncp_error_set(err, NCP_E_CONFIG, "%s is no http or https URL", what);
    bool private = ncpi_host_private(host);
    curl_free(host);
    if (private && !local) {
        ncp_error_set(err, NCP_E_CONFIG, "%s points to this machine or a private network", what);
        ncp_error_hint(err, "say local: yes in the profile, or --local, if it is meant to");
        return NCP_E_CONFIG;
    }
    if (!https && !local) {
        ncp_error_set(err, NCP_E_CONFIG, "%s is not https", what);
        ncp_error_hint(err, "plain http is for local targets only");
        return NCP_E_CONFIG;
    }
    return NCP_OK;
}

/* ---- extending -------------------------------------------------------------- */

static bool set_path(CURLU *handle, const char *path, bool base)
{
    char *own = part(handle, CURLUPART_PATH, 0);
    struct ncp_str before = ncp_str_from(own);
    if (ncp_str_ends(before, NCP_STR("/")))
        before.len--;
    bool ok = true;
    if (before.len == 0 || (base && !ncp_str_ends(before, ncp_str_from(path)))) {
        struct ncp_buf whole = NCP_BUF_INIT;
        ncp_buf_add(&whole, before);
        ncp_buf_add_cstr(&whole, path);
        ok = !whole.failed && curl_url_set(handle, CURLUPART_PATH, whole.ptr, 0) == CURLUE_OK;
        ncpi_buf_wipe(&whole);
    }
    curl_free(own);
    return ok;
}

static bool has_parameter(struct ncp_str query, struct ncp_str name)
{
    size_t start = 0;
    for (size_t i = 0; i <= query.len; i++) {
        if (i < query.len && query.ptr[i] != '&')
            continue;
        struct ncp_str pair = ncp_str_sub(query, start, i);
        struct ncp_str key = ncp_str_sub(pair, 0, ncp_str_find(pair, NCP_STR("="), 0));
        if (ncp_str_equal(key, name))
            return true;
        start = i + 1;
    }
    return false;
}

/* `parameter` is "name=value". */
static bool add_parameter(CURLU *handle, struct ncp_str parameter)
{
    char *own = part(handle, CURLUPART_QUERY, 0);
    struct ncp_str name = ncp_str_sub(parameter, 0, ncp_str_find(parameter, NCP_STR("="), 0));
    bool ok = true;
    if (name.len > 0 && !has_parameter(ncp_str_from(own), name)) {
        struct ncp_buf text = NCP_BUF_INIT;
        ncp_buf_add(&text, parameter);
        ok = !text.failed &&
             curl_url_set(handle, CURLUPART_QUERY, text.ptr, CURLU_APPENDQUERY) == CURLUE_OK;
        ncp_buf_free(&text);
    }
    curl_free(own);
    return ok;
}

static bool add_query(CURLU *handle, struct ncp_str query)
{
    size_t start = 0;
    bool ok = true;
    for (size_t i = 0; ok && i <= query.len; i++) {
        if (i < query.len && query.ptr[i] != '&')
            continue;
        ok = add_parameter(handle, ncp_str_sub(query, start, i));
        start = i + 1;
    }
    return ok;
}

static enum ncp_code take_url(CURLU *handle, struct ncpi_secret *out, struct ncp_error *err)
{
    char *text = part(handle, CURLUPART_URL, 0);
    if (!text)
        return ncp_error_memory(err);
    enum ncp_code code = ncpi_secret_copy(out, ncp_str_from(text), err);
    curl_free(text);
    return code;
}

enum ncp_code ncpi_url_extend(const char *url, const char *path, bool base, const char *query,
                              struct ncpi_secret *out, struct ncp_error *err)
{
    CURLU *handle = parse(url);
    if (!handle)
        return ncp_error_set(err, NCP_E_CONFIG, "not a URL");
    bool ok = (!path || set_path(handle, path, base)) && add_query(handle, ncp_str_from(query)) &&
              curl_url_set(handle, CURLUPART_FRAGMENT, NULL, 0) == CURLUE_OK;
    enum ncp_code code = ok ? take_url(handle, out, err) : ncp_error_memory(err);
    curl_url_cleanup(handle);
    return code;
}

/* ---- following -------------------------------------------------------------- */

bool ncpi_url_follow(const char *url, const char *location, struct ncpi_secret *out)
{
    CURLU *handle = parse(url);
    if (!handle)
        return false;
    bool ok = *location && curl_url_set(handle, CURLUPART_URL, location, 0) == CURLUE_OK &&
              curl_url_set(handle, CURLUPART_FRAGMENT, NULL, 0) == CURLUE_OK &&
              take_url(handle, out, NULL) == NCP_OK;
    curl_url_cleanup(handle);
    return ok;
}

static bool same_part(CURLU *a, CURLU *b, CURLUPart which)
{
    char *x = part(a, which, CURLU_DEFAULT_PORT);
    char *y = part(b, which, CURLU_DEFAULT_PORT);
    bool same = x && y && ncp_str_equal_nocase(ncp_str_from(x), ncp_str_from(y));
    curl_free(x);
    curl_free(y);
    return same;
}

static bool has_user(CURLU *handle)
{
    char *user = part(handle, CURLUPART_USER, 0);
    curl_free(user);
    return user != NULL;
}

bool ncpi_url_same_origin(const char *a, const char *b)
{
    CURLU *x = parse(a);
    CURLU *y = parse(b);
    bool same = x && y && same_part(x, y, CURLUPART_SCHEME) && same_part(x, y, CURLUPART_HOST) &&
                same_part(x, y, CURLUPART_PORT) && !has_user(y);
    curl_url_cleanup(x);
    curl_url_cleanup(y);
    return same;
}

void ncpi_url_masked(const char *url, struct ncp_buf *out)
{
    CURLU *handle = parse(url);
    char *scheme = handle ? part(handle, CURLUPART_SCHEME, 0) : NULL;
    char *host = handle ? part(handle, CURLUPART_HOST, 0) : NULL;
    char *port = handle ? part(handle, CURLUPART_PORT, 0) : NULL;
    if (scheme && host)
        ncp_buf_add_format(out, "%s://%s%s%s/", scheme, host, port ? ":" : "", port ? port : "");
    ncp_buf_add_cstr(out, "***");
    curl_free(scheme);
    curl_free(host);
    curl_free(port);
    curl_url_cleanup(handle);
}
