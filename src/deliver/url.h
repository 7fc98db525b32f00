/* SPDX-License-Identifier: MIT */
#ifndef NCPI_URL_H
#define NCPI_URL_H

/* URLs as libcurl reads them, so that what is checked is what is used. */

#include "secret.h"

/* Checks that `url` is one that may be sent to: https, or http where `local`;
 * a host that is not private unless `local`. NCP_E_CONFIG; the message names
 * `what` and never the URL. */
NCP_CHECK enum ncp_code ncpi_url_check(const char *url, bool local, const char *what,
                                       struct ncp_error *err);

/* `url` with the format's `path` and the query parameters in `query` ("a=b&c")
 * that it has not got yet. `path` (NULL: none) is taken where the URL has no
 * path of its own, and appended to it where `base`. */
NCP_CHECK enum ncp_code ncpi_url_extend(const char *url, const char *path, bool base,
                                        const char *query, struct ncpi_secret *out,
                                        struct ncp_error *err);

/* Where `location`, relative or not, leads from `url`. False where it is no
 * URL. */
bool ncpi_url_follow(const char *url, const char *location, struct ncpi_secret *out);

/* Same scheme, host and port, and no user or password in `b`. */
bool ncpi_url_same_origin(const char *a, const char *b);

/* Appends scheme, host and port, and *** for the rest. */
void ncpi_url_masked(const char *url, struct ncp_buf *out);

/* The host in `*host` (curl_free), the scheme told by `*https`. */
bool ncpi_url_host(const char *url, char **host, bool *https);

#endif
