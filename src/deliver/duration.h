/* SPDX-License-Identifier: MIT */
#ifndef NCPI_DURATION_H
#define NCPI_DURATION_H

/* Durations and rates as people write them. */

#include "ncpost/base.h"

/* "90", "90s", "15m", "24h", "30d", "500ms": milliseconds; a number alone
 * counts seconds and may have a fraction. At most ten years. */
bool ncpi_duration(struct ncp_str text, int64_t *ms);

/* "30/m", "1/s", "300/5m": milliseconds between two posts. */
bool ncpi_rate(struct ncp_str text, int64_t *interval);

#endif
