/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PARTS_H
#define NCPI_PARTS_H

#include "draft.h"

/* Tells what in a draft is the article, what is a sales call, and what is
 * neither: bylines, navigation, notices, somebody's finished social caption. */
void ncpi_find_parts(struct ncpi_draft *draft);
/* True for a line that only stands on a page: a button, a cookie notice. */
bool ncpi_is_furniture(struct ncp_str line);

#endif
