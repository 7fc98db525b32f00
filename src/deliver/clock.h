/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLOCK_H
#define NCPI_CLOCK_H

/* Two clocks: the wall's, which people set, and one that only goes forward. */

#include "ncpost/base.h"

/* A moment in milliseconds on both: since 1970, and since some start of its
 * own. Elapsed time is the larger of the two differences: a wall clock set back
 * or a machine started anew can shorten only one of them. */
struct ncpi_moment {
    int64_t wall;
    int64_t mono;
};

/* Where the time comes from; tests hand in their own. */
struct ncpi_clock {
    struct ncpi_moment (*now)(void *data);
    void *data;
};

/* The system's clocks. */
extern const struct ncpi_clock ncpi_system_clock;

struct ncpi_moment ncpi_now(const struct ncpi_clock *clock);

/* Milliseconds from `then` to `now`, never below 0. */
int64_t ncpi_elapsed(struct ncpi_moment then, struct ncpi_moment now);

/* Seconds since 1970 of a date and time of day in UTC; the month counts from 1.
 * Correct for years 1 to 9999. */
int64_t ncpi_civil_seconds(int year, int month, int day, int hour, int minute, int second);

/* Appends `wall` (milliseconds) as RFC 3339 in UTC, "2026-11-24T09:30:00Z";
 * with `millis`, "2026-11-24T09:30:00.123Z". */
void ncpi_add_time(struct ncp_buf *out, int64_t wall, bool millis);

#endif
