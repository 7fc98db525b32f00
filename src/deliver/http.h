/* SPDX-License-Identifier: MIT */
#ifndef NCPI_HTTP_H
#define NCPI_HTTP_H

/*
 * One HTTP request and its answer, through libcurl. Each has a connection of
 * its own: on one that was used before, libcurl sends a request again when the
 * peer closed it, and nobody would know.
 */

#include "outcome.h"
#include "secret.h"

#include <curl/curl.h>

#define NCPI_BODY_MAX ((size_t)1 << 20)

/* Whether a body is worth waiting for, asked once the head is whole. */
typedef bool ncpi_body_wanted(void *data, int status);

struct ncpi_http_options {
    int64_t timeout, connect_timeout; /* milliseconds */
    bool local;                       /* private addresses, http, no proxy */
};

struct ncpi_http {
    /* What came back. */
    struct ncpi_answer answer; /* `sign` and `with_key` are left to the caller */
    struct ncp_buf body;       /* at most NCPI_BODY_MAX bytes */
    bool whole;                /* the body ended as it should */
    char *location;            /* or NULL */
    bool blocked;              /* we refused the address that the name led to */
    struct ncp_buf error;      /* what went wrong, unmasked; empty where nothing did */

    /* Its own. */
    CURL *easy;
    struct curl_slist *headers;
    struct ncpi_http_options options;
    bool https, proxied;
    ncpi_body_wanted *wanted;
    void *data;
    bool reads_body;
    size_t head_bytes;
    int64_t head_at; /* monotonic ms when the head was whole */
    char message[CURL_ERROR_SIZE];
};

/* Prepares a POST of `body` (borrowed until the end) to `url`, for the caller
 * to add to a multi handle; CURLINFO_PRIVATE is `owner`. `headers` is taken. */
NCP_CHECK enum ncp_code ncpi_http_start(struct ncpi_http *http, const char *url,
                                        struct curl_slist *headers, struct ncp_str body,
                                        const struct ncpi_http_options *options,
                                        ncpi_body_wanted *wanted, void *data, void *owner,
                                        struct ncp_error *err);

/* Reads how it went, once libcurl is done with `result`. */
void ncpi_http_finish(struct ncpi_http *http, CURLcode result);

/* Frees all, wiping what may be secret. */
void ncpi_http_free(struct ncpi_http *http);

#endif
