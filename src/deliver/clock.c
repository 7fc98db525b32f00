/* SPDX-License-Identifier: MIT */
/* The two clocks, and times as text. */
#include "clock.h"

#include <time.h>

/* The one that counts suspended time too, where there is one. */
#ifdef CLOCK_BOOTTIME
#define STEADY CLOCK_BOOTTIME
#else
#define STEADY CLOCK_MONOTONIC
#endif

static int64_t read_clock(clockid_t id)
{
    struct timespec t = {0, 0};
    clock_gettime(id, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static struct ncpi_moment system_now(void *data)
{
    (void)data;
    return (struct ncpi_moment){read_clock(CLOCK_REALTIME), read_clock(STEADY)};
}

const struct ncpi_clock ncpi_system_clock = {system_now, NULL};

struct ncpi_moment ncpi_now(const struct ncpi_clock *clock)
{
    return clock->now(clock->data);
}

int64_t ncpi_elapsed(struct ncpi_moment then, struct ncpi_moment now)
{
    int64_t wall = now.wall - then.wall;
    int64_t mono = now.mono - then.mono;
    int64_t larger = wall > mono ? wall : mono;
    return larger > 0 ? larger : 0;
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years
 * that begin in March so that the leap day comes last. */
static int64_t civil_days(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = y / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int64_t ncpi_civil_seconds(int year, int month, int day, int hour, int minute, int second)
{
    return civil_days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
}

void ncpi_add_time(struct ncp_buf *out, int64_t wall, bool millis)
{
    time_t seconds = (time_t)(wall / 1000);
    struct tm tm;
    if (!gmtime_r(&seconds, &tm))
        return;
    ncp_buf_add_format(out, "%04d-%02d-%02dT%02d:%02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1,
                       tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
    if (millis)
        ncp_buf_add_format(out, ".%03d", (int)(wall % 1000));
    ncp_buf_add_char(out, 'Z');
}
