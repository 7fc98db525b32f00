/* SPDX-License-Identifier: MIT */
/* The linter: every line of tests/data/network/lint.t is one case. */
#include "ncpost/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct ncp_networks *networks;

static int load_networks(void **state)
{
    (void)state;
    return ncp_networks_load(NULL, &networks, NULL) == NCP_OK ? 0 : -1;
}

static int free_networks(void **state)
{
    (void)state;
    ncp_networks_free(networks);
    return 0;
}

static const struct ncp_network *named(const char *name)
{
    const struct ncp_network *network = NULL;
    assert_int_equal(ncp_network_find(networks, ncp_str_from(name), &network, NULL), NCP_OK);
    return network;
}

static struct ncp_str str_of(const json_t *string)
{
    return (struct ncp_str){json_string_value(string), json_string_length(string)};
}

/* The JSON values of a line, as an array. */
static json_t *values_of(const char *at)
{
    json_t *values = json_array();
    while (at[strspn(at, " \n")]) {
        json_error_t where;
        json_t *value = json_loads(at, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &where);
        if (!value)
            fail_msg("no JSON at: %s", at);
        json_array_append_new(values, value);
        at += where.position;
    }
    return values;
}

static bool finds(const char *network, struct ncp_str text, const json_t *expected)
{
    struct ncp_findings findings = {0};
    assert_int_equal(ncp_lint(named(network), text, NULL, &findings, NULL), NCP_OK);
    bool right = findings.count == json_array_size(expected);
    for (size_t i = 0; i < findings.count; i++) {
        const struct ncp_finding *f = &findings.items[i];
        const char *rule = json_string_value(json_array_get(expected, i));
        right = right && rule && strcmp(f->rule->id, rule) == 0;
        right = right && f->start <= f->end && f->end <= text.len && f->message.len > 0;
        right = right && (!f->fixable || f->rule->fixable);
        if (!right)
            print_error("found %s at %zu-%zu: %s\n", f->rule->id, f->start, f->end, f->message.ptr);
    }
    ncp_findings_free(&findings);
    return right;
}

static bool repairs(const char *network, struct ncp_str text, struct ncp_str expected)
{
    struct ncp_buf fixed = NCP_BUF_INIT;
    assert_int_equal(ncp_lint_fix(named(network), text, NULL, &fixed, NULL, NULL), NCP_OK);
    bool right = ncp_str_equal(ncp_buf_str(&fixed), expected);
    if (!right)
        print_error("repaired: %s\n", fixed.ptr);
    ncp_buf_free(&fixed);
    return right;
}

static bool check_line(const char *network, const char *rest)
{
    json_t *values = values_of(rest);
    struct ncp_str text = str_of(json_array_get(values, 0));
    bool right = finds(network, text, json_array_get(values, 1));
    const json_t *fixed = json_array_get(values, 2);
    right = repairs(network, text, fixed ? str_of(fixed) : text) && right;
    json_decref(values);
    return right;
}

static void captions_are_linted_as_told(void **state)
{
    (void)state;
    FILE *file = fopen(TESTS_DIR "/data/network/lint.t", "r");
    assert_non_null(file);
    char *line = NULL;
    size_t cap = 0;
    int cases = 0, wrong = 0;
    while (getline(&line, &cap, file) > 0) {
        if (line[0] == '#')
            continue;
        char *rest = strchr(line, ' ');
        assert_non_null(rest);
        *rest++ = '\0';
        cases++;
        if (!check_line(line, rest)) {
            print_error("lint.t: %s %s", line, rest);
            wrong++;
        }
    }
    free(line);
    fclose(file);
    assert_int_equal(wrong, 0);
    assert_in_range(cases, 90, 2000);
}

static void every_rule_has_a_case(void **state)
{
    (void)state;
    size_t count;
    const struct ncp_lint_rule *rules = ncp_lint_rules(&count);
    FILE *file = fopen(TESTS_DIR "/data/network/lint.t", "r");
    assert_non_null(file);
    struct ncp_buf all = NCP_BUF_INIT;
    char chunk[4096];
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        ncp_buf_add(&all, (struct ncp_str){chunk, got});
    fclose(file);
    for (size_t i = 0; i < count; i++) {
        bool tested_here = strcmp(rules[i].id, "maybe-too-long") != 0;
        if (tested_here &&
            ncp_str_find(ncp_buf_str(&all), ncp_str_from(rules[i].id), 0) == SIZE_MAX)
            fail_msg("no case for %s", rules[i].id);
        assert_true(strlen(rules[i].help) > 10);
    }
    ncp_buf_free(&all);
}

static void between_strict_and_loose_it_warns(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncp_findings findings = {0};
    ncp_buf_add_cstr(&text, "A hook.\n");
    while (text.len < 2198)
        ncp_buf_add_char(&text, 'a');
    assert_int_equal(ncp_lint(named("instagram"), ncp_buf_str(&text), NULL, &findings, NULL),
                     NCP_OK);
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.items[0].rule->id, "maybe-too-long");
    assert_int_equal(findings.items[0].severity, NCP_SEVERITY_WARNING);
    assert_int_equal(findings.items[0].start, 2196);
    ncp_findings_free(&findings);
    ncp_buf_free(&text);
}

static void what_nobody_documents_only_warns(void **state)
{
    (void)state;
    struct ncp_findings findings = {0};
    struct ncp_str text = NCP_STR("#One #Two #Three #Four #Five #Six");
    assert_int_equal(ncp_lint(named("instagram"), text, NULL, &findings, NULL), NCP_OK);
    assert_int_equal(findings.items[0].severity, NCP_SEVERITY_ERROR);
    ncp_findings_free(&findings);
    assert_int_equal(ncp_lint(named("tiktok"), text, NULL, &findings, NULL), NCP_OK);
    assert_int_equal(findings.items[0].severity, NCP_SEVERITY_WARNING);
    ncp_findings_free(&findings);
}

static void findings_have_line_and_column(void **state)
{
    (void)state;
    struct ncp_findings findings = {0};
    assert_int_equal(
        ncp_lint(named("x"), NCP_STR("Güte heilt.\n\nÜber 日本 #C++ x"), NULL, &findings, NULL),
        NCP_OK);
    assert_int_equal(findings.count, 1);
    assert_int_equal(findings.items[0].line, 3);
    assert_int_equal(findings.items[0].column, 9);
    json_t *json = ncp_finding_json(&findings.items[0]);
    assert_string_equal(json_string_value(json_object_get(json, "severity")), "error");
    assert_true(json_is_null(json_object_get(json, "fix")));
    assert_int_equal(json_object_size(json), 8);
    json_decref(json);
    ncp_findings_free(&findings);
}

static size_t count_with(const char *rules, const char *text, enum ncp_severity *first)
{
    struct ncp_findings findings = {0};
    json_t *json = json_loads(rules, 0, NULL);
    struct ncp_lint_options options = {NCP_FIELD_CAPTION, json};
    assert_int_equal(ncp_lint(named("instagram"), ncp_str_from(text), &options, &findings, NULL),
                     NCP_OK);
    size_t count = findings.count;
    *first = count ? findings.items[0].severity : NCP_SEVERITY_OFF;
    ncp_findings_free(&findings);
    json_decref(json);
    return count;
}

static void rules_are_switched_and_graded(void **state)
{
    (void)state;
    enum ncp_severity first;
    assert_int_equal(count_with("{\"emoji-run\": \"off\"}", "Now. 💛💛💛", &first), 0);
    assert_int_equal(count_with("{\"emoji-run\": false}", "Now. 💛💛💛", &first), 0);
    assert_int_equal(count_with("{\"emoji-run\": \"error\"}", "Now. 💛💛💛", &first), 1);
    assert_int_equal(first, NCP_SEVERITY_ERROR);
    assert_int_equal(count_with("{\"broken-hashtag\": \"warning\"}", "#C++", &first), 1);
    assert_int_equal(first, NCP_SEVERITY_WARNING);
}

static void wrong_rules_are_told(void **state)
{
    (void)state;
    struct ncp_findings findings = {0};
    struct ncp_error err = NCP_ERROR_INIT;
    json_t *json = json_loads("{\"emoji-runs\": \"off\"}", 0, NULL);
    struct ncp_lint_options options = {NCP_FIELD_CAPTION, json};
    assert_int_equal(ncp_lint(named("x"), NCP_STR("a"), &options, &findings, &err), NCP_E_CONFIG);
    assert_string_equal(err.hint, "did you mean \"emoji-run\"?");
    json_object_clear(json);
    json_object_set_new(json, "emoji-run", json_string("loud"));
    assert_int_equal(ncp_lint(named("x"), NCP_STR("a"), &options, &findings, &err), NCP_E_CONFIG);
    options = (struct ncp_lint_options){NCP_FIELD_TITLE, NULL};
    assert_int_equal(ncp_lint(named("x"), NCP_STR("a"), &options, &findings, &err), NCP_E_USAGE);
    json_decref(json);
    ncp_error_free(&err);
    ncp_findings_free(&findings);
}

static void hostile_captions_take_linear_time(void **state)
{
    (void)state;
    static const char *const units[] = {"#a ",     "#aaaaaaaa ", "bio ",   "link bio\n", "\n",
                                        " ",       "😀",          "A",      "\u202E",     "𝗔",
                                        "a\u200D", "#a-b",       "@a ",    "a.com/ ",    "#",
                                        "link ",   " 💛 a",       "\u0301", "👨‍"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct ncp_buf text = NCP_BUF_INIT;
        struct ncp_findings findings = {0};
        while (text.len < 100000)
            ncp_buf_add_cstr(&text, units[u]);
        assert_int_equal(ncp_lint(named("instagram"), ncp_buf_str(&text), NULL, &findings, NULL),
                         NCP_OK);
        assert_true(findings.count > 0);
        ncp_findings_free(&findings);
        ncp_buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captions_are_linted_as_told),
        cmocka_unit_test(every_rule_has_a_case),
        cmocka_unit_test(between_strict_and_loose_it_warns),
        cmocka_unit_test(what_nobody_documents_only_warns),
        cmocka_unit_test(findings_have_line_and_column),
        cmocka_unit_test(rules_are_switched_and_graded),
        cmocka_unit_test(wrong_rules_are_told),
        cmocka_unit_test(hostile_captions_take_linear_time),
    };
    return cmocka_run_group_tests(tests, load_networks, free_networks);
}
