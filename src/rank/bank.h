/* SPDX-License-Identifier: MIT */
#ifndef NCPI_BANK_H
#define NCPI_BANK_H

/* Past posts: which stems each holds and which hashtags it bore. */

#include "ranking.h"

/* ---- texts by number: bank_index.c ------------------------------------------------------- */

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): go on from
 * NCPI_HASH_START, or from the hash of what stands before. */
#define NCPI_HASH_START UINT64_C(14695981039346656037)
uint64_t ncpi_hash(uint64_t from, struct ncp_str text);

static inline uint64_t ncpi_hash_byte(uint64_t from, char byte)
{
    return (from ^ (unsigned char)byte) * UINT64_C(1099511628211);
}

struct ncpi_index_slot {
    uint64_t hash;
    size_t number; /* plus one; 0: free */
};

/* Numbers texts from 0 by their hash alone: two texts that share all 64 bits
 * would share a number, which costs a little accuracy and nothing else. */
struct ncpi_index {
    struct ncpi_index_slot *slots;
    size_t slot_count, count;
};

/* The number of `hash`, or SIZE_MAX. */
size_t ncpi_index_find(const struct ncpi_index *index, uint64_t hash);

/* The same; a new one gets the next number. SIZE_MAX when memory runs out. */
size_t ncpi_index_add(struct ncpi_index *index, uint64_t hash);

/* ---- the bank: bank.c ---------------------------------------------------------------------- */

/* What a post holds of one stem, or of one pair of stems. */
struct ncpi_entry {
    uint32_t term; /* in `terms` of the bank */
    float weight;  /* 1 + ln(count) */
};

struct ncpi_past_post {
    uint64_t id;          /* hash of its words: the same post again is one post */
    struct ncp_str words; /* as written to the file */
    struct ncpi_entry *entries;
    size_t entry_count;
    size_t *tags; /* spellings, as numbers */
    size_t tag_count;
};

/* A hashtag as somebody typed it. */
struct ncpi_spelling {
    struct ncp_str tag;
    size_t topic; /* shared by all that differ in case only */
    size_t uses;  /* posts that bear it */
};

struct ncp_bank {
    struct ncp_arena *arena;
    struct { /* by id */
        struct ncpi_past_post *items;
        size_t count, cap;
    } posts;
    struct ncpi_index terms;
    struct { /* posts that hold each term */
        size_t *items;
        size_t count, cap;
    } spread;
    struct ncpi_index tags;
    struct {
        struct ncpi_spelling *items;
        size_t count, cap;
    } spellings;
    struct ncpi_index topics;
    struct { /* topics never to be offered */
        bool *items;
        size_t count, cap;
    } banned;
};

/* The post of these words, made or found, bears these tags from now on.
 * NCP_E_CONFIG if `words` is not what ncpi_post_words() writes, or a tag not in
 * a hashtag's form. */
NCP_CHECK enum ncp_code ncpi_bank_add(struct ncp_bank *bank, uint64_t id, struct ncp_str words,
                                      const struct ncp_str *tags, size_t tag_count,
                                      struct ncp_error *err);

/* The topic of `tag` (with its `#`, any case), or SIZE_MAX if the bank has none. */
size_t ncpi_bank_topic(const struct ncp_bank *bank, struct ncp_str tag);

/* True if `tag` must not be offered. `bank` may be NULL. */
bool ncpi_bank_bans(const struct ncp_bank *bank, struct ncp_str tag);

/* ---- the words of a post: bank_words.c ------------------------------------------------------- */

/* What the article says of one of its terms. */
struct ncpi_word_use {
    size_t count; /* in title, headings and text, title and headings counting more */
    bool title, heading, lead;
};

#define NCPI_APART SIZE_MAX /* between two texts of the sequence */

struct ncpi_post_entry {
    size_t first, second; /* terms; the second is NCPI_APART for a single stem */
    size_t count;
};

struct ncpi_post_words {
    size_t *sequence; /* all terms in reading order */
    size_t length;
    struct ncpi_word_use *uses; /* by term */
    size_t use_count;
    struct ncpi_post_entry *entries; /* stems and pairs of neighbours */
    size_t entry_count;
};

/* In the ranking's arena. False when memory runs out. */
NCP_CHECK bool ncpi_post_words(struct ncp_ranking *r, struct ncpi_post_words *out);

/* The hash of an entry's text. */
uint64_t ncpi_entry_hash(const struct ncp_ranking *r, const struct ncpi_post_entry *entry);

/* Appends the entries that a bank keeps: "stem", "stem=3", "stem+stem", sorted. */
NCP_CHECK bool ncpi_write_words(const struct ncp_ranking *r, struct ncpi_post_words *words,
                                struct ncp_buf *out);

/* The hash of an article's text, without its title and its markup. */
uint64_t ncpi_post_id(const struct ncp_article *article);

#endif
