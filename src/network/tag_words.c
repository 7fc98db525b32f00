/* SPDX-License-Identifier: MIT */
/* Hashtags as words: which reach nobody, and where their capitals belong. */
#include "lint.h"

#include <stdlib.h>
#include <string.h>

struct listed {
    const char *word;
    const char *list; /* "generic", "suppressed" or "words" */
};

/* Made from hashtags.json; sorted. */
static const struct listed listed[] = {
#include "hashtags.inc"
};

#define TAG_MAX 64 /* bytes of a tag that is looked at */

static int compare(const void *key, const void *entry)
{
    const struct ncp_str *word = key;
    return ncp_str_compare(*word, ncp_str_from(((const struct listed *)entry)->word));
}

static bool is_in_list(struct ncp_str word, const char *list)
{
    const struct listed *found =
        bsearch(&word, listed, sizeof listed / sizeof *listed, sizeof *listed, compare);
    const struct listed *end = listed + sizeof listed / sizeof *listed;
    while (found && found > listed && compare(&word, found - 1) == 0)
        found--;
    for (; found && found < end && compare(&word, found) == 0; found++)
        if (strcmp(found->list, list) == 0)
            return true;
    return false;
}

const char *ncp_hashtag_trouble(struct ncp_str tag)
{
    static const char *const lists[] = {"generic", "suppressed"};
    char lower[TAG_MAX];
    if (ncp_str_starts(tag, NCP_STR("#")))
        tag = ncp_str_sub(tag, 1, tag.len);
    if (tag.len > TAG_MAX)
        return NULL;
    for (size_t i = 0; i < tag.len; i++)
        lower[i] = tag.ptr[i] >= 'A' && tag.ptr[i] <= 'Z' ? (char)(tag.ptr[i] | 0x20) : tag.ptr[i];
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (is_in_list((struct ncp_str){lower, tag.len}, lists[i]))
            return lists[i];
    return NULL;
}

/* ---- words in a tag ---------------------------------------------------- */

static bool is_ascii_letter(int c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* `word` stands in `text` as a word of its own, and not as a hashtag. */
static bool is_used(struct ncp_str word, struct ncp_str text)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        char before = at > 0 ? text.ptr[at - 1] : ' ';
        char after = at + word.len < text.len ? text.ptr[at + word.len] : ' ';
        if (!is_ascii_letter((unsigned char)before) && before != '#' &&
            !is_ascii_letter((unsigned char)after) &&
            ncp_str_equal_nocase(ncp_str_sub(text, at, at + word.len), word))
            return true;
    }
    return false;
}

#define LOOK_MAX ((size_t)5000) /* bytes of the text searched for words */

static bool is_word(struct ncp_str word, struct ncp_str text)
{
    return word.len >= 3 &&
           (is_in_list(word, "words") || is_used(word, ncp_str_sub(text, 0, LOOK_MAX)));
}

/* Small words that stand inside, never at an end. */
static bool is_link(struct ncp_str word)
{
    static const char *const small[] = {"of", "in", "on", "to", "at", "my", "is", "we", "us", "a"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (ncp_str_equal(word, ncp_str_from(small[i])))
            return true;
    return false;
}

/* fewest[i]: the fewest words that body[0, i) can be cut into; from[i]: where
 * the last of them starts. */
struct cuts {
    size_t fewest[TAG_MAX + 1], from[TAG_MAX + 1];
};

static void cut(struct ncp_str body, struct ncp_str text, struct cuts *cuts)
{
    cuts->fewest[0] = 0;
    for (size_t end = 1; end <= body.len; end++) {
        cuts->fewest[end] = SIZE_MAX;
        for (size_t start = 0; start < end; start++) {
            struct ncp_str word = ncp_str_sub(body, start, end);
            bool inside = start > 0 && end < body.len;
            if (cuts->fewest[start] == SIZE_MAX || cuts->fewest[start] + 1 >= cuts->fewest[end] ||
                !(is_word(word, text) || (inside && is_link(word))))
                continue;
            cuts->fewest[end] = cuts->fewest[start] + 1;
            cuts->from[end] = start;
        }
    }
}

static void add_capitalised(struct ncp_str body, const struct cuts *cuts, size_t end,
                            struct ncp_buf *out)
{
    size_t starts[TAG_MAX] = {0}, count = 0;
    for (size_t at = end; at > 0; at = cuts->from[at])
        starts[count++] = cuts->from[at];
    while (count-- > 0) {
        size_t start = starts[count], to = count > 0 ? starts[count - 1] : end;
        ncp_buf_add_char(out, (char)(body.ptr[start] & ~0x20));
        ncp_buf_add(out, ncp_str_sub(body, start + 1, to));
    }
}

size_t ncpi_split_tag(struct ncp_str body, struct ncp_str text, struct ncp_buf *out)
{
    struct cuts cuts;
    if (body.len < 6 || body.len > TAG_MAX || is_word(body, text))
        return 0;
    for (size_t i = 0; i < body.len; i++)
        if (body.ptr[i] < 'a' || body.ptr[i] > 'z')
            return 0;
    cut(body, text, &cuts);
    if (cuts.fewest[body.len] == SIZE_MAX || cuts.fewest[body.len] < 2)
        return 0;
    add_capitalised(body, &cuts, body.len, out);
    return cuts.fewest[body.len];
}
