/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CONJUNCT_H
#define NCPI_CONJUNCT_H

/* Grapheme clusters by newer Unicode. */

#include "ncpost/base.h"

/* Extended grapheme clusters of `text`, with rule GB9c: Indic conjuncts are one
 * cluster (UAX #29 since Unicode 15.1; DerivedCoreProperties' Indic_Conjunct_Break,
 * read 2026-11-24). */
size_t ncpi_conjunct_count(struct ncp_str text);

#endif
