/* SPDX-License-Identifier: MIT */
#ifndef NCPI_FORMAT_H
#define NCPI_FORMAT_H

/*
 * Payload formats: data files in the folder formats that say how a request looks
 * and what its receiver's answers mean. ncpost-post(1) documents their keys.
 */

#include "outcome.h"

#include <jansson.h>

struct ncpi_format {
    char *name;
    json_t *doc;
};

/* The format `name`: a built-in one, else the file NAME.json in the folder
 * "formats" below `dir`; a name with a slash or ".json" is a file relative to
 * `dir`. `dir` may be NULL. NCP_E_CONFIG names the nearest built-in one, or
 * what is wrong with the file. */
NCP_CHECK enum ncp_code ncpi_format_load(const char *name, const char *dir, struct ncpi_format *out,
                                         struct ncp_error *err);
void ncpi_format_free(struct ncpi_format *format);

/* A member of the document as text, or NULL. */
const char *ncpi_format_text(const struct ncpi_format *format, const char *key);
bool ncpi_format_flag(const struct ncpi_format *format, const char *key);

/* NCP_E_CONFIG where `fields` lacks one that the format needs. */
NCP_CHECK enum ncp_code ncpi_format_needs(const struct ncpi_format *format, const json_t *fields,
                                          struct ncp_error *err);

/* The body as one line of JSON, from the fields in `context`; a malloc'd
 * string. */
NCP_CHECK enum ncp_code ncpi_format_body(const struct ncpi_format *format, json_t *context,
                                         char **out, struct ncp_error *err);

/* Whether an answer with `status` is understood only with its body. */
bool ncpi_format_needs_body(const struct ncpi_format *format, int status);

/*
 * What an answer means by the format's rules, else by the table. `body` counts
 * only where `whole`. What the receiver said about it, if the format knows
 * where it says so, is appended to `say`.
 */
struct ncpi_verdict ncpi_format_judge(const struct ncpi_format *format,
                                      const struct ncpi_answer *answer, struct ncp_str body,
                                      bool whole, struct ncp_buf *say);

#endif
