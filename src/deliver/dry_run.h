/* SPDX-License-Identifier: MIT */
#ifndef NCPI_DRY_RUN_H
#define NCPI_DRY_RUN_H

/* The request that would be sent, with its secrets masked. */

#include "payload.h"

/* Prints the request for `payload` as the post `id`: as text, or as one object
 * {"target", "method", "url", "headers", "body"}. */
NCP_CHECK enum ncp_code ncpi_dry_run(const struct ncpi_payload *payload, const char *id, bool json,
                                     struct ncp_error *err);

#endif
