/* SPDX-License-Identifier: MIT */
/* TOML: the document, line by line, and the small steps that all readers take. */
#include "toml_priv.h"

#include "limits.h"
#include "place.h"

#include "ncpost/text.h"

#include <string.h>

/* ---- errors -------------------------------------------------------------- */

bool ncpi_toml_fail(struct ncpi_toml *t, size_t at, const char *format, ...)
{
    if (t->code != NCP_OK)
        return false;
    struct ncp_buf message = NCP_BUF_INIT;
    va_list args;
    va_start(args, format);
    ncp_buf_add_vformat(&message, format, args);
    va_end(args);
    struct ncpi_place place = ncpi_place_start(t->text, t->first_line);
    ncpi_place_to_byte(&place, at);
    t->code = ncp_error_set(t->err, NCP_E_DATA, "%s", message.ptr ? message.ptr : "not TOML");
    ncp_error_at(t->err, place.line, place.column);
    ncp_buf_free(&message);
    return false;
}

bool ncpi_toml_no_memory(struct ncpi_toml *t)
{
    t->code = ncp_error_memory(t->err);
    return false;
}

/* ---- small steps --------------------------------------------------------- */

char ncpi_toml_peek(const struct ncpi_toml *t)
{
    return t->at < t->text.len ? t->text.ptr[t->at] : '\0';
}

bool ncpi_toml_skip(struct ncpi_toml *t, const char *literal)
{
    struct ncp_str wanted = ncp_str_from(literal);
    if (!ncp_str_starts(ncp_str_sub(t->text, t->at, t->text.len), wanted))
        return false;
    t->at += wanted.len;
    return true;
}

void ncpi_toml_skip_blanks(struct ncpi_toml *t)
{
    while (ncpi_toml_peek(t) == ' ' || ncpi_toml_peek(t) == '\t')
        t->at++;
}

bool ncpi_toml_skip_newline(struct ncpi_toml *t)
{
    return ncpi_toml_skip(t, "\r\n") || ncpi_toml_skip(t, "\n") || ncpi_toml_skip(t, "\r");
}

static void skip_comment(struct ncpi_toml *t)
{
    if (ncpi_toml_peek(t) != '#')
        return;
    while (t->at < t->text.len && t->text.ptr[t->at] != '\n' && t->text.ptr[t->at] != '\r')
        t->at++;
}

void ncpi_toml_skip_space(struct ncpi_toml *t)
{
    do {
        ncpi_toml_skip_blanks(t);
        skip_comment(t);
    } while (ncpi_toml_skip_newline(t));
}

/* ---- the document -------------------------------------------------------- */

static bool end_line(struct ncpi_toml *t)
{
    ncpi_toml_skip_blanks(t);
    skip_comment(t);
    if (t->at == t->text.len || ncpi_toml_skip_newline(t))
        return true;
    return ncpi_toml_fail(t, t->at, "the line should end here");
}

static bool read_line(struct ncpi_toml *t)
{
    bool done = ncpi_toml_peek(t) == '[' ? ncpi_toml_header(t) : ncpi_toml_pair(t, t->current);
    return done && end_line(t);
}

static bool read_all(struct ncpi_toml *t)
{
    size_t bad;
    if (t->text.len > NCPI_MAX_DATA_BYTES)
        return ncpi_toml_fail(t, 0, "longer than 1 MiB");
    if (!ncp_utf8_valid(t->text, &bad)) {
        t->text.len = bad;
        return ncpi_toml_fail(t, bad, "not UTF-8");
    }
    if (!t->root || !t->kinds || !t->dropped)
        return ncpi_toml_no_memory(t);
    for (;;) {
        ncpi_toml_skip_space(t);
        if (t->at == t->text.len)
            return true;
        if (!read_line(t))
            return false;
    }
}

enum ncp_code ncpi_toml_read(struct ncp_str text, size_t line, json_t **out, json_t *warnings,
                             struct ncp_error *err)
{
    struct ncpi_toml t = {.text = text,
                          .first_line = line,
                          .root = json_object(),
                          .kinds = json_object(),
                          .dropped = json_array(),
                          .warnings = warnings,
                          .err = err};
    t.current = t.root;
    if (read_all(&t))
        *out = json_incref(t.root);
    json_decref(t.root);
    json_decref(t.kinds);
    json_decref(t.dropped);
    return t.code;
}
