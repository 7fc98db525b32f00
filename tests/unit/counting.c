/* SPDX-License-Identifier: MIT */
/* What texts count on each network, and which tokens are found in them: every
 * line of tests/data/network/{count,tokens}.t is one case. */
#include "ncpost/network.h"

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
    struct ncp_error err = NCP_ERROR_INIT;
    if (ncp_network_find(networks, ncp_str_from(name), &network, &err) != NCP_OK)
        fail_msg("%s", err.message);
    return network;
}

static struct ncp_str str_of(const json_t *string)
{
    return (struct ncp_str){json_string_value(string), json_string_length(string)};
}

/* Reads the JSON value at `*at` and moves `*at` behind it. */
static json_t *next_value(const char **at)
{
    json_error_t where;
    json_t *value = json_loads(*at, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &where);
    if (!value)
        fail_msg("no JSON at: %s", *at);
    *at += where.position;
    return value;
}

/* Calls `check` for each line that is no comment; returns how many there were. */
static int each_line(const char *path, bool (*check)(const char *network, const char *rest))
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *line = NULL;
    size_t cap = 0;
    int cases = 0, wrong = 0, number = 0;
    while (getline(&line, &cap, file) > 0) {
        number++;
        if (line[0] == '#')
            continue;
        char *rest = strchr(line, ' ');
        assert_non_null(rest);
        *rest++ = '\0';
        cases++;
        if (!check(line, rest)) {
            print_error("%s:%d: %s %s", path, number, line, rest);
            wrong++;
        }
    }
    free(line);
    fclose(file);
    assert_int_equal(wrong, 0);
    return cases;
}

static bool counts_as_told(const char *network, const char *rest)
{
    char *end;
    unsigned long expected = strtoul(rest, &end, 10);
    const char *at = end;
    json_t *text = next_value(&at);
    struct ncp_count count;
    assert_int_equal(
        ncp_network_count(named(network), str_of(text), NCP_FIELD_CAPTION, &count, NULL), NCP_OK);
    json_decref(text);
    if (count.length.used != expected)
        print_error("counted %zu\n", count.length.used);
    return count.length.used == expected;
}

static bool finds_as_told(const char *network, const char *rest)
{
    const char *at = rest;
    json_t *text = next_value(&at), *expected = next_value(&at);
    struct ncp_tokens tokens = {0};
    assert_int_equal(ncp_tokens_find(named(network), str_of(text), &tokens, NULL), NCP_OK);
    bool right = tokens.count == json_array_size(expected);
    for (size_t i = 0; i < tokens.count; i++) {
        struct ncp_str token =
            ncp_str_sub(str_of(text), tokens.items[i].start, tokens.items[i].end);
        right = right && ncp_str_equal(token, str_of(json_array_get(expected, i)));
        if (!right)
            print_error("found %.*s\n", (int)token.len, token.ptr);
    }
    ncp_tokens_free(&tokens);
    json_decref(text);
    json_decref(expected);
    return right;
}

static void captions_count_as_told(void **state)
{
    (void)state;
    assert_in_range(each_line(TESTS_DIR "/data/network/count.t", counts_as_told), 190, 2000);
}

static void tokens_are_found_as_told(void **state)
{
    (void)state;
    assert_in_range(each_line(TESTS_DIR "/data/network/tokens.t", finds_as_told), 210, 2000);
}

static void every_emoji_weighs_two_on_x(void **state)
{
    (void)state;
    FILE *file = fopen("/usr/share/unicode/emoji/emoji-test.txt", "r");
    if (!file)
        fail_msg("emoji-test.txt is missing: install unicode-data");
    char *line = NULL;
    size_t cap = 0;
    int cases = 0;
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncp_count count;
    while (getline(&line, &cap, file) > 0) {
        if (line[0] == '#' || !strstr(line, "; fully-qualified"))
            continue;
        ncp_buf_clear(&text);
        char *at = line, *end;
        for (long cp = strtol(at, &end, 16); end != at; cp = strtol(at, &end, 16)) {
            ncp_utf8_add(&text, (int32_t)cp);
            at = end;
        }
        assert_int_equal(
            ncp_network_count(named("x"), ncp_buf_str(&text), NCP_FIELD_CAPTION, &count, NULL),
            NCP_OK);
        if (count.length.used != 2)
            fail_msg("weighs %zu: %s", count.length.used, line);
        cases++;
    }
    ncp_buf_free(&text);
    free(line);
    fclose(file);
    assert_int_equal(cases, 3655);
}

/* Texts of a hundred thousand bytes, each of which has tempted a counter into
 * quadratic time. */
static void hostile_texts_take_linear_time(void **state)
{
    (void)state;
    static const char *const units[] = {
        "a.",      "#a",      "@a",     "(",       "http://",   "https://a.com/(",
        "é.",      "._",      "-.",     "#\u200d", "a\u0301",   "😀",
        "👨‍", "1\uFE0F", "\u094D", "क\u094D", "@a@a.",     "https://a.com?",
        "#_",      "xn--",    "例.",    "t.co/a ", "www.a.com,"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct ncp_buf text = NCP_BUF_INIT;
        while (text.len < 100000)
            ncp_buf_add_cstr(&text, units[u]);
        static const char *const names[] = {"x", "bluesky", "mastodon", "instagram", "threads"};
        for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
            struct ncp_count count;
            assert_int_equal(ncp_network_count(named(names[n]), ncp_buf_str(&text),
                                               NCP_FIELD_CAPTION, &count, NULL),
                             NCP_OK);
            assert_int_equal(count.measure.bytes, text.len);
        }
        ncp_buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captions_count_as_told),
        cmocka_unit_test(tokens_are_found_as_told),
        cmocka_unit_test(every_emoji_weighs_two_on_x),
        cmocka_unit_test(hostile_texts_take_linear_time),
    };
    return cmocka_run_group_tests(tests, load_networks, free_networks);
}
