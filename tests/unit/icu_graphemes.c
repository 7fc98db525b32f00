/* SPDX-License-Identifier: MIT */
/* 20,000 generated strings hold as many grapheme clusters as ICU's character
 * iterator finds in them. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#define CASES 20000

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    return *seed ^= *seed << 5;
}

/* Blocks rich in clusters, besides any assigned character. */
static int32_t make_character(uint32_t *seed)
{
    static const struct {
        int32_t first, last;
    } blocks[] = {{0x20, 0x7E},       {0x0A, 0x0D},       {0x300, 0x36F},     {0x600, 0x6FF},
                  {0x900, 0x97F},     {0xE00, 0xE7F},     {0x1100, 0x11FF},   {0xAC00, 0xD7A3},
                  {0x200B, 0x200F},   {0xFE00, 0xFE0F},   {0x1F1E6, 0x1F1FF}, {0x1F3FB, 0x1F3FF},
                  {0x1F600, 0x1F64F}, {0x1F466, 0x1F469}, {0x20E0, 0x20E3},   {0xE0061, 0xE007F},
                  {0x110BD, 0x110CD}, {0xD4E, 0xD4E},     {0x200D, 0x200D},   {0, 0x10FFFF}};
    size_t block = next_random(seed) % (sizeof blocks / sizeof *blocks);
    for (;;) {
        uint32_t span = (uint32_t)(blocks[block].last - blocks[block].first + 1);
        int32_t cp = blocks[block].first + (int32_t)(next_random(seed) % span);
        if (u_isdefined(cp) && (cp < 0xD800 || cp > 0xDFFF))
            return cp;
    }
}

static size_t count_by_icu(UBreakIterator *iterator, const UChar *text, int32_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    size_t count = 0;
    ubrk_setText(iterator, text, length, &status);
    assert_true(U_SUCCESS(status));
    while (ubrk_next(iterator) != UBRK_DONE)
        count++;
    return count;
}

static void as_many_clusters_as_icu_finds(void **state)
{
    (void)state;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
    assert_true(U_SUCCESS(status));
    struct ncp_buf text = NCP_BUF_INIT;
    uint32_t seed = 2463534242u;
    int wrong = 0;
    for (int i = 0; i < CASES; i++) {
        UChar units[64];
        int32_t length = 0;
        ncp_buf_clear(&text);
        for (uint32_t n = next_random(&seed) % 24 + 1; n > 0; n--) {
            int32_t cp = make_character(&seed);
            ncp_utf8_add(&text, cp);
            U16_APPEND_UNSAFE(units, length, cp);
        }
        size_t ours = ncp_grapheme_count(ncp_buf_str(&text));
        size_t theirs = count_by_icu(iterator, units, length);
        if (ours == theirs)
            continue;
        print_error("ncpost %zu, ICU %zu:", ours, theirs);
        for (int32_t k = 0; k < length; k++)
            print_error(" %04X", units[k]);
        print_error("\n");
        wrong++;
    }
    ncp_buf_free(&text);
    ubrk_close(iterator);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_many_clusters_as_icu_finds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
