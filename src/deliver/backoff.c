/* SPDX-License-Identifier: MIT */
/* Exponential backoff with full jitter. */
#include "backoff.h"

static int64_t ceiling(const struct ncpi_policy *policy, int attempts)
{
    int64_t wait = policy->base;
    for (int i = 1; i < attempts && wait < policy->cap; i++)
        wait = wait > INT64_MAX / 2 ? INT64_MAX : wait * 2;
    return wait < policy->cap ? wait : policy->cap;
}

int64_t ncpi_backoff(const struct ncpi_policy *policy, int attempts, int64_t asked, double random)
{
    int64_t wait = (int64_t)(random * (double)ceiling(policy, attempts));
    if (asked < 0)
        return wait;
    /* Never early, and not all at the same instant after it. */
    int64_t spread = wait < policy->base ? wait : policy->base;
    return asked + spread;
}
