/* SPDX-License-Identifier: MIT */
/* Lines of front matter, told by their looks. */
#include "front_lines.h"

#include <string.h>

bool ncpi_next_line(struct ncp_str text, size_t at, struct ncpi_line *line)
{
    if (at >= text.len)
        return false;
    size_t end = at;
    while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
        end++;
    line->start = at;
    line->next = end < text.len ? end + 1 : end;
    if (end + 1 < text.len && text.ptr[end] == '\r' && text.ptr[end + 1] == '\n')
        line->next++;
    while (end > at && (text.ptr[end - 1] == ' ' || text.ptr[end - 1] == '\t'))
        end--;
    line->text = ncp_str_sub(text, at, end);
    return true;
}

/* ---- keys ---------------------------------------------------------------- */

static bool is_in(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* A letter of any script, a digit or _. */
static bool is_key_char(char c)
{
    return (c >= 'a' && c <= 'z') || is_capital(c) || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* The length of the bare or quoted key at the front of `line`; `inner` are
 * characters that a bare key may hold after its first. 0: there is none. */
static size_t key_length(struct ncp_str line, const char *inner)
{
    enum { LONGEST = 64 };
    size_t len = 0;
    if (line.len == 0)
        return 0;
    if (is_in(line.ptr[0], "\"'")) {
        size_t close = ncp_str_find(line, ncp_str_sub(line, 0, 1), 1);
        return close == SIZE_MAX || close > LONGEST ? 0 : close + 1;
    }
    if (!is_key_char(line.ptr[0]))
        return 0;
    while (len < line.len && (is_key_char(line.ptr[len]) || is_in(line.ptr[len], inner)))
        len++;
    return len > LONGEST ? 0 : len;
}

bool ncpi_is_yaml_key(struct ncp_str line, bool small)
{
    size_t len = key_length(line, "-.");
    if (len == 0 || (small && is_capital(line.ptr[0])))
        return false;
    struct ncp_str rest = ncp_str_trim(ncp_str_sub(line, len, line.len));
    return rest.len > 0 && rest.ptr[0] == ':' && (rest.len == 1 || is_in(rest.ptr[1], " \t"));
}

bool ncpi_is_toml_key(struct ncp_str line, bool small)
{
    if (line.len > 2 && line.ptr[0] == '[' && line.ptr[line.len - 1] == ']')
        return true;
    size_t len = key_length(line, "-.\"'");
    if (len == 0 || (small && is_capital(line.ptr[0])))
        return false;
    struct ncp_str rest = ncp_str_trim(ncp_str_sub(line, len, line.len));
    return rest.len > 0 && rest.ptr[0] == '=';
}

/* ---- runs of lines ------------------------------------------------------- */

static bool belongs(struct ncp_str line, bool after_blank, ncpi_key_test *is_key)
{
    if (!is_key)
        return !after_blank;
    if (is_in(line.ptr[0], " \t") || is_key(line, after_blank))
        return true;
    return !after_blank && is_in(line.ptr[0], "-#]}\"'");
}

size_t ncpi_front_run(struct ncp_str text, size_t from, ncpi_key_test *is_key, bool *at_blank)
{
    struct ncpi_line line;
    size_t at = from;
    *at_blank = false;
    for (; ncpi_next_line(text, at, &line); at = line.next) {
        if (line.text.len > 0 && !belongs(line.text, *at_blank, is_key))
            return at;
        *at_blank = line.text.len == 0;
    }
    return at;
}

/* Braces opened less braces closed on one line, outside of strings; a string
 * does not go over a line's end. */
static long brace_balance(struct ncp_str line)
{
    long balance = 0;
    bool in_string = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (in_string && c == '\\')
            i++;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string)
            balance += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return balance;
}

size_t ncpi_json_run(struct ncp_str text, size_t from)
{
    struct ncpi_line line;
    size_t blank = SIZE_MAX;
    long balance = 0;
    for (size_t at = from; ncpi_next_line(text, at, &line); at = line.next) {
        balance += brace_balance(line.text);
        if (balance <= 0 || ncp_str_equal(line.text, NCP_STR("}")))
            return line.next;
        if (line.text.len == 0 && blank == SIZE_MAX)
            blank = at;
    }
    return blank != SIZE_MAX ? blank : text.len;
}
