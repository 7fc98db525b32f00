/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TEMPLATE_H
#define NCPI_TEMPLATE_H

/*
 * JSON templates. A template is a JSON value; in its strings `{path}` stands
 * for a value of the context, `{path|filter|filter:argument}` for that value
 * passed through filters, `{{` and `}}` for braces.
 *
 *  - A string that is one placeholder and nothing else becomes the value
 *    itself: a number, a list, an object or null.
 *  - Inside a longer string a value is put in as text; null is nothing, a list
 *    is joined with spaces.
 *  - A member whose key ends with `?` is left out where its value is null, "",
 *    [] or {}.
 *  - {"$each": "path", "$item": TEMPLATE} becomes a list, one TEMPLATE for each
 *    element, which is `{item}` there.
 *
 * As the result is JSON, and written by a JSON writer, no text can break out of
 * its string.
 */

#include <jansson.h>

#include "ncpost/base.h"

/* A new value from `template` and the object `context`. NCP_E_CONFIG names a
 * field or filter that does not exist, with the nearest one. */
NCP_CHECK enum ncp_code ncpi_template_render(const json_t *template, json_t *context, json_t **out,
                                             struct ncp_error *err);

#endif
