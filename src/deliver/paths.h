/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PATHS_H
#define NCPI_PATHS_H

/* Where things are, by the environment. */

#include "ncpost/base.h"

/* Appends the folder of the outbox: $XDG_STATE_HOME/ncpost, else
 * ~/.local/state/ncpost. NCP_E_CREATE where neither variable is set. */
NCP_CHECK enum ncp_code ncpi_state_dir(struct ncp_buf *out, struct ncp_error *err);

/* Appends the path of the program that composes: in $NCPOST_LIBEXEC, beside
 * ourselves (the build tree), or in the folder compiled in; never in PATH.
 * NCP_E_INTERNAL where it is in none. `self` is our own argv[0]. */
NCP_CHECK enum ncp_code ncpi_composer(const char *self, struct ncp_buf *out, struct ncp_error *err);

#endif
