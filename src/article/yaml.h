/* SPDX-License-Identifier: MIT */
#ifndef NCPI_YAML_H
#define NCPI_YAML_H

/*
 * YAML into jansson values, through libyaml's events: front matter and
 * profiles.
 *
 * Quoted text is always a string. Of what is unquoted, `true` and `false` are
 * booleans (True and TRUE too), `null`, `~` and nothing are null, a number as
 * JSON writes it is a number, and the rest, dates too, are strings. In front
 * matter a number is left a string where printing it again would change it
 * (1.10, 007), because it may stand in a title.
 */

#include "ncpost/base.h"

#include <jansson.h>

enum ncpi_yaml_flags {
    NCPI_YAML_PROFILE = 1 /* `yes` and `no` are booleans; every JSON number is a number */
};

/*
 * Reads the one document in `text`, whose first line has the number `line`.
 * `*out` is a new reference: null for an empty text. Where `marks` is not NULL,
 * `*marks` is a tree of the same shape (new reference): each value has
 * {"line", "column"}, those of its key in a map, and lists and maps have "in",
 * an array or object with the marks of what they hold.
 * A key that stands twice keeps its first value and adds the warning
 * "repeated-key" to `warnings` (NULL is fine), at most 8 of them.
 * Errors: NCP_E_DATA with line and column, often with a hint: broken YAML,
 * aliases and anchors, several documents, more than 1 MiB or 64 levels;
 * NCP_E_MEMORY.
 */
NCP_CHECK enum ncp_code ncpi_yaml_read(struct ncp_str text, size_t line, unsigned flags,
                                       json_t **out, json_t **marks, json_t *warnings,
                                       struct ncp_error *err);

#endif
