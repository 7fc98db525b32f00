/* SPDX-License-Identifier: MIT */
/* The outcome table row by row, and what follows for the post. */
#include "deliver/backoff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MINUTE INT64_C(60000)
#define HOUR   (60 * MINUTE)

/* A whole answer after the request left. */
static struct ncpi_answer answered(int status)
{
    return (struct ncpi_answer){.left = true, .head = true, .status = status};
}

static void expect(struct ncpi_answer answer, enum ncpi_outcome outcome, enum ncpi_retry retry)
{
    struct ncpi_verdict verdict = ncpi_judge(&answer);
    assert_string_equal(ncpi_outcome_name(verdict.outcome), ncpi_outcome_name(outcome));
    assert_int_equal(verdict.retry, retry);
}

static void a_2xx_head_delivers_where_no_body_is_needed(void **state)
{
    (void)state;
    for (int status = 200; status < 300; status++)
        expect(answered(status), NCPI_DELIVERED, NCPI_RETRY_NO);
}

static void the_sign_of_the_format_decides_a_2xx(void **state)
{
    (void)state;
    struct ncpi_answer answer = answered(200);
    answer.sign = NCPI_SIGN_SUCCESS;
    expect(answer, NCPI_DELIVERED, NCPI_RETRY_NO);
    answer.sign = NCPI_SIGN_FAILURE;
    expect(answer, NCPI_REFUSED, NCPI_RETRY_NO);
    answer.sign = NCPI_SIGN_NEITHER;
    expect(answer, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
}

static void redirects_that_rewrite_the_method_leave_it_unknown(void **state)
{
    (void)state;
    for (int status = 301; status <= 303; status++)
        expect(answered(status), NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
    expect(answered(307), NCPI_REFUSED, NCPI_RETRY_NO);
    expect(answered(308), NCPI_REFUSED, NCPI_RETRY_NO);
}

static void come_later_means_not_sent(void **state)
{
    (void)state;
    expect(answered(429), NCPI_NOT_SENT, NCPI_RETRY_YES);
    expect(answered(425), NCPI_NOT_SENT, NCPI_RETRY_YES);
    struct ncpi_answer busy = answered(503);
    expect(busy, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
    busy.has_wait = true;
    busy.wait = 7000;
    expect(busy, NCPI_NOT_SENT, NCPI_RETRY_YES);
    assert_int_equal(ncpi_judge(&busy).wait, 7000);
}

static void a_conflict_on_our_key_is_in_progress(void **state)
{
    (void)state;
    struct ncpi_answer conflict = answered(409);
    expect(conflict, NCPI_REFUSED, NCPI_RETRY_NO);
    conflict.with_key = true;
    expect(conflict, NCPI_UNKNOWN, NCPI_RETRY_YES);
}

static void every_other_4xx_refuses(void **state)
{
    (void)state;
    for (int status = 400; status < 500; status++)
        if (status != 408 && status != 409 && status != 425 && status != 429)
            expect(answered(status), NCPI_REFUSED, NCPI_RETRY_NO);
    expect(answered(408), NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
}

static void every_other_status_is_unknown(void **state)
{
    (void)state;
    for (int status = 500; status < 1000; status++)
        expect(answered(status), NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
    for (int status = 0; status < 200; status++)
        expect(answered(status), NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
    expect(answered(-3), NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
    expect(answered(5000), NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
}

static void without_a_head_the_first_byte_decides(void **state)
{
    (void)state;
    struct ncpi_answer nothing = {.left = false};
    expect(nothing, NCPI_NOT_SENT, NCPI_RETRY_YES);
    nothing.left = true;
    expect(nothing, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
    nothing.status = 200; /* a status line, and no end of the head */
    expect(nothing, NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT);
}

/* ---- what follows ---------------------------------------------------------- */

static const struct ncpi_verdict unknown = {NCPI_UNKNOWN, NCPI_RETRY_IF_IDEMPOTENT, -1, true};
static const struct ncpi_verdict unreachable = {NCPI_NOT_SENT, NCPI_RETRY_YES, -1, false};
static const struct ncpi_verdict later = {NCPI_NOT_SENT, NCPI_RETRY_YES, 2000, true};
static const struct ncpi_verdict refused = {NCPI_REFUSED, NCPI_RETRY_NO, -1, true};
static const struct ncpi_verdict delivered = {NCPI_DELIVERED, NCPI_RETRY_NO, -1, true};
static const struct ncpi_verdict in_progress = {NCPI_UNKNOWN, NCPI_RETRY_YES, -1, true};

static struct ncpi_policy keeping(int64_t keeps)
{
    struct ncpi_policy policy = ncpi_default_policy;
    policy.keeps = keeps;
    return policy;
}

static void expect_next(struct ncpi_verdict verdict, struct ncpi_past past,
                        struct ncpi_policy policy, enum ncpi_state state, bool by_itself)
{
    struct ncpi_next next = ncpi_settle(verdict, &past, &policy, 0.5);
    assert_string_equal(ncpi_state_name(next.state), ncpi_state_name(state));
    assert_int_equal(next.wait >= 0, by_itself);
    assert_int_equal(next.doubt, state == NCPI_STATE_UNKNOWN);
}

static void unknown_is_tried_again_only_where_keys_are_kept(void **state)
{
    (void)state;
    struct ncpi_past past = {1, false, 0, 0};
    expect_next(unknown, past, keeping(0), NCPI_STATE_UNKNOWN, false);
    expect_next(unknown, past, keeping(HOUR), NCPI_STATE_UNKNOWN, true);
    past.since_first = HOUR;
    expect_next(unknown, past, keeping(HOUR), NCPI_STATE_UNKNOWN, false);
}

static void unknown_is_sticky(void **state)
{
    (void)state;
    struct ncpi_past past = {2, true, 1000, 1000};
    expect_next(refused, past, keeping(HOUR), NCPI_STATE_UNKNOWN, false);
    expect_next(unreachable, past, keeping(HOUR), NCPI_STATE_UNKNOWN, false);
    expect_next(unreachable, past, keeping(0), NCPI_STATE_UNKNOWN, false);
    expect_next(later, past, keeping(HOUR), NCPI_STATE_UNKNOWN, true);
    expect_next(later, past, keeping(0), NCPI_STATE_UNKNOWN, false);
    expect_next(delivered, past, keeping(0), NCPI_STATE_DELIVERED, false);
}

static void in_progress_is_asked_again_with_the_same_key(void **state)
{
    (void)state;
    struct ncpi_past past = {1, false, 0, 0};
    struct ncpi_policy policy = keeping(0);
    struct ncpi_next next = ncpi_settle(in_progress, &past, &policy, 0.5);
    assert_int_equal(next.state, NCPI_STATE_UNKNOWN);
    assert_true(next.again);
    assert_true(next.wait >= 0);
    policy.keeps = HOUR;
    next = ncpi_settle(in_progress, &past, &policy, 0.5);
    assert_false(next.again); /* the time that keys are kept decides there */
    assert_true(next.wait >= 0);
}

static void not_sent_is_tried_until_attempts_or_time_run_out(void **state)
{
    (void)state;
    struct ncpi_past past = {1, false, 0, 0};
    expect_next(unreachable, past, keeping(0), NCPI_QUEUED, true);
    past.attempts = 7;
    expect_next(unreachable, past, keeping(0), NCPI_QUEUED, true);
    past.attempts = 8;
    expect_next(unreachable, past, keeping(0), NCPI_DEAD, false);
    past.attempts = 1;
    past.since_due = 24 * HOUR;
    expect_next(unreachable, past, keeping(0), NCPI_DEAD, false);
    expect_next(refused, past, keeping(0), NCPI_STATE_REFUSED, false);
}

/* ---- waiting ---------------------------------------------------------------- */

static void backoff_doubles_up_to_the_cap_with_full_jitter(void **state)
{
    (void)state;
    const struct ncpi_policy *policy = &ncpi_default_policy;
    assert_int_equal(ncpi_backoff(policy, 1, -1, 0.0), 0);
    assert_int_equal(ncpi_backoff(policy, 1, -1, 0.5), 500);
    assert_int_equal(ncpi_backoff(policy, 2, -1, 0.5), 1000);
    assert_int_equal(ncpi_backoff(policy, 5, -1, 0.5), 8000);
    assert_int_equal(ncpi_backoff(policy, 9, -1, 0.5), 128000);
    assert_int_equal(ncpi_backoff(policy, 10, -1, 0.5), 150000);
    assert_int_equal(ncpi_backoff(policy, 1000000, -1, 0.5), 150000);
    struct ncpi_policy wide = *policy;
    wide.cap = INT64_MAX;
    assert_true(ncpi_backoff(&wide, 1000, -1, 0.999) >= 0);
}

static void backoff_is_never_earlier_than_asked(void **state)
{
    (void)state;
    for (int i = 0; i < 100; i++)
        assert_true(ncpi_backoff(&ncpi_default_policy, 1 + i % 9, 3000, i / 100.0) >= 3000);
}

static void retry_after_in_its_forms(void **state)
{
    (void)state;
    /* 2026-11-24T10:00:00.250Z */
    const int64_t now = INT64_C(1795514400250);
    static const struct {
        const char *value;
        int64_t wait; /* -1: not usable */
    } cases[] = {
        {"0", 0},
        {"1", 1000},
        {" 120 ", 120000},
        {"1.5", 2000},
        {"3600", NCPI_WAIT_MAX},
        {"86400", NCPI_WAIT_MAX},
        {"99999999999999999999", NCPI_WAIT_MAX},
        {"Tue, 24 Nov 2026 10:00:05 GMT", 5750},
        {"Tuesday, 24-Nov-26 10:00:05 GMT", 5750},
        {"Tue Nov 24 10:00:05 2026", 5750},
        {"Tue, 24 Nov 2026 09:59:59 GMT", 0},
        {"Wed, 25 Nov 2026 10:00:00 GMT", NCPI_WAIT_MAX},
        {"Sunday, 06-Nov-94 08:49:37 GMT", 0},
        {"", -1},
        {"-5", -1},
        {"+5", -1},
        {"soon", -1},
        {"5s", -1},
        {"5.", -1},
        {"1e3", -1},
        {"Tue, 24 Nov 2026 25:00:05 GMT", -1},
        {"Tue, 24 Foo 2026 10:00:05 GMT", -1},
        {"Tue, 24 Nov 2026 10:00:05 GMT, then", -1},
        {"Tue, 24 Nov 2026 10:00:05", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t wait = -1;
        bool usable = ncpi_retry_after(ncp_str_from(cases[i].value), now, &wait);
        assert_int_equal(usable, cases[i].wait >= 0);
        assert_int_equal(wait, cases[i].wait);
    }
    assert_false(ncpi_retry_after((struct ncp_str){"1\0", 2}, now, &(int64_t){0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_2xx_head_delivers_where_no_body_is_needed),
        cmocka_unit_test(the_sign_of_the_format_decides_a_2xx),
        cmocka_unit_test(redirects_that_rewrite_the_method_leave_it_unknown),
        cmocka_unit_test(come_later_means_not_sent),
        cmocka_unit_test(a_conflict_on_our_key_is_in_progress),
        cmocka_unit_test(every_other_4xx_refuses),
        cmocka_unit_test(every_other_status_is_unknown),
        cmocka_unit_test(without_a_head_the_first_byte_decides),
        cmocka_unit_test(unknown_is_tried_again_only_where_keys_are_kept),
        cmocka_unit_test(unknown_is_sticky),
        cmocka_unit_test(in_progress_is_asked_again_with_the_same_key),
        cmocka_unit_test(not_sent_is_tried_until_attempts_or_time_run_out),
        cmocka_unit_test(backoff_doubles_up_to_the_cap_with_full_jitter),
        cmocka_unit_test(backoff_is_never_earlier_than_asked),
        cmocka_unit_test(retry_after_in_its_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
