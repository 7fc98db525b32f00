/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PROXY_H
#define NCPI_PROXY_H

/* Which proxy the environment names for a host. */

#include "ncpost/base.h"

/* The value of https_proxy, HTTPS_PROXY, http_proxy (small letters only: the
 * other can be set by a request to a CGI program), all_proxy or ALL_PROXY, NULL
 * where none is set or no_proxy names the host. Borrowed from the environment. */
const char *ncpi_proxy_for(const char *host, bool https);

#endif
