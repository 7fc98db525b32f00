/* SPDX-License-Identifier: MIT */
#ifndef NCPI_YAML_SCALAR_H
#define NCPI_YAML_SCALAR_H

/* What a YAML scalar means. */

#include "ncpost/base.h"

#include <jansson.h>

/*
 * The value of `text` (new reference; NULL when memory runs out). `plain`: it
 * stood without quotes. `tag` may be NULL. `profile`: `yes` and `no` are
 * booleans, and every number that JSON knows is one.
 */
NCP_CHECK json_t *ncpi_yaml_scalar(struct ncp_str text, bool plain, const char *tag, bool profile);

#endif
