/* SPDX-License-Identifier: MIT */
/* Cutting to length and splitting into threads. */
#include "ncpost/cut.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The table with caption limits of `limit` everywhere. */
static struct ncp_networks *with_limit(size_t limit)
{
    static const char *const names[] = {"instagram", "x", "bluesky", "mastodon", "threads"};
    json_t *over = json_object();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        json_object_set_new(over, names[i],
                            json_pack("{s:{s:I}}", "caption", "limit", (json_int_t)limit));
    struct ncp_networks *networks = NULL;
    assert_int_equal(ncp_networks_load(over, &networks, NULL), NCP_OK);
    json_decref(over);
    return networks;
}

static const struct ncp_network *named(const struct ncp_networks *networks, const char *name)
{
    const struct ncp_network *network = NULL;
    assert_int_equal(ncp_network_find(networks, ncp_str_from(name), &network, NULL), NCP_OK);
    return network;
}

static bool fits(const struct ncp_network *network, struct ncp_str text)
{
    bool yes = false;
    assert_int_equal(ncp_network_fits(network, text, NCP_FIELD_CAPTION, &yes, NULL), NCP_OK);
    return yes;
}

static void expect_cut(const char *name, size_t limit, const char *text, const char *tail,
                       const char *expected)
{
    struct ncp_networks *networks = with_limit(limit);
    struct ncp_buf out = NCP_BUF_INIT;
    struct ncp_error err = NCP_ERROR_INIT;
    enum ncp_code code = ncp_cut(named(networks, name), NULL, ncp_str_from(text),
                                 ncp_str_from(tail), NCP_FIELD_CAPTION, &out, &err);
    assert_int_equal(code, expected ? NCP_OK : NCP_E_DATA);
    if (expected)
        assert_string_equal(out.ptr, expected);
    ncp_buf_free(&out);
    ncp_error_free(&err);
    ncp_networks_free(networks);
}

static const char kind_text[] =
    "Kindness heals. Start small today.\n\nOne gentle word. One patient "
    "moment.\n\nOne kind thought.";

static void text_that_fits_is_not_changed(void **state)
{
    (void)state;
    expect_cut("instagram", 200, kind_text, "", kind_text);
    expect_cut("instagram", 12, "Start small.", "", "Start small.");
}

static void text_is_cut_at_a_paragraph_then_a_sentence_then_a_word(void **state)
{
    (void)state;
    expect_cut("instagram", 80, kind_text, "",
               "Kindness heals. Start small today.\n\nOne gentle word. One patient moment.");
    expect_cut("instagram", 71, kind_text, "", "Kindness heals. Start small today.");
    expect_cut("instagram", 33, kind_text, "", "Kindness heals.");
    expect_cut("instagram", 14, kind_text, "", "Kindness…");
    expect_cut("instagram", 5, kind_text, "", "Kind…");
    expect_cut("instagram", 1, kind_text, "", NULL);
}

static void the_tail_stays_whole(void **state)
{
    (void)state;
    expect_cut("instagram", 60, kind_text, "(linked in bio)",
               "Kindness heals. Start small today.\n\n(linked in bio)");
    expect_cut("instagram", 17, kind_text, "(linked in bio)", NULL);
    expect_cut("x", 50, "Kindness heals. Start small today.", "https://example.com/long/address",
               "Kindness heals.\n\nhttps://example.com/long/address");
}

#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"

static void graphemes_stay_whole(void **state)
{
    (void)state;
    expect_cut("instagram", 3, FAMILY FAMILY FAMILY FAMILY, "", FAMILY FAMILY "…");
    expect_cut("instagram", 3, "e\u0301e\u0301e\u0301e\u0301", "", "e\u0301e\u0301…");
}

static void scripts_without_spaces_are_cut_between_words(void **state)
{
    (void)state;
    expect_cut("bluesky", 6, "優しさは人から人へ伝わる", "", "優しさは人…");
}

/* ---- threads ----------------------------------------------------------- */

static void expect_thread(const char *name, size_t limit, const char *text,
                          const char *const *expected, size_t count)
{
    struct ncp_networks *networks = with_limit(limit);
    struct ncp_thread thread = {0};
    assert_int_equal(
        ncp_thread_split(named(networks, name), NULL, ncp_str_from(text), &thread, NULL), NCP_OK);
    for (size_t i = 0; i < thread.count && i < count; i++)
        assert_string_equal(thread.items[i].ptr, expected[i]);
    assert_int_equal(thread.count, count);
    ncp_thread_free(&thread);
    ncp_networks_free(networks);
}

static void one_post_has_no_number(void **state)
{
    (void)state;
    static const char *const posts[] = {"Start small."};
    expect_thread("mastodon", 500, "Start small.", posts, 1);
}

static void posts_break_at_paragraphs_and_are_numbered(void **state)
{
    (void)state;
    static const char *const posts[] = {"Kindness heals. Start small today. 1/3",
                                        "One gentle word. One patient moment. 2/3",
                                        "One kind thought. 3/3"};
    expect_thread("mastodon", 44, kind_text, posts, 3);
}

static void posts_break_at_sentences_and_words(void **state)
{
    (void)state;
    static const char *const posts[] = {"Kindness heals. 1/6",  "Start small today. 2/6",
                                        "One gentle word. 3/6", "One patient 4/6",
                                        "moment. 5/6",          "One kind thought. 6/6"};
    expect_thread("mastodon", 22,
                  "Kindness heals. Start small today.\n\nOne gentle word. One "
                  "patient\nmoment.\n\nOne kind thought.",
                  posts, 6);
}

static void ten_posts_make_room_for_two_digits(void **state)
{
    (void)state;
    struct ncp_networks *networks = with_limit(11);
    struct ncp_thread thread = {0};
    assert_int_equal(ncp_thread_split(named(networks, "mastodon"), NULL,
                                      NCP_STR("aaaaa bbbbb ccccc ddddd eeeee fffff ggggg hhhhh "
                                              "iiiii jjjjj kkkkk"),
                                      &thread, NULL),
                     NCP_OK);
    assert_int_equal(thread.count, 11);
    assert_string_equal(thread.items[0].ptr, "aaaaa 1/11");
    assert_string_equal(thread.items[10].ptr, "kkkkk 11/11");
    ncp_thread_free(&thread);
    ncp_networks_free(networks);
}

static void too_small_a_limit_is_an_error(void **state)
{
    (void)state;
    struct ncp_networks *networks = with_limit(4);
    struct ncp_thread thread = {0};
    struct ncp_error err = NCP_ERROR_INIT;
    assert_int_equal(
        ncp_thread_split(named(networks, "mastodon"), NULL, NCP_STR("kindness"), &thread, &err),
        NCP_E_DATA);
    ncp_error_free(&err);
    ncp_thread_free(&thread);
    ncp_networks_free(networks);
}

/* ---- any text, any limit ----------------------------------------------- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void make_text(uint32_t *seed, struct ncp_buf *out)
{
    static const char *const pieces[] = {"kindness",
                                         "Start small.",
                                         " ",
                                         " ",
                                         " ",
                                         "\n\n",
                                         "\n",
                                         "👨‍👩‍👧‍👦",
                                         "e\u0301",
                                         "優しさ",
                                         "Güte! ",
                                         "3️⃣",
                                         "https://a.com/x",
                                         ". ",
                                         "@a@b.example",
                                         "#Tag ",
                                         "นะ",
                                         "क्षत्रिय ",
                                         "\u00a0",
                                         "🇩🇪",
                                         "One more? "};
    ncp_buf_clear(out);
    for (uint32_t n = next_random(seed) % 60 + 1; n > 0; n--)
        ncp_buf_add_cstr(out, pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
}

/* What is left of a text without its white space. */
static void add_ink(struct ncp_str text, struct ncp_buf *out)
{
    int32_t cp;
    for (size_t at = 0; at < text.len;) {
        at += ncp_utf8_next(text, at, &cp);
        if (!ncp_is_space(cp))
            ncp_utf8_add(out, cp);
    }
}

static void check_thread(const struct ncp_network *network, struct ncp_str text, bool may_fail)
{
    struct ncp_thread thread = {0};
    struct ncp_buf before = NCP_BUF_INIT, after = NCP_BUF_INIT;
    enum ncp_code code = ncp_thread_split(network, NULL, text, &thread, NULL);
    assert_true(code == NCP_OK || (may_fail && code == NCP_E_DATA));
    add_ink(text, &before);
    for (size_t i = 0; code == NCP_OK && i < thread.count; i++) {
        char number[64];
        struct ncp_str post = thread.items[i];
        int len = snprintf(number, sizeof number, " %zu/%zu", i + 1, thread.count);
        if (!fits(network, post))
            fail_msg("does not fit: %s", post.ptr);
        if (thread.count > 1) {
            assert_true(ncp_str_ends(post, ncp_str_from(number)));
            post.len -= (size_t)len;
        }
        add_ink(post, &after);
    }
    if (code == NCP_OK)
        assert_true(ncp_str_equal(ncp_buf_str(&before), ncp_buf_str(&after)));
    ncp_buf_free(&before);
    ncp_buf_free(&after);
    ncp_thread_free(&thread);
}

static void check_cut(const struct ncp_network *network, struct ncp_str text)
{
    struct ncp_buf out = NCP_BUF_INIT;
    enum ncp_code code =
        ncp_cut(network, NULL, text, NCP_STR("#Tag"), NCP_FIELD_CAPTION, &out, NULL);
    assert_true(code == NCP_OK || code == NCP_E_DATA);
    if (code == NCP_OK) {
        assert_true(fits(network, ncp_buf_str(&out)));
        assert_true(ncp_str_ends(ncp_buf_str(&out), NCP_STR("#Tag")));
    }
    ncp_buf_free(&out);
}

static void nothing_ever_breaks_a_limit_or_loses_a_letter(void **state)
{
    (void)state;
    static const char *const names[] = {"instagram", "x", "bluesky", "mastodon", "threads"};
    struct ncp_buf text = NCP_BUF_INIT;
    uint32_t seed = 5;
    for (size_t limit = 1; limit <= 60; limit++) {
        struct ncp_networks *networks = with_limit(limit);
        for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
            make_text(&seed, &text);
            check_thread(named(networks, names[n]), ncp_buf_str(&text), limit < 40);
            check_cut(named(networks, names[n]), ncp_buf_str(&text));
        }
        ncp_networks_free(networks);
    }
    ncp_buf_free(&text);
}

static void a_long_text_is_split_in_linear_time(void **state)
{
    (void)state;
    struct ncp_networks *networks = with_limit(280);
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncp_thread thread = {0};
    while (text.len < 200000)
        ncp_buf_add_cstr(&text, "One gentle word after another makes a long text. ");
    assert_int_equal(
        ncp_thread_split(named(networks, "x"), NULL, ncp_buf_str(&text), &thread, NULL), NCP_OK);
    assert_in_range(thread.count, 700, 900);
    ncp_thread_free(&thread);
    ncp_buf_free(&text);
    ncp_networks_free(networks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_that_fits_is_not_changed),
        cmocka_unit_test(text_is_cut_at_a_paragraph_then_a_sentence_then_a_word),
        cmocka_unit_test(the_tail_stays_whole),
        cmocka_unit_test(graphemes_stay_whole),
        cmocka_unit_test(scripts_without_spaces_are_cut_between_words),
        cmocka_unit_test(one_post_has_no_number),
        cmocka_unit_test(posts_break_at_paragraphs_and_are_numbered),
        cmocka_unit_test(posts_break_at_sentences_and_words),
        cmocka_unit_test(ten_posts_make_room_for_two_digits),
        cmocka_unit_test(too_small_a_limit_is_an_error),
        cmocka_unit_test(nothing_ever_breaks_a_limit_or_loses_a_letter),
        cmocka_unit_test(a_long_text_is_split_in_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
