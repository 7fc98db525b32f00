/* SPDX-License-Identifier: MIT */
/* HTML and JSX in Markdown: comments, elements whose content is no prose, and
 * tags, of which those of blocks become the Markdown that says the same. */
#include "mask.h"

#include <string.h>

#define TAG_REACH ((size_t)2048)

/* Elements that go with all they hold. The first three run to the end of the
 * file if they are never closed, as in CommonMark's HTML blocks. */
static const char *const whole_elements[] = {
    "script", "style",    "pre",  "textarea", "table", "figure",   "iframe",
    "svg",    "form",     "nav",  "button",   "video", "audio",    "object",
    "select", "noscript", "math", "canvas",   "head",  "template", "footer",
};
#define NEVER_CLOSED_RUNS_ON 3

/* A tag that starts or ends a block, and Markdown, no longer than the tag,
 * that does the same. */
static const struct {
    const char *name;
    const char *opening;
} block_tags[] = {
    {"p", "\n\n"},      {"div", "\n\n"},        {"section", "\n\n"}, {"article", "\n\n"},
    {"main", "\n\n"},   {"header", "\n\n"},     {"aside", "\n\n"},   {"ul", "\n\n"},
    {"ol", "\n\n"},     {"li", "\n- "},         {"h1", "\n# "},      {"h2", "\n## "},
    {"h3", "\n## "},    {"h4", "\n## "},        {"h5", "\n## "},     {"h6", "\n## "},
    {"br", "\n"},       {"hr", "\n\n"},         {"dl", "\n\n"},      {"dd", "\n\n"},
    {"dt", "\n\n"},     {"blockquote", "\n> "}, {"details", "\n\n"}, {"summary", "\n\n"},
    {"center", "\n\n"}, {"address", "\n\n"},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_name(char c)
{
    c = lower(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static bool same_name(const char *text, size_t len, const char *name)
{
    return ncp_str_equal_nocase((struct ncp_str){text, len}, ncp_str_from(name));
}

/* ---- comments ------------------------------------------------------------------------ */

static size_t mask_comment(struct ncpi_masker *m, size_t at)
{
    struct ncp_str text = {m->at, m->len};
    if (m->len - at < 4 || memcmp(m->at + at, "<!--", 4) != 0)
        return at;
    size_t end = ncp_str_find(text, NCP_STR("-->"), at + 2);
    end = end == SIZE_MAX ? m->len : end + 3;
    ncpi_mask_fill(m, at, end, NCPI_MASKED);
    return end;
}

/* ---- tags ------------------------------------------------------------------------------ */

struct tag {
    size_t end; /* the byte after `>` */
    const char *name;
    size_t name_len;
    bool closing;
};

/* Past a quoted string or a JSX expression in braces; 0 if it is not closed. */
static size_t skip_value(const struct ncpi_masker *m, size_t at, size_t limit)
{
    char open = m->at[at], close = open == '{' ? '}' : open;
    size_t depth = 1;
    for (at++; at < limit; at++) {
        if (m->at[at] == close && --depth == 0)
            return at + 1;
        if (open == '{' && m->at[at] == '{')
            depth++;
    }
    return 0;
}

/* The byte after the `>` that ends the tag, or 0. */
static size_t tag_end(struct ncpi_masker *m, size_t at)
{
    size_t limit = m->len - at < TAG_REACH ? m->len : at + TAG_REACH;
    while (at < limit) {
        char c = m->at[at];
        if (c == '>')
            return at + 1;
        if (c == '<' || (c == '\n' && at + 1 < m->len && m->at[at + 1] == '\n'))
            return 0;
        if (c == '"' || c == '\'' || c == '{') {
            at = skip_value(m, at, limit);
            if (at == 0)
                break;
        } else {
            at++;
        }
    }
    m->memo.tag = limit;
    return 0;
}

static bool read_tag(struct ncpi_masker *m, size_t at, struct tag *tag)
{
    size_t i = at + 1;
    if (at < m->memo.tag)
        return false;
    tag->closing = i < m->len && m->at[i] == '/';
    i += tag->closing;
    tag->name = m->at + i;
    while (i < m->len && is_name(m->at[i]))
        i++;
    tag->name_len = (size_t)(m->at + i - tag->name);
    bool fragment = tag->name_len == 0 && i < m->len && m->at[i] == '>';
    if (fragment) {
        tag->end = i + 1;
        return true;
    }
    bool named = tag->name_len > 0 && (tag->name[0] < '0' || tag->name[0] > '9');
    if (!named || i >= m->len || !strchr(" \t\n/>", m->at[i]))
        return false;
    tag->end = tag_end(m, i);
    return tag->end != 0;
}

/* ---- elements ---------------------------------------------------------------------------- */

/* The byte after `</name>` at or after `from`, or SIZE_MAX. */
static size_t closing_tag(const struct ncpi_masker *m, size_t from, const char *name)
{
    size_t len = strlen(name);
    for (size_t i = from; i < m->len; i++) {
        const char *lt = memchr(m->at + i, '<', m->len - i);
        if (!lt)
            break;
        i = (size_t)(lt - m->at);
        if (m->len - i < len + 3 || m->at[i + 1] != '/' || !same_name(lt + 2, len, name))
            continue;
        const char *gt = memchr(lt, '>', m->len - i);
        return gt ? (size_t)(gt - m->at) + 1 : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* The end of an element that goes with all it holds, or 0. */
static size_t whole_element(struct ncpi_masker *m, const struct tag *tag)
{
    for (size_t i = 0; i < sizeof whole_elements / sizeof *whole_elements; i++) {
        if (tag->closing || !same_name(tag->name, tag->name_len, whole_elements[i]))
            continue;
        bool self_closed = m->at[tag->end - 2] == '/';
        if (self_closed || m->memo.unclosed >> i & 1)
            return 0;
        size_t end = closing_tag(m, tag->end, whole_elements[i]);
        if (end != SIZE_MAX)
            return end;
        m->memo.unclosed |= 1u << i;
        return i < NEVER_CLOSED_RUNS_ON ? m->len : 0;
    }
    return 0;
}

static void write_markdown(struct ncpi_masker *m, size_t at, const struct tag *tag)
{
    for (size_t i = 0; i < sizeof block_tags / sizeof *block_tags; i++) {
        if (!same_name(tag->name, tag->name_len, block_tags[i].name))
            continue;
        const char *says = tag->closing ? "\n\n" : block_tags[i].opening;
        memcpy(m->at + at, says, strlen(says));
        return;
    }
}

size_t ncpi_mask_html(struct ncpi_masker *m, size_t at)
{
    size_t end = mask_comment(m, at);
    struct tag tag;
    if (end > at)
        return end;
    if (!read_tag(m, at, &tag))
        return at;
    size_t whole = whole_element(m, &tag);
    if (whole) {
        ncpi_mask_fill(m, at, whole, NCPI_MASKED);
        return whole;
    }
    struct tag read = tag; /* the name lies in what is overwritten */
    char name[16];
    if (read.name_len < sizeof name) {
        memcpy(name, read.name, read.name_len);
        read.name = name;
    }
    ncpi_mask_fill(m, at, tag.end, NCPI_MASKED);
    if (read.name_len < sizeof name)
        write_markdown(m, at, &read);
    return tag.end;
}
