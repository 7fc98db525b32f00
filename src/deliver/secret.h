/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SECRET_H
#define NCPI_SECRET_H

/* Secrets: where they come from, how they are wiped, and the list of all that
 * must never show. */

#include "ncpost/base.h"

/* Owned text that is overwritten before it is freed; `ptr` is NULL where there
 * is none, else NUL-terminated. */
struct ncpi_secret {
    char *ptr;
    size_t len;
};

#define NCPI_SECRET_INIT \
    {                    \
        NULL, 0          \
    }

/* A copy of `text`. */
NCP_CHECK enum ncp_code ncpi_secret_copy(struct ncpi_secret *secret, struct ncp_str text,
                                         struct ncp_error *err);

/* The value of the environment variable `name`, without white space around it.
 * NCP_E_CONFIG where it is unset, empty or holds a control character. */
NCP_CHECK enum ncp_code ncpi_secret_from_env(struct ncpi_secret *secret, const char *name,
                                             struct ncp_error *err);

/* The content of the file at `path`, the same way. NCP_E_CONFIG where others
 * than its owner may touch it, or it is neither ours nor root's. */
NCP_CHECK enum ncp_code ncpi_secret_from_file(struct ncpi_secret *secret, const char *path,
                                              struct ncp_error *err);

void ncpi_secret_free(struct ncpi_secret *secret);

/* Overwrites and frees a buffer that held a secret. */
void ncpi_buf_wipe(struct ncp_buf *buf);

/* ---- masking --------------------------------------------------------------- */

/* What must not show, in the spellings in which a receiver or a library might
 * repeat it. */
struct ncpi_vault {
    struct ncpi_secret *items;
    size_t count, cap;
    bool failed; /* memory ran out: ncpi_vault_mask() then shows nothing */
};

#define NCPI_VAULT_INIT   \
    {                     \
        NULL, 0, 0, false \
    }

/* Adds `text` as it is, percent-encoded, in base64 and with escaped slashes.
 * Texts shorter than 4 bytes are left out. */
void ncpi_vault_add(struct ncpi_vault *vault, struct ncp_str text);

/* Adds what in a URL is secret: user, password, path and query, whole and in
 * parts of at least 8 bytes. */
void ncpi_vault_add_url(struct ncpi_vault *vault, const char *url);

/* Appends `text` with every secret in it as `***`, and a secret's beginning at
 * the very end too. */
void ncpi_vault_mask(const struct ncpi_vault *vault, struct ncp_str text, struct ncp_buf *out);

void ncpi_vault_free(struct ncpi_vault *vault);

#endif
