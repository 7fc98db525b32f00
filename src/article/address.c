/* SPDX-License-Identifier: MIT */
/* Addresses in running text, told by their shape. */
#include "address.h"

#include <string.h>

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "example.org/path": a dot inside, letters after it, then a slash. */
static bool has_path(struct ncp_str word)
{
    const char *slash = word.len > 0 ? memchr(word.ptr, '/', word.len) : NULL;
    size_t host = slash ? (size_t)(slash - word.ptr) : 0;
    size_t letters = 0;
    while (letters < host && is_alnum(word.ptr[host - 1 - letters]))
        letters++;
    return letters >= 2 && letters + 1 < host && word.ptr[host - 1 - letters] == '.' &&
           is_alnum(word.ptr[host - 2 - letters]);
}

/* "name@example.org" */
static bool is_mailbox(struct ncp_str word)
{
    const char *at = word.len > 0 ? memchr(word.ptr, '@', word.len) : NULL;
    if (!at || at == word.ptr || !is_alnum(at[-1]))
        return false;
    struct ncp_str domain = ncp_str_sub(word, (size_t)(at - word.ptr) + 1, word.len);
    const char *dot = domain.len > 0 ? memchr(domain.ptr, '.', domain.len) : NULL;
    return dot && dot > domain.ptr && dot + 1 < domain.ptr + domain.len && is_alnum(dot[1]);
}

static bool is_address_word(struct ncp_str word)
{
    return ncp_str_find(word, NCP_STR("://"), 0) != SIZE_MAX ||
           ncp_str_find(word, NCP_STR("www."), 0) != SIZE_MAX ||
           ncp_str_starts(word, NCP_STR("mailto:")) || is_mailbox(word) || has_path(word);
}

/* The next word at or after `*at`, by white space; false at the end. */
static bool next_word(struct ncp_str text, size_t *at, struct ncp_str *word)
{
    struct ncp_str rest = ncp_str_trim(ncp_str_sub(text, *at, text.len));
    size_t end = 0;
    if (rest.len == 0)
        return false;
    while (end < rest.len && rest.ptr[end] != ' ' && rest.ptr[end] != '\n')
        end++;
    *word = ncp_str_sub(rest, 0, end);
    *at = (size_t)(rest.ptr - text.ptr) + end;
    return true;
}

bool ncpi_has_address(struct ncp_str text)
{
    struct ncp_str word;
    for (size_t at = 0; next_word(text, &at, &word);)
        if (is_address_word(word))
            return true;
    return false;
}

bool ncpi_is_address(struct ncp_str text)
{
    struct ncp_str word;
    size_t at = 0;
    return next_word(text, &at, &word) && is_address_word(word) && !next_word(text, &at, &word);
}
