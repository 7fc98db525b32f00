/* SPDX-License-Identifier: MIT */
#ifndef NCPI_COUNT_PRIV_H
#define NCPI_COUNT_PRIV_H

/* Gauges and folds, shared with the linter and the cutter. */

#include "network_priv.h"

bool ncpi_gauge_over(const struct ncp_gauge *gauge);
enum ncp_verdict ncpi_gauge_verdict(const struct ncp_gauge *gauge);

/* The end of the clusters at the start of `text` that count at most `limit` by
 * `rule`. */
NCP_CHECK enum ncp_code ncpi_prefix_within(const struct ncp_network *network, struct ncp_str text,
                                           const struct ncp_rule *rule, size_t limit, size_t *end,
                                           struct ncp_error *err);

#endif
