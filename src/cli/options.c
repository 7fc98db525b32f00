/* SPDX-License-Identifier: MIT */
/* Reading the command line by the option tables. */
#include "cli.h"

#include "base/array.h"
#include "base/nearest.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- looking up ------------------------------------------------------------------------- */

static const struct cli_option *find_option(const struct cli_command *command, struct ncp_str name,
                                            char letter)
{
    for (size_t g = 0; g < CLI_GROUPS_MAX && command->groups[g]; g++)
        for (size_t i = 0; i < command->groups[g]->count; i++) {
            const struct cli_option *o = &command->groups[g]->items[i];
            bool named = o->name && ncp_str_equal(name, ncp_str_from(o->name));
            if (letter ? o->letter == letter : named)
                return o;
        }
    return NULL;
}

static enum ncp_code unknown_option(const struct cli_command *command, struct ncp_str name,
                                    struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (size_t g = 0; g < CLI_GROUPS_MAX && command->groups[g]; g++)
        for (size_t i = 0; i < command->groups[g]->count; i++)
            if (command->groups[g]->items[i].name)
                ncpi_nearest_offer(&near, name, command->groups[g]->items[i].name);
    ncp_error_set(err, NCP_E_USAGE, "unknown option --%.*s", (int)name.len, name.ptr);
    if (near.name)
        ncp_error_hint(err, "did you mean --%s?", near.name);
    return NCP_E_USAGE;
}

/* ---- values --------------------------------------------------------------------------------- */

static bool add_to_list(struct cli_list *list, const char *item)
{
    if (!NCPI_ROOM(list))
        return false;
    list->items[list->count++] = item;
    return true;
}

static enum ncp_code set_number(const struct cli_option *o, const char *value, size_t *field,
                                struct ncp_error *err)
{
    static const char units[] = "KMG";
    char *end;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    const char *unit = *end && o->kind == OPTION_SIZE ? strchr(units, *end) : NULL;
    for (size_t i = 0; unit && i <= (size_t)(unit - units) && number <= ULLONG_MAX / 1024; i++)
        number *= 1024;
    if (unit)
        end++;
    bool digits = value[0] >= '0' && value[0] <= '9';
    if (!digits || *end || errno || number == 0 || number > SIZE_MAX)
        return ncp_error_set(err, NCP_E_USAGE, "--%s takes a whole number from 1 up, not '%s'",
                             o->name, value);
    *field = (size_t)number;
    return NCP_OK;
}

static enum ncp_code set_word(const struct cli_option *o, const char *value, int *field,
                              struct ncp_error *err)
{
    struct ncp_buf all = NCP_BUF_INIT;
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (int i = 0; o->words[i]; i++) {
        if (strcmp(o->words[i], value) == 0) {
            *field = i;
            ncp_buf_free(&all);
            return NCP_OK;
        }
        ncpi_nearest_offer(&near, ncp_str_from(value), o->words[i]);
        ncp_buf_add_format(&all, "%s%s", i ? ", " : "", o->words[i]);
    }
    ncp_error_set(err, NCP_E_USAGE, "--%s takes one of %s, not '%s'", o->name, all.ptr, value);
    if (near.name)
        ncp_error_hint(err, "did you mean --%s=%s?", o->name, near.name);
    ncp_buf_free(&all);
    return NCP_E_USAGE;
}

static enum ncp_code set_value(const struct cli_option *o, const char *value,
                               struct cli_settings *settings, struct ncp_error *err)
{
    void *field = (char *)settings + o->offset;
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)field = true;
        return NCP_OK;
    case OPTION_TEXT:
        *(const char **)field = value;
        return NCP_OK;
    case OPTION_LIST:
        return add_to_list(field, value) ? NCP_OK : ncp_error_memory(err);
    case OPTION_COUNT:
    case OPTION_SIZE:
        return set_number(o, value, field, err);
    case OPTION_WORD:
        return set_word(o, value, field, err);
    }
    return NCP_E_INTERNAL;
}

/* ---- the arguments -----------------------------------------------------------------------------
 */

static enum ncp_code no_value(const struct cli_option *o, struct ncp_error *err)
{
    return ncp_error_set(err, NCP_E_USAGE, "--%s needs a value: --%s=%s", o->name, o->name,
                         o->argument);
}

/* "--name", "--name=value", "--name value"; `*argv` moves on over a value. */
static enum ncp_code parse_long(const struct cli_command *command, char ***argv,
                                struct cli_settings *settings, struct ncp_error *err)
{
    const char *word = **argv + 2, *equals = strchr(word, '=');
    struct ncp_str name = {word, equals ? (size_t)(equals - word) : strlen(word)};
    const struct cli_option *o = find_option(command, name, '\0');
    if (!o)
        return unknown_option(command, name, err);
    if (o->kind == OPTION_FLAG && equals)
        return ncp_error_set(err, NCP_E_USAGE, "--%s takes no value", o->name);
    if (o->kind == OPTION_FLAG || equals)
        return set_value(o, equals ? equals + 1 : NULL, settings, err);
    if (!(*argv)[1])
        return no_value(o, err);
    ++*argv;
    return set_value(o, **argv, settings, err);
}

/* "-x", "-xy", "-xvalue", "-x value". */
static enum ncp_code parse_short(const struct cli_command *command, char ***argv,
                                 struct cli_settings *settings, struct ncp_error *err)
{
    for (const char *at = **argv + 1; *at; at++) {
        const struct cli_option *o = find_option(command, (struct ncp_str){NULL, 0}, *at);
        if (!o)
            return ncp_error_set(err, NCP_E_USAGE, "unknown option -%c", *at);
        if (o->kind != OPTION_FLAG && at[1])
            return set_value(o, at + 1, settings, err);
        if (o->kind != OPTION_FLAG) {
            if (!(*argv)[1])
                return no_value(o, err);
            ++*argv;
            return set_value(o, **argv, settings, err);
        }
        enum ncp_code code = set_value(o, NULL, settings, err);
        if (code != NCP_OK)
            return code;
    }
    return NCP_OK;
}

enum ncp_code cli_parse(const struct cli_command *command, char **argv,
                        struct cli_settings *settings, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    bool options = true;
    for (; *argv && code == NCP_OK; argv++) {
        if (options && strcmp(*argv, "--") == 0)
            options = false;
        else if (options && strncmp(*argv, "--", 2) == 0)
            code = parse_long(command, &argv, settings, err);
        else if (options && (*argv)[0] == '-' && (*argv)[1])
            code = parse_short(command, &argv, settings, err);
        else if (!add_to_list(&settings->operands, *argv))
            code = ncp_error_memory(err);
    }
    return code;
}

void cli_settings_free(struct cli_settings *settings)
{
    free(settings->operands.items);
    free(settings->tags.items);
    free(settings->forget.items);
    free(settings->ban.items);
    ncp_bank_free(settings->bank);
    free(settings->found.items);
    ncpi_profile_free(&settings->profile);
}
