/* SPDX-License-Identifier: MIT */
/* What may be taken out of a sentence, and what may not. */
#include "compose/trim.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The shortest way to say `sentence`, or the sentence itself. */
static void shortest(const char *sentence, struct ncp_buf *out)
{
    struct ncpi_trim trims[NCPI_TRIMS_MAX];
    struct ncp_str s = ncp_str_from(sentence);
    size_t count = ncpi_trims("en", s, trims);
    ncp_buf_add(out, s);
    for (size_t i = 0; i < count; i++) {
        struct ncp_buf way = NCP_BUF_INIT;
        ncpi_trim_apply(s, &trims[i], &way);
        if (way.len < out->len) {
            ncp_buf_clear(out);
            ncp_buf_add(out, ncp_buf_str(&way));
        }
        ncp_buf_free(&way);
    }
}

static void expect(const char *sentence, const char *told)
{
    struct ncp_buf got = NCP_BUF_INIT;
    shortest(sentence, &got);
    if (strcmp(got.ptr, told) != 0) {
        print_error("of:     %s\nwanted: %s\ngot:    %s\n", sentence, told, got.ptr);
        fail();
    }
    ncp_buf_free(&got);
}

static void whole_phrases_go(void **state)
{
    (void)state;
    expect("Through a mental health lens, kindness is more than just “being nice”; it’s a powerful "
           "tool.",
           "Kindness is more than just “being nice”; it’s a powerful tool.");
    expect("Whether it’s offering a genuine compliment, holding the door for a stranger, or "
           "listening with empathy to a loved one, small acts of kindness can ripple far.",
           "Small acts of kindness can ripple far.");
    expect("The cake (a present from next door) was gone by noon.", "The cake was gone by noon.");
    expect("The new oven, which came from Naples, warms the whole shop.",
           "The new oven warms the whole shop.");
    expect("Each small act contributes to your well-being, helping you feel more grounded.",
           "Each small act contributes to your well-being.");
}

static void stays(const char *sentence)
{
    expect(sentence, sentence);
}

static void claims_stay_as_weak_as_they_were(void **state)
{
    (void)state;
    stays("According to the council, the lanes will cut nine minutes from the journey.");
    stays("In 2019, the library opened its doors to everybody in the county.");
    stays("Without a permit, the market cannot open on a public square.");
    stays("If the dough is cold, it will not rise in time for breakfast.");
    stays("When the oven is hot, the tart goes in for half an hour.");
    stays("Science has shown that practicing kindness activates the reward system.");
    stays("The lanes will be painted (if the money lasts) along the whole road.");
    stays("On Monday, the bakery sells bread that was baked the day before.");
}

static void enumerations_stay_whole(void **state)
{
    (void)state;
    stays("We spent the week walking, swimming, cooking.");
    stays("In relationships, romantic, familial, or friendships, there is work.");
    stays("She bought apples, pears, and a pound of butter.");
}

static void other_languages_lose_brackets_only(void **state)
{
    struct ncpi_trim trims[NCPI_TRIMS_MAX];
    (void)state;
    assert_int_equal(
        ncpi_trims("de", NCP_STR("Im Sommer, so sagt man, ist das Brot besser als im Winter."),
                   trims),
        0);
}

static void unpaired_marks_are_left_alone(void **state)
{
    struct ncpi_trim trims[NCPI_TRIMS_MAX];
    (void)state;
    assert_int_equal(
        ncpi_trims("en", NCP_STR("In spring, the shop (which is old opens at nine."), trims), 0);
    assert_int_equal(ncpi_trims("en", NCP_STR(""), trims), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_phrases_go),
        cmocka_unit_test(claims_stay_as_weak_as_they_were),
        cmocka_unit_test(enumerations_stay_whole),
        cmocka_unit_test(other_languages_lose_brackets_only),
        cmocka_unit_test(unpaired_marks_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
