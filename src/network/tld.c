/* SPDX-License-Identifier: MIT */
/* Top-level domains, looked up in the list made from tlds.txt. */
#include "tld.h"

#include "ncpost/text.h"

#include <stdlib.h>
#include <string.h>

struct tld {
    const char *name;
    const char *lists; /* 'x': twitter-text; 'i': IANA */
};

static const struct tld tlds[] = {
#include "tlds.inc"
};

#define LONGEST 40 /* bytes; the longest name has 33 */

static int compare(const void *key, const void *entry)
{
    const struct ncp_str *name = key;
    return ncp_str_compare(*name, ncp_str_from(((const struct tld *)entry)->name));
}

static bool is_listed(enum ncpi_tld_list list, struct ncp_str name)
{
    const struct tld *found =
        bsearch(&name, tlds, sizeof tlds / sizeof *tlds, sizeof *tlds, compare);
    return found && strchr(found->lists, list == NCPI_TLD_X ? 'x' : 'i') != NULL;
}

bool ncpi_tld_known(struct ncp_str name)
{
    return is_listed(NCPI_TLD_IANA, name);
}

static bool is_alnum(int c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool may_follow(struct ncp_str text, size_t at)
{
    if (at == text.len)
        return true;
    char c = text.ptr[at];
    return !is_alnum((unsigned char)c) && c != '@' && c != '+' && c != '-';
}

static size_t ace_end(struct ncp_str text, size_t at)
{
    struct ncp_str head = ncp_str_sub(text, at, at + 4);
    size_t end = at + head.len;
    if (!ncp_str_equal_nocase(head, NCP_STR("xn--")))
        return 0;
    while (end < text.len && (is_alnum((unsigned char)text.ptr[end]) || text.ptr[end] == '-'))
        end++;
    return end > at + head.len ? end : 0;
}

static bool ends_code_point(struct ncp_str text, size_t end)
{
    return end == text.len || ((unsigned char)text.ptr[end] & 0xC0) != 0x80;
}

/* True if text[at, end) in lower case is on the list. */
static bool is_tld(enum ncpi_tld_list list, struct ncp_str text, size_t at, size_t end,
                   struct ncp_buf *lower)
{
    if (!ends_code_point(text, end) || !may_follow(text, end))
        return false;
    ncp_buf_clear(lower);
    ncp_lower(ncp_str_sub(text, at, end), lower);
    return !lower->failed && is_listed(list, ncp_buf_str(lower));
}

/* No name goes on behind the next ASCII character that is neither letter nor
 * digit nor `-`. */
static size_t farthest_end(struct ncp_str text, size_t at)
{
    size_t limit = text.len - at > LONGEST ? at + LONGEST : text.len, end = at;
    while (end < limit && ((unsigned char)text.ptr[end] >= 0x80 || text.ptr[end] == '-' ||
                           is_alnum((unsigned char)text.ptr[end])))
        end++;
    return end;
}

size_t ncpi_tld_end(enum ncpi_tld_list list, struct ncp_str text, size_t at)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    size_t end = farthest_end(text, at);
    while (end > at && !is_tld(list, text, at, end, &lower))
        end--;
    ncp_buf_free(&lower);
    return end > at ? end : ace_end(text, at);
}
