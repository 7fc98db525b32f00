/* SPDX-License-Identifier: MIT */
#ifndef NCPI_INPUT_H
#define NCPI_INPUT_H

/* What is to be posted: results of ncpost, articles composed on the way, or a
 * caption as it is. */

#include <jansson.h>

#include "ncpost/base.h"

/* How inputs are read. All borrowed; NULL where not given. */
struct ncpi_input_options {
    const char *self;    /* our own argv[0], beside which the program ncpost is */
    const char *network; /* to compose for */
    size_t max;          /* bytes of one input */
};

/*
 * Reads `name` ("-": standard input) and appends one element to the array
 * `items` for each post: {"result": …} or {"error": text, "code": number}, with
 * "source". Only memory and the like make the call itself fail.
 */
NCP_CHECK enum ncp_code ncpi_input_read(const char *name, const struct ncpi_input_options *options,
                                        json_t *items, struct ncp_error *err);

/* The same for a finished caption in the file `name`: one final line end is no
 * part of it. */
NCP_CHECK enum ncp_code ncpi_input_caption(const char *name,
                                           const struct ncpi_input_options *options, json_t *items,
                                           struct ncp_error *err);

/* Checks the caption of `result` against `network` (NULL: its own) with the
 * program that composes. NCP_E_FOUND where it says that the caption does not
 * fit. A network that it does not know is not checked: it says so itself, on
 * standard error. */
NCP_CHECK enum ncp_code ncpi_input_check(json_t *result, const char *network,
                                         const struct ncpi_input_options *options,
                                         struct ncp_error *err);

/* Why the article of `result` should not go out yet ("is a draft"), or NULL. */
const char *ncpi_input_unready(json_t *result);

#endif
