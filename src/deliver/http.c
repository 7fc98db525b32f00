/* SPDX-License-Identifier: MIT */
/* One HTTP request and its answer. */
#include "http.h"

#include "address.h"
#include "backoff.h"
#include "clock.h"
#include "proxy.h"
#include "url.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define HEAD_MAX      ((size_t)4 << 20)
#define UNWANTED_MAX  ((size_t)64 << 10) /* of a body that decides nothing */
#define UNWANTED_TIME 2000               /* milliseconds for it */
#define STALL_SECONDS 60L

static struct ncpi_moment now(void)
{
    return ncpi_now(&ncpi_system_clock);
}

/* ---- the address ------------------------------------------------------------------ */

/* Every address that libcurl is about to connect to passes here, so that no
 * name can lead elsewhere between a check and its use. A plain http target that
 * is local must be local indeed. */
static bool address_allowed(const struct ncpi_http *http, const struct sockaddr *address)
{
    if (http->proxied)
        return true;
    bool private = ncpi_address_private(address);
    return http->options.local ? private || http->https : !private;
}

static curl_socket_t open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct ncpi_http *http = data;
    (void)purpose;
    if (!address_allowed(http, &address->addr)) {
        http->blocked = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype, address->protocol);
}

/* The connection stands, TLS included: from here on a byte may have left. */
static int before_request(void *data, char *peer, char *own, int peer_port, int own_port)
{
    struct ncpi_http *http = data;
    (void)peer;
    (void)own;
    (void)peer_port;
    (void)own_port;
    http->answer.left = true;
    return CURL_PREREQFUNC_OK;
}

/* ---- the head ---------------------------------------------------------------------- */

/* The status of "HTTP/1.1 200 OK"; 0 for anything that is none. */
static int parse_status(struct ncp_str line)
{
    size_t at = ncp_str_find(line, NCP_STR(" "), 0);
    if (at == SIZE_MAX || line.len < at + 4)
        return 0;
    int status = 0;
    for (size_t i = at + 1; i < at + 4; i++) {
        if (line.ptr[i] < '0' || line.ptr[i] > '9')
            return 0;
        status = status * 10 + (line.ptr[i] - '0');
    }
    bool ends = line.len == at + 4 || line.ptr[at + 4] == ' ';
    return ends && status >= 100 ? status : 0;
}

static void begin_head(struct ncpi_http *http, struct ncp_str line)
{
    http->answer.status = parse_status(line);
    http->answer.head = false;
    http->answer.has_wait = false;
    free(http->location);
    http->location = NULL;
}

static void end_head(struct ncpi_http *http)
{
    if (http->answer.status < 200)
        return;
    http->answer.head = true;
    http->head_at = now().mono;
    http->reads_body = http->wanted(http->data, http->answer.status);
}

static void read_field(struct ncpi_http *http, struct ncp_str line)
{
    size_t colon = ncp_str_find(line, NCP_STR(":"), 0);
    if (colon == SIZE_MAX)
        return;
    struct ncp_str name = ncp_str_sub(line, 0, colon);
    struct ncp_str value = ncp_str_trim(ncp_str_sub(line, colon + 1, line.len));
    if (ncp_str_equal_nocase(name, NCP_STR("Retry-After")) && !http->answer.has_wait)
        http->answer.has_wait = ncpi_retry_after(value, now().wall, &http->answer.wait);
    if (ncp_str_equal_nocase(name, NCP_STR("Location")) && !http->location) {
        struct ncpi_secret copy;
        if (ncpi_secret_copy(&copy, value, NULL) == NCP_OK)
            http->location = copy.ptr;
    }
}

static size_t on_head(char *bytes, size_t size, size_t count, void *data)
{
    struct ncpi_http *http = data;
    struct ncp_str raw = {bytes, size * count};
    struct ncp_str line = ncp_str_trim(raw);
    http->head_bytes += raw.len;
    if (http->head_bytes > HEAD_MAX)
        return 0;
    if (http->answer.head) /* a trailer behind a chunked body */
        return raw.len;
    if (ncp_str_starts(raw, NCP_STR("HTTP/")))
        begin_head(http, line);
    else if (line.len == 0)
        end_head(http);
    else
        read_field(http, line);
    return raw.len;
}

/* ---- the body ---------------------------------------------------------------------- */

static bool had_enough(const struct ncpi_http *http, size_t len)
{
    if (!http->answer.head || http->reads_body)
        return false;
    return len > UNWANTED_MAX || now().mono - http->head_at > UNWANTED_TIME;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *data)
{
    struct ncpi_http *http = data;
    struct ncp_str part = {bytes, size * count};
    size_t room = NCPI_BODY_MAX - http->body.len;
    ncp_buf_add(&http->body, ncp_str_sub(part, 0, room));
    if (part.len > room || http->body.failed || had_enough(http, http->body.len))
        return 0;
    return part.len;
}

static int on_progress(void *data, curl_off_t down_all, curl_off_t down, curl_off_t up_all,
                       curl_off_t up)
{
    const struct ncpi_http *http = data;
    (void)down_all;
    (void)down;
    (void)up_all;
    (void)up;
    return had_enough(http, http->body.len);
}

/* ---- starting ----------------------------------------------------------------------- */

/* Where libcurl should look for certificates, by OpenSSL's own variables. */
static void set_trust(CURL *easy)
{
    const char *file = getenv("SSL_CERT_FILE");
    const char *dir = getenv("SSL_CERT_DIR");
    if (file && *file)
        curl_easy_setopt(easy, CURLOPT_CAINFO, file);
    if (dir && *dir)
        curl_easy_setopt(easy, CURLOPT_CAPATH, dir);
}

static void set_safety(struct ncpi_http *http, const char *proxy)
{
    CURL *easy = http->easy;
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, http->options.local ? "http,https" : "https");
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_PROXY, proxy ? proxy : "");
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(easy, CURLOPT_ALTSVC_CTRL, 0L);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, http);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, http);
    set_trust(easy);
}

static void set_times(struct ncpi_http *http)
{
    CURL *easy = http->easy;
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)http->options.timeout);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)http->options.connect_timeout);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, STALL_SECONDS);
}

static void set_answer(struct ncpi_http *http)
{
    CURL *easy = http->easy;
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_head);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, http);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, http);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, http);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, http->message);
}

static bool set_request(struct ncpi_http *http, const char *url, struct ncp_str body, void *owner)
{
    CURL *easy = http->easy;
    curl_easy_setopt(easy, CURLOPT_PRIVATE, owner);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "ncpost/" NCP_VERSION);
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body.len);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.ptr);
    struct curl_slist *headers = curl_slist_append(http->headers, "Expect:");
    if (headers)
        http->headers = headers;
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, http->headers);
    return headers && curl_easy_setopt(easy, CURLOPT_URL, url) == CURLE_OK;
}

enum ncp_code ncpi_http_start(struct ncpi_http *http, const char *url, struct curl_slist *headers,
                              struct ncp_str body, const struct ncpi_http_options *options,
                              ncpi_body_wanted *wanted, void *data, void *owner,
                              struct ncp_error *err)
{
    char *host;
    memset(http, 0, sizeof *http);
    http->headers = headers;
    http->options = *options;
    http->wanted = wanted;
    http->data = data;
    if (!ncpi_url_host(url, &host, &http->https))
        return ncp_error_set(err, NCP_E_CONFIG, "not a URL");
    const char *proxy = options->local ? NULL : ncpi_proxy_for(host, http->https);
    curl_free(host);
    http->proxied = proxy != NULL;
    http->easy = curl_easy_init();
    if (!http->easy)
        return ncp_error_memory(err);
    set_safety(http, proxy);
    set_times(http);
    set_answer(http);
    return set_request(http, url, body, owner) ? NCP_OK : ncp_error_memory(err);
}

/* ---- the end ------------------------------------------------------------------------ */

static void describe(struct ncpi_http *http, CURLcode result)
{
    const char *text = http->message[0] ? http->message : curl_easy_strerror(result);
    if (http->blocked && !http->answer.left)
        text = http->options.local ? "plain http to an address that is not local"
                                   : "the name leads to this machine or a private network";
    ncp_buf_add_cstr(&http->error, text);
}

void ncpi_http_finish(struct ncpi_http *http, CURLcode result)
{
    http->whole = result == CURLE_OK && http->answer.head;
    if (result != CURLE_OK)
        describe(http, result);
    else if (!http->answer.head)
        ncp_buf_add_cstr(&http->error, "the answer was cut in its head");
}

static void free_headers(struct curl_slist *headers)
{
    for (struct curl_slist *h = headers; h; h = h->next)
        OPENSSL_cleanse(h->data, strlen(h->data));
    curl_slist_free_all(headers);
}

void ncpi_http_free(struct ncpi_http *http)
{
    curl_easy_cleanup(http->easy);
    free_headers(http->headers);
    free(http->location);
    ncpi_buf_wipe(&http->body);
    ncpi_buf_wipe(&http->error);
    memset(http, 0, sizeof *http);
}
