/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SCHEMA_H
#define NCPI_SCHEMA_H

/* What may stand in a profile, as tables: a key is a row. */

#include "ncpost/base.h"

#include <jansson.h>

/* The kinds of value that a key takes; several may be or'ed. */
enum {
    NCPI_KEY_TEXT = 1,
    NCPI_KEY_NUMBER = 2,
    NCPI_KEY_BOOLEAN = 4,
    NCPI_KEY_LIST = 8, /* of anything */
    NCPI_KEY_MAP = 16
};

struct ncpi_key {
    const char *name; /* NULL ends a table; "*" stands for any name */
    unsigned kinds;
    const struct ncpi_key *members; /* of a map; NULL: anything may stand there */
    const char *const *words;       /* of a text: the only ones allowed; or NULL */
};

/* The table of all keys. */
extern const struct ncpi_key ncpi_profile_keys[];

/* Checks `values` against `keys`; `marks` is the object of their marks (article/yaml.h). */
NCP_CHECK enum ncp_code ncpi_schema_check(json_t *values, json_t *marks,
                                          const struct ncpi_key *keys, struct ncp_error *err);

#endif
