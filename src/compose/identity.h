/* SPDX-License-Identifier: MIT */
#ifndef NCPI_IDENTITY_H
#define NCPI_IDENTITY_H

#include "ncpost/compose.h"

/* Sets the caption's id: the first 128 bits of SHA-256, in hex, of the schema's
 * number, the article's bytes, the network and the resolved options; never of a
 * path, host or time. False when memory runs out. */
NCP_CHECK bool ncpi_identify(const struct ncp_article *article,
                             const struct ncp_compose_options *options,
                             struct ncp_caption *caption);

#endif
