/* SPDX-License-Identifier: MIT */
/* UTF-8: what is well-formed, where it is not, forwards and backwards. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void malformed_text_is_refused_at_its_first_bad_byte(void **state)
{
    (void)state;
    const struct {
        struct ncp_str text;
        size_t bad;
    } cases[] = {
        {NCP_STR("\x80"), 0},             /* continuation alone */
        {NCP_STR("abc\xFF"), 3},          /* never a byte of UTF-8 */
        {NCP_STR("caf\xC3"), 3},          /* cut off */
        {NCP_STR("\xE2\x80"), 0},         /* cut off */
        {NCP_STR("a\xF0\x9F\x98"), 1},    /* cut off */
        {NCP_STR("\xC0\x80"), 0},         /* overlong NUL */
        {NCP_STR("\xC1\xBF"), 0},         /* overlong */
        {NCP_STR("\xE0\x9F\xBF"), 0},     /* overlong */
        {NCP_STR("\xF0\x8F\xBF\xBF"), 0}, /* overlong */
        {NCP_STR("\xED\xA0\x80"), 0},     /* surrogate */
        {NCP_STR("ok \xED\xBF\xBF"), 3},  /* surrogate */
        {NCP_STR("\xF4\x90\x80\x80"), 0}, /* beyond U+10FFFF */
        {NCP_STR("\xF5\x80\x80\x80"), 0}, /* beyond U+10FFFF */
        {NCP_STR("12345678\xC3\xA9"
                 "1234567\xC3("),
         17},                         /* after long ASCII runs */
        {NCP_STR("\xC3\xA9\xA9"), 2}, /* one continuation too many */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = SIZE_MAX;
        assert_false(ncp_utf8_valid(cases[i].text, &bad));
        assert_int_equal(bad, cases[i].bad);
        assert_false(ncp_utf8_valid(cases[i].text, NULL));
    }
}

static void well_formed_text_passes(void **state)
{
    (void)state;
    const struct ncp_str cases[] = {
        {NULL, 0},
        NCP_STR("plain"),
        {"nul\0inside", 10},
        NCP_STR("\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBF \xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"),
        NCP_STR("\xED\x9F\xBF\xEE\x80\x80"), /* on both sides of the surrogates */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = 77;
        assert_true(ncp_utf8_valid(cases[i], &bad));
        assert_int_equal(bad, 77);
    }
}

/* Every code point comes back as it went in, in both directions. The text has
 * no byte to spare, so that a read beyond it shows in the sanitizer. */
static void every_code_point_survives(void **state)
{
    (void)state;
    for (int32_t cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        struct ncp_buf buf = NCP_BUF_INIT;
        ncp_utf8_add(&buf, cp);
        char bytes[4];
        assert_in_range(buf.len, 1, 4);
        memcpy(bytes, buf.ptr, buf.len);
        struct ncp_str text = {bytes, buf.len};
        int32_t forth = -1, back = -1;
        assert_true(ncp_utf8_valid(text, NULL));
        assert_int_equal(ncp_utf8_next(text, 0, &forth), text.len);
        assert_int_equal(ncp_utf8_prev(text, text.len, &back), text.len);
        assert_int_equal(forth, cp);
        assert_int_equal(back, cp);
        ncp_buf_free(&buf);
    }
}

static void what_is_no_code_point_becomes_the_replacement_character(void **state)
{
    (void)state;
    static const int32_t cases[] = {-1, 0xD800, 0xDFFF, 0x110000, INT32_MAX};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_buf buf = NCP_BUF_INIT;
        ncp_utf8_add(&buf, cases[i]);
        assert_string_equal(buf.ptr, "\xEF\xBF\xBD");
        ncp_buf_free(&buf);
    }
}

/* Random bytes in an allocation of exactly their size: the validator and the
 * decoder agree, and neither reads outside. */
static void random_bytes_are_read_safely(void **state)
{
    (void)state;
    uint32_t seed = 20261101;
    for (int round = 0; round < 20000; round++) {
        size_t len = 1 + (size_t)round % 24;
        char *bytes = malloc(len);
        assert_non_null(bytes);
        for (size_t i = 0; i < len; i++) {
            static const unsigned char leads[] = {0xC3, 0xE2, 0xF0, 0xED, 0x80, 0x9F};
            seed = seed * 1664525 + 1013904223;
            uint32_t pick = seed >> 16;
            bytes[i] = (char)(pick % 3 ? (pick >> 4) & 0x7F : leads[(pick >> 4) % sizeof leads]);
        }
        struct ncp_str text = {bytes, len};
        size_t bad = len, at = 0;
        ncp_utf8_valid(text, &bad);
        assert_true(ncp_utf8_valid((struct ncp_str){bytes, bad}, NULL));
        while (at < len) {
            int32_t cp = -1;
            size_t step = ncp_utf8_next(text, at, &cp);
            assert_in_range(step, 1, len - at);
            assert_in_range(cp, 0, 0x10FFFF);
            at += step;
        }
        while (at > 0) {
            int32_t cp = -1;
            size_t step = ncp_utf8_prev(text, at, &cp);
            assert_in_range(step, 1, at);
            at -= step;
        }
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(malformed_text_is_refused_at_its_first_bad_byte),
        cmocka_unit_test(well_formed_text_passes),
        cmocka_unit_test(every_code_point_survives),
        cmocka_unit_test(what_is_no_code_point_becomes_the_replacement_character),
        cmocka_unit_test(random_bytes_are_read_safely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
