/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLI_SARIF_H
#define NCPI_CLI_SARIF_H

/* Findings as SARIF 2.1.0 (OASIS), for code hosts and editors. */

#include "cli.h"

/* One result object for a finding in `file`; a new reference, NULL when memory
 * runs out. */
NCP_CHECK json_t *cli_sarif_result(const char *file, const struct ncp_finding *finding);

/* The whole log around `results` (stolen); NULL when memory runs out. */
NCP_CHECK json_t *cli_sarif_log(json_t *results);

#endif
