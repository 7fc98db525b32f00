/* SPDX-License-Identifier: MIT */
#ifndef NCPI_REPORT_H
#define NCPI_REPORT_H

/* What the commands print. */

#include <jansson.h>

#include "ncpost/base.h"

/* "ncpost: message (hint)" on standard error. */
void ncpi_complain(const char *prefix, const struct ncp_error *err);
void ncpi_complain_text(const char *prefix, const char *text);

/* One post as `post` prints it, made from what the outbox shows: id, target,
 * outcome, state, attempts and error. A new object. */
json_t *ncpi_report_post(const json_t *shown);

/* Prints `value` as one line of JSON, or indented. */
NCP_CHECK enum ncp_code ncpi_print_json(const json_t *value, bool indent, struct ncp_error *err);

/* Prints `text`. NCP_E_IO where it cannot be written. */
NCP_CHECK enum ncp_code ncpi_print(struct ncp_str text, struct ncp_error *err);

/* Flushes standard output: what was not written until now is an error now. */
NCP_CHECK enum ncp_code ncpi_print_end(struct ncp_error *err);

/* Exit status of a post in `state`: 0, 69 or 75. */
int ncpi_state_status(const char *state);

#endif
