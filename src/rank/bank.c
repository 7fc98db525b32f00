/* SPDX-License-Identifier: MIT */
/* The bank in memory: posts come, tags go. */
#include "bank.h"

#include "base/array.h"
#include "tag_form.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum ncp_code ncp_bank_new(struct ncp_bank **out, struct ncp_error *err)
{
    struct ncp_bank *bank = calloc(1, sizeof *bank);
    if (bank)
        bank->arena = ncp_arena_new();
    if (!bank || !bank->arena) {
        free(bank);
        return ncp_error_memory(err);
    }
    *out = bank;
    return NCP_OK;
}

void ncp_bank_free(struct ncp_bank *bank)
{
    if (!bank)
        return;
    free(bank->posts.items);
    free(bank->terms.slots);
    free(bank->spread.items);
    free(bank->tags.slots);
    free(bank->spellings.items);
    free(bank->topics.slots);
    free(bank->banned.items);
    ncp_arena_free(bank->arena);
    free(bank);
}

/* ---- tags -------------------------------------------------------------------------------------
 */

static uint64_t topic_hash(struct ncp_str tag)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    ncp_lower(tag, &lower);
    uint64_t hash = ncpi_hash(NCPI_HASH_START, ncp_buf_str(&lower));
    ncp_buf_free(&lower);
    return hash;
}

static size_t add_topic(struct ncp_bank *bank, struct ncp_str tag)
{
    size_t topic = ncpi_index_add(&bank->topics, topic_hash(tag));
    if (topic == SIZE_MAX || topic < bank->banned.count)
        return topic;
    if (!NCPI_ROOM(&bank->banned))
        return SIZE_MAX;
    bank->banned.items[bank->banned.count++] = false;
    return topic;
}

size_t ncpi_bank_topic(const struct ncp_bank *bank, struct ncp_str tag)
{
    return ncpi_index_find(&bank->topics, topic_hash(tag));
}

bool ncpi_bank_bans(const struct ncp_bank *bank, struct ncp_str tag)
{
    size_t topic = bank ? ncpi_bank_topic(bank, tag) : SIZE_MAX;
    return topic != SIZE_MAX && bank->banned.items[topic];
}

static bool is_tag(struct ncp_str tag)
{
    struct ncp_buf form = NCP_BUF_INIT;
    ncpi_tag_form(tag, &form);
    bool same =
        !form.failed && ncp_str_starts(tag, NCP_STR("#")) && ncp_str_equal(tag, ncp_buf_str(&form));
    ncp_buf_free(&form);
    return same;
}

static enum ncp_code add_spelling(struct ncp_bank *bank, struct ncp_str tag, size_t *number,
                                  struct ncp_error *err)
{
    struct ncpi_spelling new = {.uses = 0};
    *number = ncpi_index_find(&bank->tags, ncpi_hash(NCPI_HASH_START, tag));
    if (*number != SIZE_MAX)
        return NCP_OK;
    if (!ncp_utf8_valid(tag, NULL) || !is_tag(tag))
        return ncp_error_set(err, NCP_E_CONFIG, "not a hashtag: '%.*s'", (int)tag.len, tag.ptr);
    new.topic = add_topic(bank, tag);
    if (new.topic == SIZE_MAX || !NCPI_ROOM(&bank->spellings) ||
        !ncp_arena_copy(bank->arena, tag, &new.tag))
        return ncp_error_memory(err);
    *number = ncpi_index_add(&bank->tags, ncpi_hash(NCPI_HASH_START, tag));
    if (*number == SIZE_MAX)
        return ncp_error_memory(err);
    bank->spellings.items[bank->spellings.count++] = new;
    return NCP_OK;
}

static bool bears(const struct ncpi_past_post *post, size_t spelling)
{
    for (size_t i = 0; i < post->tag_count; i++)
        if (post->tags[i] == spelling)
            return true;
    return false;
}

static enum ncp_code add_tags(struct ncp_bank *bank, struct ncpi_past_post *post,
                              const struct ncp_str *tags, size_t tag_count, struct ncp_error *err)
{
    size_t *all = ncp_arena_array(bank->arena, post->tag_count + tag_count + 1, sizeof *all);
    if (!all)
        return ncp_error_memory(err);
    if (post->tag_count > 0)
        memcpy(all, post->tags, post->tag_count * sizeof *all);
    post->tags = all;
    for (size_t i = 0; i < tag_count; i++) {
        size_t number;
        enum ncp_code code = add_spelling(bank, tags[i], &number, err);
        if (code != NCP_OK)
            return code;
        if (bears(post, number))
            continue;
        post->tags[post->tag_count++] = number;
        bank->spellings.items[number].uses++;
    }
    return NCP_OK;
}

/* ---- words
 * --------------------------------------------------------------------------------------- */

/* The digits at `*at`, moved over; 0 if they are no count. */
static size_t parse_count(struct ncp_str words, size_t *at)
{
    size_t count = 0;
    for (; *at < words.len && words.ptr[*at] != ' '; ++*at) {
        unsigned digit = (unsigned char)words.ptr[*at] - (unsigned)'0';
        if (digit > 9 || count > 100000000)
            return 0;
        count = count * 10 + digit;
    }
    return count;
}

static enum ncp_code count_term(struct ncp_bank *bank, uint64_t hash, size_t *term,
                                struct ncp_error *err)
{
    *term = ncpi_index_add(&bank->terms, hash);
    if (*term == SIZE_MAX || *term > UINT32_MAX)
        return ncp_error_memory(err);
    if (*term == bank->spread.count) {
        if (!NCPI_ROOM(&bank->spread))
            return ncp_error_memory(err);
        bank->spread.items[bank->spread.count++] = 0;
    }
    bank->spread.items[*term]++;
    return NCP_OK;
}

/* "stem" or "stem=3" at `*at` → an entry; `*at` moves behind it. */
static enum ncp_code add_entry(struct ncp_bank *bank, struct ncp_str words, size_t *at,
                               struct ncpi_entry *entry, struct ncp_error *err)
{
    size_t start = *at, count = 1, term;
    uint64_t hash = NCPI_HASH_START;
    for (; *at < words.len && words.ptr[*at] != ' ' && words.ptr[*at] != '='; ++*at)
        hash = ncpi_hash_byte(hash, words.ptr[*at]);
    bool stem = *at > start;
    if (*at < words.len && words.ptr[*at] == '=') {
        ++*at;
        count = parse_count(words, at);
    }
    if (!stem || count == 0)
        return ncp_error_set(err, NCP_E_CONFIG, "not a stem and its count: '%.*s'",
                             (int)(*at - start), words.ptr + start);
    enum ncp_code code = count_term(bank, hash, &term, err);
    if (code == NCP_OK)
        *entry = (struct ncpi_entry){(uint32_t)term, count > 1 ? 1 + logf((float)count) : 1};
    ++*at;
    return code;
}

static size_t word_count(struct ncp_str words)
{
    size_t count = words.len > 0;
    for (size_t i = 0; i < words.len; i++)
        count += words.ptr[i] == ' ';
    return count;
}

/* The post's words become those given. */
static enum ncp_code set_words(struct ncp_bank *bank, struct ncpi_past_post *post,
                               struct ncp_str words, struct ncp_error *err)
{
    struct ncpi_entry *entries =
        ncp_arena_array(bank->arena, word_count(words) + 1, sizeof *entries);
    struct ncp_str copy;
    if (!entries || !ncp_arena_copy(bank->arena, words, &copy))
        return ncp_error_memory(err);
    size_t count = 0;
    for (size_t at = 0; at < copy.len; count++) {
        enum ncp_code code = add_entry(bank, copy, &at, &entries[count], err);
        if (code != NCP_OK)
            return code;
    }
    for (size_t i = 0; i < post->entry_count; i++)
        bank->spread.items[post->entries[i].term]--;
    post->words = copy;
    post->entries = entries;
    post->entry_count = count;
    return NCP_OK;
}

/* ---- posts
 * ----------------------------------------------------------------------------------------- */

static size_t place_of(const struct ncp_bank *bank, uint64_t id)
{
    size_t low = 0, high = bank->posts.count;
    if (high > 0 && bank->posts.items[high - 1].id < id)
        return high; /* files are sorted */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bank->posts.items[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct ncpi_past_post *insert(struct ncp_bank *bank, uint64_t id, size_t at)
{
    if (!NCPI_ROOM(&bank->posts))
        return NULL;
    struct ncpi_past_post *post = &bank->posts.items[at];
    memmove(post + 1, post, (bank->posts.count - at) * sizeof *post);
    *post = (struct ncpi_past_post){.id = id};
    bank->posts.count++;
    return post;
}

enum ncp_code ncpi_bank_add(struct ncp_bank *bank, uint64_t id, struct ncp_str words,
                            const struct ncp_str *tags, size_t tag_count, struct ncp_error *err)
{
    size_t at = place_of(bank, id);
    bool known = at < bank->posts.count && bank->posts.items[at].id == id;
    struct ncpi_past_post *post = known ? &bank->posts.items[at] : insert(bank, id, at);
    if (!post)
        return ncp_error_memory(err);
    /* Two readings of one text (another title, another language): the same one
     * wins in whatever order they come. */
    enum ncp_code code = NCP_OK;
    if (!known || ncp_str_compare(words, post->words) < 0)
        code = set_words(bank, post, words, err);
    return code == NCP_OK ? add_tags(bank, post, tags, tag_count, err) : code;
}

static void remove_post(struct ncp_bank *bank, size_t at)
{
    struct ncpi_past_post *post = &bank->posts.items[at];
    for (size_t i = 0; i < post->entry_count; i++)
        bank->spread.items[post->entries[i].term]--;
    memmove(post, post + 1, (--bank->posts.count - at) * sizeof *post);
}

static void forget_in(struct ncp_bank *bank, struct ncpi_past_post *post, size_t topic)
{
    size_t kept = 0;
    for (size_t i = 0; i < post->tag_count; i++) {
        struct ncpi_spelling *s = &bank->spellings.items[post->tags[i]];
        if (s->topic == topic)
            s->uses--;
        else
            post->tags[kept++] = post->tags[i];
    }
    post->tag_count = kept;
}

static enum ncp_code as_tag(struct ncp_str tag, struct ncp_buf *out, struct ncp_error *err)
{
    ncpi_tag_form(tag, out);
    if (out->failed)
        return ncp_error_memory(err);
    return out->len > 1
               ? NCP_OK
               : ncp_error_set(err, NCP_E_USAGE, "'%.*s' is not a hashtag", (int)tag.len, tag.ptr);
}

enum ncp_code ncp_bank_forget(struct ncp_bank *bank, struct ncp_str tag, size_t *posts,
                              struct ncp_error *err)
{
    struct ncp_buf form = NCP_BUF_INIT;
    enum ncp_code code = as_tag(tag, &form, err);
    size_t topic = code == NCP_OK ? ncpi_bank_topic(bank, ncp_buf_str(&form)) : SIZE_MAX;
    ncp_buf_free(&form);
    if (code != NCP_OK)
        return code;
    *posts = 0;
    for (size_t i = bank->posts.count; topic != SIZE_MAX && i-- > 0;) {
        size_t before = bank->posts.items[i].tag_count;
        forget_in(bank, &bank->posts.items[i], topic);
        *posts += bank->posts.items[i].tag_count < before;
        if (bank->posts.items[i].tag_count == 0)
            remove_post(bank, i);
    }
    if (topic != SIZE_MAX)
        bank->banned.items[topic] = false;
    return NCP_OK;
}

enum ncp_code ncp_bank_ban(struct ncp_bank *bank, struct ncp_str tag, struct ncp_error *err)
{
    struct ncp_buf form = NCP_BUF_INIT;
    size_t number;
    enum ncp_code code = as_tag(tag, &form, err);
    if (code == NCP_OK)
        code = add_spelling(bank, ncp_buf_str(&form), &number, err);
    if (code == NCP_OK)
        bank->banned.items[bank->spellings.items[number].topic] = true;
    ncp_buf_free(&form);
    return code;
}
