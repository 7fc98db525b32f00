/* SPDX-License-Identifier: MIT */
#ifndef NCPI_BACKOFF_H
#define NCPI_BACKOFF_H

/* How long to wait before the next attempt. */

#include "outcome.h"

/* The longest wait that a receiver can ask for: an hour. */
#define NCPI_WAIT_MAX (INT64_C(3600) * 1000)

/*
 * Milliseconds before attempt `attempts` + 1: exponential with full jitter,
 * `random` (in [0, 1)) of base · 2^(attempts - 1), at most the cap. Where the
 * receiver asked for `asked` >= 0, at least that.
 */
int64_t ncpi_backoff(const struct ncpi_policy *policy, int attempts, int64_t asked, double random);

/*
 * Retry-After (RFC 9110, 10.2.3): seconds, or an HTTP date in any of its three
 * forms, against `now` in milliseconds since 1970. Milliseconds in `*wait`, at
 * most NCPI_WAIT_MAX; a date gone by gives 0. False for anything else.
 */
bool ncpi_retry_after(struct ncp_str value, int64_t now, int64_t *wait);

#endif
