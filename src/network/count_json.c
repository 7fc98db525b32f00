/* SPDX-License-Identifier: MIT */
/* A count as JSON. */
#include "ncpost/network.h"

static json_t *number_or_null(bool given, size_t value)
{
    return given ? json_integer((json_int_t)value) : json_null();
}

static json_t *remaining(const struct ncp_gauge *gauge)
{
    if (!gauge->limited)
        return json_null();
    return json_integer((json_int_t)gauge->limit - (json_int_t)gauge->used);
}

/* {"unit", "rule", "used", "limit", "remaining"}, or null without a limit. */
static json_t *length_json(const struct ncp_gauge *gauge)
{
    if (!gauge->limited)
        return json_null();
    return json_pack("{s:s, s:s, s:I, s:o, s:o}", "unit", gauge->rule->unit, "rule",
                     gauge->rule->name, "used", (json_int_t)gauge->used, "limit",
                     number_or_null(true, gauge->limit), "remaining", remaining(gauge));
}

static json_t *tokens_json(const struct ncp_gauge *gauge, const struct ncp_gauge *strict)
{
    return json_pack("{s:I, s:o, s:o, s:o}", "used", (json_int_t)gauge->used, "limit",
                     number_or_null(gauge->limited, gauge->limit), "strict",
                     number_or_null(strict->limited, strict->limit), "remaining", remaining(gauge));
}

static json_t *fold_json(const struct ncp_count *count)
{
    const struct ncp_gauge *mobile = &count->fold, *desktop = &count->desktop;
    if (!mobile->limited && !desktop->limited)
        return json_null();
    bool smaller = desktop->limited && (!mobile->limited || desktop->limit < mobile->limit);
    const struct ncp_gauge *fold = smaller ? desktop : mobile;
    return json_pack("{s:I, s:s%, s:o, s:o}", "limit", (json_int_t)fold->limit, "visible",
                     count->visible.ptr ? count->visible.ptr : "", count->visible.len, "mobile",
                     number_or_null(mobile->limited, mobile->limit), "desktop",
                     number_or_null(desktop->limited, desktop->limit));
}

json_t *ncp_count_json(const struct ncp_count *count)
{
    const struct ncp_gauge *length = &count->length;
    const struct ncp_gauge none = {0};
    return json_pack(
        "{s:s?, s:s?, s:I, s:o, s:o, s:o, s:o, s:I, s:I, s:I, s:I, s:o, s:o, s:o, s:o, s:s}",
        "unit", length->rule ? length->rule->unit : NULL, "rule",
        length->rule ? length->rule->name : NULL, "used", (json_int_t)length->used, "limit",
        number_or_null(length->limited, length->limit), "remaining", remaining(length), "strict",
        length_json(&count->strict), "second", length_json(&count->second), "graphemes",
        (json_int_t)count->measure.graphemes, "code_points", (json_int_t)count->measure.code_points,
        "utf16", (json_int_t)count->measure.utf16, "bytes", (json_int_t)count->measure.bytes,
        "fold", fold_json(count), "hashtags",
        tokens_json(&count->hashtags, &count->hashtags_strict), "mentions",
        tokens_json(&count->mentions, &count->mentions_strict), "links",
        tokens_json(&count->links, &none), "verdict", ncp_verdict_name(count->verdict));
}
