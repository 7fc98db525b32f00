/* SPDX-License-Identifier: MIT */
#ifndef NCPI_STATE_H
#define NCPI_STATE_H

#include <jansson.h>
#include <stdint.h>

/* Warns if an article's metadata say that it is a draft, or dated after `now`
 * (seconds since 1970; 0: do not look). */
void ncpi_warn_of_state(json_t *meta, int64_t now, json_t *warnings);

#endif
