/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLI_RESULTS_H
#define NCPI_CLI_RESULTS_H

/* Results in the form asked for: texts apart by form feeds or ended by NUL, one
 * JSON object or an array, or an object a line. */

#include "cli.h"

struct cli_results {
    struct cli_output output;
    const struct cli_settings *settings;
    bool array; /* JSON: several inputs */
    size_t written;
};

/* `many`: there is more than one input. */
NCP_CHECK enum ncp_code cli_results_open(struct cli_results *results,
                                         const struct cli_settings *settings, bool many,
                                         struct ncp_error *err);

/* One result: the object (borrowed) or the text, by the format. */
NCP_CHECK enum ncp_code cli_results_add(struct cli_results *results, const json_t *object,
                                        struct ncp_str text, struct ncp_error *err);

/* Finishes. With nothing written and `keep` false a file is left as it was. */
NCP_CHECK enum ncp_code cli_results_close(struct cli_results *results, bool keep,
                                          struct ncp_error *err);

#endif
