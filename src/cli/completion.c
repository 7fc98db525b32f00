/* SPDX-License-Identifier: MIT */
/* ncpost completion: shell completions, from the tables. */
#include "cli.h"

#include <string.h>

static void each_option(const struct cli_command *c,
                        void (*print)(const struct cli_command *, const struct cli_option *))
{
    for (size_t g = 0; g < CLI_GROUPS_MAX && c->groups[g]; g++)
        for (size_t i = 0; i < c->groups[g]->count; i++)
            if (c->groups[g]->items[i].name)
                print(c, &c->groups[g]->items[i]);
}

static void print_command_names(void)
{
    for (const struct cli_command *c = cli_commands; c->name; c++)
        printf("%s%s", c == cli_commands ? "" : " ", c->name);
}

/* ---- bash -------------------------------------------------------------------------------- */

static void bash_option(const struct cli_command *c, const struct cli_option *o)
{
    (void)c;
    printf(" --%s%s", o->name, o->kind == OPTION_FLAG ? "" : "=");
}

static void print_bash(void)
{
    printf("_ncpost() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} options\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W '");
    print_command_names();
    printf(" --help --version' -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    case ${COMP_WORDS[1]} in\n");
    for (const struct cli_command *c = cli_commands; c->name; c++) {
        printf("    %s) options='", c->name);
        each_option(c, bash_option);
        printf("' ;;\n");
    }
    printf("    esac\n"
           "    case $word in\n"
           "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
           "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
           "    esac\n"
           "    case ${COMPREPLY[0]} in *=) compopt -o nospace ;; esac\n"
           "}\n"
           "complete -o filenames -F _ncpost ncpost\n");
}

/* ---- zsh ----------------------------------------------------------------------------------- */

/* Inside single quotes, where square brackets and colons mean something. */
static void print_zsh_text(const char *text)
{
    for (; *text; text++) {
        if (strchr("[]:\\", *text))
            putchar('\\');
        if (*text == '\'')
            printf("'\\'");
        putchar(*text);
    }
}

static void zsh_option(const struct cli_command *c, const struct cli_option *o)
{
    (void)c;
    printf(" \\\n            '%s--%s%s[", o->kind == OPTION_LIST ? "*" : "", o->name,
           o->kind == OPTION_FLAG ? "" : "=");
    print_zsh_text(o->help);
    printf("]");
    if (o->words) {
        printf(":value:(");
        for (size_t i = 0; o->words[i]; i++)
            printf("%s%s", i ? " " : "", o->words[i]);
        printf(")");
    } else if (o->kind != OPTION_FLAG) {
        printf(":%s:", o->argument);
        if (strcmp(o->argument, "FILE") == 0)
            printf("_files");
    }
    printf("'");
}

static void print_zsh(void)
{
    printf("#compdef ncpost\n"
           "_ncpost() {\n"
           "    if (( CURRENT == 2 )); then\n"
           "        local -a commands=(");
    for (const struct cli_command *c = cli_commands; c->name; c++) {
        printf("\n            '%s:", c->name);
        print_zsh_text(c->summary);
        printf("'");
    }
    printf("\n        )\n"
           "        _describe command commands\n"
           "        return\n"
           "    fi\n"
           "    local command=$words[2]\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $command in\n");
    for (const struct cli_command *c = cli_commands; c->name; c++) {
        printf("    %s)\n        _arguments", c->name);
        each_option(c, zsh_option);
        printf(" \\\n            '*:file:_files' ;;\n");
    }
    printf("    esac\n"
           "}\n"
           "_ncpost \"$@\"\n");
}

/* ---- fish ------------------------------------------------------------------------------------ */

static void print_fish_text(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
}

static void fish_option(const struct cli_command *c, const struct cli_option *o)
{
    printf("complete -c ncpost -n '__fish_seen_subcommand_from %s' -l %s", c->name, o->name);
    if (o->letter)
        printf(" -s %c", o->letter);
    if (o->kind != OPTION_FLAG)
        printf(" -r");
    if (o->words) {
        printf(" -f -a '");
        for (size_t i = 0; o->words[i]; i++)
            printf("%s%s", i ? " " : "", o->words[i]);
        printf("'");
    }
    printf(" -d '");
    print_fish_text(o->help);
    printf("'\n");
}

static void print_fish(void)
{
    for (const struct cli_command *c = cli_commands; c->name; c++) {
        printf("complete -c ncpost -n __fish_use_subcommand -f -a %s -d '", c->name);
        print_fish_text(c->summary);
        printf("'\n");
        each_option(c, fish_option);
    }
}

/* ---- the command
 * --------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    void (*print)(void);
} shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};

int cli_completion(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    const char *shell = settings->operands.count == 1 ? settings->operands.items[0] : "";
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].print();
            return 0;
        }
    ncp_error_set(&err, NCP_E_USAGE, "name one shell: bash, zsh or fish");
    return cli_usage(cli_command_find("completion"), &err);
}
