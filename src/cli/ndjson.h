/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLI_NDJSON_H
#define NCPI_CLI_NDJSON_H

/* One article a line: {"id", "title", "markdown" | "text", "meta"}. */

#include "cli.h"

struct cli_ndjson_article {
    json_t *line; /* owns the rest */
    json_t *id;   /* borrowed; NULL if there is none */
    json_t *meta; /* new: the line's meta with its title; NULL if neither is there */
    struct ncp_str text;
    enum ncp_markup markup;
};

/* NCP_E_DATA when the line is not such an object. `out` is to be freed in any
 * case; its `id` is set as soon as it is known. */
NCP_CHECK enum ncp_code cli_ndjson_read(struct ncp_str line, struct cli_ndjson_article *out,
                                        struct ncp_error *err);
void cli_ndjson_free(struct cli_ndjson_article *article);

/* NCP_E_NOINPUT when `stream` is NULL (after fopen) or a folder. */
NCP_CHECK enum ncp_code cli_ndjson_check(FILE *stream, struct ncp_error *err);

/* The next line into `line`, at most `limit` bytes and one more; the rest of a
 * longer one is skipped. False at the end. */
bool cli_ndjson_next(FILE *stream, size_t limit, struct ncp_buf *line);

#endif
