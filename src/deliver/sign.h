/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SIGN_H
#define NCPI_SIGN_H

/* Signatures over a request's body. */

#include "secret.h"

/*
 * Standard Webhooks 1.0 (standardwebhooks.com, read 2026-11): appends
 * "v1,BASE64" of HMAC-SHA256 over "id.timestamp.body", one for each key, with
 * spaces between. A key is "whsec_" and base64, or plain base64.
 * NCP_E_CONFIG for a key that is neither; the key does not show.
 */
NCP_CHECK enum ncp_code ncpi_sign_standard(const struct ncpi_secret *keys, size_t count,
                                           const char *id, int64_t seconds, struct ncp_str body,
                                           struct ncp_buf *out, struct ncp_error *err);

/* GitHub style: appends "sha256=HEX" of HMAC-SHA256 over the body. */
NCP_CHECK enum ncp_code ncpi_sign_github(const struct ncpi_secret *key, struct ncp_str body,
                                         struct ncp_buf *out, struct ncp_error *err);

/* Appends "Basic " and the base64 of "user:password" (RFC 7617). */
NCP_CHECK enum ncp_code ncpi_sign_basic(const char *user, const struct ncpi_secret *password,
                                        struct ncp_buf *out, struct ncp_error *err);

#endif
