/* SPDX-License-Identifier: MIT */
#ifndef NCPI_WARN_H
#define NCPI_WARN_H

/* What warnings and errors about somebody's file have in common. */

#include "ncpost/base.h"

/* The start of `name`, short enough for a message, cut between code points. */
struct ncp_str ncpi_clip(struct ncp_str name);

#endif
