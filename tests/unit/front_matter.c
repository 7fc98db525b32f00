/* SPDX-License-Identifier: MIT */
/* Front matter: the cases of tests/data/front-matter, limits, random damage. */
#include "ncpost/article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "case_files.h"
#include "linear_time.h"

#define CASES TESTS_DIR "/data/front-matter"

/* What was read, in the form of the expected files: a warning's message is
 * only required to be there. */
static json_t *read_text(struct ncp_str text)
{
    json_t *object = NULL, *warnings = json_array(), *warning;
    size_t body = SIZE_MAX, i;
    assert_int_equal(ncp_front_matter(text, &object, &body, warnings, NULL), NCP_OK);
    assert_true(json_is_object(object));
    assert_true(body <= text.len);
    json_array_foreach(warnings, i, warning)
    {
        assert_true(json_string_length(json_object_get(warning, "message")) > 0);
        json_object_del(warning, "message");
    }
    return json_pack("{s:o, s:s%, s:o}", "object", object, "body", text.len ? text.ptr + body : "",
                     text.len - body, "warnings", warnings);
}

static void run_case(const char *input, const char *expected)
{
    struct ncp_buf text = read_case(input);
    json_t *wanted = json_load_file(expected, 0, NULL);
    if (!wanted)
        fail_msg("%s is missing or no JSON", expected);
    json_t *got = read_text(ncp_buf_str(&text));
    assert_json(input, got, wanted);
    json_decref(got);
    json_decref(wanted);
    ncp_buf_free(&text);
}

static void each_file_gives_what_stands_beside_it(void **state)
{
    (void)state;
    assert_in_range(each_case(CASES, ".md", ".json", run_case), 50, 1000);
}

static void messages_say_what_to_do(void **state)
{
    (void)state;
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"---\ntitle: a: b\n---\n", "put a value that holds a colon and a space in quotes"},
        {"---\ntitle: a: b\n---\n", "(column 9)"},
        {"---\na: *b\n---\n", "aliases"},
        {"+++\na = b\n+++\n", "text needs quotation marks"},
        {"{\"a\": }\n", "column 7"},
        {"---js\n---\n", "js"},
        {"---\ntitle: a\n\nBody.\n", "line 2 is taken for its last"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *object = NULL, *warnings = json_array();
        size_t body;
        assert_int_equal(
            ncp_front_matter(ncp_str_from(cases[i].text), &object, &body, warnings, NULL), NCP_OK);
        json_t *message = json_object_get(json_array_get(warnings, 0), "message");
        if (!message || !strstr(json_string_value(message), cases[i].part))
            fail_msg("%s\n  warns \"%s\"\n  expected \"%s\"", cases[i].text,
                     message ? json_string_value(message) : "", cases[i].part);
        json_decref(object);
        json_decref(warnings);
    }
}

static void nobody_has_to_take_warnings(void **state)
{
    (void)state;
    json_t *object = NULL;
    size_t body = 0;
    struct ncp_str text = NCP_STR("---\na: 1\na: 2\n---\nBody.");
    assert_int_equal(ncp_front_matter(text, &object, &body, NULL, NULL), NCP_OK);
    assert_json_text("no warnings", object, "{\"a\": 1}");
    assert_int_equal(body, 18);
    json_decref(object);
}

/* ---- limits ---------------------------------------------------------------- */

static void assert_left_out(const char *open, size_t fill, const char *close)
{
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_cstr(&text, open);
    for (size_t i = 0; i < fill; i++)
        ncp_buf_add_char(&text, 'x');
    ncp_buf_add_cstr(&text, close);
    ncp_buf_add_cstr(&text, "Body.\n");
    json_t *got = read_text(ncp_buf_str(&text));
    assert_json_text("too long", got,
                     "{\"object\": {}, \"body\": \"Body.\\n\", \"warnings\": "
                     "[{\"code\": \"front-matter\", \"line\": 1}]}");
    json_decref(got);
    ncp_buf_free(&text);
}

static void more_than_a_mebibyte_is_left_out(void **state)
{
    (void)state;
    enum { MEBIBYTE = 1 << 20 };
    assert_left_out("{\"a\": \"", MEBIBYTE, "\"}\n");
    assert_left_out("{\"a\": \"\xC3\xA4", MEBIBYTE - 10, "\xC3\xA4\"}\n");
}

static void more_than_a_mebibyte_between_lines_is_left_out(void **state)
{
    (void)state;
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_cstr(&text, "---\na: ");
    for (size_t i = 0; i < (size_t)1 << 20; i++)
        ncp_buf_add_char(&text, 'x');
    ncp_buf_add_cstr(&text, "\n---\nBody.\n");
    json_t *got = read_text(ncp_buf_str(&text));
    assert_string_equal(json_string_value(json_object_get(got, "body")), "Body.\n");
    assert_int_equal(json_array_size(json_object_get(got, "warnings")), 1);
    json_decref(got);
    ncp_buf_free(&text);
}

static void sixty_five_levels_are_left_out(void **state)
{
    (void)state;
    static const char *const around[][2] = {
        {"---\na: ", "\n---\n"}, {"{\"a\": ", "}\n"}, {"+++\na = ", "\n+++\n"}};
    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        for (int levels = 63; levels <= 64; levels++) {
            struct ncp_buf text = NCP_BUF_INIT;
            ncp_buf_add_cstr(&text, around[i][0]);
            for (int level = 0; level < levels; level++)
                ncp_buf_add_char(&text, '[');
            for (int level = 0; level < levels; level++)
                ncp_buf_add_char(&text, ']');
            ncp_buf_add_cstr(&text, around[i][1]);
            json_t *got = read_text(ncp_buf_str(&text));
            assert_int_equal(json_array_size(json_object_get(got, "warnings")), levels == 64);
            assert_int_equal(json_object_size(json_object_get(got, "object")), levels == 63);
            assert_string_equal(json_string_value(json_object_get(got, "body")), "");
            json_decref(got);
            ncp_buf_free(&text);
        }
}

static void read_any(struct ncp_str text)
{
    json_t *object = NULL;
    size_t body;
    assert_int_equal(ncp_front_matter(text, &object, &body, NULL, NULL), NCP_OK);
    json_decref(object);
}

static void an_article_that_never_closes_takes_linear_time(void **state)
{
    (void)state;
    static const char *const opens[] = {"---\na: b\n", "+++\na = 1\n", "{\"a\": 1,\n", "---js\n"};
    static const char *const lines[] = {"a: b\n", "prose\n", "\n",  "{\n",
                                        "- x\n",  "a = [\n", "\"\n"};
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
        for (size_t j = 0; j < sizeof lines / sizeof *lines; j++)
            assert_linear(opens[i], lines[j], (size_t)512 << 10, read_any);
}

/* ---- damage ---------------------------------------------------------------- */

static uint32_t random_state;

static uint32_t random_below(uint32_t limit)
{
    random_state = random_state * 1664525 + 1013904223;
    return (uint32_t)(((uint64_t)random_state * limit) >> 32);
}

static void damage(struct ncp_buf *text)
{
    static const char marks[] = "-+{}[]:\"'\n\r\t #&*!|>%@`\\,=.~0ex\xFF\xC3";
    for (uint32_t times = 1 + random_below(4); times > 0 && text->len > 0; times--) {
        uint32_t at = random_below((uint32_t)text->len);
        if (random_below(8) == 0)
            ncp_buf_truncate(text, at);
        else if (random_below(4) == 0)
            text->ptr[at] = text->ptr[random_below((uint32_t)text->len)];
        else
            text->ptr[at] = marks[random_below(sizeof marks)];
    }
}

static clock_t damage_ends;

static void run_damaged(const char *input, const char *unused)
{
    (void)unused;
    struct ncp_buf text = read_case(input), copy = NCP_BUF_INIT;
    for (int i = 0; i < 200 && clock() < damage_ends; i++) {
        json_t *object = NULL, *warnings = json_array();
        size_t body = SIZE_MAX;
        ncp_buf_clear(&copy);
        ncp_buf_add(&copy, ncp_buf_str(&text));
        damage(&copy);
        assert_int_equal(ncp_front_matter(ncp_buf_str(&copy), &object, &body, warnings, NULL),
                         NCP_OK);
        assert_true(body <= copy.len);
        json_t *meta = ncp_metadata(object);
        assert_int_equal(json_object_size(meta), 14);
        json_decref(meta);
        json_decref(object);
        json_decref(warnings);
    }
    ncp_buf_free(&text);
    ncp_buf_free(&copy);
}

static void random_damage_is_survived(void **state)
{
    (void)state;
    random_state = 20261113;
    damage_ends = clock() + CLOCKS_PER_SEC;
    assert_in_range(each_case(CASES, ".md", ".json", run_damaged), 50, 1000);
}

/* ---- no memory ------------------------------------------------------------- */

static size_t allocations_left;

static void *failing_malloc(size_t size)
{
    if (allocations_left == 0)
        return NULL;
    allocations_left--;
    return malloc(size);
}

/* jansson's allocations fail from the n-th on, for each n until all succeed. */
static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "---\ntitle: Rain\nl: [1, {a: b}]\nl: 2\nimage: {src: a, alt: b}\ntags: a, b\n---\n",
        "+++\ntitle = \"Rain\"\n[[a.b]]\nc.d = [1, {e = 2.5}]\nc.d = 1\n+++\n",
        "{\"title\": \"Rain\", \"author\": [{\"name\": \"Ada\"}], \"title\": 1}\n",
        "---\ntitle: a: b\n---\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        enum ncp_code code = NCP_E_MEMORY;
        json_t *meta = NULL;
        for (size_t n = 0; !meta && n < 10000; n++) {
            json_t *object = NULL, *warnings = json_array();
            size_t body;
            json_set_alloc_funcs(failing_malloc, free);
            allocations_left = n;
            code = ncp_front_matter(ncp_str_from(texts[i]), &object, &body, warnings, NULL);
            assert_true(code == NCP_OK || code == NCP_E_MEMORY);
            if (code == NCP_OK)
                meta = ncp_metadata(object);
            json_set_alloc_funcs(malloc, free);
            json_decref(object);
            json_decref(warnings);
        }
        assert_non_null(meta);
        json_decref(meta);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_gives_what_stands_beside_it),
        cmocka_unit_test(messages_say_what_to_do),
        cmocka_unit_test(nobody_has_to_take_warnings),
        cmocka_unit_test(more_than_a_mebibyte_is_left_out),
        cmocka_unit_test(more_than_a_mebibyte_between_lines_is_left_out),
        cmocka_unit_test(sixty_five_levels_are_left_out),
        cmocka_unit_test(an_article_that_never_closes_takes_linear_time),
        cmocka_unit_test(random_damage_is_survived),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
