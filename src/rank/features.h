/* SPDX-License-Identifier: MIT */
#ifndef NCPI_FEATURES_H
#define NCPI_FEATURES_H

/*
 * What a sentence is, in figures: where it stands, how long it is, what it
 * shares with title, headings and the other sentences, how it is worded. A
 * learnt linear model (sentence_model.c) turns each line of figures into a score.
 */

#include "ranking.h"

/* One row a feature: name, what it measures. "cos" is the cosine of two texts'
 * terms weighted by rareness. */
#define NCPI_FEATURES(X)                                                              \
    X(index, "sentences before it")                                                   \
    X(log_index, "log(1 + index)")                                                    \
    X(is_first, "the first sentence")                                                 \
    X(is_early, "one of the first three")                                             \
    X(first_blocks, "in one of the first three paragraphs")                           \
    X(inverse, "1 / (1 + index)")                                                     \
    X(relative, "index / sentences")                                                  \
    X(at, "place in its paragraph")                                                   \
    X(block, "paragraphs before it")                                                  \
    X(block_size, "sentences in its paragraph")                                       \
    X(section, "headings before it")                                                  \
    X(in_section, "place in its section")                                             \
    X(sentences, "sentences in all")                                                  \
    X(from_end, "sentences after it")                                                 \
    X(closes_block, "last of its paragraph")                                          \
    X(item, "list item")                                                              \
    X(quote_block, "in a block quotation")                                            \
    X(sections, "headings in all")                                                    \
    X(characters, "length in bytes")                                                  \
    X(characters_to_200, "length in bytes, up to 200")                                \
    X(characters_past_250, "bytes past 250")                                          \
    X(is_short, "under 60 bytes")                                                     \
    X(words, "length in words")                                                       \
    X(content, "different content words")                                             \
    X(density, "content words a word")                                                \
    X(word_length, "bytes a word")                                                    \
    X(title_cover, "share of the title's content words it holds")                     \
    X(title_share, "share of its content words that the title holds")                 \
    X(title_count, "content words it shares with the title")                          \
    X(title_cos, "cos to the title")                                                  \
    X(text_cos, "cos to the whole text")                                              \
    X(lexrank, "LexRank (Erkan and Radev 2004), threshold 0.1, damping 0.85")         \
    X(degree, "mean cos to the other sentences")                                      \
    X(nearest, "greatest cos to another sentence")                                    \
    X(mean_frequency, "mean share of its content words in the text")                  \
    X(sum_frequency, "their sum")                                                     \
    X(top_words, "how many of the text's ten weightiest words it holds")              \
    X(top_share, "their share of its content words")                                  \
    X(heading_cover, "share of its heading's content words it holds; -1 without one") \
    X(headings_share, "share of its content words that any heading holds")            \
    X(last_cos, "cos to the last paragraph")                                          \
    X(lead_cos, "cos to the first five sentences")                                    \
    X(before_cos, "cos to all before it")                                             \
    X(after_cos, "cos to all after it")                                               \
    X(previous_cos, "cos to the sentence before")                                     \
    X(next_cos, "cos to the sentence after")                                          \
    X(cue_self, "speaks of the text itself")                                          \
    X(cue_announce, "announces")                                                      \
    X(cue_now, "now")                                                                 \
    X(cue_past, "then")                                                               \
    X(cue_boiler, "page furniture, thanks, biography")                                \
    X(cue_learn, "promises to teach")                                                 \
    X(cue_purpose, "says what for")                                                   \
    X(cue_claim, "claims, contrasts, urges")                                          \
    X(cue_close, "concludes")                                                         \
    X(cue_example, "gives an example, adds")                                          \
    X(cue_talk, "tells of telling")                                                   \
    X(question, "ends in a question mark")                                            \
    X(exclaims, "has an exclamation mark")                                            \
    X(colon_end, "ends in a colon")                                                   \
    X(no_end, "has no closing mark")                                                  \
    X(commas, "commas")                                                               \
    X(dashes, "dashes")                                                               \
    X(brackets, "opening brackets")                                                   \
    X(quotes, "quotation marks")                                                      \
    X(colon, "has a colon")                                                           \
    X(digits, "has a digit")                                                          \
    X(address, "has an address")                                                      \
    X(first_person, "we, our, I, my")                                                 \
    X(second_person, "you, your")                                                     \
    X(third_person, "he, she, they, it")                                              \
    X(says_i, "has I, me or my")                                                      \
    X(opens_pointing, "opens with this, these, that, such")                           \
    X(opens_pronoun, "opens with he, she, they, it")                                  \
    X(opens_joining, "opens with a connective")                                       \
    X(opens_we, "opens with we, our, I, my")                                          \
    X(opens_article, "opens with the, a, an")                                         \
    X(opens_ing, "opens with a word in -ing")                                         \
    X(opens_preposition, "opens with a preposition")                                  \
    X(capitals, "words with a capital, the first left out")                           \
    X(acronyms, "words in capitals")                                                  \
    X(capital_share, "capitals a word")                                               \
    X(opens_name, "opens with a name")                                                \
    X(strong, "has emphasis")                                                         \
    X(linked, "has a link")                                                           \
    X(code, "has inline code")                                                        \
    X(function_share, "function words a word")                                        \
    X(effective, "sentences before it that could be told")                            \
    X(effective_first, "at most one such")                                            \
    X(rank_title_cover, "share of sentences with a greater title_cover")              \
    X(rank_title_cos, "… title_cos")                                                  \
    X(rank_text_cos, "… text_cos")                                                    \
    X(rank_lexrank, "… lexrank")                                                      \
    X(rank_sum_frequency, "… sum_frequency")                                          \
    X(rank_lead_cos, "… lead_cos")                                                    \
    X(rank_top_words, "… top_words")                                                  \
    X(title_news, "title_cover above that of all before it")                          \
    X(previous_title_cover, "title_cover of the sentence before; -1 without one")     \
    X(previous_text_cos, "… text_cos")                                                \
    X(previous_announce, "… cue_announce")                                            \
    X(previous_question, "… question")                                                \
    X(previous_boiler, "… cue_boiler")                                                \
    X(previous_characters, "… characters")                                            \
    X(next_title_cover, "title_cover of the sentence after; -1 without one")          \
    X(next_text_cos, "… text_cos")                                                    \
    X(next_announce, "… cue_announce")                                                \
    X(next_question, "… question")                                                    \
    X(next_pointing, "… opens_pointing")                                              \
    X(next_pronoun, "… opens_pronoun")                                                \
    X(next_joining, "… opens_joining")                                                \
    X(next_characters, "… characters")

enum ncpi_feature {
#define NCPI_FEATURE_NAME(name, what) NCPI_F_##name,
    NCPI_FEATURES(NCPI_FEATURE_NAME)
#undef NCPI_FEATURE_NAME
        NCPI_FEATURE_COUNT
};

/* Fills r->features: a line of NCPI_FEATURE_COUNT for each ranked sentence. */
NCP_CHECK enum ncp_code ncpi_sentence_features(struct ncp_ranking *r, struct ncp_error *err);

/* ---- between the files that fill them -------------------------------------------- */

/* Place, length, marks and wording of one sentence. */
void ncpi_shape_features(const struct ncp_ranking *r, size_t index, double *f);

/* What sentences share with each other, the title and the headings. */
NCP_CHECK bool ncpi_content_features(struct ncp_ranking *r);

#endif
