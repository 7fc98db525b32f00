/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TARGET_H
#define NCPI_TARGET_H

/* Where posts go: settings from the profile or the command line, with the
 * secrets that they name. */

#include "format.h"
#include "secret.h"

enum ncpi_signing {
    NCPI_SIGN_NOTHING,
    NCPI_SIGN_STANDARD, /* Standard Webhooks */
    NCPI_SIGN_GITHUB,
    NCPI_SIGN_BEARER,
    NCPI_SIGN_BASIC
};

struct ncpi_target_header {
    char *name;
    struct ncpi_secret value;
};

struct ncpi_target {
    char *name;
    struct ncpi_format format;
    struct ncpi_secret url;         /* with the format's path and query */
    struct ncpi_secret session_url; /* where the format has a session */
    struct ncpi_secret password;    /* for the session */
    char *user;                     /* for the session and for basic */
    enum ncpi_signing signing;
    struct ncpi_secret keys[2]; /* the second during rotation only */
    struct ncpi_target_header *headers;
    size_t header_count;
    struct ncpi_policy policy;
    int64_t timeout, connect_timeout; /* milliseconds */
    int64_t interval;                 /* milliseconds between two posts; 0: none */
    int concurrency;
    bool local;
    bool remote_schedule;
    char *network;  /* or NULL */
    json_t *fields; /* the template's `target`; no secrets */
    struct ncpi_vault vault;
};

/*
 * Reads `settings` (the keys of a target, ncpost-post(1)) for the target
 * `name`. Paths are relative to `dir` (NULL: the working directory). Secrets
 * are fetched only where `secrets`. NCP_E_CONFIG otherwise.
 */
NCP_CHECK enum ncp_code ncpi_target_load(const char *name, json_t *settings, const char *dir,
                                         bool secrets, struct ncpi_target *out,
                                         struct ncp_error *err);
void ncpi_target_free(struct ncpi_target *target);

/* The headers of a request with `body` for the post `id`, at `seconds` since
 * 1970: what the format says, the target's own, the key, the signature.
 * `token`: of the session, or NULL. Each is handed to `add` as one line, which
 * may hold a secret; `secret` tells. */
typedef bool ncpi_header_adder(void *data, struct ncp_str line, bool secret);
NCP_CHECK enum ncp_code ncpi_target_headers(const struct ncpi_target *target, json_t *context,
                                            const char *id, int64_t seconds, struct ncp_str body,
                                            const struct ncpi_secret *token, ncpi_header_adder *add,
                                            void *data, struct ncp_error *err);

/* Whether requests to it carry our key in a header. */
bool ncpi_target_with_key(const struct ncpi_target *target);

#endif
