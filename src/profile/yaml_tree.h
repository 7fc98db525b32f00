/* SPDX-License-Identifier: MIT */
#ifndef NCPI_YAML_TREE_H
#define NCPI_YAML_TREE_H

/* YAML as jansson values, with the places where they stand. */

#include "ncpost/base.h"

#include <jansson.h>

/*
 * Reads one document whose top is a map. `*marks` mirrors `*values`: for each
 * member of a map {"line", "column", "in": marks of its value}, from 1. Plain
 * true, false, yes and no are booleans, plain numbers numbers, ~ and null and
 * nothing null; the rest is text. At most 1 MiB and 64 levels; aliases, other
 * tags and repeated keys are refused. NCP_E_CONFIG with line and column.
 */
NCP_CHECK enum ncp_code ncpi_yaml_tree(struct ncp_str text, json_t **values, json_t **marks,
                                       struct ncp_error *err);

#endif
