/* SPDX-License-Identifier: MIT */
/* Durations and rates as people write them. */
#include "duration.h"

#define TEN_YEARS (INT64_C(3650) * 86400000)

static const struct {
    struct ncp_str name;
    int64_t ms;
} units[] = {
    {{"ms", 2}, 1},    {{"s", 1}, 1000},    {{"", 0}, 1000},
    {{"m", 1}, 60000}, {{"h", 1}, 3600000}, {{"d", 1}, 86400000},
};

static bool unit(struct ncp_str name, int64_t *ms)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (ncp_str_equal(units[i].name, name)) {
            *ms = units[i].ms;
            return true;
        }
    return false;
}

/* Digits with at most three after the point, as thousandths; where they end. */
static size_t number(struct ncp_str s, int64_t *thousandths)
{
    int64_t n = 0, scale = 1000;
    size_t i = 0, digits = 0;
    bool point = false;
    for (; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || n > TEN_YEARS * 1000 || (point && scale == 1))
            break;
        n = n * 10 + (c - '0');
        scale = point ? scale / 10 : scale;
        digits++;
    }
    *thousandths = n * scale;
    return digits > 0 && s.ptr[i - 1] != '.' ? i : 0;
}

bool ncpi_duration(struct ncp_str text, int64_t *ms)
{
    int64_t thousandths, factor;
    size_t end = number(text, &thousandths);
    if (end == 0 || !unit(ncp_str_sub(text, end, text.len), &factor))
        return false;
    if (thousandths / 1000 > TEN_YEARS / factor)
        return false;
    *ms = thousandths * factor / 1000;
    return true;
}

bool ncpi_rate(struct ncp_str text, int64_t *interval)
{
    int64_t thousandths, period;
    size_t slash = ncp_str_find(text, NCP_STR("/"), 0);
    if (slash == SIZE_MAX || number(ncp_str_sub(text, 0, slash), &thousandths) != slash)
        return false;
    struct ncp_str per = ncp_str_sub(text, slash + 1, text.len);
    if (!unit(per, &period) && !ncpi_duration(per, &period))
        return false;
    if (per.len == 0 || thousandths <= 0 || period <= 0)
        return false;
    *interval = (period * 1000 + thousandths - 1) / thousandths;
    return true;
}
