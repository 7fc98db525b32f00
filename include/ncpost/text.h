/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_TEXT_H
#define NCPOST_TEXT_H

/*
 * Language services: code points, grapheme clusters, words, sentences, stems,
 * languages. Every text handed in is valid UTF-8 unless a function says
 * otherwise; every offset and length is in bytes unless a function says
 * otherwise.
 */

#include "ncpost/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- code points ------------------------------------------------------- */

/* True if `s` is well-formed UTF-8 (Unicode 15.0, table 3-7: no surrogates, no
 * overlong forms). Otherwise `*bad`, if not NULL, is the offset of the first
 * byte that is not. */
NCP_EXPORT bool ncp_utf8_valid(struct ncp_str s, size_t *bad);

/* The code point at byte `at` (< s.len) in `*cp`; returns its length in bytes,
 * 1 to 4. */
NCP_EXPORT size_t ncp_utf8_next(struct ncp_str s, size_t at, int32_t *cp);

/* The code point that ends at byte `at` (> 0); returns its length in bytes. */
NCP_EXPORT size_t ncp_utf8_prev(struct ncp_str s, size_t at, int32_t *cp);

/* Appends code point `cp` as UTF-8. */
NCP_EXPORT void ncp_utf8_add(struct ncp_buf *out, int32_t cp);

/* ---- grapheme clusters (UAX #29, extended) ----------------------------- */

/* The end, in bytes, of the grapheme cluster that starts at byte `at`
 * (< s.len). */
NCP_EXPORT size_t ncp_grapheme_next(struct ncp_str s, size_t at);

/* How many grapheme clusters `s` holds. */
NCP_EXPORT size_t ncp_grapheme_count(struct ncp_str s);

/* True if the cluster shows as an emoji: an Emoji_Presentation code point
 * without U+FE0E, anything with U+FE0F on an emoji base, flags, keycaps, ZWJ
 * sequences (UTS #51). */
NCP_EXPORT bool ncp_grapheme_is_emoji(struct ncp_str cluster);

/* What a text measures in each unit, as given. */
struct ncp_measure {
    size_t graphemes;
    size_t code_points;
    size_t utf16; /* UTF-16 code units */
    size_t bytes; /* UTF-8 bytes */
};

NCP_EXPORT struct ncp_measure ncp_measure(struct ncp_str s);

/* ---- forms ------------------------------------------------------------- */

/* Appends `s` in Normalization Form C (UAX #15). */
NCP_EXPORT void ncp_nfc(struct ncp_str s, struct ncp_buf *out);

/* Appends `s` lower-cased, code point by code point (simple mapping). */
NCP_EXPORT void ncp_lower(struct ncp_str s, struct ncp_buf *out);

/* Appends `s` with its first letter in title case, the rest unchanged. Quotation
 * marks and brackets may stand before it; a digit before it leaves all as is. */
NCP_EXPORT void ncp_capitalise(struct ncp_str s, struct ncp_buf *out);

/* Classes of a code point (Unicode general category, utf8proc's data). */
NCP_EXPORT bool ncp_is_letter(int32_t cp); /* L*, and marks M* */
NCP_EXPORT bool ncp_is_digit(int32_t cp);  /* Nd */
NCP_EXPORT bool ncp_is_upper(int32_t cp);  /* Lu, Lt */
NCP_EXPORT bool ncp_is_lower(int32_t cp);  /* Ll */
NCP_EXPORT bool ncp_is_space(int32_t cp);  /* White_Space, line ends too */
NCP_EXPORT bool ncp_is_punct(int32_t cp);  /* P* */

/* True if the script of `cp` writes words without spaces between them: Han,
 * Hiragana, Katakana, Thai, Lao, Khmer, Myanmar. */
NCP_EXPORT bool ncp_is_unspaced(int32_t cp);

/* ---- one language ------------------------------------------------------ */

/*
 * What is known of a language: ICU's break iterators, a Snowball stemmer,
 * abbreviations, function words. Make one per run and language; it is not
 * shared between threads.
 */
struct ncp_language;

/*
 * `tag` is a BCP 47 tag ("en", "pt-BR", "zh-Hant") or "und"; only its primary
 * subtag chooses the data, and what is no tag counts as "und". An unknown
 * language works too: plain boundaries, no stems, no function words. Cheap:
 * what a function needs is opened when it is first called. NCP_E_MEMORY.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_language_new(const char *tag, struct ncp_language **out,
                                                    struct ncp_error *err);
NCP_EXPORT void ncp_language_free(struct ncp_language *lang);

/* The primary subtag in lower case, "und" if unknown. Lives as long as `lang`. */
NCP_EXPORT const char *ncp_language_tag(const struct ncp_language *lang);

/* Tells the language of `text` from its scripts and function words: one of
 * "en" "es" "fr" "de" "pt" "it" "nl" "ja" "zh" "ko" "th" "ar" "he" "ru" "el",
 * or "und" when unsure. Reads at most the first 8 KiB. A static string. */
NCP_EXPORT const char *ncp_language_detect(struct ncp_str text);

/* A span of bytes [start, end) in the text it was made from. */
struct ncp_span {
    size_t start, end;
};

/* A growing list of spans. Start from zeroes; free with ncp_spans_free(). */
struct ncp_spans {
    struct ncp_span *items;
    size_t count, cap;
};

NCP_EXPORT void ncp_spans_free(struct ncp_spans *spans);

/*
 * Sentences of `text` (one paragraph) appended to `*out`, without the white
 * space around them. ICU's boundaries (UAX #29), joined where an abbreviation,
 * an initial, an ordinal before a month, an ellipsis before a small letter, a
 * lone line end or what closes a quotation shows that no sentence ended; an
 * empty line always ends one. Footnote marks ("[3]", "²") and what has no words
 * (an emoji at the end) belong to the sentence before them. Every byte that is
 * not white space lies in exactly one sentence, and none begins or ends inside a
 * grapheme cluster.
 *
 * NCP_E_MEMORY; NCP_E_INTERNAL if ICU gives no boundaries (a text of 2 GiB or
 * more, its data missing). Then `*out` may have grown.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_sentences(struct ncp_language *lang, struct ncp_str text,
                                                 struct ncp_spans *out, struct ncp_error *err);

/*
 * Words of `text` appended to `*out`: letters and digits by UAX #29 (with
 * dictionaries for Chinese, Japanese, Thai), inner apostrophes kept, so that
 * "l'homme" is one word. Hyphenated compounds are several words. Punctuation,
 * spaces and emoji are not words. Fails as ncp_sentences() does.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_words(struct ncp_language *lang, struct ncp_str text,
                                             struct ncp_spans *out, struct ncp_error *err);

/* Appends the Snowball stem of `word` (any case; lower-cased first, without the
 * English possessive 's or a French or Italian elided article, "l'"). Without a
 * stemmer: the lower-cased word. Apostrophes come out as U+0027. */
NCP_EXPORT void ncp_stem(struct ncp_language *lang, struct ncp_str word, struct ncp_buf *out);

/* True if `word` (any case, either apostrophe) is an article, pronoun,
 * preposition, conjunction, auxiliary or the like in this language; known for
 * "en" "es" "fr" "de" "pt" "it" "nl" "ru". */
NCP_EXPORT bool ncp_is_function_word(const struct ncp_language *lang, struct ncp_str word);

#ifdef __cplusplus
}
#endif

#endif
