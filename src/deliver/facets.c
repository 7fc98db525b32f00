/* SPDX-License-Identifier: MIT */
/* Links and hashtags of a Bluesky post, by the rules of the network's own
 * library (@atproto/api, rich-text/detection, read 2026-11). */
#include "filter.h"

#include <string.h>
#include <utf8proc.h>

#define TAG_MAX 64 /* code points, the mark not counted */

static size_t decode(struct ncp_str s, size_t at, int32_t *cp)
{
    utf8proc_ssize_t len =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at, (utf8proc_ssize_t)(s.len - at), cp);
    if (len > 0)
        return (size_t)len;
    *cp = 0xfffd;
    return 1;
}

static bool is_space(int32_t cp)
{
    return (cp >= 9 && cp <= 13) || cp == 0xfeff || cp == 0x2028 || cp == 0x2029 ||
           utf8proc_category(cp) == UTF8PROC_CATEGORY_ZS;
}

/* What ends a hashtag besides white space. */
static bool breaks_tag(int32_t cp)
{
    return is_space(cp) || cp == 0xad || cp == 0x2060 || (cp >= 0x200a && cp <= 0x200d) ||
           cp == 0x20e2;
}

static bool is_punctuation(int32_t cp)
{
    utf8proc_category_t category = utf8proc_category(cp);
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

static bool append_facet(json_t *facets, size_t start, size_t end, const char *type,
                         const char *key, struct ncp_str value)
{

    json_t *facet =
        json_pack("{s:{s:I, s:I}, s:[{s:s, s:s%}]}", "index", "byteStart", (json_int_t)start,
                  "byteEnd", (json_int_t)end, "features", "$type", type, key, value.ptr, value.len);
    return json_array_append_new(facets, facet) == 0;
}

/* ---- hashtags ------------------------------------------------------------------ */

/* The tag after the mark that ends at `at`: its end without the punctuation
 * behind it, or `at` where there is none. */
static size_t tag_end(struct ncp_str s, size_t at)
{
    size_t end = at, count = 0, kept = 0;
    bool letters = false;
    int32_t cp;
    for (size_t i = at; i < s.len;) {
        size_t len = decode(s, i, &cp);
        if (breaks_tag(cp) || (i == at && cp == 0xfe0f))
            break;
        i += len;
        count++;
        if (!is_punctuation(cp)) {
            end = i;
            kept = count;
            letters = letters || !(cp >= '0' && cp <= '9');
        }
    }
    return letters && kept <= TAG_MAX ? end : at;
}

/* ---- links ---------------------------------------------------------------------- */

static bool starts_nocase(struct ncp_str s, struct ncp_str prefix)
{
    return s.len >= prefix.len && ncp_str_equal_nocase(ncp_str_sub(s, 0, prefix.len), prefix);
}

static size_t link_end(struct ncp_str s, size_t at)
{
    struct ncp_str rest = ncp_str_sub(s, at, s.len);
    size_t scheme = starts_nocase(rest, NCP_STR("https://"))  ? 8
                    : starts_nocase(rest, NCP_STR("http://")) ? 7
                                                              : 0;
    size_t end = at + scheme;
    int32_t cp;
    while (scheme > 0 && end < s.len) {
        size_t len = decode(s, end, &cp);
        if (is_space(cp))
            break;
        end += len;
    }
    if (scheme == 0 || end == at + scheme)
        return at;
    if (strchr(".,;:!?", s.ptr[end - 1]))
        end--;
    struct ncp_str url = ncp_str_sub(s, at, end);
    if (s.ptr[end - 1] == ')' && ncp_str_find(url, NCP_STR("("), 0) == SIZE_MAX)
        end--;
    return end;
}

/* A facet begins after white space or at the start; a link after `(` too. */
json_t *ncpi_facets(struct ncp_str s)
{
    json_t *facets = json_array();
    bool open = true, ok = facets != NULL;
    int32_t cp, before = 0;
    for (size_t at = 0; ok && at < s.len;) {
        size_t len = decode(s, at, &cp);
        size_t end = at;
        if ((cp == '#' || cp == 0xff03) && open && (end = tag_end(s, at + len)) > at + len)
            ok = append_facet(facets, at, end, "app.bsky.richtext.facet#tag", "tag",
                              ncp_str_sub(s, at + len, end));
        else if ((open || before == '(') && (end = link_end(s, at)) > at)
            ok = append_facet(facets, at, end, "app.bsky.richtext.facet#link", "uri",
                              ncp_str_sub(s, at, end));
        else
            end = at + len;
        open = end == at + len && is_space(cp);
        before = end == at + len ? cp : 0;
        at = end;
    }
    if (ok)
        return facets;
    json_decref(facets);
    return NULL;
}
