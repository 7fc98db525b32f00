/* SPDX-License-Identifier: MIT */
/* Telling languages: the paragraphs of tests/data/languages, one file a language. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define CASES TESTS_DIR "/data/languages/"

struct tally {
    int cases, right;
};

static void run_file(const char *tag, struct tally *tally)
{
    char path[1024], line[4096];
    snprintf(path, sizeof path, CASES "%s.txt", tag);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s is missing", path);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        const char *found = ncp_language_detect(ncp_str_from(line));
        tally->cases++;
        if (strcmp(found, tag) == 0)
            tally->right++;
        else
            print_message("%s taken for %s: %s\n", tag, found, line);
    }
    fclose(file);
}

static void paragraphs_in_latin_letters_are_told_in_95_of_100_cases(void **state)
{
    (void)state;
    static const char *const tags[] = {"en", "es", "fr", "de", "pt", "it", "nl"};
    struct tally tally = {0, 0};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        run_file(tags[i], &tally);
    assert_in_range(tally.cases, 100, 10000);
    assert_in_range(tally.right * 100, tally.cases * 95, tally.cases * 100);
}

static void other_scripts_are_told_always(void **state)
{
    (void)state;
    static const char *const tags[] = {"ja", "zh", "ko", "th", "ar", "he", "ru", "el"};
    struct tally tally = {0, 0};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        run_file(tags[i], &tally);
    assert_in_range(tally.cases, 8, 10000);
    assert_int_equal(tally.right, tally.cases);
}

static void other_languages_are_left_undetermined(void **state)
{
    (void)state;
    struct tally tally = {0, 0};
    run_file("und", &tally);
    assert_in_range(tally.cases, 20, 10000);
    assert_in_range(tally.right * 100, tally.cases * 95, tally.cases * 100);
}

static void what_tells_nothing_is_undetermined(void **state)
{
    (void)state;
    static const char *const cases[] = {"",    " ", "OK",  "v1.2",
                                        "the", "’", "'a'", "\xF0\x9F\x8E\x89"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(ncp_language_detect(ncp_str_from(cases[i])), "und");
}

/* Most of a text decides, not a quotation in it. */
static void most_of_the_text_decides(void **state)
{
    (void)state;
    assert_string_equal(ncp_language_detect(ncp_str_from(
                            "The word 散歩 (sanpo) means a walk that one takes for its own sake.")),
                        "en");
    assert_string_equal(ncp_language_detect(ncp_str_from(
                            "彼は「The End」という映画を見て、とても感動したそうです。")),
                        "ja");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_in_latin_letters_are_told_in_95_of_100_cases),
        cmocka_unit_test(other_scripts_are_told_always),
        cmocka_unit_test(other_languages_are_left_undetermined),
        cmocka_unit_test(what_tells_nothing_is_undetermined),
        cmocka_unit_test(most_of_the_text_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
