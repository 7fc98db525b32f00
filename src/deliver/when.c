/* SPDX-License-Identifier: MIT */
/* Times as people write them, and the hours that a change of clocks skips or repeats. */
#include "when.h"

#include "clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct civil {
    int year, month, day, hour, minute, second;
};

/* ---- the zone ------------------------------------------------------------------------ */

/* libc takes an unknown name for UTC without a word, so look for its file. */
static bool zone_exists(const char *zone)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789_+-/";
    const char *dir = getenv("TZDIR");
    struct ncp_buf path = NCP_BUF_INIT;
    struct stat st;
    size_t len = strlen(zone);
    if (len == 0 || len > 64 || zone[0] == '/' || strspn(zone, allowed) != len)
        return false;
    ncp_buf_add_format(&path, "%s/%s", dir && *dir ? dir : "/usr/share/zoneinfo", zone);
    bool found = !path.failed && stat(path.ptr, &st) == 0 && S_ISREG(st.st_mode);
    ncp_buf_free(&path);
    return found;
}

enum ncp_code ncpi_zone_set(const char *zone, struct ncp_error *err)
{
    if (zone && strcmp(zone, "UTC") != 0 && !zone_exists(zone))
        return ncp_error_set(err, NCP_E_CONFIG, "there is no time zone “%s”", zone);
    if (zone && setenv("TZ", zone, 1) != 0)
        return ncp_error_memory(err);
    tzset();
    return NCP_OK;
}

/* Seconds east of UTC at `t`. */
static int64_t offset_at(int64_t t)
{
    struct tm tm;
    time_t time = (time_t)t;
    if (!localtime_r(&time, &tm))
        return 0;
    return ncpi_civil_seconds(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                              tm.tm_sec) -
           t;
}

/* ---- reading --------------------------------------------------------------------------- */

static bool in_range(const struct civil *c)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (c->month < 1 || c->month > 12 || c->year < 1970)
        return false;
    bool leap = (c->year % 4 == 0 && c->year % 100 != 0) || c->year % 400 == 0;
    int last = days[c->month - 1] + (c->month == 2 && leap);
    return c->day >= 1 && c->day <= last && c->hour >= 0 && c->hour <= 23 && c->minute >= 0 &&
           c->minute <= 59 && c->second >= 0 && c->second <= 60;
}

static int64_t seconds_of(const struct civil *c)
{
    return ncpi_civil_seconds(c->year, c->month, c->day, c->hour, c->minute, c->second);
}

/* "HH:MM" or "HH:MM:SS" at the start; its length, 0 where there is none. */
static int scan_time(const char *text, struct civil *c)
{
    int end = 0;
    c->second = 0;
    if (sscanf(text, "%2d:%2d:%2d%n", &c->hour, &c->minute, &c->second, &end) == 3)
        return end;
    c->second = 0;
    return sscanf(text, "%2d:%2d%n", &c->hour, &c->minute, &end) == 2 ? end : 0;
}

/* The offset at the end of RFC 3339: "Z" or "+02:00"; -1 for anything else. */
static int scan_offset(const char *text, int64_t *offset)
{
    int hours, minutes, end = 0;
    char sign;
    if ((text[0] == 'Z' || text[0] == 'z') && text[1] == '\0') {
        *offset = 0;
        return 0;
    }
    if (sscanf(text, "%c%2d:%2d%n", &sign, &hours, &minutes, &end) != 3 || text[end] != '\0' ||
        (sign != '+' && sign != '-') || end != 6 || hours > 23 || minutes > 59)
        return -1;
    *offset = (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return 0;
}

/* ---- local times -------------------------------------------------------------------------- */

static void add_reading(struct ncp_buf *out, int64_t t, int64_t offset)
{
    int64_t minutes = (offset < 0 ? -offset : offset) / 60;
    ncpi_add_time(out, (t + offset) * 1000, false);
    ncp_buf_truncate(out, out->len > 0 ? out->len - 1 : 0);
    ncp_buf_add_format(out, "%c%02d:%02d", offset < 0 ? '-' : '+', (int)(minutes / 60),
                       (int)(minutes % 60));
}

static enum ncp_code two_readings(const char *text, const char *what, const int64_t *t,
                                  const int64_t *offsets, struct ncp_error *err)
{
    struct ncp_buf a = NCP_BUF_INIT;
    struct ncp_buf b = NCP_BUF_INIT;
    add_reading(&a, t[0], offsets[0]);
    add_reading(&b, t[1], offsets[1]);
    ncp_error_set(err, NCP_E_USAGE, "“%s” %s: it could mean %s or %s", text, what,
                  a.ptr ? a.ptr : "", b.ptr ? b.ptr : "");
    ncp_error_hint(err, "write the one you mean");
    ncp_buf_free(&a);
    ncp_buf_free(&b);
    return NCP_E_USAGE;
}

/* The offsets of the day before and the day after: around a change they
 * differ, and each gives a reading. */
static enum ncp_code local_time(const char *text, const struct civil *c, int64_t *seconds,
                                struct ncp_error *err)
{
    int64_t wall = seconds_of(c);
    int64_t offsets[2] = {offset_at(wall - 86400), offset_at(wall + 86400)};
    int64_t t[2] = {wall - offsets[0], wall - offsets[1]};
    bool real[2] = {offset_at(t[0]) == offsets[0], offset_at(t[1]) == offsets[1]};
    if (t[0] != t[1] && real[0] && real[1])
        return two_readings(text, "occurs twice here, the clocks are set back", t, offsets, err);
    if (!real[0] && !real[1]) {
        int64_t shown[2] = {offset_at(t[0]), offset_at(t[1])};
        return two_readings(text, "does not exist here, the clocks skip it", t, shown, err);
    }
    *seconds = real[0] ? t[0] : t[1];
    return NCP_OK;
}

/* Sets the date of `c` to that of `now`, `days` later. */
static void set_day(struct civil *c, int64_t now, int days)
{
    struct tm tm;
    time_t t = (time_t)(now / 1000);
    if (!localtime_r(&t, &tm))
        return;
    time_t day = (time_t)ncpi_civil_seconds(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, 0, 0, 0);
    day += (time_t)days * 86400;
    gmtime_r(&day, &tm);
    c->year = tm.tm_year + 1900;
    c->month = tm.tm_mon + 1;
    c->day = tm.tm_mday;
}

/* ---- all forms ------------------------------------------------------------------------------ */

static enum ncp_code no_time(const char *text, struct ncp_error *err)
{
    ncp_error_set(err, NCP_E_USAGE, "“%s” is no time", text);
    ncp_error_hint(err, "write 2026-11-24T09:30:00+01:00, \"2026-11-24 09:30\" or "
                        "\"tomorrow 09:30\"");
    return NCP_E_USAGE;
}

static enum ncp_code named_day(const char *text, int64_t now, int64_t *seconds,
                               struct ncp_error *err)
{
    bool tomorrow = strncmp(text, "tomorrow ", 9) == 0;
    const char *rest = text + (tomorrow ? 9 : 6);
    struct civil c = {0, 0, 0, 0, 0, 0};
    set_day(&c, now, tomorrow);
    int end = scan_time(rest, &c);
    if (end == 0 || rest[end] != '\0' || !in_range(&c))
        return no_time(text, err);
    return local_time(text, &c, seconds, err);
}

static enum ncp_code dated(const char *text, int64_t *seconds, struct ncp_error *err)
{
    struct civil c = {0, 0, 0, 0, 0, 0};
    int date = 0;
    int64_t offset;
    if (sscanf(text, "%4d-%2d-%2d%n", &c.year, &c.month, &c.day, &date) != 3 || date != 10)
        return no_time(text, err);
    char separator = text[date];
    int time = separator ? scan_time(text + date + 1, &c) : 0;
    if (time == 0 || !in_range(&c))
        return no_time(text, err);
    const char *rest = text + date + 1 + time;
    if (rest[0] == '.' && separator != ' ')
        rest += 1 + strspn(rest + 1, "0123456789");
    if (rest[0] == '\0' && (separator == ' ' || separator == 'T'))
        return local_time(text, &c, seconds, err);
    if ((separator != 'T' && separator != 't' && separator != ' ') ||
        scan_offset(rest, &offset) != 0)
        return no_time(text, err);
    *seconds = seconds_of(&c) - offset;
    return NCP_OK;
}

enum ncp_code ncpi_when(const char *text, int64_t now, int64_t *at, struct ncp_error *err)
{
    int64_t seconds = 0;
    bool named = strncmp(text, "tomorrow ", 9) == 0 || strncmp(text, "today ", 6) == 0;
    enum ncp_code code = named ? named_day(text, now, &seconds, err) : dated(text, &seconds, err);
    if (code != NCP_OK)
        return code;
    if (seconds * 1000 <= now)
        return ncp_error_set(err, NCP_E_USAGE, "“%s” has gone by", text);
    *at = seconds * 1000;
    return NCP_OK;
}
