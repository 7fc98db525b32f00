/* SPDX-License-Identifier: MIT */
/* Past posts: what a bank learns, keeps, forgets and offers. */
#include "ncpost/ncpost.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Posts about two subjects, and one new article about the first. */
static const char *const posts[] = {
    "---\ntitle: Bread at home\ntags: [Sourdough Baking, SlowFood]\n---\n\nFlour, water and salt "
    "make "
    "a dough. The dough rests overnight, and the oven must be hot before the loaf goes in.\n",
    "---\ntitle: A wetter loaf\ntags: [sourdoughbaking, SlowFood]\n---\n\nMore water gives the "
    "dough a softer crumb. Fold the dough, let the loaf rest, and heat the oven well.\n",
    "---\ntitle: Rye\ntags: [Sourdough Baking]\n---\n\nRye flour wants a sour dough. The loaf "
    "keeps "
    "for a week, and the oven can be cooler.\n",
    "---\ntitle: The night train\ntags: [Rail Travel]\n---\n\nThe sleeper leaves the station at "
    "nine. A berth costs less than a hotel, and the rails sing all the way to the coast.\n",
    "---\ntitle: Slow lines\ntags: [Rail Travel, SlowTravel]\n---\n\nThe branch line climbs "
    "past "
    "every station. The guard sells tickets, and the carriage windows open.\n",
};
#define POSTS (sizeof posts / sizeof *posts)

static const char article_text[] = "# What the oven does\n\nA loaf rises twice: once as dough on "
                                   "the table, once in the oven. Heat "
                                   "the oven early, and give the dough water enough.\n";

static struct ncp_article *read_article(const char *text)
{
    struct ncp_article *article = NULL;
    assert_int_equal(ncp_article_read(ncp_str_from(text), NULL, &article, NULL), NCP_OK);
    return article;
}

static struct ncp_bank *new_bank(void)
{
    struct ncp_bank *bank = NULL;
    assert_int_equal(ncp_bank_new(&bank, NULL), NCP_OK);
    return bank;
}

static bool learn(struct ncp_bank *bank, const char *text)
{
    struct ncp_article *article = read_article(text);
    bool learnt = false;
    assert_int_equal(ncp_bank_learn(bank, article, NULL, 0, &learnt, NULL), NCP_OK);
    ncp_article_free(article);
    return learnt;
}

static struct ncp_bank *learn_all(void)
{
    struct ncp_bank *bank = new_bank();
    for (size_t i = 0; i < POSTS; i++)
        assert_true(learn(bank, posts[i]));
    return bank;
}

/* The bank as text, to be freed; frees the bank. */
static char *written(struct ncp_bank *bank)
{
    struct ncp_buf text = NCP_BUF_INIT;
    assert_int_equal(ncp_bank_write(bank, &text, NULL), NCP_OK);
    ncp_bank_free(bank);
    return text.ptr;
}

static struct ncp_tag offered(const struct ncp_bank *bank, const char *tag, const char **dropped)
{
    struct ncp_article *article = read_article(article_text);
    struct ncp_rank_options options = {.bank = bank};
    struct ncp_ranking *r = NULL;
    struct ncp_tag found = {.origin = NULL};
    size_t count;
    assert_int_equal(ncp_rank(article, &options, &r, NULL), NCP_OK);
    const struct ncp_tag *tags = ncp_tags(r, &count);
    for (size_t i = 0; i < count && !found.origin; i++)
        if (ncp_str_equal(tags[i].tag, ncp_str_from(tag)))
            found = tags[i];
    *dropped = found.dropped;
    ncp_ranking_free(r);
    ncp_article_free(article);
    return found;
}

static void learning_is_idempotent_and_blind_to_order(void **state)
{
    (void)state;
    char *once = written(learn_all());
    struct ncp_bank *twice = learn_all(), *backwards = new_bank();
    for (size_t i = POSTS; i-- > 0;) {
        learn(twice, posts[i]);
        learn(backwards, posts[i]);
    }
    char *again = written(twice), *reversed = written(backwards);
    assert_string_equal(once, again);
    assert_string_equal(once, reversed);
    free(once);
    free(again);
    free(reversed);
}

static void reading_gives_back_what_was_written(void **state)
{
    (void)state;
    struct ncp_bank *bank = learn_all();
    assert_int_equal(ncp_bank_ban(bank, NCP_STR("slow food"), NULL), NCP_OK);
    char *first = written(bank);
    bank = new_bank();
    assert_int_equal(ncp_bank_read(bank, ncp_str_from(first), NULL), NCP_OK);
    char *second = written(bank);
    assert_string_equal(first, second);
    free(first);
    free(second);
}

static void a_text_learnt_under_two_titles_is_one_post(void **state)
{
    (void)state;
    static const char one[] = "---\ntitle: One\ntags: [A1]\n---\n\nThe same words stand here.\n";
    static const char two[] = "---\ntitle: Two\ntags: [B2]\n---\n\nThe same words stand here.\n";
    struct ncp_bank *bank = new_bank(), *other = new_bank();
    learn(bank, one);
    learn(bank, two);
    learn(other, two);
    learn(other, one);
    char *text = written(bank), *reversed = written(other);
    assert_string_equal(text, reversed);
    assert_non_null(strstr(text, " #A1 #B2 | "));
    assert_null(strstr(strstr(text, "\npost ") + 1, "\npost "));
    free(text);
    free(reversed);
}

static void what_bears_no_tag_teaches_nothing(void **state)
{
    (void)state;
    struct ncp_bank *bank = new_bank();
    assert_false(learn(bank, article_text));
    char *text = written(bank);
    assert_string_equal(text, "ncpost hashtag bank 1\n");
    free(text);
}

static void tags_of_posts_alike_are_offered_in_their_usual_spelling(void **state)
{
    (void)state;
    const char *dropped;
    struct ncp_bank *bank = learn_all();
    struct ncp_tag tag = offered(bank, "#SourdoughBaking", &dropped);
    assert_string_equal(tag.origin, "past posts");
    assert_null(dropped);
    assert_null(offered(bank, "#Sourdoughbaking", &dropped).origin);
    assert_null(offered(NULL, "#SourdoughBaking", &dropped).origin);
    struct ncp_tag other = offered(bank, "#RailTravel", &dropped);
    assert_true(!other.origin || other.score < tag.score);
    ncp_bank_free(bank);
}

static void banned_tags_are_dropped_whatever_they_come_from(void **state)
{
    (void)state;
    const char *dropped;
    struct ncp_bank *bank = learn_all();
    assert_int_equal(ncp_bank_ban(bank, NCP_STR("#SOURDOUGHBAKING"), NULL), NCP_OK);
    assert_int_equal(ncp_bank_ban(bank, NCP_STR("oven"), NULL), NCP_OK);
    offered(bank, "#SourdoughBaking", &dropped);
    assert_string_equal(dropped, "banned");
    offered(bank, "#Oven", &dropped);
    assert_string_equal(dropped, "banned");
    ncp_bank_free(bank);
}

static void forgetting_takes_a_tag_off_every_post(void **state)
{
    (void)state;
    size_t count;
    struct ncp_bank *bank = learn_all();
    assert_int_equal(ncp_bank_ban(bank, NCP_STR("Rail Travel"), NULL), NCP_OK);
    assert_int_equal(ncp_bank_forget(bank, NCP_STR("rail travel"), &count, NULL), NCP_OK);
    assert_int_equal(count, 2);
    assert_int_equal(ncp_bank_forget(bank, NCP_STR("#railtravel"), &count, NULL), NCP_OK);
    assert_int_equal(count, 0);
    char *text = written(bank);
    assert_null(strstr(text, "RailTravel"));
    assert_non_null(strstr(text, "SlowTravel"));
    free(text);
}

static void broken_banks_name_the_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t line;
    } cases[] = {
        {"", 1},
        {"ncpost hashtag bank 2\n", 1},
        {"ncpost hashtag bank 1\nfoo\n", 2},
        {"ncpost hashtag bank 1\n\n", 2},
        {"ncpost hashtag bank 1\nban #A\nban B\n", 3},
        {"ncpost hashtag bank 1\npost 12 #A | a\n", 2},
        {"ncpost hashtag bank 1\npost 000000000000000g #A | a\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 | a\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 A | a\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A-B | a\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A\xff | a\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A | a=0\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A | a=-1\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A | a=99999999999999999999\n", 2},
        {"ncpost hashtag bank 1\npost 0000000000000001 #A | a  b\n", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_bank *bank = new_bank();
        struct ncp_error err = NCP_ERROR_INIT;
        assert_int_equal(ncp_bank_read(bank, ncp_str_from(cases[i].text), &err), NCP_E_CONFIG);
        assert_int_equal(err.line, cases[i].line);
        ncp_error_free(&err);
        ncp_bank_free(bank);
    }
}

static void hashtags_come_apart_from_captions(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rest;
        size_t tags;
    } cases[] = {
        {"", "", 0},
        {"No tags: C#, a&#38; b, 5 #1", "No tags: C#, a&#38; b, 5 #1", 0},
        {"Hello #World, #été!", "Hello , !", 2},
        {"#one#two ##three", "#two ##three", 1},
        {"#東京 #", " #", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_spans tags = {NULL, 0, 0};
        struct ncp_buf rest = NCP_BUF_INIT;
        assert_true(ncp_hashtags_apart(ncp_str_from(cases[i].text), &tags, &rest));
        assert_int_equal(tags.count, cases[i].tags);
        assert_true(ncp_str_equal(ncp_buf_str(&rest), ncp_str_from(cases[i].rest)));
        ncp_spans_free(&tags);
        ncp_buf_free(&rest);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(learning_is_idempotent_and_blind_to_order),
        cmocka_unit_test(reading_gives_back_what_was_written),
        cmocka_unit_test(a_text_learnt_under_two_titles_is_one_post),
        cmocka_unit_test(what_bears_no_tag_teaches_nothing),
        cmocka_unit_test(tags_of_posts_alike_are_offered_in_their_usual_spelling),
        cmocka_unit_test(banned_tags_are_dropped_whatever_they_come_from),
        cmocka_unit_test(forgetting_takes_a_tag_off_every_post),
        cmocka_unit_test(broken_banks_name_the_line),
        cmocka_unit_test(hashtags_come_apart_from_captions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
