/* SPDX-License-Identifier: MIT */
/* Words → terms, by a hash table of stems. */
#include "terms.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

void ncpi_terms_init(struct ncpi_terms *terms, struct ncp_arena *arena,
                     struct ncp_language *language)
{
    *terms = (struct ncpi_terms){.arena = arena, .language = language};
}

void ncpi_terms_free(struct ncpi_terms *terms)
{
    free(terms->items);
    free(terms->slots);
    ncp_buf_free(&terms->scratch);
}

/* ---- the table ---------------------------------------------------------------------------- */

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static size_t hash(struct ncp_str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
}

/* The slot of `stem`: where it is, or the free one where it belongs. */
static size_t slot_of(const struct ncpi_terms *terms, struct ncp_str stem)
{
    size_t mask = terms->slot_count - 1, at = hash(stem) & mask;
    while (terms->slots[at] && !ncp_str_equal(terms->items[terms->slots[at] - 1].stem, stem))
        at = (at + 1) & mask;
    return at;
}

static bool grow_table(struct ncpi_terms *terms)
{
    size_t want = terms->slot_count ? terms->slot_count * 2 : 1024;
    if ((terms->count + 1) * 2 <= terms->slot_count)
        return true;
    size_t *slots = want > terms->slot_count ? calloc(want, sizeof *slots) : NULL;
    if (!slots)
        return false;
    free(terms->slots);
    terms->slots = slots;
    terms->slot_count = want;
    for (size_t i = 0; i < terms->count; i++)
        terms->slots[slot_of(terms, terms->items[i].stem)] = i + 1;
    return true;
}

static bool is_number(struct ncp_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("0123456789.,", word.ptr[i]))
            return false;
    return true;
}

size_t ncpi_term(struct ncpi_terms *terms, struct ncp_str word)
{
    struct ncpi_term term = {.function =
                                 is_number(word) || ncp_is_function_word(terms->language, word)};
    ncp_buf_clear(&terms->scratch);
    ncp_stem(terms->language, word, &terms->scratch);
    if (terms->scratch.failed || !grow_table(terms))
        return SIZE_MAX;
    size_t slot = slot_of(terms, ncp_buf_str(&terms->scratch));
    if (terms->slots[slot])
        return terms->slots[slot] - 1;
    if (!NCPI_ROOM(terms) ||
        !ncp_arena_copy(terms->arena, ncp_buf_str(&terms->scratch), &term.stem))
        return SIZE_MAX;
    terms->items[terms->count] = term;
    terms->slots[slot] = ++terms->count;
    return terms->count - 1;
}

/* ---- texts ---------------------------------------------------------------------------------- */

static void count_term(struct ncpi_term *term, size_t sentence)
{
    if (sentence == SIZE_MAX)
        return;
    term->count++;
    if (term->seen_in != sentence + 1)
        term->sentences++;
    term->seen_in = sentence + 1;
}

static bool fill_tokens(struct ncpi_terms *terms, struct ncp_str text, size_t sentence,
                        const struct ncp_spans *words, struct ncpi_token *tokens)
{
    for (size_t i = 0; i < words->count; i++) {
        struct ncp_span at = words->items[i];
        size_t term = ncpi_term(terms, ncp_str_sub(text, at.start, at.end));
        if (term == SIZE_MAX)
            return false;
        tokens[i] = (struct ncpi_token){term, at};
        count_term(&terms->items[term], sentence);
    }
    return true;
}

enum ncp_code ncpi_tokenize(struct ncpi_terms *terms, struct ncp_str text, size_t sentence,
                            struct ncpi_tokens *out, struct ncp_error *err)
{
    struct ncp_spans words = {NULL, 0, 0};
    enum ncp_code code = ncp_words(terms->language, text, &words, err);
    struct ncpi_token *tokens = NULL;
    if (code == NCP_OK) {
        tokens = ncp_arena_array(terms->arena, words.count + 1, sizeof *tokens);
        if (!tokens || !fill_tokens(terms, text, sentence, &words, tokens))
            code = ncp_error_memory(err);
    }
    *out = (struct ncpi_tokens){text, tokens, words.count};
    ncp_spans_free(&words);
    return code;
}

bool ncpi_tokens_have(const struct ncpi_tokens *tokens, size_t term)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->items[i].term == term)
            return true;
    return false;
}
