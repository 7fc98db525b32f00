/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ADDRESS_H
#define NCPI_ADDRESS_H

/* Which addresses are somebody's own network. */

#include "ncpost/base.h"

#include <sys/socket.h>

/* True unless `address` is one of the public internet: IANA's special-purpose
 * registries (read 2026-11), multicast, and IPv6 forms that carry an IPv4
 * address which is itself not public. Unknown families count as private. */
bool ncpi_address_private(const struct sockaddr *address);

/* True for a host of a URL that is such an address in letters, or a name that
 * means this machine ("localhost", RFC 6761). Brackets around IPv6 are fine. */
bool ncpi_host_private(const char *host);

#endif
