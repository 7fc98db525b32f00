/* SPDX-License-Identifier: MIT */
/* TOML's values, told apart by their first character. */
#include "toml_priv.h"

#include "limits.h"

static json_t *read_string(struct ncpi_toml *t)
{
    struct ncp_buf text = NCP_BUF_INIT;
    json_t *value = NULL;
    if (ncpi_toml_string(t, false, &text)) {
        value = json_stringn(text.len > 0 ? text.ptr : "", text.len);
        if (!value)
            ncpi_toml_no_memory(t);
    }
    ncp_buf_free(&text);
    return value;
}

static bool append(struct ncpi_toml *t, json_t *array, json_t *value)
{
    if (!value)
        return false;
    if (json_array_append_new(array, value) != 0)
        return ncpi_toml_no_memory(t);
    return true;
}

static bool read_elements(struct ncpi_toml *t, json_t *array)
{
    ncpi_toml_skip_space(t);
    while (!ncpi_toml_skip(t, "]")) {
        if (!append(t, array, ncpi_toml_value(t)))
            return false;
        ncpi_toml_skip_space(t);
        if (!ncpi_toml_skip(t, ",") && ncpi_toml_peek(t) != ']')
            return ncpi_toml_fail(t, t->at, "a comma or ] should stand here");
        ncpi_toml_skip_space(t);
    }
    return true;
}

/* An inline table stands on one line and ends without a comma. */
static bool read_pairs(struct ncpi_toml *t, json_t *table)
{
    ncpi_toml_skip_blanks(t);
    if (ncpi_toml_skip(t, "}"))
        return true;
    do {
        if (!ncpi_toml_pair(t, table))
            return false;
        ncpi_toml_skip_blanks(t);
    } while (ncpi_toml_skip(t, ","));
    if (!ncpi_toml_skip(t, "}"))
        return ncpi_toml_fail(t, t->at, "a comma or } should stand here");
    return true;
}

/* Reads what `value` (taken) holds. */
static json_t *fill(struct ncpi_toml *t, json_t *value, bool read(struct ncpi_toml *, json_t *))
{
    size_t start = t->at;
    t->at++;
    bool done = value || ncpi_toml_no_memory(t);
    if (done && ++t->level > NCPI_MAX_DATA_LEVELS)
        done = ncpi_toml_fail(t, start, "tables and arrays nest more than 64 levels deep");
    done = done && read(t, value);
    t->level--;
    if (done)
        return value;
    json_decref(value);
    return NULL;
}

static json_t *read_array(struct ncpi_toml *t)
{
    return fill(t, json_array(), read_elements);
}

static json_t *read_inline_table(struct ncpi_toml *t)
{
    return fill(t, json_object(), read_pairs);
}

static const struct {
    char first;
    json_t *(*read)(struct ncpi_toml *t);
} values[] = {
    {'"', read_string},
    {'\'', read_string},
    {'[', read_array},
    {'{', read_inline_table},
};

json_t *ncpi_toml_value(struct ncpi_toml *t)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (ncpi_toml_peek(t) == values[i].first)
            return values[i].read(t);
    return ncpi_toml_word(t);
}
