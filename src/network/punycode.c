/* SPDX-License-Identifier: MIT */
/* How long a label gets in Punycode (RFC 3492, 6.3). Only the length is needed,
 * and only up to 63, so that the quadratic algorithm sees short labels only. */
#include "punycode.h"

#include "ncpost/text.h"

enum { BASE = 36, TMIN = 1, TMAX = 26, SKEW = 38, DAMP = 700, FIRST_BIAS = 72, FIRST_CODE = 128 };

struct label {
    int32_t points[NCPI_LABEL_MAX];
    size_t count, basic;
};

static bool read_label(struct ncp_str text, struct label *label)
{
    for (size_t at = 0; at < text.len;) {
        if (label->count == NCPI_LABEL_MAX)
            return false;
        int32_t cp;
        at += ncp_utf8_next(text, at, &cp);
        label->points[label->count++] = cp;
        label->basic += cp < FIRST_CODE;
    }
    return true;
}

static uint32_t adapt(uint32_t delta, size_t points, bool first)
{
    delta = first ? delta / DAMP : delta / 2;
    delta += delta / (uint32_t)points;
    uint32_t k = 0;
    for (; delta > (BASE - TMIN) * TMAX / 2; k += BASE)
        delta /= BASE - TMIN;
    return k + (BASE - TMIN + 1) * delta / (delta + SKEW);
}

/* Digits of `delta` as a generalized variable-length integer. */
static size_t digits(uint32_t delta, uint32_t bias)
{
    size_t count = 1;
    for (uint32_t k = BASE;; k += BASE, count++) {
        uint32_t t = k <= bias ? TMIN : k >= bias + TMAX ? TMAX : k - bias;
        if (delta < t)
            return count;
        delta = (delta - t) / (BASE - t);
    }
}

static int32_t least_from(const struct label *label, int32_t from)
{
    int32_t least = INT32_MAX;
    for (size_t i = 0; i < label->count; i++)
        if (label->points[i] >= from && label->points[i] < least)
            least = label->points[i];
    return least;
}

static size_t encoded_length(const struct label *label)
{
    uint32_t delta = 0, bias = FIRST_BIAS;
    int32_t code = FIRST_CODE;
    size_t done = label->basic, length = 4 + label->basic + (label->basic > 0);
    while (done < label->count && length <= NCPI_LABEL_MAX) {
        int32_t next = least_from(label, code);
        delta += (uint32_t)(next - code) * (uint32_t)(done + 1);
        code = next;
        for (size_t i = 0; i < label->count; i++) {
            if (label->points[i] < code)
                delta++;
            if (label->points[i] != code)
                continue;
            length += digits(delta, bias);
            bias = adapt(delta, done + 1, done == label->basic);
            delta = 0;
            done++;
        }
        delta++;
        code++;
    }
    return length;
}

size_t ncpi_label_length(struct ncp_str text, bool half)
{
    struct label label = {.count = 0};
    if (!read_label(text, &label))
        return NCPI_LABEL_MAX + 1;
    if (half && label.count > 0)
        label.points[0] = 0xDC00 + (label.points[0] & 0x3FF);
    size_t length = label.basic == label.count ? label.count : encoded_length(&label);
    return length <= NCPI_LABEL_MAX ? length : NCPI_LABEL_MAX + 1;
}
