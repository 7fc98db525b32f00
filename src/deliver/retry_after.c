/* SPDX-License-Identifier: MIT */
/* Retry-After in both its forms. */
#include "backoff.h"

#include "clock.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits only; saturates well above the cap. A fraction of a second is not in
 * the standard but seen in the wild, and rounding it up cannot be too early. */
static bool parse_seconds(struct ncp_str s, int64_t *seconds)
{
    int64_t n = 0;
    size_t i = 0;
    for (; i < s.len && is_digit(s.ptr[i]); i++)
        if (n <= NCPI_WAIT_MAX)
            n = n * 10 + (s.ptr[i] - '0');
    if (i == 0)
        return false;
    if (i < s.len && s.ptr[i] == '.') {
        size_t first = ++i;
        while (i < s.len && is_digit(s.ptr[i]))
            i++;
        if (i == first)
            return false;
        n++;
    }
    *seconds = n;
    return i == s.len;
}

static int month_number(const char *name)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (int i = 0; i < 12; i++)
        if (strncmp(name, months + (size_t)i * 3, 3) == 0)
            return i + 1;
    return 0;
}

/* RFC 850 years have two digits: more than 50 years ahead means the past. */
static int full_year(int year, int64_t now)
{
    if (year >= 100)
        return year;
    int this_year = 1970 + (int)(now / 1000 / 31556952);
    year += this_year - this_year % 100;
    return year > this_year + 50 ? year - 100 : year;
}

struct date {
    char month[4];
    int day, year, hour, minute, second;
};

/* IMF-fixdate, RFC 850, asctime. `end` shows that nothing follows. */
static bool scan_date(const char *s, struct date *d)
{
    int end = 0;
    if (sscanf(s, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &d->day, d->month, &d->year,
               &d->hour, &d->minute, &d->second, &end) == 6 &&
        end > 0 && s[end] == '\0')
        return true;
    end = 0;
    if (sscanf(s, "%*9[A-Za-z], %2d-%3[A-Za-z]-%2d %2d:%2d:%2d GMT%n", &d->day, d->month, &d->year,
               &d->hour, &d->minute, &d->second, &end) == 6 &&
        end > 0 && s[end] == '\0')
        return true;
    end = 0;
    return sscanf(s, "%*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %4d%n", d->month, &d->day, &d->hour,
                  &d->minute, &d->second, &d->year, &end) == 6 &&
           end > 0 && s[end] == '\0';
}

static bool parse_date(struct ncp_str value, int64_t now, int64_t *seconds)
{
    char text[64];
    if (value.len >= sizeof text || memchr(value.ptr, '\0', value.len))
        return false;
    memcpy(text, value.ptr, value.len);
    text[value.len] = '\0';
    struct date d = {"", 0, 0, 0, 0, 0};
    if (!scan_date(text, &d))
        return false;
    int month = month_number(d.month);
    if (month == 0 || d.day < 1 || d.day > 31 || d.year < 0 || d.hour < 0 || d.hour > 23 ||
        d.minute < 0 || d.minute > 59 || d.second < 0 || d.second > 60)
        return false;
    *seconds = ncpi_civil_seconds(full_year(d.year, now), month, d.day, d.hour, d.minute, d.second);
    return true;
}

bool ncpi_retry_after(struct ncp_str value, int64_t now, int64_t *wait)
{
    value = ncp_str_trim(value);
    int64_t seconds = 0;
    int64_t ms;
    if (parse_seconds(value, &seconds))
        ms = seconds > NCPI_WAIT_MAX / 1000 ? NCPI_WAIT_MAX : seconds * 1000;
    else if (parse_date(value, now, &seconds))
        /* A date counts whole seconds: the one it names may still be under way. */
        ms = (seconds + 1) * 1000 - now <= 1000 ? 0 : (seconds + 1) * 1000 - now;
    else
        return false;
    *wait = ms > NCPI_WAIT_MAX ? NCPI_WAIT_MAX : ms;
    return true;
}
