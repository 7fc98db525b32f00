/* SPDX-License-Identifier: MIT */
/* The table of networks: complete, sourced, and overridable figure by figure. */
#include "ncpost/network.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static enum ncp_code load(const char *overrides, struct ncp_networks **out, struct ncp_error *err)
{
    json_t *json = overrides ? json_loads(overrides, 0, NULL) : NULL;
    assert_true(!overrides || json);
    enum ncp_code code = ncp_networks_load(json, out, err);
    json_decref(json);
    return code;
}

static struct ncp_count count_on(struct ncp_networks *networks, const char *name, const char *text)
{
    const struct ncp_network *network = NULL;
    struct ncp_count count = {0};
    assert_int_equal(ncp_network_find(networks, ncp_str_from(name), &network, NULL), NCP_OK);
    assert_int_equal(
        ncp_network_count(network, ncp_str_from(text), NCP_FIELD_CAPTION, &count, NULL), NCP_OK);
    return count;
}

static void every_network_of_the_table_is_there(void **state)
{
    (void)state;
    static const char *const names[] = {"instagram", "tiktok",    "threads",   "facebook",
                                        "linkedin",  "x",         "x-premium", "bluesky",
                                        "youtube",   "pinterest", "telegram",  "telegram-caption",
                                        "discord",   "slack",     "teams",     "mastodon"};
    struct ncp_networks *networks = NULL;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    assert_int_equal(ncp_networks_count(networks), sizeof names / sizeof *names);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ncp_count count = count_on(networks, names[i], "Start small.");
        assert_true(count.length.limited);
        assert_int_equal(count.verdict, NCP_FITS);
    }
    ncp_networks_free(networks);
}

/* Each object with a value has where it comes from, when it was read, how sure. */
static int check_figures(const json_t *value)
{
    int figures = 0;
    const char *key;
    json_t *inner;
    if (json_object_get(value, "value")) {
        assert_true(json_is_string(json_object_get(value, "source")));
        assert_true(json_string_length(json_object_get(value, "source")) > 10);
        assert_true(json_string_length(json_object_get(value, "read")) >= strlen("2026-11"));
        assert_true(json_is_string(json_object_get(value, "sureness")));
        return 1;
    }
    json_object_foreach((json_t *)(uintptr_t)value, key, inner) if (json_is_object(inner))
        figures += check_figures(inner);
    return figures;
}

static void every_figure_has_its_source(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    int figures = 0;
    for (size_t i = 0; i < ncp_networks_count(networks); i++)
        figures += check_figures(ncp_network_json(ncp_networks_at(networks, i)));
    assert_in_range(figures, 80, 1000);
    ncp_networks_free(networks);
}

static void names_are_found_in_any_case_and_by_alias(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    const struct ncp_network *network = NULL;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    assert_int_equal(ncp_network_find(networks, NCP_STR("Instagram"), &network, NULL), NCP_OK);
    assert_string_equal(ncp_network_name(network), "instagram");
    assert_int_equal(ncp_network_find(networks, NCP_STR("twitter"), &network, NULL), NCP_OK);
    assert_string_equal(ncp_network_label(network), "X");
    ncp_networks_free(networks);
}

static void a_wrong_name_gets_the_nearest_right_one(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    const struct ncp_network *network = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    assert_int_equal(ncp_network_find(networks, NCP_STR("instagrm"), &network, &err), NCP_E_USAGE);
    assert_string_equal(err.message, "no network is called \"instagrm\"");
    assert_string_equal(err.hint, "did you mean \"instagram\"?");
    ncp_error_free(&err);
    ncp_networks_free(networks);
}

static void figures_are_overridden_one_by_one(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "{\"mastodon\": {\"caption\": {\"limit\": 11000}}}",
        "{\"networks\": [{\"name\": \"mastodon\", \"caption\": {\"limit\": 11000}}]}",
        "[{\"name\": \"mastodon\", \"caption\": {\"limit\": {\"value\": 11000}}}]",
        "{\"networks\": {\"mastodon\": {\"caption\": {\"limit\": 11000}}}}"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct ncp_networks *networks = NULL;
        assert_int_equal(load(forms[i], &networks, NULL), NCP_OK);
        struct ncp_count count = count_on(networks, "mastodon", "https://example.com/kindness");
        assert_int_equal(count.length.limit, 11000);
        assert_int_equal(count.length.used, 23);
        assert_string_equal(count.length.rule->name, "mastodon");
        assert_int_equal(count_on(networks, "x", "").length.limit, 280);
        ncp_networks_free(networks);
    }
}

static void a_new_network_is_like_another(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    assert_int_equal(load("{\"fosstodon\": {\"like\": \"mastodon\", \"links\": {\"cost\": 30},"
                          " \"hashtags\": {\"limit\": 4}, \"mentions\": {\"limit\": null}}}",
                          &networks, NULL),
                     NCP_OK);
    struct ncp_count count = count_on(networks, "fosstodon", "https://example.com #a #b #c #d #e");
    assert_int_equal(count.length.used, 45);
    assert_int_equal(count.hashtags.used, 5);
    assert_int_equal(count.hashtags.limit, 4);
    assert_int_equal(count.verdict, NCP_OVER);
    assert_int_equal(count_on(networks, "mastodon", "https://example.com").length.used, 23);
    ncp_networks_free(networks);
}

static void the_printed_table_is_a_valid_override(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL, *again = NULL;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    assert_int_equal(ncp_networks_load(ncp_networks_json(networks), &again, NULL), NCP_OK);
    assert_true(json_equal(ncp_networks_json(networks), ncp_networks_json(again)));
    ncp_networks_free(networks);
    ncp_networks_free(again);
}

static void wrong_overrides_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *json, *message, *hint;
    } cases[] = {
        {"[1]", "networks: each must be an object with a name", NULL},
        {"{\"fosstodon\": {}}", "no network is called \"fosstodon\"", NULL},
        {"{\"mastodn\": {}}", "no network is called \"mastodn\"", "did you mean \"mastodon\"?"},
        {"{\"x\": {\"like\": \"y\", \"captoin\": {}}}",
         "network x: \"captoin\" is not a key of the table", "did you mean \"caption\"?"},
        {"{\"x\": {\"caption\": {\"limit\": -1}}}", "network x: \"limit\" must be a whole number",
         NULL},
        {"{\"x\": {\"caption\": {\"limit\": {\"rule\": \"words\"}}}}",
         "network x: \"words\" is not a way of counting", NULL},
        {"{\"x\": {\"caption\": {\"limit\": {\"sureness\": \"documentd\"}}}}",
         "network x: \"sureness\" has an unknown value", "did you mean \"documented\"?"},
        {"{\"x\": {\"caption\": 280}}", "network x: \"caption\" must be an object or null", NULL},
        {"{\"x\": {\"name\": 5}, \"bluesky\": {}}", "network : \"name\" must be text", NULL},
        {"{\"x\": {\"thread\": \"yes\"}}", "network x: \"thread\" must be true or false", NULL},
        {"{\"x\": {\"hashtags\": {\"counts\": [\"bio\"]}}}",
         "network x: \"counts\" must name texts of a post", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_networks *networks = NULL;
        struct ncp_error err = NCP_ERROR_INIT;
        assert_int_equal(load(cases[i].json, &networks, &err), NCP_E_CONFIG);
        assert_string_equal(err.message, cases[i].message);
        if (cases[i].hint)
            assert_string_equal(err.hint, cases[i].hint);
        ncp_error_free(&err);
    }
}

static void the_strict_reading_casts_doubt_and_the_documented_one_decides(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    assert_int_equal(
        load("{\"instagram\": {\"caption\": {\"limit\": 10, \"strict\": 8}}}", &networks, NULL),
        NCP_OK);
    assert_int_equal(count_on(networks, "instagram", "12345678").verdict, NCP_FITS);
    assert_int_equal(count_on(networks, "instagram", "123456789").verdict, NCP_DOUBTFUL);
    assert_int_equal(count_on(networks, "instagram", "12345678901").verdict, NCP_OVER);
    assert_int_equal(count_on(networks, "instagram", "#a #b #c #d").verdict, NCP_OVER);
    ncp_networks_free(networks);
}

static void a_count_has_every_key(void **state)
{
    (void)state;
    static const char *const keys[] = {"unit",      "rule",     "used",      "limit",
                                       "remaining", "strict",   "second",    "fold",
                                       "hashtags",  "mentions", "graphemes", "code_points",
                                       "utf16",     "bytes",    "links",     "verdict"};
    struct ncp_networks *networks = NULL;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    struct ncp_count count = count_on(networks, "instagram", "Kindness 💛 #a");
    json_t *json = ncp_count_json(&count);
    assert_int_equal(json_object_size(json), sizeof keys / sizeof *keys);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_non_null(json_object_get(json, keys[i]));
    assert_string_equal(json_string_value(json_object_get(json, "unit")), "grapheme");
    assert_int_equal(json_integer_value(json_object_get(json, "used")), 13);
    assert_int_equal(json_integer_value(json_object_get(json, "remaining")), 2187);
    json_t *fold = json_object_get(json, "fold");
    assert_int_equal(json_integer_value(json_object_get(fold, "limit")), 125);
    assert_string_equal(json_string_value(json_object_get(fold, "visible")), "Kindness 💛 #a");
    json_decref(json);
    ncp_networks_free(networks);
}

static void the_visible_part_ends_at_the_fold(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    assert_int_equal(
        load("{\"instagram\": {\"caption\": {\"fold\": {\"mobile\": 3}}}}", &networks, NULL),
        NCP_OK);
    struct ncp_count count =
        count_on(networks, "instagram", "a👨‍👩‍👧‍👦e\u0301xyz");
    assert_int_equal(count.visible.len, 1 + 25 + 3);
    ncp_networks_free(networks);
}

static void caps_and_folds_are_told_to_the_composer(void **state)
{
    (void)state;
    struct ncp_networks *networks = NULL;
    const struct ncp_network *network = NULL;
    bool fits;
    assert_int_equal(load(NULL, &networks, NULL), NCP_OK);
    assert_int_equal(ncp_network_find(networks, NCP_STR("instagram"), &network, NULL), NCP_OK);
    assert_int_equal(ncp_network_hashtag_cap(network), 5);
    assert_int_equal(ncp_network_fold(network), 125);
    assert_false(ncp_network_links_work(network));
    assert_true(ncp_network_hashtags_count_in(network, NCP_FIELD_FIRST_COMMENT));
    assert_true(ncp_network_has_field(network, NCP_FIELD_FIRST_COMMENT));
    assert_false(ncp_network_has_field(network, NCP_FIELD_TITLE));
    assert_int_equal(ncp_network_find(networks, NCP_STR("bluesky"), &network, NULL), NCP_OK);
    assert_int_equal(ncp_network_hashtag_cap(network), SIZE_MAX);
    assert_int_equal(ncp_network_fold(network), SIZE_MAX);
    assert_true(ncp_network_links_work(network) && ncp_network_has_threads(network));
    struct ncp_buf text = NCP_BUF_INIT;
    for (int i = 0; i < 121; i++) /* 25 bytes each: over 3,000 bytes, under 300 graphemes */
        ncp_buf_add_cstr(&text, "👨‍👩‍👧‍👦");
    assert_int_equal(ncp_network_fits(network, ncp_buf_str(&text), NCP_FIELD_CAPTION, &fits, NULL),
                     NCP_OK);
    assert_false(fits);
    ncp_buf_free(&text);
    assert_int_equal(ncp_network_find(networks, NCP_STR("discord"), &network, NULL), NCP_OK);
    assert_int_equal(ncp_network_hashtag_cap(network), 0);
    ncp_networks_free(networks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_network_of_the_table_is_there),
        cmocka_unit_test(every_figure_has_its_source),
        cmocka_unit_test(names_are_found_in_any_case_and_by_alias),
        cmocka_unit_test(a_wrong_name_gets_the_nearest_right_one),
        cmocka_unit_test(figures_are_overridden_one_by_one),
        cmocka_unit_test(a_new_network_is_like_another),
        cmocka_unit_test(the_printed_table_is_a_valid_override),
        cmocka_unit_test(wrong_overrides_are_told),
        cmocka_unit_test(the_strict_reading_casts_doubt_and_the_documented_one_decides),
        cmocka_unit_test(a_count_has_every_key),
        cmocka_unit_test(the_visible_part_ends_at_the_fold),
        cmocka_unit_test(caps_and_folds_are_told_to_the_composer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
