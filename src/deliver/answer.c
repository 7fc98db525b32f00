/* SPDX-License-Identifier: MIT */
/* What an answer means to a payload format. */
#include "format.h"

#include "filter.h"

#include <stdlib.h>
#include <string.h>

/* "200", "2xx"; a rule without a status fits all. */
static bool status_fits(const json_t *rule, int status)
{
    const char *pattern = json_string_value(json_object_get(rule, "status"));
    if (!pattern)
        return true;
    int digits[] = {status / 100, status / 10 % 10, status % 10};
    for (size_t i = 0; i < 3; i++)
        if (pattern[i] != 'x' && pattern[i] != (char)('0' + digits[i]))
            return false;
    return pattern[3] == '\0';
}

static bool reads_body(const json_t *rule)
{
    return json_object_get(rule, "text") || json_object_get(rule, "contains") ||
           json_object_get(rule, "path");
}

bool ncpi_format_needs_body(const struct ncpi_format *format, int status)
{
    json_t *rules = json_object_get(format->doc, "answers");
    for (size_t i = 0; i < json_array_size(rules); i++) {
        const json_t *rule = json_array_get(rules, i);
        if (status_fits(rule, status))
            return reads_body(rule);
    }
    bool waits = (status == 429 || status == 425) && ncpi_format_text(format, "retry_after");
    return waits || (status / 100 == 2 && rules);
}

/* The value at a dotted path; numbers are places in lists. NULL: none. */
static json_t *dig(json_t *value, const char *path)
{
    while (value && *path) {
        size_t len = strcspn(path, ".");
        if (json_is_array(value))
            value = json_array_get(value, strtoul(path, NULL, 10));
        else
            value = json_object_getn(value, path, len);
        path += len + (path[len] == '.');
    }
    return value;
}

static bool is_present(const json_t *value)
{
    return value && !json_is_null(value) &&
           !(json_is_array(value) && json_array_size(value) == 0) &&
           !(json_is_string(value) && json_string_length(value) == 0);
}

static bool body_fits(const json_t *rule, struct ncp_str body, json_t *json)
{
    const char *text = json_string_value(json_object_get(rule, "text"));
    const char *contains = json_string_value(json_object_get(rule, "contains"));
    const char *path = json_string_value(json_object_get(rule, "path"));
    const json_t *equals = json_object_get(rule, "equals");
    const json_t *present = json_object_get(rule, "present");
    if (text && !ncp_str_equal(ncp_str_trim(body), ncp_str_from(text)))
        return false;
    if (contains && ncp_str_find(body, ncp_str_from(contains), 0) == SIZE_MAX)
        return false;
    if (!path)
        return true;
    json_t *value = json ? dig(json, path) : NULL;
    if (equals && !json_equal(value, equals))
        return false;
    return !present || (json && is_present(value) == json_is_true(present));
}

static const json_t *find_rule(const struct ncpi_format *format, int status, struct ncp_str body,
                               bool whole, json_t *json)
{
    json_t *rules = json_object_get(format->doc, "answers");
    for (size_t i = 0; i < json_array_size(rules); i++) {
        const json_t *rule = json_array_get(rules, i);
        if (status_fits(rule, status) &&
            (!reads_body(rule) || (whole && body_fits(rule, body, json))))
            return rule;
    }
    return NULL;
}

static enum ncpi_outcome meaning(const json_t *rule)
{
    const char *means = json_string_value(json_object_get(rule, "means"));
    int outcome = NCPI_DELIVERED;
    while (outcome < NCPI_UNKNOWN && strcmp(ncpi_outcome_name((enum ncpi_outcome)outcome), means))
        outcome++;
    return (enum ncpi_outcome)outcome;
}

static void add_say(const json_t *rule, json_t *json, struct ncp_buf *say)
{
    const char *path = json_string_value(json_object_get(rule, "say"));
    if (path && json)
        ncpi_add_text(say, dig(json, path), NCP_STR("; "));
}

/* Seconds that the body asks for where no header does. */
static void read_wait(const struct ncpi_format *format, json_t *json, struct ncpi_answer *answer)
{
    const char *path = ncpi_format_text(format, "retry_after");
    json_t *value = path && json ? dig(json, path) : NULL;
    double seconds = json_is_number(value) ? json_number_value(value) : -1;
    if (answer->has_wait || !(seconds >= 0))
        return;
    answer->has_wait = true;
    answer->wait = seconds < 3600 ? (int64_t)(seconds * 1000) + 1 : INT64_C(3600000);
}

static struct ncpi_verdict by_rule(const json_t *rule, const struct ncpi_answer *answer)
{
    static const enum ncpi_retry retries[] = {
        [NCPI_DELIVERED] = NCPI_RETRY_NO,
        [NCPI_REFUSED] = NCPI_RETRY_NO,
        [NCPI_NOT_SENT] = NCPI_RETRY_YES,
        [NCPI_UNKNOWN] = NCPI_RETRY_IF_IDEMPOTENT,
    };
    enum ncpi_outcome outcome = meaning(rule);
    return (struct ncpi_verdict){outcome, retries[outcome], answer->has_wait ? answer->wait : -1,
                                 true};
}

/* The sign in a 2xx answer. */
static enum ncpi_sign sign_of(const struct ncpi_format *format, const json_t *rule)
{
    if (!json_object_get(format->doc, "answers"))
        return NCPI_SIGN_NOT_NEEDED;
    if (!rule)
        return NCPI_SIGN_NEITHER;
    return meaning(rule) == NCPI_DELIVERED ? NCPI_SIGN_SUCCESS : NCPI_SIGN_FAILURE;
}

struct ncpi_verdict ncpi_format_judge(const struct ncpi_format *format,
                                      const struct ncpi_answer *given, struct ncp_str body,
                                      bool whole, struct ncp_buf *say)
{
    struct ncpi_answer answer = *given;
    if (!answer.left || !answer.head)
        return ncpi_judge(&answer);
    json_t *json = whole && body.len > 0 ? json_loadb(body.ptr, body.len,
                                                      JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, NULL)
                                         : NULL;
    const json_t *rule = find_rule(format, answer.status, body, whole, json);
    read_wait(format, json, &answer);
    if (rule)
        add_say(rule, json, say);
    json_decref(json);
    if (rule && (answer.status / 100 != 2 || meaning(rule) > NCPI_REFUSED))
        return by_rule(rule, &answer);
    answer.sign = sign_of(format, rule);
    return ncpi_judge(&answer);
}
