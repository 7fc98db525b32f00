/* SPDX-License-Identifier: MIT */
/* One past post → a line of the bank. */
#include "bank.h"

#include "base/array.h"
#include "tag_form.h"

#include <stdlib.h>

#define LEARNT_TAGS ((size_t)64)

struct tag_list {
    struct ncp_arena *arena;
    struct ncp_str items[LEARNT_TAGS];
    size_t count;
};

/* What gives no hashtag, or comes after too many, is left out. */
static bool add_tag(struct tag_list *tags, struct ncp_str phrase)
{
    struct ncp_buf form = NCP_BUF_INIT;
    if (tags->count == LEARNT_TAGS)
        return true;
    ncpi_tag_form(phrase, &form);
    bool done = !form.failed;
    if (done && form.len > 1)
        done = ncp_arena_copy(tags->arena, ncp_buf_str(&form), &tags->items[tags->count++]);
    ncp_buf_free(&form);
    return done;
}

static bool add_metadata(struct tag_list *tags, const struct ncp_article *article, const char *key)
{
    json_t *tag;
    size_t i;
    json_array_foreach(json_object_get(article->meta, key), i, tag)
    {
        if (!add_tag(tags, (struct ncp_str){json_string_value(tag), json_string_length(tag)}))
            return false;
    }
    return true;
}

static bool collect(struct tag_list *tags, const struct ncp_article *article,
                    const struct ncp_str *given, size_t given_count)
{
    for (size_t i = 0; i < given_count; i++)
        if (!add_tag(tags, given[i]))
            return false;
    return add_metadata(tags, article, "hashtags") && add_metadata(tags, article, "tags");
}

enum ncp_code ncp_bank_learn(struct ncp_bank *bank, const struct ncp_article *article,
                             const struct ncp_str *tags, size_t tag_count, bool *learnt,
                             struct ncp_error *err)
{
    struct ncp_ranking *r = NULL;
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncpi_post_words words;
    enum ncp_code code = ncpi_ranking_new(article, &r, err);
    if (code != NCP_OK)
        return code;
    struct tag_list list = {.arena = r->arena};
    if (!collect(&list, article, tags, tag_count) || !ncpi_post_words(r, &words) ||
        !ncpi_write_words(r, &words, &text))
        code = ncp_error_memory(err);
    *learnt = code == NCP_OK && list.count > 0 && text.len > 0;
    if (*learnt)
        code = ncpi_bank_add(bank, ncpi_post_id(article), ncp_buf_str(&text), list.items,
                             list.count, err);
    ncp_buf_free(&text);
    ncp_ranking_free(r);
    return code;
}

/* ---- captions
 * ------------------------------------------------------------------------------------- */

static bool is_tag_letter(int32_t cp)
{
    return ncp_is_letter(cp) || ncp_is_digit(cp) || cp == '_';
}

/* The end of the hashtag that starts at `at`, or `at` if none does. */
static size_t hashtag_end(struct ncp_str text, size_t at)
{
    bool letter = false;
    size_t end = at + 1;
    while (end < text.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, end, &cp);
        if (!is_tag_letter(cp))
            break;
        letter |= ncp_is_letter(cp);
        end += len;
    }
    return letter ? end : at;
}

static bool starts_word(struct ncp_str text, size_t at)
{
    int32_t cp = ' ';
    if (at > 0)
        ncp_utf8_prev(text, at, &cp);
    return !is_tag_letter(cp) && cp != '&' && cp != '/' && cp != '#';
}

bool ncp_hashtags_apart(struct ncp_str text, struct ncp_spans *tags, struct ncp_buf *rest)
{
    size_t kept = 0;
    for (size_t at = ncp_str_find(text, NCP_STR("#"), 0); at != SIZE_MAX;) {
        size_t end = starts_word(text, at) ? hashtag_end(text, at) : at;
        if (end > at) {
            if (!NCPI_ROOM(tags))
                return false;
            tags->items[tags->count++] = (struct ncp_span){at, end};
            ncp_buf_add(rest, ncp_str_sub(text, kept, at));
            kept = end;
        }
        at = ncp_str_find(text, NCP_STR("#"), end > at ? end : at + 1);
    }
    ncp_buf_add(rest, ncp_str_sub(text, kept, text.len));
    return !rest->failed;
}
