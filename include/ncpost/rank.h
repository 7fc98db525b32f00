/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_RANK_H
#define NCPOST_RANK_H

/*
 * What matters in an article: a score for each sentence, the summary, and the
 * candidates for hashtags. Nothing here rewrites text.
 */

#include "ncpost/article.h"

#ifdef __cplusplus
extern "C" {
#endif

struct ncp_bank; /* what past posts taught: see below */

/* A candidate for a hashtag. */
struct ncp_tag {
    struct ncp_str text; /* the phrase as it would be typed, e.g. "World Kindness Day" */
    struct ncp_str tag;  /* "#WorldKindnessDay" */
    double score;        /* higher is better; only its order means anything */
    const char *origin;  /* "front matter", "title", "heading", "named day", "name",
                            "acronym", "key phrase", "past posts", "command line" */
    const char *dropped; /* why it is not offered, or NULL */
};

/* All that was found about one article. Opaque; ncp_ranking_free(). It borrows
 * the article, which must outlive it. */
struct ncp_ranking;

struct ncp_rank_options {
    const struct ncp_bank *bank; /* NULL: none */
    const struct ncp_str *tags;  /* hashtags named by the caller, with or without `#` */
    size_t tag_count;
};

/* `options` may be NULL. Errors: NCP_E_MEMORY, NCP_E_INTERNAL. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_rank(const struct ncp_article *article,
                                            const struct ncp_rank_options *options,
                                            struct ncp_ranking **out, struct ncp_error *err);
NCP_EXPORT void ncp_ranking_free(struct ncp_ranking *ranking);

/* Score of sentence `index` of the article: higher is better, 0 for what
 * should not be told at all. */
NCP_EXPORT double ncp_sentence_score(const struct ncp_ranking *ranking, size_t index);

/* How alike two sentences are: cosine of their weighted stems, 0 to 1. */
NCP_EXPORT double ncp_sentence_similarity(const struct ncp_ranking *ranking, size_t a, size_t b);

/* Share of the content stems of sentence `index` that stand in the title too,
 * 0 to 1. */
NCP_EXPORT double ncp_sentence_in_title(const struct ncp_ranking *ranking, size_t index);

/* Why `sentence` cannot open a text ("connective", "pronoun", "pointing word",
 * "about the text", "speaker label", …), or NULL if its first words stand alone.
 * A static string. Languages without a list: always NULL. */
NCP_EXPORT const char *ncp_opening_leans(const struct ncp_language *lang, struct ncp_str sentence);

#define NCP_SUMMARY_MAX ((size_t)250) /* graphemes of a summary */

/* The deck: indices of the sentences that say best what the article is about,
 * in the article's order, together at most NCP_SUMMARY_MAX graphemes with one
 * space between. `*out` lives as long as the ranking; `*count` may be 0. */
NCP_EXPORT void ncp_summary(const struct ncp_ranking *ranking, const size_t **out, size_t *count);

/* Candidates for hashtags, best first; those with `dropped` come last. They
 * live as long as the ranking. */
NCP_EXPORT const struct ncp_tag *ncp_tags(const struct ncp_ranking *ranking, size_t *count);

/* ---- past posts --------------------------------------------------------- */

/*
 * A bank of hashtags: which stems past posts held and which hashtags they bore.
 * Handed to ncp_rank() it adds the tags of the posts most like the article, in
 * the spelling that was used most, and drops those that are banned. It grows
 * only by the functions below; reading and writing files is the caller's.
 * After an error a bank is good for ncp_bank_free() only.
 *
 * As text (UTF-8, lines end with LF): first "ncpost hashtag bank 1"; a line
 * "ban #Tag" for each banned tag; a line for each post,
 *   post 0123456789abcdef #Tag #OtherTag | stem stem=3 stem+stem=2
 * with the hash of its text, its hashtags, and its most frequent stems and pairs
 * of neighbouring stems with their counts (1 where none stands). Tags, stems
 * and posts are sorted, so that the same posts give the same bytes in whatever
 * order they came. A post that stands twice counts once.
 */

/* An empty bank. NCP_E_MEMORY. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_bank_new(struct ncp_bank **out, struct ncp_error *err);
NCP_EXPORT void ncp_bank_free(struct ncp_bank *bank);

/* Adds what `text` holds. NCP_E_CONFIG, with the line, if it is no bank. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_bank_read(struct ncp_bank *bank, struct ncp_str text,
                                                 struct ncp_error *err);

/* Appends the bank as text. NCP_E_MEMORY. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_bank_write(const struct ncp_bank *bank, struct ncp_buf *out,
                                                  struct ncp_error *err);

/* Learns one past post: its words, and as hashtags those given (with or without
 * `#`) and those of its metadata. `*learnt` is false if it has none, or no
 * words, and then nothing changes. Errors: NCP_E_MEMORY, NCP_E_INTERNAL. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_bank_learn(struct ncp_bank *bank,
                                                  const struct ncp_article *article,
                                                  const struct ncp_str *tags, size_t tag_count,
                                                  bool *learnt, struct ncp_error *err);

/* Takes `tag` (any case) off all posts, and off the list of banned ones;
 * `*posts` is how many bore it. A post left without tags goes too.
 * NCP_E_USAGE if it is no hashtag. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_bank_forget(struct ncp_bank *bank, struct ncp_str tag,
                                                   size_t *posts, struct ncp_error *err);

/* Never offers `tag` (any case) again, wherever it comes from, unless the
 * caller of ncp_rank() names it. NCP_E_USAGE if it is no hashtag. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_bank_ban(struct ncp_bank *bank, struct ncp_str tag,
                                                struct ncp_error *err);

/* Takes the hashtags out of a finished caption: appends their places in `text`
 * to `*tags` and the text without them to `*rest`. False when memory runs out. */
NCP_EXPORT NCP_CHECK bool ncp_hashtags_apart(struct ncp_str text, struct ncp_spans *tags,
                                             struct ncp_buf *rest);

#ifdef __cplusplus
}
#endif

#endif
