/* SPDX-License-Identifier: MIT */
/* TOML's tables: headers, dotted keys, and what may be added where. */
#include "toml_priv.h"

#include "limits.h"
#include "place.h"
#include "warn.h"

#include "ncpost/article.h"

#include <stdio.h>
#include <string.h>

/* ---- how a table came to be ---------------------------------------------- */

/* The address of a value as a key; values live until reading ends. */
struct address {
    char text[32];
};

static struct address address_of(const json_t *value)
{
    struct address address;
    snprintf(address.text, sizeof address.text, "%p", (const void *)value);
    return address;
}

static enum ncpi_toml_kind kind_of(const struct ncpi_toml *t, const json_t *value)
{
    json_t *kind = json_object_get(t->kinds, address_of(value).text);
    return (enum ncpi_toml_kind)json_integer_value(kind);
}

static bool set_kind(struct ncpi_toml *t, const json_t *value, enum ncpi_toml_kind kind)
{
    if (json_object_set_new(t->kinds, address_of(value).text, json_integer(kind)) != 0)
        return ncpi_toml_no_memory(t);
    return true;
}

/* ---- keys ---------------------------------------------------------------- */

static bool is_bare(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

static bool read_bare_key(struct ncpi_toml *t, struct ncp_buf *out)
{
    size_t start = t->at;
    while (is_bare(ncpi_toml_peek(t)))
        t->at++;
    if (t->at == start)
        return ncpi_toml_fail(t, start, "a key should stand here");
    ncp_buf_add(out, ncp_str_sub(t->text, start, t->at));
    return !out->failed || ncpi_toml_no_memory(t);
}

/* One part of a key and the blanks around it. */
static bool read_key(struct ncpi_toml *t, struct ncp_buf *out)
{
    ncp_buf_clear(out);
    ncp_buf_add_cstr(out, "");
    ncpi_toml_skip_blanks(t);
    t->key_at = t->at;
    char first = ncpi_toml_peek(t);
    bool quoted = first == '"' || first == '\'';
    if (!(quoted ? ncpi_toml_string(t, true, out) : read_bare_key(t, out)))
        return false;
    if (memchr(out->ptr, '\0', out->len))
        return ncpi_toml_fail(t, t->key_at, "a key holds a NUL character");
    ncpi_toml_skip_blanks(t);
    return true;
}

/* ---- going down ---------------------------------------------------------- */

/* A new value below `table`, borrowed; takes `value`. */
static json_t *add(struct ncpi_toml *t, json_t *table, const char *key, json_t *value,
                   enum ncpi_toml_kind kind)
{
    if (json_object_set_new(table, key, value) != 0) {
        ncpi_toml_no_memory(t);
        return NULL;
    }
    return set_kind(t, value, kind) ? value : NULL;
}

static bool go_deeper(struct ncpi_toml *t)
{
    if (++t->level <= NCPI_MAX_DATA_LEVELS)
        return true;
    return ncpi_toml_fail(t, t->at, "tables and arrays nest more than 64 levels deep");
}

static void fail_at_key(struct ncpi_toml *t, const char *key, const char *problem)
{
    struct ncp_str name = ncpi_clip(ncp_str_from(key));
    ncpi_toml_fail(t, t->key_at, "\"%.*s\" %s", (int)name.len, name.ptr, problem);
}

/* The table that a part of a header before its last one names. */
static json_t *step_of_header(struct ncpi_toml *t, json_t *table, const char *key)
{
    json_t *below = json_object_get(table, key);
    if (!below)
        return add(t, table, key, json_object(), NCPI_TOML_IMPLIED);
    if (kind_of(t, below) == NCPI_TOML_TABLES) {
        t->level++;
        return json_array_get(below, json_array_size(below) - 1);
    }
    if (kind_of(t, below) != NCPI_TOML_CLOSED)
        return below;
    fail_at_key(t, key, "already has a value");
    return NULL;
}

/* The table that a part of a dotted key before its last one names. */
static json_t *step_of_pair(struct ncpi_toml *t, json_t *table, const char *key)
{
    json_t *below = json_object_get(table, key);
    if (!below)
        return add(t, table, key, json_object(), NCPI_TOML_DOTTED);
    enum ncpi_toml_kind kind = kind_of(t, below);
    if (kind == NCPI_TOML_DOTTED || kind == NCPI_TOML_IMPLIED)
        return below;
    fail_at_key(t, key, "is complete: nothing can be added to it here");
    return NULL;
}

typedef json_t *step(struct ncpi_toml *t, json_t *table, const char *key);

/* Follows a dotted key down from `table`: its last part is left in `key`. NULL
 * after an error. */
static json_t *follow(struct ncpi_toml *t, json_t *table, step *down, struct ncp_buf *key)
{
    for (;;) {
        if (!read_key(t, key) || !go_deeper(t))
            return NULL;
        if (!ncpi_toml_skip(t, "."))
            return table;
        table = down(t, table, key->ptr);
        if (!table)
            return NULL;
    }
}

/* ---- headers ------------------------------------------------------------- */

static json_t *define_table(struct ncpi_toml *t, json_t *table, const char *key)
{
    json_t *old = json_object_get(table, key);
    if (!old)
        return add(t, table, key, json_object(), NCPI_TOML_HEADER);
    if (kind_of(t, old) == NCPI_TOML_IMPLIED)
        return set_kind(t, old, NCPI_TOML_HEADER) ? old : NULL;
    fail_at_key(t, key, "already has a value");
    return NULL;
}

static json_t *define_element(struct ncpi_toml *t, json_t *table, const char *key)
{
    json_t *array = json_object_get(table, key);
    if (!array)
        array = add(t, table, key, json_array(), NCPI_TOML_TABLES);
    if (!array)
        return NULL;
    if (kind_of(t, array) != NCPI_TOML_TABLES) {
        fail_at_key(t, key, "is no array of tables");
        return NULL;
    }
    json_t *element = json_object();
    if (json_array_append_new(array, element) != 0) {
        ncpi_toml_no_memory(t);
        return NULL;
    }
    return set_kind(t, element, NCPI_TOML_HEADER) ? element : NULL;
}

bool ncpi_toml_header(struct ncpi_toml *t)
{
    bool array = ncpi_toml_skip(t, "[[");
    if (!array)
        ncpi_toml_skip(t, "[");
    t->level = array ? 1 : 0;
    struct ncp_buf key = NCP_BUF_INIT;
    json_t *table = follow(t, t->root, step_of_header, &key);
    if (table && !ncpi_toml_skip(t, array ? "]]" : "]"))
        ncpi_toml_fail(t, t->at, "%s should stand here", array ? "]]" : "]");
    else if (table)
        table = array ? define_element(t, table, key.ptr) : define_table(t, table, key.ptr);
    ncp_buf_free(&key);
    t->current = table;
    return t->code == NCP_OK;
}

/* ---- pairs --------------------------------------------------------------- */

static void warn_repeated(struct ncpi_toml *t, size_t at, struct ncp_str key)
{
    enum { MOST = 8 };
    if (t->repeats++ >= MOST)
        return;
    struct ncpi_place place = ncpi_place_start(t->text, t->first_line);
    ncpi_place_to_byte(&place, at);
    struct ncp_str name = ncpi_clip(key);
    ncp_warn(t->warnings, "repeated-key", place.line,
             "\"%.*s\" stands here a second time; the first one counts", (int)name.len, name.ptr);
}

/* A dropped value is kept until the end, so that no other gets its address. */
static bool keep(struct ncpi_toml *t, json_t *table, const char *key, json_t *value)
{
    bool repeated = json_object_get(table, key) != NULL;
    int failed =
        repeated ? json_array_append(t->dropped, value) : json_object_set(table, key, value);
    return failed ? ncpi_toml_no_memory(t) : true;
}

static bool read_value_of(struct ncpi_toml *t, json_t *table, size_t start,
                          const struct ncp_buf *key)
{
    if (!ncpi_toml_skip(t, "="))
        return ncpi_toml_fail(t, t->at, "= should stand here, as in key = \"value\"");
    ncpi_toml_skip_blanks(t);
    json_t *value = ncpi_toml_value(t);
    if (!value)
        return false;
    if (json_object_get(table, key->ptr))
        warn_repeated(t, start, ncp_buf_str(key));
    bool done = keep(t, table, key->ptr, value);
    json_decref(value);
    return done;
}

bool ncpi_toml_pair(struct ncpi_toml *t, json_t *table)
{
    size_t start = t->at, level = t->level;
    struct ncp_buf key = NCP_BUF_INIT;
    json_t *last = follow(t, table, step_of_pair, &key);
    bool done = last && read_value_of(t, last, start, &key);
    ncp_buf_free(&key);
    t->level = level;
    return done;
}
