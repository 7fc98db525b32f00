/* SPDX-License-Identifier: MIT */
/* The table of answers and the rule of what follows from them. */
#include "outcome.h"

#include "backoff.h"

#include <string.h>

/* What a row asks for besides the status. */
enum condition { ALWAYS, NEEDS_NO_BODY, SUCCESS, FAILURE, NEITHER, WITH_WAIT, WITH_KEY };

/* The first row that fits decides; the last fits everything. */
static const struct row {
    int from, to;
    enum condition condition;
    enum ncpi_outcome outcome;
    enum ncpi_retry retry;
} rows[] = {
    {200, 299, NEEDS_NO_BODY, NCPI_DELIVERED, NCPI_RETRY_NO},
    {200, 299, SUCCESS, NCPI_DELIVERED, NCPI_RETRY_NO},
    {200, 299, FAILURE, NCPI_REFUSED, NCPI_RETRY_NO},
    {200, 299, NEITHER, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT},
    {301, 303, ALWAYS, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT},
    {307, 308, ALWAYS, NCPI_REFUSED, NCPI_RETRY_NO},
    {408, 408, ALWAYS, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT},
    {409, 409, WITH_KEY, NCPI_UNKNOWN, NCPI_RETRY_YES},
    {425, 425, ALWAYS, NCPI_NOT_SENT, NCPI_RETRY_YES},
    {429, 429, ALWAYS, NCPI_NOT_SENT, NCPI_RETRY_YES},
    {503, 503, WITH_WAIT, NCPI_NOT_SENT, NCPI_RETRY_YES},
    {400, 499, ALWAYS, NCPI_REFUSED, NCPI_RETRY_NO},
    {0, 999, ALWAYS, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT},
};

static bool holds(enum condition condition, const struct ncpi_answer *answer)
{
    const bool facts[] = {
        [ALWAYS] = true,
        [NEEDS_NO_BODY] = answer->sign == NCPI_SIGN_NOT_NEEDED,
        [SUCCESS] = answer->sign == NCPI_SIGN_SUCCESS,
        [FAILURE] = answer->sign == NCPI_SIGN_FAILURE,
        [NEITHER] = answer->sign == NCPI_SIGN_NEITHER,
        [WITH_WAIT] = answer->has_wait,
        [WITH_KEY] = answer->with_key,
    };
    return facts[condition];
}

static const struct row *find_row(const struct ncpi_answer *answer)
{
    const struct row *row = rows;
    while (answer->status < row->from || answer->status > row->to || !holds(row->condition, answer))
        row++;
    return row;
}

struct ncpi_verdict ncpi_judge(const struct ncpi_answer *answer)
{
    if (!answer->left)
        return (struct ncpi_verdict){NCPI_NOT_SENT, NCPI_RETRY_YES, -1, false};
    if (!answer->head || answer->status < 0 || answer->status > 999)
        return (struct ncpi_verdict){NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT, -1, true};
    const struct row *row = find_row(answer);
    int64_t wait = answer->has_wait ? answer->wait : -1;
    return (struct ncpi_verdict){row->outcome, row->retry, wait, true};
}

const char *ncpi_outcome_name(enum ncpi_outcome outcome)
{
    static const char *const names[] = {
        [NCPI_DELIVERED] = "delivered",
        [NCPI_REFUSED] = "refused",
        [NCPI_NOT_SENT] = "not_sent",
        [NCPI_UNKNOWN] = "unknown",
    };
    return names[outcome];
}

/* ---- what becomes of the post ------------------------------------------- */

static const char *const states[] = {
    [NCPI_QUEUED] = "queued",         [NCPI_SCHEDULED] = "scheduled",
    [NCPI_SENDING] = "sending",       [NCPI_STATE_DELIVERED] = "delivered",
    [NCPI_STATE_REFUSED] = "refused", [NCPI_STATE_UNKNOWN] = "unknown",
    [NCPI_CANCELLED] = "cancelled",   [NCPI_DEAD] = "dead",
};

const char *ncpi_state_name(enum ncpi_state state)
{
    return states[state];
}

bool ncpi_state_parse(const char *name, enum ncpi_state *state)
{
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strcmp(name, states[i]) == 0) {
            *state = (enum ncpi_state)i;
            return true;
        }
    return false;
}

const struct ncpi_policy ncpi_default_policy = {
    .attempts = 8,
    .base = 1000,
    .cap = INT64_C(5) * 60 * 1000,
    .deadline = INT64_C(24) * 3600 * 1000,
    .keeps = 0,
};

/* Whether the answer and the target allow another attempt without a person.
 * A post in doubt goes out again only where a repeat is recognised, or where
 * the receiver has just said that it holds our key. */
static bool may_retry(struct ncpi_verdict verdict, bool doubt, int64_t keeps)
{
    if (verdict.retry == NCPI_RETRY_NO)
        return false;
    if (!doubt)
        return true;
    if (!verdict.reached)
        return false;
    if (verdict.outcome == NCPI_UNKNOWN && verdict.retry == NCPI_RETRY_YES)
        return true;
    return keeps > 0;
}

static bool in_time(int64_t wait, bool doubt, const struct ncpi_past *past,
                    const struct ncpi_policy *policy)
{
    if (past->attempts >= policy->attempts || past->since_due + wait > policy->deadline)
        return false;
    return !doubt || policy->keeps == 0 || past->since_first + wait < policy->keeps;
}

struct ncpi_next ncpi_settle(struct ncpi_verdict verdict, const struct ncpi_past *past,
                             const struct ncpi_policy *policy, double random)
{
    if (verdict.outcome == NCPI_DELIVERED)
        return (struct ncpi_next){NCPI_STATE_DELIVERED, false, false, -1};
    bool doubt = past->doubt || verdict.outcome == NCPI_UNKNOWN;
    int64_t wait = ncpi_backoff(policy, past->attempts, verdict.wait, random);
    if (may_retry(verdict, doubt, policy->keeps) && in_time(wait, doubt, past, policy))
        return (struct ncpi_next){doubt ? NCPI_STATE_UNKNOWN : NCPI_QUEUED, doubt,
                                  doubt && policy->keeps == 0, wait};
    if (doubt)
        return (struct ncpi_next){NCPI_STATE_UNKNOWN, true, false, -1};
    bool refused = verdict.outcome == NCPI_REFUSED;
    return (struct ncpi_next){refused ? NCPI_STATE_REFUSED : NCPI_DEAD, false, false, -1};
}
