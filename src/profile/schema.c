/* SPDX-License-Identifier: MIT */
/* Strict reading: every key is known, every value of its kind. */
#include "schema.h"

#include "base/nearest.h"

#include <string.h>

static enum ncp_code place(enum ncp_code code, json_t *mark, struct ncp_error *err)
{
    ncp_error_at(err, (size_t)json_integer_value(json_object_get(mark, "line")),
                 (size_t)json_integer_value(json_object_get(mark, "column")));
    return code;
}

static const struct ncpi_key *find_key(const struct ncpi_key *keys, const char *name)
{
    for (; keys->name; keys++)
        if (strcmp(keys->name, name) == 0 || strcmp(keys->name, "*") == 0)
            return keys;
    return NULL;
}

static enum ncp_code unknown(const struct ncpi_key *keys, const char *name, struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (; keys->name; keys++)
        ncpi_nearest_offer(&near, ncp_str_from(name), keys->name);
    ncp_error_set(err, NCP_E_CONFIG, "unknown key “%s”", name);
    if (near.name)
        ncp_error_hint(err, "did you mean “%s”?", near.name);
    return NCP_E_CONFIG;
}

/* ---- kinds ---------------------------------------------------------------------------- */

static const struct {
    unsigned kind;
    const char *name;
} kind_names[] = {
    {NCPI_KEY_TEXT, "a text"}, {NCPI_KEY_NUMBER, "a number"}, {NCPI_KEY_BOOLEAN, "yes or no"},
    {NCPI_KEY_LIST, "a list"}, {NCPI_KEY_MAP, "a map"},
};

static unsigned kind_of(const json_t *value)
{
    if (json_is_string(value))
        return NCPI_KEY_TEXT;
    if (json_is_number(value))
        return NCPI_KEY_NUMBER;
    if (json_is_boolean(value))
        return NCPI_KEY_BOOLEAN;
    if (json_is_array(value))
        return NCPI_KEY_LIST;
    return json_is_object(value) ? NCPI_KEY_MAP : 0;
}

static enum ncp_code wrong_kind(const struct ncpi_key *key, const char *name, struct ncp_error *err)
{
    struct ncp_buf kinds = NCP_BUF_INIT;
    for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
        if (key->kinds & kind_names[i].kind)
            ncp_buf_add_format(&kinds, "%s%s", kinds.len > 0 ? " or " : "", kind_names[i].name);
    ncp_error_set(err, NCP_E_CONFIG, "“%s” takes %s", name, kinds.ptr ? kinds.ptr : "another kind");
    ncp_buf_free(&kinds);
    return NCP_E_CONFIG;
}

static enum ncp_code check_word(const struct ncpi_key *key, const char *name, const json_t *value,
                                struct ncp_error *err)
{
    const char *text = json_string_value(value);
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    if (!key->words || !text)
        return NCP_OK;
    for (const char *const *word = key->words; *word; word++) {
        if (strcmp(*word, text) == 0)
            return NCP_OK;
        ncpi_nearest_offer(&near, ncp_str_from(text), *word);
    }
    ncp_error_set(err, NCP_E_CONFIG, "“%s” cannot be “%s”", name, text);
    if (near.name)
        ncp_error_hint(err, "did you mean “%s”?", near.name);
    else
        ncp_error_hint(err, "“%s”, for instance", key->words[0]);
    return NCP_E_CONFIG;
}

/* ---- maps ------------------------------------------------------------------------------- */

static enum ncp_code check_member(const char *name, json_t *value, json_t *mark,
                                  const struct ncpi_key *keys, struct ncp_error *err)
{
    const struct ncpi_key *key = find_key(keys, name);
    if (!key)
        return place(unknown(keys, name, err), mark, err);
    if (!(kind_of(value) & key->kinds))
        return place(wrong_kind(key, name, err), mark, err);
    if (check_word(key, name, value, err) != NCP_OK)
        return place(NCP_E_CONFIG, mark, err);
    if (json_is_object(value) && key->members)
        return ncpi_schema_check(value, json_object_get(mark, "in"), key->members, err);
    return NCP_OK;
}

enum ncp_code ncpi_schema_check(json_t *values, json_t *marks, const struct ncpi_key *keys,
                                struct ncp_error *err)
{
    const char *name;
    json_t *value;
    enum ncp_code code = NCP_OK;
    json_object_foreach(values, name, value)
    {
        code = check_member(name, value, json_object_get(marks, name), keys, err);
        if (code != NCP_OK)
            break;
    }
    return code;
}
