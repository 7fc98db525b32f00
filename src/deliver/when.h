/* SPDX-License-Identifier: MIT */
#ifndef NCPI_WHEN_H
#define NCPI_WHEN_H

/* When a post is to go out. */

#include "ncpost/base.h"

/* Makes `zone` (an IANA name) the process's time zone; NULL leaves it.
 * NCP_E_CONFIG where there is no such zone. */
NCP_CHECK enum ncp_code ncpi_zone_set(const char *zone, struct ncp_error *err);

/*
 * RFC 3339, "YYYY-MM-DD HH:MM[:SS]" or "tomorrow HH:MM" (also "today HH:MM") in
 * the process's time zone, as milliseconds since 1970. NCP_E_USAGE for anything
 * else, for a time gone by, and for a local time that does not exist or occurs
 * twice: then the message names both readings.
 */
NCP_CHECK enum ncp_code ncpi_when(const char *text, int64_t now, int64_t *at,
                                  struct ncp_error *err);

#endif
