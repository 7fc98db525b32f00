/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ADDRESS_H
#define NCPI_ADDRESS_H

#include "ncpost/base.h"

/* True if `text` holds an address of the web (with a scheme, "www." or a path)
 * or of a mailbox. A bare name such as "Login.gov" is a name. */
bool ncpi_has_address(struct ncp_str text);

/* True if `text` is nothing but one. */
bool ncpi_is_address(struct ncp_str text);

#endif
