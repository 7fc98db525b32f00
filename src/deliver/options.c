/* SPDX-License-Identifier: MIT */
/* Reading command lines by their tables. */
#include "options.h"

#include "base/array.h"
#include "base/nearest.h"

#include <stdlib.h>
#include <string.h>

struct parsing {
    const struct ncpi_option *table;
    char **argv; /* the next argument */
    char *fields;
    struct ncp_error *err;
};

static bool add_word(struct ncpi_words *words, const char *word)
{
    if (!NCPI_ROOM(words))
        return false;
    words->items[words->count++] = word;
    return true;
}

static enum ncp_code store(struct parsing *p, const struct ncpi_option *option, const char *value)
{
    char *field = p->fields + option->offset;
    if (option->kind == NCPI_VALUES)
        return add_word((struct ncpi_words *)(void *)field, value) ? NCP_OK
                                                                   : ncp_error_memory(p->err);
    if (option->kind == NCPI_FLAG)
        *(bool *)(void *)field = true;
    else
        *(const char **)(void *)field = value;
    return NCP_OK;
}

static enum ncp_code set(struct parsing *p, const struct ncpi_option *option, const char *attached)
{
    bool takes = option->kind == NCPI_VALUE || option->kind == NCPI_VALUES;
    if (option->kind == NCPI_FLAG && attached)
        return ncp_error_set(p->err, NCP_E_USAGE, "--%s takes no value", option->name);
    if (takes && !attached && !*p->argv)
        return ncp_error_set(p->err, NCP_E_USAGE, "--%s needs a value", option->name);
    if (takes && !attached)
        attached = *p->argv++;
    return store(p, option, attached ? attached : "");
}

static enum ncp_code unknown_option(struct parsing *p, struct ncp_str name)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (const struct ncpi_option *o = p->table; o->name; o++)
        ncpi_nearest_offer(&near, name, o->name);
    ncp_error_set(p->err, NCP_E_USAGE, "there is no option --%.*s", (int)name.len, name.ptr);
    if (near.name)
        ncp_error_hint(p->err, "did you mean --%s?", near.name);
    return NCP_E_USAGE;
}

static enum ncp_code parse_long(struct parsing *p, const char *text)
{
    struct ncp_str whole = ncp_str_from(text);
    size_t equals = ncp_str_find(whole, NCP_STR("="), 0);
    struct ncp_str name = ncp_str_sub(whole, 0, equals);
    const struct ncpi_option *option = p->table;
    while (option->name && !ncp_str_equal(ncp_str_from(option->name), name))
        option++;
    if (!option->name)
        return unknown_option(p, name);
    return set(p, option, equals == SIZE_MAX ? NULL : text + equals + 1);
}

static enum ncp_code parse_letters(struct parsing *p, const char *letters)
{
    enum ncp_code code = NCP_OK;
    for (; code == NCP_OK && *letters; letters++) {
        const struct ncpi_option *option = p->table;
        while (option->name && option->letter != *letters)
            option++;
        if (!option->name)
            return ncp_error_set(p->err, NCP_E_USAGE, "there is no option -%c", *letters);
        code = set(p, option, NULL);
    }
    return code;
}

enum ncp_code ncpi_options_parse(const struct ncpi_option *table, char **argv, void *fields,
                                 struct ncpi_words *operands, struct ncp_error *err)
{
    struct parsing p = {table, argv, fields, err};
    bool ended = false;
    enum ncp_code code = NCP_OK;
    while (code == NCP_OK && *p.argv) {
        const char *word = *p.argv++;
        if (ended || word[0] != '-' || word[1] == '\0')
            code = add_word(operands, word) ? NCP_OK : ncp_error_memory(err);
        else if (strcmp(word, "--") == 0)
            ended = true;
        else if (word[1] == '-')
            code = parse_long(&p, word + 2);
        else
            code = parse_letters(&p, word + 1);
    }
    return code;
}

void ncpi_options_help(const struct ncpi_option *table, struct ncp_buf *out)
{
    for (const struct ncpi_option *o = table; o->name; o++) {
        struct ncp_buf left = NCP_BUF_INIT;
        if (o->letter)
            ncp_buf_add_format(&left, "-%c, ", o->letter);
        ncp_buf_add_format(&left, "--%s", o->name);
        if (o->operand)
            ncp_buf_add_format(&left, "%s%s%s", o->kind == NCPI_MAYBE ? "[=" : " ", o->operand,
                               o->kind == NCPI_MAYBE ? "]" : "");
        ncp_buf_add_format(out, "  %-26s %s\n", left.ptr ? left.ptr : "", o->help);
        ncp_buf_free(&left);
    }
}
