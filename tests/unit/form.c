/* SPDX-License-Identifier: MIT */
/* Form C against Unicode's own file, letter case, classes of characters. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NORMALIZATION_TEST "/usr/share/unicode/NormalizationTest.txt.bz2"

static void assert_nfc(const char *text, const char *wanted)
{
    struct ncp_buf out = NCP_BUF_INIT;
    ncp_nfc(ncp_str_from(text), &out);
    assert_false(out.failed);
    assert_string_equal(out.ptr, wanted);
    ncp_buf_free(&out);
}

static void marks_are_composed(void **state)
{
    (void)state;
    assert_nfc("plain", "plain");
    assert_nfc("cafe\u0301 cre\u0300me", "café crème");
    assert_nfc("caf\u00E9", "caf\u00E9");
    assert_nfc("\u1112\u1161\u11AB", "한");
    assert_nfc("\u304B\u3099", "が");
    assert_nfc("a\u0323\u0302 a\u0302\u0323", "\u1EAD \u1EAD"); /* order of marks */
    assert_nfc("\u212B", "\u00C5");                             /* ångström sign */
    assert_nfc("\u0958", "\u0915\u093C");                       /* composition excluded */
    assert_nfc("\u0301x", "\u0301x");                           /* a mark alone */
    assert_nfc("👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧");
}

/* A line of the file: five columns of code points. */
static void read_columns(char *line, struct ncp_buf columns[5])
{
    for (int i = 0; i < 5; i++) {
        ncp_buf_clear(&columns[i]);
        while (*line != ';' && *line != '\0')
            ncp_utf8_add(&columns[i], (int32_t)strtol(line, &line, 16));
        assert_int_equal(*line, ';');
        line++;
    }
}

/* NFC of the first three columns is the second, of the last two the fourth. */
static bool columns_hold(struct ncp_buf columns[5])
{
    struct ncp_buf out = NCP_BUF_INIT;
    bool hold = true;
    for (int i = 0; i < 5; i++) {
        ncp_buf_clear(&out);
        ncp_nfc(ncp_buf_str(&columns[i]), &out);
        hold = hold && ncp_str_equal(ncp_buf_str(&out), ncp_buf_str(&columns[i < 3 ? 1 : 3]));
    }
    ncp_buf_free(&out);
    return hold;
}

static void all_of_unicodes_normalization_tests_pass(void **state)
{
    (void)state;
    FILE *file = popen("bzip2 -dc " NORMALIZATION_TEST, "r");
    assert_non_null(file);
    struct ncp_buf columns[5] = {NCP_BUF_INIT, NCP_BUF_INIT, NCP_BUF_INIT, NCP_BUF_INIT,
                                 NCP_BUF_INIT};
    char line[4096];
    int cases = 0, wrong = 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#' || line[0] == '@')
            continue;
        read_columns(line, columns);
        cases++;
        if (!columns_hold(columns) && wrong++ < 20)
            print_error("wrong: %s", line);
    }
    assert_int_equal(pclose(file), 0);
    for (int i = 0; i < 5; i++)
        ncp_buf_free(&columns[i]);
    assert_int_equal(wrong, 0);
    assert_in_range(cases, 18000, 30000);
}

static void case_changes_letter_by_letter(void **state)
{
    (void)state;
    static const struct {
        const char *text, *lower, *capital;
    } cases[] = {
        {"", "", ""},
        {"HELLO World", "hello world", "HELLO World"},
        {"éCOLE", "école", "ÉCOLE"},
        {"“so it is”", "“so it is”", "“So it is”"},
        {"(ça va)", "(ça va)", "(Ça va)"},
        {"¿qué?", "¿qué?", "¿Qué?"},
        {"3d printing", "3d printing", "3d printing"},
        {"ΣΟΦΙΑ", "σοφια", "ΣΟΦΙΑ"},
        {"привет", "привет", "Привет"},
        {"ǆep", "ǆep", "ǅep"},
        {"日本", "日本", "日本"},
        {"…", "…", "…"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_buf lower = NCP_BUF_INIT, capital = NCP_BUF_INIT;
        ncp_lower(ncp_str_from(cases[i].text), &lower);
        ncp_capitalise(ncp_str_from(cases[i].text), &capital);
        assert_true(ncp_str_equal(ncp_buf_str(&lower), ncp_str_from(cases[i].lower)));
        assert_true(ncp_str_equal(ncp_buf_str(&capital), ncp_str_from(cases[i].capital)));
        ncp_buf_free(&lower);
        ncp_buf_free(&capital);
    }
}

static void characters_have_their_classes(void **state)
{
    (void)state;
    enum { L = 1, D = 2, U = 4, S = 8, SP = 16, P = 32, UN = 64 };
    static const struct {
        int32_t cp;
        int classes;
    } cases[] = {
        {'a', L | S},     {'Z', L | U},     {'7', D},         {' ', SP},         {'\n', SP},
        {0xA0, SP},       {0x85, SP},       {0x2009, SP},     {0x3000, SP},      {0x200B, 0},
        {'.', P},         {0x201C, P},      {0xBF, P},        {'$', 0},          {'+', 0},
        {0xE9, L | S},    {0xDC, L | U},    {0x1C5, L | U},   {0x301, L},        {0x661, D},
        {0x43F, L | S},   {0x5D0, L},       {0x4E2D, L | UN}, {0x304B, L | UN},  {0x30AB, L | UN},
        {0x30FC, L | UN}, {0x0E01, L | UN}, {0x0E81, L | UN}, {0x1780, L | UN},  {0x1000, L | UN},
        {0xAC00, L},      {0x3002, P},      {0x1F600, 0},     {0x20000, L | UN}, {0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t cp = cases[i].cp;
        int got = (ncp_is_letter(cp) ? L : 0) | (ncp_is_digit(cp) ? D : 0) |
                  (ncp_is_upper(cp) ? U : 0) | (ncp_is_lower(cp) ? S : 0) |
                  (ncp_is_space(cp) ? SP : 0) | (ncp_is_punct(cp) ? P : 0) |
                  (ncp_is_unspaced(cp) ? UN : 0);
        if (got != cases[i].classes)
            fail_msg("U+%04X: wanted %d, found %d", (unsigned)cp, cases[i].classes, got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_composed),
        cmocka_unit_test(all_of_unicodes_normalization_tests_pass),
        cmocka_unit_test(case_changes_letter_by_letter),
        cmocka_unit_test(characters_have_their_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
