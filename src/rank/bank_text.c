/* SPDX-License-Identifier: MIT */
/* The bank as text: one line a ban, one line a post, sorted, so that it diffs. */
#include "bank.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define HEADER    "ncpost hashtag bank 1"
#define ID_DIGITS ((size_t)16)
#define TAGS_MAX  ((size_t)64) /* a post; Instagram's oldest limit was 30 */

/* ---- reading -----------------------------------------------------------------------------------
 */

/* What stands before the next `mark`; `*rest` moves behind it. */
static struct ncp_str take(struct ncp_str *rest, char mark)
{
    const char *at = rest->len > 0 ? memchr(rest->ptr, mark, rest->len) : NULL;
    size_t len = at ? (size_t)(at - rest->ptr) : rest->len;
    struct ncp_str taken = ncp_str_sub(*rest, 0, len);
    *rest = ncp_str_sub(*rest, len + 1, rest->len);
    return taken;
}

static bool parse_id(struct ncp_str digits, uint64_t *id)
{
    static const char hex[] = "0123456789abcdef";
    *id = 0;
    for (size_t i = 0; i < digits.len; i++) {
        const char *at = digits.ptr[i] ? strchr(hex, digits.ptr[i]) : NULL;
        if (!at)
            return false;
        *id = *id << 4 | (uint64_t)(at - hex);
    }
    return digits.len == ID_DIGITS;
}

/* "post ID #Tag #Tag | stem stem=2" */
static enum ncp_code read_post(struct ncp_bank *bank, struct ncp_str rest, struct ncp_error *err)
{
    struct ncp_str tags[TAGS_MAX], id_text = take(&rest, ' ');
    size_t count = 0;
    uint64_t id;
    if (!parse_id(id_text, &id))
        return ncp_error_set(err, NCP_E_CONFIG, "not a post's number: '%.*s'", (int)id_text.len,
                             id_text.ptr);
    while (rest.len > 0 && rest.ptr[0] != '|') {
        if (count == TAGS_MAX)
            return ncp_error_set(err, NCP_E_CONFIG, "more than %zu hashtags", TAGS_MAX);
        tags[count++] = take(&rest, ' ');
    }
    if (count == 0)
        return ncp_error_set(err, NCP_E_CONFIG, "a post without hashtags");
    if (rest.len == 0)
        return ncp_error_set(err, NCP_E_CONFIG, "a post without ' | ' before its words");
    return ncpi_bank_add(bank, id, ncp_str_sub(rest, 2, rest.len), tags, count, err);
}

static enum ncp_code read_ban(struct ncp_bank *bank, struct ncp_str rest, struct ncp_error *err)
{
    if (!ncp_str_starts(rest, NCP_STR("#")))
        return ncp_error_set(err, NCP_E_CONFIG, "not a hashtag: '%.*s'", (int)rest.len, rest.ptr);
    enum ncp_code code = ncp_bank_ban(bank, rest, err);
    return code == NCP_E_USAGE
               ? ncp_error_set(err, NCP_E_CONFIG, "not a hashtag: '%.*s'", (int)rest.len, rest.ptr)
               : code;
}

static enum ncp_code read_line(struct ncp_bank *bank, struct ncp_str line, struct ncp_error *err)
{
    struct ncp_str kind = take(&line, ' ');
    if (ncp_str_equal(kind, NCP_STR("post")))
        return read_post(bank, line, err);
    if (ncp_str_equal(kind, NCP_STR("ban")))
        return read_ban(bank, line, err);
    return ncp_error_set(err, NCP_E_CONFIG, "neither 'post' nor 'ban' begins the line");
}

enum ncp_code ncp_bank_read(struct ncp_bank *bank, struct ncp_str text, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    size_t number = 1;
    if (!ncp_str_equal(take(&text, '\n'), NCP_STR(HEADER)))
        code = ncp_error_set(err, NCP_E_CONFIG,
                             "not a bank of hashtags: it does not begin with "
                             "'" HEADER "'");
    while (code == NCP_OK && text.len > 0) {
        number++;
        struct ncp_str line = take(&text, '\n');
        code = read_line(bank, line, err);
    }
    if (code == NCP_E_CONFIG)
        ncp_error_at(err, number, 0);
    return code;
}

/* ---- writing -----------------------------------------------------------------------------------
 */

static int by_text(const void *left, const void *right)
{
    return ncp_str_compare(*(const struct ncp_str *)left, *(const struct ncp_str *)right);
}

/* One spelling stands for each banned topic: the first in order. */
static size_t banned_tags(const struct ncp_bank *bank, struct ncp_str *out)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < bank->spellings.count; i++)
        if (bank->banned.items[bank->spellings.items[i].topic])
            out[count++] = bank->spellings.items[i].tag;
    qsort(out, count, sizeof *out, by_text);
    for (size_t i = 0; i < count; i++) {
        bool again = false;
        for (size_t j = 0; j < kept && !again; j++)
            again = ncpi_bank_topic(bank, out[j]) == ncpi_bank_topic(bank, out[i]);
        if (!again)
            out[kept++] = out[i];
    }
    return kept;
}

static void write_post(const struct ncp_bank *bank, const struct ncpi_past_post *post,
                       struct ncp_str *tags, struct ncp_buf *out)
{
    ncp_buf_add_format(out, "post %016" PRIx64, post->id);
    for (size_t i = 0; i < post->tag_count; i++)
        tags[i] = bank->spellings.items[post->tags[i]].tag;
    qsort(tags, post->tag_count, sizeof *tags, by_text);
    for (size_t i = 0; i < post->tag_count; i++) {
        ncp_buf_add_char(out, ' ');
        ncp_buf_add(out, tags[i]);
    }
    ncp_buf_add_cstr(out, " | ");
    ncp_buf_add(out, post->words);
    ncp_buf_add_char(out, '\n');
}

enum ncp_code ncp_bank_write(const struct ncp_bank *bank, struct ncp_buf *out,
                             struct ncp_error *err)
{
    struct ncp_str *tags = calloc(bank->spellings.count + 1, sizeof *tags);
    if (!tags)
        return ncp_error_memory(err);
    ncp_buf_add_cstr(out, HEADER "\n");
    size_t banned = banned_tags(bank, tags);
    for (size_t i = 0; i < banned; i++) {
        ncp_buf_add_cstr(out, "ban ");
        ncp_buf_add(out, tags[i]);
        ncp_buf_add_char(out, '\n');
    }
    for (size_t i = 0; i < bank->posts.count; i++)
        write_post(bank, &bank->posts.items[i], tags, out);
    free(tags);
    return out->failed ? ncp_error_memory(err) : NCP_OK;
}
