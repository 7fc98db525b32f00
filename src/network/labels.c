/* SPDX-License-Identifier: MIT */
/* Domain names in a stretch of labels: any labels, then one without `_`, then a
 * top-level domain; the longest wins. */
#include "labels.h"

#include "base/array.h"
#include "tokens_priv.h"

static bool belongs(const struct ncpi_label_rule *rule, int32_t cp)
{
    return cp == '.' || rule->inside(cp) || (rule->dashes && (cp == '-' || cp == '_'));
}

static bool add_label(struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                      struct ncp_str text, struct ncpi_label label)
{
    label.sound = label.end > label.start && rule->inside(ncpi_at(text, label.start)) &&
                  rule->inside(ncpi_before(text, label.end));
    if (!NCPI_ROOM(labels))
        return false;
    labels->items[labels->count++] = label;
    return true;
}

static bool split(struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                  struct ncp_str text, size_t at)
{
    struct ncpi_label label = {.start = at, .underscore = SIZE_MAX};
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!belongs(rule, cp))
            break;
        if (cp == '.') {
            label.end = at;
            if (!add_label(labels, rule, text, label))
                return false;
            label = (struct ncpi_label){.start = at + len, .underscore = SIZE_MAX};
        }
        if (cp == '_')
            label.underscore = at;
        at += len;
    }
    label.end = labels->end = at;
    return add_label(labels, rule, text, label);
}

/* The end of a domain name whose last label but one is the part of label
 * `index` from `at` on. */
static size_t name_end(const struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                       struct ncp_str text, size_t index, size_t at)
{
    const struct ncpi_label *label = &labels->items[index];
    if (label->underscore != SIZE_MAX && label->underscore >= at)
        return 0;
    return ncpi_tld_end(rule->tlds, text, labels->items[index + 1].start);
}

bool ncpi_labels_read(struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                      struct ncp_str text, size_t at)
{
    labels->start = at;
    labels->count = 0;
    if (!split(labels, rule, text, at))
        return false;
    for (size_t i = labels->count - 1; i-- > 0;) {
        struct ncpi_label *label = &labels->items[i];
        size_t next = labels->items[i + 1].best;
        if (label->sound)
            label->best = next ? next : name_end(labels, rule, text, i, label->start);
    }
    return true;
}

/* Index of the label that holds byte `at`. */
static size_t label_at(const struct ncpi_labels *labels, size_t at)
{
    size_t low = 0, high = labels->count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at > labels->items[middle].end)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t ncpi_labels_domain(const struct ncpi_labels *labels, const struct ncpi_label_rule *rule,
                          struct ncp_str text, size_t at)
{
    size_t index = label_at(labels, at);
    const struct ncpi_label *label = &labels->items[index];
    if (index + 1 >= labels->count || at >= label->end || !rule->inside(ncpi_at(text, at)) ||
        !rule->inside(ncpi_before(text, label->end)))
        return 0;
    size_t next = labels->items[index + 1].best;
    return next ? next : name_end(labels, rule, text, index, at);
}
