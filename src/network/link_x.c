/* SPDX-License-Identifier: MIT */
/*
 * Links as twitter-text finds them (extractUrlsWithIndices 3.1.0, read
 * 2026-11-24): an optional scheme, a domain under a known top-level domain, a
 * port, a path, a query. Its regular expressions are followed to the letter,
 * odd cases included, since X counts by them; but in linear time.
 */
#include "labels.h"
#include "link_class.h"
#include "punycode.h"
#include "tokens_priv.h"

#include <stdlib.h>

#define LINK_MAX_UTF16 4096 /* with the scheme once more, or "https://" */
#define SLUG_MAX       40

/* One match of the pattern. */
struct match {
    size_t start; /* the scheme, or the domain */
    size_t domain, domain_end;
    size_t path; /* its `/`, or SIZE_MAX */
    size_t end;
    int32_t before; /* the character before it; -1 at the start of the text */
    size_t before_at;
};

struct scan {
    struct ncp_str text;
    const struct ncpi_link_class *class;
    struct ncpi_labels labels; /* of the stretch last looked at */
    struct ncpi_labels bare;   /* of a domain without a scheme */
    struct ncp_tokens *out;
    bool failed;
};

static struct ncpi_label_rule domain_rule(const struct ncpi_link_class *class)
{
    return (struct ncpi_label_rule){class->domain, true, class->tlds};
}

/* ---- the parts of a link ----------------------------------------------- */

static size_t domain_end(struct scan *s, size_t at)
{
    struct ncpi_label_rule rule = domain_rule(s->class);
    if (!rule.inside(ncpi_at(s->text, at)))
        return 0;
    bool known = s->labels.count > 0 && at >= s->labels.start && at < s->labels.end;
    if (!known && !ncpi_labels_read(&s->labels, &rule, s->text, at)) {
        s->failed = true;
        return 0;
    }
    return ncpi_labels_domain(&s->labels, &rule, s->text, at);
}

static size_t port_end(struct ncp_str text, size_t at)
{
    size_t end = at + 1;
    if (ncpi_at(text, at) != ':')
        return at;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    return end > at + 1 ? end : at;
}

/* The end of the characters of class `inside` from `at` on. */
static size_t run_end(struct ncp_str text, size_t at, bool (*inside)(int32_t))
{
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!inside(cp))
            break;
        at += len;
    }
    return at;
}

/* The end of balanced parentheses at `at`, one level nested, not empty; 0 if
 * there are none. */
static size_t balanced_end(struct ncp_str text, size_t at, bool (*inside)(int32_t))
{
    size_t first = run_end(text, at + 1, inside);
    if (ncpi_at(text, first) == ')')
        return first > at + 1 ? first + 1 : 0;
    if (ncpi_at(text, first) != '(')
        return 0;
    size_t second = run_end(text, first + 1, inside);
    if (second == first + 1 || ncpi_at(text, second) != ')')
        return 0;
    size_t third = run_end(text, second + 1, inside);
    return ncpi_at(text, third) == ')' ? third + 1 : 0;
}

/* `at` is behind the `/`. The path ends with the last character that may end
 * one, or with balanced parentheses. */
static size_t path_end(struct ncp_str text, size_t at, const struct ncpi_link_class *class)
{
    size_t end = at;
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        size_t closed = cp == '(' ? balanced_end(text, at, class->path) : 0;
        if (!closed && !class->path(cp))
            break;
        at = closed ? closed : at + len;
        if (closed || class->path_end(cp))
            end = at;
    }
    return end;
}

static size_t query_end(struct ncp_str text, size_t at, const struct ncpi_link_class *class)
{
    size_t end = at;
    int32_t cp;
    if (ncpi_at(text, at) != '?')
        return at;
    for (size_t next = at + 1; next < text.len;) {
        next += ncp_utf8_next(text, next, &cp);
        if (!class->query(cp))
            break;
        if (class->query_end(cp))
            end = next;
    }
    return end;
}

/* ---- matching ---------------------------------------------------------- */

static size_t scheme_length(const struct scan *s, size_t at)
{
    for (const char *const *scheme = s->class->schemes; *scheme; scheme++) {
        struct ncp_str name = ncp_str_from(*scheme);
        if (ncp_str_equal_nocase(ncp_str_sub(s->text, at, at + name.len), name))
            return name.len;
    }
    return 0;
}

static bool match_from(struct scan *s, size_t start, struct match *m)
{
    size_t scheme = scheme_length(s, start);
    size_t end = scheme ? domain_end(s, start + scheme) : 0;
    m->domain = start + (end ? scheme : 0);
    if (!end)
        end = domain_end(s, start);
    if (!end)
        return false;
    m->start = start;
    m->domain_end = end;
    end = port_end(s->text, end);
    m->path = ncpi_at(s->text, end) == '/' ? end : SIZE_MAX;
    if (m->path != SIZE_MAX)
        end = path_end(s->text, end + 1, s->class);
    m->end = query_end(s->text, end, s->class);
    return true;
}

/* A link may not follow a letter, a digit or one of `@＠$#＃`. */
static bool may_precede(int32_t cp)
{
    bool alnum = (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
    return !alnum && cp != '@' && cp != 0xFF20 && cp != '$' && cp != '#' && cp != 0xFF03 &&
           cp != 0xFEFF && cp != 0xFFFE && cp != 0xFFFF;
}

/* The match at or after `*at`, which is left behind it. The reference reads
 * UTF-16: half of a character beyond U+FFFF may stand before a link whose domain
 * starts with the other half. */
static bool next_match(struct scan *s, size_t *at, struct match *m)
{
    while (*at < s->text.len) {
        size_t len = ncp_utf8_next(s->text, *at, &m->before);
        m->before_at = *at;
        bool found = m->before > 0xFFFF && match_from(s, *at, m);
        found = found || (may_precede(m->before) && match_from(s, *at + len, m));
        if (!found && *at == 0) {
            m->before = -1;
            found = match_from(s, 0, m);
        }
        if (found) {
            *at = m->end;
            return true;
        }
        *at += len;
    }
    return false;
}

/* ---- what counts as a link --------------------------------------------- */

/* `half`: the domain begins with the second half of its first character. */
static bool labels_fit(struct ncp_str domain, bool half)
{
    size_t start = 0;
    for (size_t at = 0; at <= domain.len; at++) {
        if (at < domain.len && domain.ptr[at] != '.')
            continue;
        size_t length = ncpi_label_length(ncp_str_sub(domain, start, at), half && start == 0);
        if (length == 0 || length > NCPI_LABEL_MAX)
            return false;
        start = at + 1;
    }
    return true;
}

size_t ncpi_utf16(struct ncp_str text)
{
    size_t units = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        units += ((c & 0xC0) != 0x80) + (c >= 0xF0);
    }
    return units;
}

static void add_link(struct scan *s, size_t start, size_t inner, size_t end)
{
    struct ncp_token token = {NCP_TOKEN_LINK, start, end, inner, end};
    if (!ncpi_token_add(s->out, token))
        s->failed = true;
}

/* The first domain of Latin letters, digits and `-` in the stretch
 * [at, limit); false if there is none. */
static bool next_bare(struct scan *s, size_t at, size_t limit, size_t *start, size_t *end)
{
    static const struct ncpi_label_rule any = {ncpi_in_bare_label, false, NCPI_TLD_X};
    struct ncpi_label_rule rule = {any.inside, any.dashes, s->class->tlds};
    struct ncp_str text = ncp_str_sub(s->text, 0, limit);
    while (at < limit && !s->failed) {
        if (!ncpi_labels_read(&s->bare, &rule, text, at)) {
            s->failed = true;
            return false;
        }
        for (size_t i = 0; i < s->bare.count; i++) {
            if (s->bare.items[i].best) {
                *start = s->bare.items[i].start;
                *end = s->bare.items[i].best;
                return true;
            }
        }
        int32_t cp;
        at = s->bare.end < limit ? s->bare.end + ncp_utf8_next(text, s->bare.end, &cp) : limit;
    }
    return false;
}

static bool is_sound(struct scan *s, const struct match *m)
{
    struct ncp_str domain = ncp_str_sub(s->text, m->domain, m->domain_end);
    size_t start, end;
    if (ncp_str_starts(domain, NCP_STR("xn--")) &&
        !next_bare(s, m->domain, m->domain_end, &start, &end))
        return false;
    size_t scheme = m->domain > m->start ? m->domain - m->start : sizeof "https://" - 1;
    bool half = m->before > 0xFFFF && m->start == m->domain && m->domain == m->before_at;
    return labels_fit(domain, half) &&
           scheme + ncpi_utf16(ncp_str_sub(s->text, m->start, m->end)) <= LINK_MAX_UTF16;
}

/* twitter-text gives a path behind the domain to the last Latin name found in
 * it, and counts as many units as name and path have together. */
static size_t end_with_path(const struct scan *s, const struct match *m, size_t start, size_t end)
{
    if (end == m->domain_end)
        return m->end;
    size_t units = ncpi_utf16(ncp_str_sub(s->text, m->domain_end, m->end));
    while (units > 0 && end < s->text.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(s->text, end, &cp), width = cp > 0xFFFF ? 2 : 1;
        if (width > units)
            break; /* half a character: the other half counts */
        units -= width;
        end += len;
    }
    return end > start ? end : start;
}

static void take_bare(struct scan *s, const struct match *m)
{
    static const char refused[] = "-_./";
    for (const char *c = refused; *c; c++)
        if (m->before == *c)
            return;
    size_t start = 0, end = m->domain, last_start = SIZE_MAX, last_end = 0;
    while (next_bare(s, end, m->domain_end, &start, &end)) {
        if (last_start != SIZE_MAX)
            add_link(s, last_start, last_start, last_end);
        last_start = start;
        last_end = end;
    }
    if (last_start == SIZE_MAX)
        return;
    if (m->path != SIZE_MAX)
        last_end = end_with_path(s, m, last_start, last_end);
    add_link(s, last_start, last_start, last_end);
}

/* The end of a link of X's own shortener, whose path is one slug; 0 for a slug
 * that is too long; `m->end` for any other link. */
static size_t short_end(const struct scan *s, const struct match *m)
{
    size_t slug = m->domain_end + 1, end = slug;
    if (!s->class->short_links ||
        !ncp_str_equal_nocase(ncp_str_sub(s->text, m->domain, slug), NCP_STR("t.co/")))
        return m->end;
    while (end < s->text.len &&
           ((s->text.ptr[end] >= '0' && s->text.ptr[end] <= '9') ||
            ((s->text.ptr[end] | 0x20) >= 'a' && (s->text.ptr[end] | 0x20) <= 'z')))
        end++;
    end = end < m->end ? end : m->end;
    if (end == slug)
        return m->end;
    if (end - slug > SLUG_MAX)
        return 0;
    size_t query = query_end(s->text, end, s->class);
    return query < m->end ? query : m->end;
}

static void take(struct scan *s, const struct match *m)
{
    if (!is_sound(s, m))
        return;
    if (m->domain == m->start) {
        if (s->class->bare)
            take_bare(s, m);
        return;
    }
    size_t end = short_end(s, m);
    if (end)
        add_link(s, m->start, m->domain, end);
}

bool ncpi_find_links_x(enum ncpi_link_syntax syntax, struct ncp_str text, struct ncp_tokens *out)
{
    struct scan s = {.text = text, .class = ncpi_link_class(syntax), .out = out};
    struct match m;
    size_t at = 0;
    while (!s.failed && next_match(&s, &at, &m))
        take(&s, &m);
    free(s.labels.items);
    free(s.bare.items);
    return !s.failed;
}
