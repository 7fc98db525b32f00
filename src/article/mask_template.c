/* SPDX-License-Identifier: MIT */
/* Template languages inside a line: Hugo's shortcodes, Liquid, Kramdown's
 * attributes, footnote marks, emoji names. */
#include "mask.h"

#include <string.h>

/* Longest opening first. */
static const struct {
    const char *open, *close;
} templates[] = {
    {"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"},
    {"{#", "}"},    {"{:", "}"},    {"{.", "}"},
};

/* Shortcodes and tags whose content is no prose, and what closes them. */
static const char *const code_tags[] = {
    "highlight", "codeblock", "code", "comment", "mermaid", "math",    "katex",
    "gist",      "chart",     "raw",  "style",   "script",  "rawhtml",
};

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* The name a template tag begins with, after its opening mark. */
static struct ncp_str tag_name(const struct ncpi_masker *m, size_t at, size_t end)
{
    while (at < end && (m->at[at] == ' ' || m->at[at] == '-'))
        at++;
    size_t start = at;
    if (at < end && m->at[at] == '/')
        at++;
    while (at < end && is_word(m->at[at]))
        at++;
    return (struct ncp_str){m->at + start, at - start};
}

static bool is_code_tag(struct ncp_str name)
{
    for (size_t i = 0; i < sizeof code_tags / sizeof *code_tags; i++)
        if (ncp_str_equal(name, ncp_str_from(code_tags[i])))
            return true;
    return false;
}

/* The end of the tag that closes `name`: {% endNAME %}, {{< /NAME >}}. */
static size_t closing_of(const struct ncpi_masker *m, size_t from, struct ncp_str name,
                         struct ncp_str close)
{
    struct ncp_str text = {m->at, m->len};
    size_t at = from;
    while ((at = ncp_str_find(text, name, at)) != SIZE_MAX) {
        struct ncp_str before = ncp_str_trim(ncp_str_sub(text, at > 8 ? at - 8 : 0, at));
        at += name.len;
        if (!ncp_str_ends(before, NCP_STR("end")) && !ncp_str_ends(before, NCP_STR("/")))
            continue;
        size_t end = ncp_str_find(text, close, at);
        return end == SIZE_MAX ? SIZE_MAX : end + close.len;
    }
    return SIZE_MAX;
}

/* True if words stand before `at` on its line and no sentence has just ended:
 * what is printed at `at` is then part of a sentence. */
static bool inside_sentence(const struct ncpi_masker *m, size_t at)
{
    while (at > 0 && (m->at[at - 1] == ' ' || m->at[at - 1] == NCPI_MASKED))
        at--;
    return at > 0 && !strchr("\n.!?:>*-", m->at[at - 1]);
}

static size_t mask_braces(struct ncpi_masker *m, size_t at)
{
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
        struct ncp_str open = ncp_str_from(templates[i].open);
        struct ncp_str close = ncp_str_from(templates[i].close);
        if (!ncp_str_starts((struct ncp_str){m->at + at, m->len - at}, open))
            continue;
        size_t end = ncpi_mask_find(m, at + open.len, close, i);
        if (end == SIZE_MAX)
            return at;
        struct ncp_str name = tag_name(m, at + open.len, end);
        size_t last =
            is_code_tag(name) && open.len > 1 && i < 4 ? closing_of(m, end, name, close) : SIZE_MAX;
        bool prints = i < 3 && !ncp_str_starts(name, NCP_STR("/")) && inside_sentence(m, at);
        ncpi_mask_fill(m, at, last == SIZE_MAX ? end : last, prints ? NCPI_HOLE : NCPI_MASKED);
        return last == SIZE_MAX ? end : last;
    }
    return at;
}

/* [^note], but not the definition "[^note]:" at a line's start. */
static size_t mask_footnote_mark(struct ncpi_masker *m, size_t at)
{
    if (m->len - at < 4 || m->at[at + 1] != '^')
        return at;
    size_t end = at + 2;
    while (end < m->len && end - at < 128 && !strchr("] \n[", m->at[end]))
        end++;
    if (end >= m->len || m->at[end] != ']' || end == at + 2)
        return at;
    bool line_start = at == 0 || m->at[at - 1] == '\n';
    if (line_start && end + 1 < m->len && m->at[end + 1] == ':')
        return at;
    ncpi_mask_fill(m, at, end + 1, NCPI_MASKED);
    return end + 1;
}

/* :tada: as GitHub and Slack write an emoji. */
static size_t mask_emoji_name(struct ncpi_masker *m, size_t at)
{
    bool after_space = at == 0 || strchr(" \n", m->at[at - 1]);
    size_t end = at + 1;
    while (end < m->len && end - at < 40 && (is_word(m->at[end]) || m->at[end] == '+'))
        end++;
    bool closed = end < m->len && m->at[end] == ':' && end > at + 2;
    if (!after_space || !closed || (end + 1 < m->len && is_word(m->at[end + 1])))
        return at;
    ncpi_mask_fill(m, at, end + 1, NCPI_MASKED);
    return end + 1;
}

size_t ncpi_mask_template(struct ncpi_masker *m, size_t at)
{
    if (m->at[at] == '{')
        return mask_braces(m, at);
    if (m->at[at] == '[')
        return mask_footnote_mark(m, at);
    return mask_emoji_name(m, at);
}
