/* SPDX-License-Identifier: MIT */
/* Links as Bluesky's library finds them (@atproto/api 0.21.0, rich-text/util and
 * detection, read 2026-11-24): behind white space or `(`, up to white space,
 * less one mark at the end. */
#include "tld.h"
#include "tokens_priv.h"

#include <string.h>

static bool is_alnum(int32_t cp)
{
    return (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
}

static size_t nonspace_end(struct ncp_str text, size_t at)
{
    int32_t cp;
    while (at < text.len) {
        size_t len = ncp_utf8_next(text, at, &cp);
        if (ncpi_is_script_space(cp))
            break;
        at += len;
    }
    return at;
}

static size_t scheme_length(struct ncp_str text, size_t at)
{
    static const struct ncp_str schemes[] = {{"https://", 8}, {"http://", 7}};
    for (size_t i = 0; i < 2; i++)
        if (ncp_str_equal_nocase(ncp_str_sub(text, at, at + schemes[i].len), schemes[i]))
            return schemes[i].len;
    return 0;
}

/* The end of letters and digits in two or more parts with full stops between,
 * the first beginning with a letter; 0 if there is none at `at`. */
static size_t dotted_end(struct ncp_str text, size_t at)
{
    size_t end = at, dots = 0;
    if (!is_alnum(ncpi_at(text, at)) || (text.ptr[at] >= '0' && text.ptr[at] <= '9'))
        return 0;
    while (end < text.len) {
        bool dot = text.ptr[end] == '.' && is_alnum(ncpi_at(text, end + 1));
        if (!dot && !is_alnum((unsigned char)text.ptr[end]))
            break;
        dots += dot;
        end++;
    }
    return dots > 0 ? end : 0;
}

/* The last part is a top-level domain, in lower case. */
static bool ends_in_tld(struct ncp_str domain)
{
    size_t at = domain.len;
    while (at > 0 && domain.ptr[at - 1] != '.')
        at--;
    return at > 0 && ncpi_tld_known(ncp_str_sub(domain, at, domain.len));
}

/* Without one mark at the end, then without `)` if nothing opened it. */
static size_t less_punctuation(struct ncp_str text, size_t start, size_t end)
{
    if (strchr(".,;:!?", text.ptr[end - 1]))
        end--;
    struct ncp_str link = ncp_str_sub(text, start, end);
    if (ncp_str_ends(link, NCP_STR(")")) && memchr(link.ptr, '(', link.len) == NULL)
        end--;
    return end;
}

/* What stands at `at`: its end in `*end`, its scheme's length in `*scheme`, and
 * in `*real` whether it is a link: what only looks like one is skipped whole, as
 * the library does. */
static bool read_link(struct ncp_str text, size_t at, size_t *end, size_t *scheme, bool *real)
{
    *scheme = scheme_length(text, at);
    if (*scheme > 0 && ncpi_is_script_space(ncpi_at(text, at + *scheme)))
        *scheme = 0;
    if (at + *scheme == text.len)
        return false;
    size_t domain = *scheme > 0 ? 0 : dotted_end(text, at);
    if (*scheme == 0 && domain == 0)
        return false;
    bool lower_http = ncp_str_starts(ncp_str_sub(text, at, text.len), NCP_STR("http"));
    *end = nonspace_end(text, at);
    *real = lower_http || (domain > 0 && ends_in_tld(ncp_str_sub(text, at, domain)));
    return true;
}

bool ncpi_find_links_bluesky(struct ncp_str text, struct ncp_tokens *out)
{
    int32_t before = ' ';
    for (size_t at = 0; at < text.len;) {
        size_t end, scheme;
        bool real;
        if ((before == '(' || ncpi_is_script_space(before)) &&
            read_link(text, at, &end, &scheme, &real)) {
            size_t kept = less_punctuation(text, at, end);
            struct ncp_token token = {NCP_TOKEN_LINK, at, kept, at + scheme, kept};
            if (real && !ncpi_token_add(out, token))
                return false;
            at = end;
            before = 0;
            continue;
        }
        at += ncp_utf8_next(text, at, &before);
    }
    return true;
}
