/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CHANNELS_H
#define NCPI_CHANNELS_H

/* The targets in use. */

#include "engine.h"

struct ncpi_channels {
    struct ncpi_channel **items;
    size_t count, cap;
};

/* The channel for a target, loaded at first use; one with wrong settings is
 * `broken`, and reported once. NULL when memory runs out. */
struct ncpi_channel *ncpi_channels_get(struct ncpi_channels *channels, const char *target,
                                       const char *one_off,
                                       const struct ncpi_engine_options *options,
                                       struct ncpi_tally *tally);

void ncpi_channels_free(struct ncpi_channels *channels);

#endif
