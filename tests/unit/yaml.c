/* SPDX-License-Identifier: MIT */
/* YAML into jansson values: what scalars mean, places, limits. */
#include "article/yaml.h"

#include "ncpost/article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "case_files.h"
#include "linear_time.h"

static json_t *read_well(const char *text, unsigned flags, json_t *warnings)
{
    json_t *value = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    if (ncpi_yaml_read(ncp_str_from(text), 1, flags, &value, NULL, warnings, &err) != NCP_OK)
        fail_msg("%s\n  fails: %s", text, err.message);
    return value;
}

static void assert_value(const char *text, unsigned flags, const char *expected)
{
    json_t *value = read_well(text, flags, NULL);
    assert_json_text(text, value, expected);
    json_decref(value);
}

struct value_case {
    const char *yaml, *json;
};

#define RUN(cases, flags)                                        \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
    assert_value((cases)[i].yaml, (flags), (cases)[i].json)

static void front_matter_reads_scalars_as_they_are_written(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {"a: true", "{\"a\": true}"},
        {"a: False", "{\"a\": false}"},
        {"a: yes", "{\"a\": \"yes\"}"},
        {"a: No", "{\"a\": \"No\"}"},
        {"a: on", "{\"a\": \"on\"}"},
        {"a: null", "{\"a\": null}"},
        {"a: ~", "{\"a\": null}"},
        {"a:", "{\"a\": null}"},
        {"a: ''", "{\"a\": \"\"}"},
        {"a: 'true'", "{\"a\": \"true\"}"},
        {"a: \"12\"", "{\"a\": \"12\"}"},
        {"a: 12", "{\"a\": 12}"},
        {"a: -3", "{\"a\": -3}"},
        {"a: 2.5", "{\"a\": 2.5}"},
        {"a: 1.10", "{\"a\": \"1.10\"}"},
        {"a: 007", "{\"a\": \"007\"}"},
        {"a: +5", "{\"a\": \"+5\"}"},
        {"a: 1_000", "{\"a\": \"1_000\"}"},
        {"a: 0x1F", "{\"a\": \"0x1F\"}"},
        {"a: 1e3", "{\"a\": \"1e3\"}"},
        {"a: .inf", "{\"a\": \".inf\"}"},
        {"a: 99999999999999999999", "{\"a\": \"99999999999999999999\"}"},
        {"a: 12:30", "{\"a\": \"12:30\"}"},
        {"a: 2026-11-13", "{\"a\": \"2026-11-13\"}"},
        {"a: 2026-11-13 10:00:00 -0500", "{\"a\": \"2026-11-13 10:00:00 -0500\"}"},
        {"a: -x", "{\"a\": \"-x\"}"},
        {"1: x\ntrue: y", "{\"1\": \"x\", \"true\": \"y\"}"},
        {"a: |\n  one\n  two\n\nb: >-\n  three\n  four",
         "{\"a\": \"one\\ntwo\\n\", \"b\": \"three four\"}"},
        {"a: \"\\u00e9\\t\\x41\"", "{\"a\": \"é\\tA\"}"},
        {"a: 'it''s'", "{\"a\": \"it's\"}"},
        {"tags: [a, 'b c', \"d\"]\nm: {x: 1, y: [2]}",
         "{\"tags\": [\"a\", \"b c\", \"d\"], \"m\": {\"x\": 1, \"y\": [2]}}"},
        {"tags:\n- a\n- b: c\n  d: e\n", "{\"tags\": [\"a\", {\"b\": \"c\", \"d\": \"e\"}]}"},
        {"# only a comment\n", "null"},
        {"", "null"},
        {"word", "\"word\""},
        {"title: Grüße — 世界 🎉", "{\"title\": \"Grüße — 世界 🎉\"}"},
        {"a: 1\r\nb: x\r\n", "{\"a\": 1, \"b\": \"x\"}"},
        {"a: 1\rb: x\r", "{\"a\": 1, \"b\": \"x\"}"},
    };
    RUN(cases, 0);
}

static void tags_decide_where_yaml_defines_them(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {"a: !!str 12", "{\"a\": \"12\"}"},
        {"a: !!str true", "{\"a\": \"true\"}"},
        {"a: !!int \"12\"", "{\"a\": 12}"},
        {"a: !!bool 'true'", "{\"a\": true}"},
        {"a: !!null ''", "{\"a\": null}"},
        {"a: !!timestamp 2026-01-01", "{\"a\": \"2026-01-01\"}"},
        {"a: !mine 12", "{\"a\": 12}"},
        {"a: !!set {x: }", "{\"a\": {\"x\": null}}"},
    };
    RUN(cases, 0);
}

static void profiles_know_yes_and_no_and_all_numbers(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {"a: yes", "{\"a\": true}"},      {"a: No", "{\"a\": false}"},
        {"a: 'yes'", "{\"a\": \"yes\"}"}, {"a: 1.50", "{\"a\": 1.5}"},
        {"a: 1e3", "{\"a\": 1000.0}"},    {"a: on", "{\"a\": \"on\"}"},
        {"a: 007", "{\"a\": \"007\"}"},
    };
    RUN(cases, NCPI_YAML_PROFILE);
}

static void a_repeated_key_keeps_its_first_value_and_warns(void **state)
{
    (void)state;
    json_t *warnings = json_array();
    json_t *value = read_well("a: 1\nb: 2\na: {c: [3]}\n", 0, warnings);
    assert_json_text("repeated key", value, "{\"a\": 1, \"b\": 2}");
    assert_int_equal(json_array_size(warnings), 1);
    json_t *warning = json_array_get(warnings, 0);
    assert_string_equal(json_string_value(json_object_get(warning, "code")), "repeated-key");
    assert_int_equal(json_integer_value(json_object_get(warning, "line")), 3);
    json_decref(value);
    json_decref(warnings);
}

static void many_repeated_keys_warn_eight_times(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *warnings = json_array();
    for (int i = 0; i < 1000; i++)
        ncp_buf_add_cstr(&text, "a: 1\n");
    json_decref(read_well(text.ptr, 0, warnings));
    assert_int_equal(json_array_size(warnings), 8);
    json_decref(warnings);
    ncp_buf_free(&text);
}

/* ---- errors ---------------------------------------------------------------- */

static void assert_fails(const char *text, size_t line, size_t column, const char *part)
{
    json_t *value = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    enum ncp_code code = ncpi_yaml_read(ncp_str_from(text), 1, 0, &value, NULL, NULL, &err);
    if (code != NCP_E_DATA || !err.message || !strstr(err.message, part) || err.line != line ||
        (column > 0 && err.column != column))
        fail_msg("%.200s\n  gives code %d, %zu:%zu: %s\n  expected %zu:%zu: %s", text, (int)code,
                 err.line, err.column, err.message ? err.message : "", line, column, part);
    assert_null(value);
    ncp_error_free(&err);
}

static void errors_have_line_and_column(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        size_t line, column;
        const char *part;
    } cases[] = {
        {"title: Kindness: how it heals", 1, 16, "mapping values are not allowed"},
        {"a: 1\ntitle: é: x", 2, 9, "mapping values are not allowed"},
        {"a: 世界\xE2\x80\xA8\nb: x: y", 2, 5, "mapping values are not allowed"},
        {"a: 1\r\nb: x: y", 2, 5, "mapping values are not allowed"},
        {"a: 1\rb: x: y", 2, 5, "mapping values are not allowed"},
        {"a: 1\nprose without a colon\n\nmore\n", 2, 1, "could not find expected ':'"},
        {"a: 1\nb: \"never closed\nc: 2\n", 2, 4, "unexpected end of stream"},
        {"a: [1, 2\nb: 3", 1, 4, "did not find expected ',' or ']'"},
        {"a: @x", 1, 4, "cannot start any token"},
        {"a:\n\tb: 1", 2, 1, "cannot start any token"},
        {"a: *b", 1, 4, "aliases"},
        {"x: 1\na: &b 1", 2, 4, "aliases"},
        {"a: &b [1]", 1, 4, "aliases"},
        {"&b a: 1", 1, 1, "aliases"},
        {"? [a]\n: 1", 1, 3, "cannot be a key"},
        {"{a: 1}: 2", 1, 1, "cannot be a key"},
        {"a: 1\n---\nb: 2", 2, 1, "second YAML document"},
        {"%TAG ! tag:x,2000:\n---\na: 1", 1, 1, "%TAG"},
        {"\"a\\0b\": 1", 1, 1, "NUL"},
        {"a: \"\\ud800\"", 1, 0, "Unicode character escape"},
        {"a: x\x01y", 1, 5, "control characters"},
        {"a: \xFF", 1, 1, "not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_fails(cases[i].yaml, cases[i].line, cases[i].column, cases[i].part);
}

static void a_first_line_number_is_counted_on(void **state)
{
    (void)state;
    json_t *value = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    assert_int_equal(ncpi_yaml_read(NCP_STR("a: 1\nb: c: d"), 10, 0, &value, NULL, NULL, &err),
                     NCP_E_DATA);
    assert_int_equal(err.line, 11);
    assert_non_null(err.hint);
    ncp_error_free(&err);
}

static void marks_have_the_shape_of_the_values(void **state)
{
    (void)state;
    json_t *value = NULL, *marks = NULL;
    struct ncp_str text =
        NCP_STR("name: é\ntargets:\n  zap: {url_env: X,  tries: 3}\nl:\n- 1\n- 2\n");
    assert_int_equal(ncpi_yaml_read(text, 1, NCPI_YAML_PROFILE, &value, &marks, NULL, NULL),
                     NCP_OK);
    assert_json_text("marks", marks,
                     "{\"line\": 1, \"column\": 1, \"in\": {"
                     "\"name\": {\"line\": 1, \"column\": 1},"
                     "\"targets\": {\"line\": 2, \"column\": 1, \"in\": {"
                     "\"zap\": {\"line\": 3, \"column\": 3, \"in\": {"
                     "\"url_env\": {\"line\": 3, \"column\": 9},"
                     "\"tries\": {\"line\": 3, \"column\": 22}}}}},"
                     "\"l\": {\"line\": 4, \"column\": 1, \"in\": ["
                     "{\"line\": 5, \"column\": 3}, {\"line\": 6, \"column\": 3}]}}}");
    json_decref(value);
    json_decref(marks);
}

/* ---- limits ---------------------------------------------------------------- */

static void nest(struct ncp_buf *text, size_t levels, const char *open, const char *close)
{
    ncp_buf_clear(text);
    for (size_t i = 0; i < levels; i++)
        ncp_buf_add_cstr(text, open);
    for (size_t i = 0; i < levels; i++)
        ncp_buf_add_cstr(text, close);
}

static void sixty_four_levels_are_read_and_no_more(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    nest(&text, 64, "[", "]");
    json_decref(read_well(text.ptr, 0, NULL));
    nest(&text, 65, "[", "]");
    assert_fails(text.ptr, 1, 65, "64 levels");
    nest(&text, 100000, "{a: ", "}");
    assert_fails(text.ptr, 1, 0, "64 levels");
    nest(&text, 100000, "- ", "");
    assert_fails(text.ptr, 1, 0, "64 levels");
    ncp_buf_free(&text);
}

static void more_than_a_mebibyte_is_refused(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_cstr(&text, "a: ");
    while (text.len < ((size_t)1 << 20))
        ncp_buf_add_char(&text, 'x');
    json_decref(read_well(text.ptr, 0, NULL));
    ncp_buf_add_char(&text, 'x');
    assert_fails(text.ptr, 1, 1, "1 MiB");
    ncp_buf_free(&text);
}

static void read_with_marks(struct ncp_str text)
{
    json_t *value = NULL, *marks = NULL;
    if (ncpi_yaml_read(text, 1, 0, &value, &marks, NULL, NULL) != NCP_OK)
        return;
    json_decref(value);
    json_decref(marks);
}

static void hostile_text_takes_linear_time(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "[",    "{",      "[\n",      "- ",           "? ",          "a: ",  "\"",
        "'",    "!x ",    "# ",       "- a\n",        "a:\n",        "|\n ", "x: [1]\n",
        "\n",   "a: b\n", "}",        "%TAG !a! b\n", ",",           ": ",   "[a, ",
        "{? a", "!!",     "\xC2\x85", "- - - - a\n",  "%YAML 1.1\n",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_linear("", pieces[i], (size_t)64 << 10, read_with_marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(front_matter_reads_scalars_as_they_are_written),
        cmocka_unit_test(tags_decide_where_yaml_defines_them),
        cmocka_unit_test(profiles_know_yes_and_no_and_all_numbers),
        cmocka_unit_test(a_repeated_key_keeps_its_first_value_and_warns),
        cmocka_unit_test(many_repeated_keys_warn_eight_times),
        cmocka_unit_test(errors_have_line_and_column),
        cmocka_unit_test(a_first_line_number_is_counted_on),
        cmocka_unit_test(marks_have_the_shape_of_the_values),
        cmocka_unit_test(sixty_four_levels_are_read_and_no_more),
        cmocka_unit_test(more_than_a_mebibyte_is_refused),
        cmocka_unit_test(hostile_text_takes_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
