/* SPDX-License-Identifier: MIT */
/* TOML: the cases of tests/data/toml, limits, repeated keys. */
#include "article/toml.h"

#include "ncpost/article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "case_files.h"
#include "linear_time.h"

#define CASES TESTS_DIR "/data/toml"

static void run_valid(const char *input, const char *expected)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_buf text = read_case(input);
    json_t *value = NULL, *wanted = json_load_file(expected, 0, NULL);
    if (!wanted)
        fail_msg("%s is missing or no JSON", expected);
    if (ncpi_toml_read(ncp_buf_str(&text), 1, &value, NULL, &err) != NCP_OK)
        fail_msg("%s:%zu:%zu: %s", input, err.line, err.column, err.message);
    assert_json(input, value, wanted);
    json_decref(value);
    json_decref(wanted);
    ncp_buf_free(&text);
}

static void valid_files_give_the_json_beside_them(void **state)
{
    (void)state;
    assert_in_range(each_case(CASES "/valid", ".toml", ".json", run_valid), 14, 1000);
}

/* The file with what is expected: "LINE:COLUMN part of the message". */
static void run_invalid(const char *input, const char *expected)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_buf text = read_case(input), wanted = read_case(expected);
    json_t *value = NULL;
    char *part;
    size_t line = strtoul(wanted.ptr, &part, 10);
    size_t column = strtoul(part + 1, &part, 10);
    wanted.ptr[strcspn(wanted.ptr, "\n")] = '\0';
    enum ncp_code code = ncpi_toml_read(ncp_buf_str(&text), 1, &value, NULL, &err);
    if (code != NCP_E_DATA || err.line != line || err.column != column ||
        !strstr(err.message, part + 1))
        fail_msg("%s\n  gives    %zu:%zu %s\n  expected %s", input, err.line, err.column,
                 err.message ? err.message : "no error", wanted.ptr);
    assert_null(value);
    ncp_error_free(&err);
    ncp_buf_free(&text);
    ncp_buf_free(&wanted);
}

static void invalid_files_give_the_error_beside_them(void **state)
{
    (void)state;
    assert_in_range(each_case(CASES "/invalid", ".toml", ".error", run_invalid), 50, 1000);
}

static void a_repeated_key_keeps_its_first_value_and_warns(void **state)
{
    (void)state;
    struct ncp_str text = NCP_STR("a = 1\nb = { c = 1, c = 2 }\na = { x.y = 1 }\nd = { e = 1 }\n");
    json_t *value = NULL, *warnings = json_array();
    assert_int_equal(ncpi_toml_read(text, 5, &value, warnings, NULL), NCP_OK);
    assert_json_text("repeated key", value, "{\"a\": 1, \"b\": {\"c\": 1}, \"d\": {\"e\": 1}}");
    assert_int_equal(json_array_size(warnings), 2);
    json_t *second = json_array_get(warnings, 1);
    assert_int_equal(json_integer_value(json_object_get(second, "line")), 7);
    json_decref(value);
    json_decref(warnings);
}

/* ---- limits ---------------------------------------------------------------- */

static void repeat(struct ncp_buf *text, size_t times, const char *piece)
{
    for (size_t i = 0; i < times; i++)
        ncp_buf_add_cstr(text, piece);
}

static void assert_depth(const char *first, const char *open, size_t levels, const char *middle,
                         const char *close, enum ncp_code expected)
{
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *value = NULL;
    ncp_buf_add_cstr(&text, first);
    repeat(&text, levels, open);
    ncp_buf_add_cstr(&text, middle);
    repeat(&text, levels, close);
    assert_int_equal(ncpi_toml_read(ncp_buf_str(&text), 1, &value, NULL, NULL), expected);
    json_decref(value);
    ncp_buf_free(&text);
}

static void sixty_four_levels_are_read_and_no_more(void **state)
{
    (void)state;
    assert_depth("a = ", "[", 63, "", "]", NCP_OK);
    assert_depth("a = ", "[", 64, "", "]", NCP_E_DATA);
    assert_depth("a = ", "[", 100000, "", "]", NCP_E_DATA);
    assert_depth("a = ", "{ a = ", 100000, "1", "}", NCP_E_DATA);
    assert_depth("", "a.", 63, "a = 1", "", NCP_OK);
    assert_depth("", "a.", 64, "a = 1", "", NCP_E_DATA);
    assert_depth("[", "a.", 100000, "a]", "", NCP_E_DATA);
}

static void more_than_a_mebibyte_is_refused(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *value = NULL;
    repeat(&text, (size_t)1 << 20, "#");
    assert_int_equal(ncpi_toml_read(ncp_buf_str(&text), 1, &value, NULL, NULL), NCP_OK);
    json_decref(value);
    ncp_buf_add_char(&text, '#');
    assert_int_equal(ncpi_toml_read(ncp_buf_str(&text), 1, &value, NULL, NULL), NCP_E_DATA);
    ncp_buf_free(&text);
}

static void read_any(struct ncp_str text)
{
    json_t *value = NULL;
    if (ncpi_toml_read(text, 1, &value, NULL, NULL) == NCP_OK)
        json_decref(value);
}

static void hostile_text_takes_linear_time(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a = 1\n",
        "[[a]]\n",
        "[a]\n",
        "a.b.c = 1\n",
        "a = [",
        "a = {",
        "\"",
        "'",
        "[",
        "\n",
        "1_",
        "a = \"\"\"\n",
        "\"\"\"\"",
        "a = [[1],\n",
        "a.",
        "\\",
        "a = \"\\u00e9\"\n",
        "{a={",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_linear("", pieces[i], (size_t)64 << 10, read_any);
}

static void many_keys_and_tables_take_linear_time(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    size_t quarter = 0;
    for (int i = 0; text.len < (size_t)512 << 10; i++) {
        ncp_buf_add_format(&text, "k%d = 1\n[t%d]\n", i, i);
        if (text.len < (size_t)128 << 10)
            quarter = text.len;
    }
    double once = seconds_for(ncp_str_sub(ncp_buf_str(&text), 0, quarter), read_any);
    double four = seconds_for(ncp_buf_str(&text), read_any);
    assert_true(four <= once * 9 + 0.3);
    ncp_buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_files_give_the_json_beside_them),
        cmocka_unit_test(invalid_files_give_the_error_beside_them),
        cmocka_unit_test(a_repeated_key_keeps_its_first_value_and_warns),
        cmocka_unit_test(sixty_four_levels_are_read_and_no_more),
        cmocka_unit_test(more_than_a_mebibyte_is_refused),
        cmocka_unit_test(hostile_text_takes_linear_time),
        cmocka_unit_test(many_keys_and_tables_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
