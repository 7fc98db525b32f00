/* SPDX-License-Identifier: MIT */
/* Strings, booleans, numbers and null, told apart by how they are written. */
#include "yaml_scalar.h"

#include <stdlib.h>
#include <string.h>

enum word { WORD_NULL, WORD_TRUE, WORD_FALSE };

static const struct {
    const char *text;
    enum word word;
    bool profile; /* only in profiles */
} words[] = {
    {"", WORD_NULL, false},       {"~", WORD_NULL, false},      {"null", WORD_NULL, false},
    {"Null", WORD_NULL, false},   {"NULL", WORD_NULL, false},   {"true", WORD_TRUE, false},
    {"True", WORD_TRUE, false},   {"TRUE", WORD_TRUE, false},   {"false", WORD_FALSE, false},
    {"False", WORD_FALSE, false}, {"FALSE", WORD_FALSE, false}, {"yes", WORD_TRUE, true},
    {"Yes", WORD_TRUE, true},     {"YES", WORD_TRUE, true},     {"no", WORD_FALSE, true},
    {"No", WORD_FALSE, true},     {"NO", WORD_FALSE, true},
};

static json_t *word_value(enum word word)
{
    return word == WORD_NULL ? json_null() : json_boolean(word == WORD_TRUE);
}

static json_t *string(struct ncp_str text)
{
    return json_stringn(text.len > 0 ? text.ptr : "", text.len);
}

/* True if printing the number gives `text` again. */
static bool prints_the_same(const json_t *number, struct ncp_str text)
{
    char *printed = json_dumps(number, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    bool same = printed && ncp_str_equal(ncp_str_from(printed), text);
    free(printed);
    return same;
}

/* jansson reads numbers whatever the locale says. NULL if `text` is none. */
static json_t *number(struct ncp_str text, bool profile)
{
    if (text.len == 0 || !strchr("-0123456789", text.ptr[0]))
        return NULL;
    json_t *value = json_loadb(text.ptr, text.len, JSON_DECODE_ANY, NULL);
    if (value && (!json_is_number(value) || (!profile && !prints_the_same(value, text)))) {
        json_decref(value);
        return NULL;
    }
    return value;
}

static json_t *resolve(struct ncp_str text, bool profile)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if ((profile || !words[i].profile) && ncp_str_equal(text, ncp_str_from(words[i].text)))
            return word_value(words[i].word);
    json_t *value = number(text, profile);
    return value ? value : string(text);
}

/* Tags that decide; others (a date's, an application's own) change nothing. */
static const struct {
    const char *tag;
    bool resolve;
} tags[] = {
    {"tag:yaml.org,2002:str", false}, {"tag:yaml.org,2002:bool", true},
    {"tag:yaml.org,2002:int", true},  {"tag:yaml.org,2002:float", true},
    {"tag:yaml.org,2002:null", true},
};

json_t *ncpi_yaml_scalar(struct ncp_str text, bool plain, const char *tag, bool profile)
{
    bool resolves = plain;
    for (size_t i = 0; tag && i < sizeof tags / sizeof *tags; i++)
        if (strcmp(tags[i].tag, tag) == 0)
            resolves = tags[i].resolve;
    return resolves ? resolve(text, profile) : string(text);
}
