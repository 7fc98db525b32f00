/* SPDX-License-Identifier: MIT */
/* Times, zones, durations and rates. */
#include "deliver/when.h"
#include "deliver/duration.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NOW INT64_C(1795514400000) /* 2026-11-24T10:00:00Z */

static void times_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *text;
        int64_t seconds; /* date -u -d … +%s */
    } cases[] = {
        {"UTC", "2026-11-24T10:00:01Z", 1795514401},
        {"UTC", "2026-11-24T11:00:01+01:00", 1795514401},
        {"UTC", "2026-11-24T06:30:01.999-03:30", 1795514401},
        {"UTC", "2026-12-01 09:30", 1796117400},
        {"Europe/Berlin", "2026-12-01 09:30", 1796113800},
        {"Europe/Berlin", "2027-07-01 09:30:15", 1814427015},
        {"Europe/Berlin", "tomorrow 09:30", 1795595400},
        {"Asia/Tokyo", "tomorrow 09:30", 1795566600},
        {"America/New_York", "today 09:30", 1795530600},
        {"Europe/Berlin", "2027-03-28 01:59", 1806195540},
        {"Europe/Berlin", "2027-03-28 03:00", 1806195600},
        {"Europe/Berlin", "2027-10-31 01:59", 1824940740},
        {"Europe/Berlin", "2027-10-31 03:00", 1824948000},
        {"Australia/Lord_Howe", "2027-04-04 02:15", 1806767100},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t at = 0;
        struct ncp_error err = NCP_ERROR_INIT;
        assert_int_equal(ncpi_zone_set(cases[i].zone, NULL), NCP_OK);
        if (ncpi_when(cases[i].text, NOW, &at, &err) != NCP_OK)
            fail_msg("%s", err.message);
        assert_int_equal(at / 1000, cases[i].seconds);
    }
}

static void what_is_no_time_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "soon",
                                      "tomorrow",
                                      "tomorrow 25:00",
                                      "2026-13-01 10:00",
                                      "2027-02-29 10:00",
                                      "2026-12-01",
                                      "2026-12-01 10",
                                      "2026-12-01T10:00:00+1:00",
                                      "2026-12-01T10:00:00 Z",
                                      "26-12-01 10:00",
                                      "2026-12-01 10:00 x",
                                      "2026-11-24T10:00:00Z",
                                      "2020-01-01 00:00"};
    assert_int_equal(ncpi_zone_set("UTC", NULL), NCP_OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int64_t at;
        if (ncpi_when(bad[i], NOW, &at, NULL) != NCP_E_USAGE)
            fail_msg("%s", bad[i]);
    }
    assert_int_equal(ncpi_zone_set("Europe/Atlantis", NULL), NCP_E_CONFIG);
    assert_int_equal(ncpi_zone_set("../../etc/passwd", NULL), NCP_E_CONFIG);
}

static void expect_readings(const char *zone, const char *text, const char *a, const char *b)
{
    int64_t at;
    struct ncp_error err = NCP_ERROR_INIT;
    assert_int_equal(ncpi_zone_set(zone, NULL), NCP_OK);
    assert_int_equal(ncpi_when(text, NOW, &at, &err), NCP_E_USAGE);
    if (!strstr(err.message, a) || !strstr(err.message, b))
        fail_msg("%s", err.message);
    ncp_error_free(&err);
}

static void hours_that_are_skipped_or_repeated_name_both_readings(void **state)
{
    (void)state;
    expect_readings("Europe/Berlin", "2027-03-28 02:30", "2027-03-28T03:30:00+02:00",
                    "2027-03-28T01:30:00+01:00");
    expect_readings("Europe/Berlin", "2027-10-31 02:30", "2027-10-31T02:30:00+02:00",
                    "2027-10-31T02:30:00+01:00");
    expect_readings("America/New_York", "2027-03-14 02:00", "2027-03-14T03:00:00-04:00",
                    "2027-03-14T01:00:00-05:00");
    expect_readings("Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-04T01:45:00+11:00",
                    "2027-04-04T01:45:00+10:30");
}

static void durations_and_rates(void **state)
{
    (void)state;
    int64_t ms = 0;
    assert_true(ncpi_duration(NCP_STR("90"), &ms) && ms == 90000);
    assert_true(ncpi_duration(NCP_STR("1.5"), &ms) && ms == 1500);
    assert_true(ncpi_duration(NCP_STR("500ms"), &ms) && ms == 500);
    assert_true(ncpi_duration(NCP_STR("24h"), &ms) && ms == 86400000);
    assert_true(ncpi_duration(NCP_STR("30d"), &ms) && ms == INT64_C(2592000000));
    static const char *const bad[] = {
        "", "h", "-1s", "1 h", "1w", "1.", "1..5s", "99999999999999999999d", "1e3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (ncpi_duration(ncp_str_from(bad[i]), &ms))
            fail_msg("%s", bad[i]);
    assert_true(ncpi_rate(NCP_STR("30/m"), &ms) && ms == 2000);
    assert_true(ncpi_rate(NCP_STR("300/5m"), &ms) && ms == 1000);
    assert_true(ncpi_rate(NCP_STR("0.5/s"), &ms) && ms == 2000);
    assert_false(ncpi_rate(NCP_STR("0/s"), &ms));
    assert_false(ncpi_rate(NCP_STR("5"), &ms));
    assert_false(ncpi_rate(NCP_STR("5/"), &ms));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_read),
        cmocka_unit_test(what_is_no_time_is_refused),
        cmocka_unit_test(hours_that_are_skipped_or_repeated_name_both_readings),
        cmocka_unit_test(durations_and_rates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
