/* SPDX-License-Identifier: MIT */
/* What holds for the boundaries of any text: seeded random texts, hostile texts. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const char *const tags[] = {"en", "es", "fr", "de", "it", "ja",
                                   "zh", "th", "ru", "el", "und"};
#define TAGS (sizeof tags / sizeof *tags)

static const char *const pieces[] = {"word",
                                     "The",
                                     "Dr",
                                     "Mr.",
                                     "U.S.",
                                     "e.g.",
                                     "z. B.",
                                     "No",
                                     "iPhone",
                                     "J",
                                     "5",
                                     "2019",
                                     "3.5",
                                     ".",
                                     ".",
                                     ".",
                                     "!",
                                     "?",
                                     "…",
                                     "...",
                                     ",",
                                     ":",
                                     ";",
                                     "-",
                                     "“",
                                     "”",
                                     "\"",
                                     "'",
                                     "’",
                                     "«",
                                     "»",
                                     "„",
                                     "(",
                                     ")",
                                     "[1]",
                                     "[",
                                     "]",
                                     "²",
                                     " ",
                                     " ",
                                     " ",
                                     " ",
                                     "  ",
                                     "\n",
                                     "\t",
                                     "\u00A0",
                                     "\u2029",
                                     "\u3000",
                                     "é",
                                     "e\u0301",
                                     "ß",
                                     "Ä",
                                     "日本",
                                     "は",
                                     "。",
                                     "！",
                                     "「",
                                     "」",
                                     "ไทย",
                                     "ๆ",
                                     "한국",
                                     "؟",
                                     "عربي",
                                     "Привет",
                                     "ς",
                                     "👍🏽",
                                     "👨‍👩‍👧",
                                     "🇩🇪",
                                     "\u200D",
                                     "\u0301",
                                     "\uFE0F",
                                     "3\uFE0F\u20E3",
                                     "https://a.org/?q=1",
                                     "@me",
                                     "#tag",
                                     "\r\n",
                                     "\u200B",
                                     "𝒳",
                                     "|",
                                     "*",
                                     "_"};
#define PIECES (sizeof pieces / sizeof *pieces)

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* A text in an allocation of exactly its length, so that reading outside shows. */
static struct ncp_str random_text(uint32_t *seed)
{
    struct ncp_buf buf = NCP_BUF_INIT;
    size_t count = next_random(seed) % 40;
    for (size_t i = 0; i < count; i++)
        ncp_buf_add_cstr(&buf, pieces[next_random(seed) % PIECES]);
    struct ncp_str text = {malloc(buf.len + (buf.len == 0)), buf.len};
    assert_non_null(text.ptr);
    if (buf.len > 0)
        memcpy((void *)(uintptr_t)text.ptr, buf.ptr, buf.len);
    ncp_buf_free(&buf);
    return text;
}

static bool is_on_boundary(struct ncp_str text, size_t at)
{
    for (size_t end = 0; end < text.len; end = ncp_grapheme_next(text, end))
        if (end == at)
            return true;
    return at == text.len;
}

static size_t bytes_not_white(struct ncp_str text, size_t from, size_t to)
{
    size_t bytes = 0;
    while (from < to) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, from, &cp);
        if (!ncp_is_space(cp))
            bytes += len;
        from += len;
    }
    return bytes;
}

static void check_spans(struct ncp_str text, const struct ncp_spans *spans)
{
    size_t last = 0;
    for (size_t i = 0; i < spans->count; i++) {
        struct ncp_span span = spans->items[i];
        assert_true(span.start >= last && span.start < span.end && span.end <= text.len);
        assert_true(is_on_boundary(text, span.start));
        assert_true(is_on_boundary(text, span.end));
        last = span.end;
    }
}

static void check_sentences(struct ncp_str text, const struct ncp_spans *spans)
{
    size_t inside = 0;
    for (size_t i = 0; i < spans->count; i++) {
        int32_t first, last;
        size_t len = ncp_utf8_next(text, spans->items[i].start, &first);
        ncp_utf8_prev(text, spans->items[i].end, &last);
        if (ncp_grapheme_next(text, spans->items[i].start) == spans->items[i].start + len)
            assert_false(ncp_is_space(first));
        assert_false(ncp_is_space(last));
        inside += bytes_not_white(text, spans->items[i].start, spans->items[i].end);
    }
    assert_int_equal(inside, bytes_not_white(text, 0, text.len));
}

static void check_measure(struct ncp_str text)
{
    struct ncp_measure m = ncp_measure(text);
    assert_int_equal(m.bytes, text.len);
    assert_int_equal(m.graphemes, ncp_grapheme_count(text));
    assert_true(m.graphemes <= m.code_points && m.code_points <= m.utf16 && m.utf16 <= m.bytes);
}

static void check_text(struct ncp_language *lang, struct ncp_str text)
{
    struct ncp_spans sentences = {NULL, 0, 0}, words = {NULL, 0, 0};
    assert_int_equal(ncp_sentences(lang, text, &sentences, NULL), NCP_OK);
    assert_int_equal(ncp_words(lang, text, &words, NULL), NCP_OK);
    check_spans(text, &sentences);
    check_spans(text, &words);
    check_sentences(text, &sentences);
    check_measure(text);
    assert_non_null(ncp_language_detect(text));
    ncp_spans_free(&sentences);
    ncp_spans_free(&words);
}

static void random_texts_keep_the_rules(void **state)
{
    (void)state;
    enum { ROUNDS = 4000 };
    struct ncp_language *langs[TAGS];
    for (size_t i = 0; i < TAGS; i++)
        assert_int_equal(ncp_language_new(tags[i], &langs[i], NULL), NCP_OK);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t seed = round;
        struct ncp_str text = random_text(&seed);
        if (getenv("SHOW_TEXTS")) /* the last one shown is the one that failed */
            print_message("%u: %.*s\n", (unsigned)round, (int)text.len, text.ptr);
        check_text(langs[round % TAGS], text);
        free((void *)(uintptr_t)text.ptr);
    }
    for (size_t i = 0; i < TAGS; i++)
        ncp_language_free(langs[i]);
}

/* The same text normalized twice is the same as once. */
static void form_c_is_stable(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < 2000; round++) {
        uint32_t seed = round * 7 + 1;
        struct ncp_str text = random_text(&seed);
        struct ncp_buf once = NCP_BUF_INIT, twice = NCP_BUF_INIT;
        ncp_nfc(text, &once);
        ncp_nfc(ncp_buf_str(&once), &twice);
        assert_true(ncp_utf8_valid(ncp_buf_str(&once), NULL));
        assert_true(ncp_str_equal(ncp_buf_str(&once), ncp_buf_str(&twice)));
        ncp_buf_free(&once);
        ncp_buf_free(&twice);
        free((void *)(uintptr_t)text.ptr);
    }
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double time_of(const char *piece, size_t bytes)
{
    struct ncp_buf buf = NCP_BUF_INIT, form = NCP_BUF_INIT;
    struct ncp_spans spans = {NULL, 0, 0};
    struct ncp_language *lang = NULL;
    while (buf.len < bytes)
        ncp_buf_add_cstr(&buf, piece);
    assert_int_equal(ncp_language_new("en", &lang, NULL), NCP_OK);
    double start = seconds();
    assert_int_equal(ncp_sentences(lang, ncp_buf_str(&buf), &spans, NULL), NCP_OK);
    assert_int_equal(ncp_words(lang, ncp_buf_str(&buf), &spans, NULL), NCP_OK);
    ncp_nfc(ncp_buf_str(&buf), &form);
    ncp_measure(ncp_buf_str(&buf));
    ncp_language_detect(ncp_buf_str(&buf));
    double took = seconds() - start;
    ncp_language_free(lang);
    ncp_spans_free(&spans);
    ncp_buf_free(&form);
    ncp_buf_free(&buf);
    return took;
}

/* Eight times as much text takes about eight times as long, whatever it is. */
static void hostile_texts_take_linear_time(void **state)
{
    (void)state;
    static const char *const hostile[] = {"a",
                                          ".",
                                          "! ",
                                          " ",
                                          "\n",
                                          "(",
                                          ".(",
                                          ".)",
                                          "…",
                                          "\u0301",
                                          "\u0315\u0300",
                                          "👨\u200D",
                                          "🇩",
                                          "A. ",
                                          "1. ",
                                          ". 1 ",
                                          "?\n*\n",
                                          ".[1]",
                                          "“",
                                          "a.B",
                                          "»",
                                          ".\u00A0",
                                          "ไ",
                                          "ไทย ",
                                          "漢",
                                          "か",
                                          "\u1112\u1161\u11AB",
                                          "e\u0301",
                                          "' ",
                                          "-",
                                          "\u200B",
                                          "a’",
                                          "\uAC00\u11A8",
                                          "\u0344",
                                          "Dr. ",
                                          "x! 1 "};
    enum { SMALL = 32 * 1024, TIMES = 8 };
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        double small = time_of(hostile[i], SMALL), large = time_of(hostile[i], SMALL * TIMES);
        if (large > 0.05 && large > small * TIMES * 4)
            fail_msg("'%s': %.3f s, then %.3f s for eight times as much", hostile[i], small, large);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_texts_keep_the_rules),
        cmocka_unit_test(form_c_is_stable),
        cmocka_unit_test(hostile_texts_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
