/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_NCPOST_H
#define NCPOST_NCPOST_H

/* The whole library: read an article, rank its sentences, compose a caption,
 * count and check it for a network. */

#include "ncpost/article.h"
#include "ncpost/base.h"
#include "ncpost/compose.h"
#include "ncpost/cut.h"
#include "ncpost/lint.h"
#include "ncpost/network.h"
#include "ncpost/rank.h"
#include "ncpost/text.h"

#endif
