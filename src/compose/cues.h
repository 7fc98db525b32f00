/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CUES_H
#define NCPI_CUES_H

/* What a sentence's wording tells about the part it could play. */

#include "ncpost/text.h"

/* What a hook of this kind is worth beside others: above 1 for strong kinds (a
 * contrast, a short figure, a question to the reader), below for weak ones
 * (scene-setting, generalities, talk about the text). */
double ncpi_hook_kind(const char *lang, struct ncp_str sentence);

/* Points at the page ("see the chart below", "click here"). */
bool ncpi_points_at_page(const char *lang, struct ncp_str sentence);

/* Quotes somebody whom only the context names ("he said"). */
bool ncpi_hides_speaker(const char *lang, struct ncp_str sentence);

/* An appeal to the reader: "we invite you", or an imperative. */
bool ncpi_is_appeal(const char *lang, struct ncp_str sentence);

/* The noun after a definite article that opens the sentence ("The proxy …"),
 * a slice of it; empty if it opens otherwise or with a name. English. */
struct ncp_str ncpi_definite_noun(const struct ncp_language *lang, struct ncp_str sentence);

#endif
