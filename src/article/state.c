/* SPDX-License-Identifier: MIT */
/* Is the article out yet? */
#include "state.h"

#include "ncpost/article.h"

#include <stdio.h>

/* Days since 1970-01-01 in the proleptic Gregorian calendar: years start in
 * March, so that the leap day comes last. */
static int64_t days_since_1970(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

/* The date as front matter writes it: 2026-11-24, with or without a time. A
 * time without a zone counts as UTC. */
static bool read_date(const char *text, int64_t *seconds)
{
    int year, month, day, hour = 0, minute = 0, second = 0;
    if (sscanf(text, "%4d-%2d-%2d%*1[Tt ]%2d:%2d:%2d", &year, &month, &day, &hour, &minute,
               &second) < 3)
        return false;
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    *seconds = days_since_1970(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
    return true;
}

void ncpi_warn_of_state(json_t *meta, int64_t now, json_t *warnings)
{
    const char *date = json_string_value(json_object_get(meta, "date"));
    int64_t then;
    if (json_is_true(json_object_get(meta, "draft")))
        ncp_warn(warnings, "draft", 0, "the article is marked as a draft");
    if (date && now != 0 && read_date(date, &then) && then > now)
        ncp_warn(warnings, "future-date", 0, "the article is dated in the future: %s", date);
}
