/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SESSION_H
#define NCPI_SESSION_H

/* Sessions by password: the request that opens one, and its token. */

#include "sending.h"

/* Appends the JSON that opens a session, the password in it. */
void ncpi_session_body(const struct ncpi_target *target, struct ncp_buf *out);

/* The token out of the answer, replacing what `token` holds. False where there
 * is none. */
bool ncpi_session_token(const struct ncpi_target *target, struct ncp_str body,
                        struct ncpi_secret *token);

/* True while the channel's token is younger than half an hour. */
bool ncpi_session_fresh(struct ncpi_channel *channel, int64_t mono);

#endif
