/* SPDX-License-Identifier: MIT */
/* Words, stems, function words, and the order of the tables behind them. */
#include "text/abbreviation.h"
#include "text/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct ncp_language *language(const char *tag)
{
    struct ncp_language *lang = NULL;
    assert_int_equal(ncp_language_new(tag, &lang, NULL), NCP_OK);
    return lang;
}

static void words_are_letters_and_digits(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *text, *words; /* separated by | */
    } cases[] = {
        {"en", "", ""},
        {"en", " … — !? 🎉 ", ""},
        {"en", "Don't stop: it’s 3.5 km!", "Don't|stop|it’s|3.5|km"},
        {"en", "A well-known state-of-the-art idea", "A|well|known|state|of|the|art|idea"},
        {"en", "Press 3\uFE0F\u20E3 or #1 👍🏽 now", "Press|or|1|now"},
        {"en", "“Quoted” (words), [here]; and/or", "Quoted|words|here|and|or"},
        {"en", "café naïve Ærø", "café|naïve|Ærø"},
        {"en", "cafe\u0301 ok", "cafe\u0301|ok"},
        {"fr", "L’homme d'État", "L’homme|d'État"},
        {"de", "Straßen-Fest, 5 Äpfel", "Straßen|Fest|5|Äpfel"},
        {"es", "¿Qué tal? ¡Bien!", "Qué|tal|Bien"},
        {"ru", "Весь день шёл дождь.", "Весь|день|шёл|дождь"},
        {"ko", "오늘은 날씨가 좋다.", "오늘은|날씨가|좋다"},
        {"ja", "私は東京に行きます。", "私|は|東京|に|行き|ます"},
        {"zh", "我们喜欢音乐。", "我们|喜欢|音乐"},
        {"th", "ภาษาไทย", "ภาษา|ไทย"},
        {"und", "日本語 and English", "日本語|and|English"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_language *lang = language(cases[i].tag);
        struct ncp_str text = ncp_str_from(cases[i].text);
        struct ncp_spans spans = {NULL, 0, 0};
        struct ncp_buf found = NCP_BUF_INIT;
        assert_int_equal(ncp_words(lang, text, &spans, NULL), NCP_OK);
        for (size_t w = 0; w < spans.count; w++) {
            if (w > 0)
                ncp_buf_add_char(&found, '|');
            ncp_buf_add(&found, ncp_str_sub(text, spans.items[w].start, spans.items[w].end));
        }
        if (!ncp_str_equal(ncp_buf_str(&found), ncp_str_from(cases[i].words)))
            fail_msg("%s: wanted %s, found %s", cases[i].tag, cases[i].words,
                     found.ptr ? found.ptr : "nothing");
        ncp_buf_free(&found);
        ncp_spans_free(&spans);
        ncp_language_free(lang);
    }
}

static void lists_grow_by_appending(void **state)
{
    (void)state;
    struct ncp_language *lang = language("en");
    struct ncp_spans spans = {NULL, 0, 0};
    assert_int_equal(ncp_words(lang, NCP_STR("one two"), &spans, NULL), NCP_OK);
    assert_int_equal(ncp_words(lang, NCP_STR("three"), &spans, NULL), NCP_OK);
    assert_int_equal(ncp_sentences(lang, NCP_STR("Four. Five."), &spans, NULL), NCP_OK);
    assert_int_equal(spans.count, 5);
    assert_int_equal(spans.items[2].end, 5);
    assert_int_equal(spans.items[4].start, 6);
    ncp_spans_free(&spans);
    assert_null(spans.items);
    ncp_language_free(lang);
}

static void stems_fold_what_belongs_together(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *word, *stem;
    } cases[] = {
        {"en", "Running", "run"},
        {"en", "runs", "run"},
        {"en", "reader's", "reader"},
        {"en", "readers’", "reader"},
        {"en", "READER’S", "reader"},
        {"en", "'s", "'s"},
        {"en", "is", "is"},
        {"en", "", ""},
        {"es", "canciones", "cancion"},
        {"fr", "l’homme", "homm"},
        {"fr", "Qu'elles", "elle"},
        {"fr", "hommes", "homm"},
        {"it", "dell'acqua", "acqua"},
        {"it", "acqua", "acqua"},
        {"de", "Häuser", "haus"},
        {"de", "Hauses", "haus"},
        {"pt", "nações", "naçõ"},
        {"nl", "huizen", "huiz"},
        {"ru", "книги", "книг"},
        {"ja", "東京", "東京"},
        {"und", "Słowa", "słowa"},
        {"xx", "Reader's", "reader's"},
        {"th", "ภาษา", "ภาษา"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_language *lang = language(cases[i].tag);
        struct ncp_buf stem = NCP_BUF_INIT;
        ncp_stem(lang, ncp_str_from(cases[i].word), &stem);
        assert_false(stem.failed);
        if (!ncp_str_equal(ncp_buf_str(&stem), ncp_str_from(cases[i].stem)))
            fail_msg("%s %s: wanted %s, found %s", cases[i].tag, cases[i].word, cases[i].stem,
                     stem.ptr ? stem.ptr : "nothing");
        ncp_buf_free(&stem);
        ncp_language_free(lang);
    }
}

static void function_words_are_known_in_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *word;
        bool known;
    } cases[] = {
        {"en", "the", true},
        {"en", "THE", true},
        {"en", "don’t", true},
        {"en", "It's", true},
        {"en", "house", false},
        {"en", "", false},
        {"es", "según", true},
        {"es", "SEGÚN", true},
        {"fr", "à", true},
        {"fr", "qu’il", true},
        {"de", "für", true},
        {"de", "Haus", false},
        {"pt", "você", true},
        {"it", "perché", true},
        {"nl", "zo'n", true},
        {"ru", "Что", true},
        {"ja", "は", false},
        {"und", "the", false},
        {"en-GB", "the", true},
        {"EN_us", "the", true},
        {"en", "thethethethethethethethethethe", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_language *lang = language(cases[i].tag);
        if (ncp_is_function_word(lang, ncp_str_from(cases[i].word)) != cases[i].known)
            fail_msg("%s: %s", cases[i].tag, cases[i].word);
        ncp_language_free(lang);
    }
}

static void only_the_primary_subtag_counts(void **state)
{
    (void)state;
    static const struct {
        const char *given, *tag;
    } cases[] = {
        {"en", "en"},   {"pt-BR", "pt"}, {"ZH-Hant-TW", "zh"}, {"de_AT", "de"},
        {"fil", "fil"}, {"", "und"},     {NULL, "und"},        {"e", "und"},
        {"1e", "und"},  {"-en", "und"},  {"english", "und"},   {"é", "und"},
        {"e n", "und"}, {"und", "und"},  {"x-pig", "und"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ncp_language *lang = language(cases[i].given);
        assert_string_equal(ncp_language_tag(lang), cases[i].tag);
        ncp_language_free(lang);
    }
    ncp_language_free(NULL);
    ncp_spans_free(NULL);
}

static const char *const tags[] = {"", "de", "en", "es", "fr", "it", "nl", "pt", "ru"};

/* What is looked up is folded, so what is listed has to be. */
static void check_list(const char *tag, struct ncpi_words words)
{
    assert_in_range(words.count, 100, 1000);
    for (size_t i = 0; i < words.count; i++) {
        struct ncp_str word = ncp_str_from(words.items[i]);
        struct ncp_buf folded = NCP_BUF_INIT, composed = NCP_BUF_INIT;
        char key[NCPI_KEY_BYTES];
        ncpi_fold_word(word, &folded);
        ncp_nfc(ncp_buf_str(&folded), &composed);
        assert_string_equal(words.items[i], composed.ptr);
        assert_true(ncpi_fold_key(word, key));
        assert_string_equal(words.items[i], key);
        assert_true(ncpi_words_have(words, key));
        if (i > 0 && ncp_str_compare(ncp_str_from(words.items[i - 1]), word) >= 0)
            fail_msg("%s: %s is out of order", tag, words.items[i]);
        ncp_buf_free(&folded);
        ncp_buf_free(&composed);
    }
}

static void listed_words_are_sorted_and_folded(void **state)
{
    (void)state;
    for (size_t t = 1; t < sizeof tags / sizeof *tags; t++)
        check_list(tags[t], ncpi_function_words(tags[t]));
    check_list("foreign", ncpi_foreign_words());
    assert_int_equal(ncpi_function_words("xx").count, 0);
}

static void abbreviations_are_sorted_and_found(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
        struct ncpi_abbreviations list = ncpi_abbreviations_of(tags[t]);
        assert_in_range(list.count, 30, 1000);
        for (size_t i = 0; i < list.count; i++) {
            struct ncp_str word = ncp_str_from(list.items[i].word);
            if (i > 0 && ncp_str_compare(ncp_str_from(list.items[i - 1].word), word) >= 0)
                fail_msg("%s: %s is out of order", tags[t], list.items[i].word);
            assert_int_equal(ncpi_abbreviation_find(tags[t], word), list.items[i].stop);
        }
    }
    assert_int_equal(ncpi_abbreviations_of("xx").count, 0);
}

/* Everyday words that end sentences. */
static void everyday_words_are_no_abbreviations(void **state)
{
    (void)state;
    static const char *const words[] = {"in",  "do",  "In",  "Do",   "so",   "it",    "on",
                                        "us",  "am",  "is",  "mass", "wash", "sun",   "may",
                                        "set", "ill", "gen", "rep",  "col",  "house", "end"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_int_equal(ncpi_abbreviation_find("en", ncp_str_from(words[i])), NCPI_STOP_PLAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_letters_and_digits),
        cmocka_unit_test(lists_grow_by_appending),
        cmocka_unit_test(stems_fold_what_belongs_together),
        cmocka_unit_test(function_words_are_known_in_any_case),
        cmocka_unit_test(only_the_primary_subtag_counts),
        cmocka_unit_test(listed_words_are_sorted_and_folded),
        cmocka_unit_test(abbreviations_are_sorted_and_found),
        cmocka_unit_test(everyday_words_are_no_abbreviations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
