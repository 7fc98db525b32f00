/* SPDX-License-Identifier: MIT */
/* Grapheme clusters against Unicode's own files, emoji, measures. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define UNICODE "/usr/share/unicode/"

/* One case of a Unicode file: the text and where its clusters end. */
struct sample {
    struct ncp_buf text;
    size_t ends[64], count;
};

static void end_cluster(struct sample *sample)
{
    assert_in_range(sample->count, 0, 63);
    sample->ends[sample->count++] = sample->text.len;
}

/* "÷ 0020 × 0308 ÷" or "1F468 200D 1F469": hexadecimal code points; ÷ ends a
 * cluster. Reads up to ';', '#' or the end of the line. */
static void read_sample(const char *line, struct sample *sample)
{
    ncp_buf_clear(&sample->text);
    sample->count = 0;
    while (*line && *line != ';' && *line != '#' && *line != '\n') {
        char *end;
        long cp = strtol(line, &end, 16);
        if (end != line) {
            ncp_utf8_add(&sample->text, (int32_t)cp);
            line = end;
        } else if (strncmp(line, "÷", 2) == 0) {
            if (sample->text.len > 0)
                end_cluster(sample);
            line += 2;
        } else {
            line++;
        }
    }
}

static bool splits_as_told(const struct sample *sample)
{
    struct ncp_str text = ncp_buf_str(&sample->text);
    size_t at = 0;
    for (size_t i = 0; i < sample->count; i++) {
        if (at >= text.len)
            return false;
        at = ncp_grapheme_next(text, at);
        if (at != sample->ends[i])
            return false;
    }
    return at == text.len && ncp_grapheme_count(text) == sample->count;
}

static FILE *open_unicode(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s is missing: install unicode-data", path);
    return file;
}

static void all_of_unicodes_grapheme_tests_pass(void **state)
{
    (void)state;
    FILE *file = open_unicode(UNICODE "auxiliary/GraphemeBreakTest.txt");
    struct sample sample = {.text = NCP_BUF_INIT};
    char line[1024];
    int cases = 0, wrong = 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        read_sample(line, &sample);
        cases++;
        if (!splits_as_told(&sample)) {
            print_error("wrong: %s", line);
            wrong++;
        }
    }
    fclose(file);
    ncp_buf_free(&sample.text);
    assert_int_equal(wrong, 0);
    assert_int_equal(cases, 602);
}

static void every_emoji_is_one_cluster_and_known(void **state)
{
    (void)state;
    FILE *file = open_unicode(UNICODE "emoji/emoji-test.txt");
    struct sample sample = {.text = NCP_BUF_INIT};
    char line[1024];
    int cases = 0, qualified = 0, wrong = 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#' || line[0] == '\n')
            continue;
        read_sample(line, &sample);
        end_cluster(&sample);
        cases++;
        bool full = strstr(line, "; fully-qualified") != NULL;
        qualified += full;
        if (!splits_as_told(&sample) ||
            (full && !ncp_grapheme_is_emoji(ncp_buf_str(&sample.text)))) {
            print_error("wrong: %s", line);
            wrong++;
        }
    }
    fclose(file);
    ncp_buf_free(&sample.text);
    assert_int_equal(wrong, 0);
    assert_in_range(cases, 4700, 6000);
    assert_int_equal(qualified, 3655);
}

static void what_shows_as_text_is_no_emoji(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",  "a", "1", "#",       "é",       "e\u0301", "ß", "漢", "か",      "©", "™",
        "☺", "❤", "✔", "☺\uFE0E", "😀\uFE0E", "→",       "•", "“",  "1\uFE0F", "ก็", "\r\n"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ncp_grapheme_is_emoji(ncp_str_from(cases[i])))
            fail_msg("'%s' is no emoji", cases[i]);
}

static void what_shows_as_a_picture_is_an_emoji(void **state)
{
    (void)state;
    static const char *const cases[] = {"😀",
                                        "❤\uFE0F",
                                        "☺\uFE0F",
                                        "1\uFE0F\u20E3",
                                        "3\u20E3",
                                        "🇩🇪",
                                        "👨‍👩‍👧",
                                        "☝🏽",
                                        "👍🏿",
                                        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
                                        "⛹🏻‍♂\uFE0F",
                                        "©\uFE0F",
                                        "✨"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!ncp_grapheme_is_emoji(ncp_str_from(cases[i])))
            fail_msg("'%s' is an emoji", cases[i]);
}

static void texts_are_measured_in_every_unit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t graphemes, code_points, utf16, bytes;
    } cases[] = {
        {"", 0, 0, 0, 0},
        {"plain", 5, 5, 5, 5},
        {"é", 1, 1, 1, 2},
        {"e\u0301", 1, 2, 2, 3},
        {"a\r\nb", 3, 4, 4, 4},
        {"👍", 1, 1, 2, 4},
        {"👨‍👩‍👧", 1, 5, 8, 18},
        {"🇩🇪🇫🇷", 2, 4, 8, 16},
        {"3\uFE0F\u20E3", 1, 3, 3, 7},
        {"한국", 2, 2, 2, 6},
        {"\u1112\u1161\u11AB", 1, 3, 3, 9},
        {"नमस्ते", 4, 6, 6, 18},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_measure m = ncp_measure(ncp_str_from(cases[i].text));
        assert_int_equal(m.graphemes, cases[i].graphemes);
        assert_int_equal(m.code_points, cases[i].code_points);
        assert_int_equal(m.utf16, cases[i].utf16);
        assert_int_equal(m.bytes, cases[i].bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_unicodes_grapheme_tests_pass),
        cmocka_unit_test(every_emoji_is_one_cluster_and_known),
        cmocka_unit_test(what_shows_as_text_is_no_emoji),
        cmocka_unit_test(what_shows_as_a_picture_is_an_emoji),
        cmocka_unit_test(texts_are_measured_in_every_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
