/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TAG_FORM_H
#define NCPI_TAG_FORM_H

/* How a phrase is typed as a hashtag. */

#include "ncpost/text.h"

/* Appends `#` and the words of `phrase` run together: each with a capital, so
 * that screen readers tell them apart; initialisms, inner capitals, accents and
 * scripts without capitals as they are; possessives and marks left out. A phrase
 * that starts with `#` keeps its own form. Appends nothing where no letter is
 * left. */
void ncpi_tag_form(struct ncp_str phrase, struct ncp_buf *out);

#endif
