/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLAUSE_H
#define NCPI_CLAUSE_H

/* What a stretch of an English sentence is, as far as its words tell. The tests
 * lean to the safe side: unsure means no. */

#include "ncpost/base.h"

/* A subject and a finite verb: could stand as a sentence. */
bool ncpi_is_clause(struct ncp_str s);

/* Has a finite verb anywhere. */
bool ncpi_has_finite_verb(struct ncp_str s);

/* Holds what may not be taken away: a negation, hedge, condition, attribution,
 * figure or date. */
bool ncpi_is_protected(struct ncp_str s);

/* Opens as an adverbial or prepositional phrase, or as a "whether" or "while"
 * clause, that may be taken away whole. */
bool ncpi_is_leading_phrase(struct ncp_str s);

/* Opens as a participle ("helping …") that may trail a sentence. */
bool ncpi_is_participle_phrase(struct ncp_str s);

/* Such a participle as a bare infinitive may follow: "helping you feel". */
bool ncpi_takes_infinitive(struct ncp_str s);

/* Opens as a non-restrictive "which" or "who" clause. */
bool ncpi_is_relative_clause(struct ncp_str s);

#endif
