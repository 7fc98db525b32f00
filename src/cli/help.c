/* SPDX-License-Identifier: MIT */
/* Help, from the tables. */
#include "cli.h"

#include "base/nearest.h"

#include <string.h>

#define HELP_COLUMN 30
#define HELP_WIDTH  80

/* Prints `text` in lines of HELP_WIDTH, the first of which has `used` columns
 * taken already. Help texts are ASCII, or nearly. */
static void print_wrapped(const char *text, int used, FILE *stream)
{
    if (used >= HELP_COLUMN - 1) {
        fputc('\n', stream);
        used = 0;
    }
    fprintf(stream, "%*s", HELP_COLUMN - used, "");
    int column = HELP_COLUMN;
    while (*text) {
        int len = (int)strcspn(text, " ");
        if (column > HELP_COLUMN && column + 1 + len > HELP_WIDTH) {
            fprintf(stream, "\n%*s", HELP_COLUMN, "");
            column = HELP_COLUMN;
        } else if (column > HELP_COLUMN) {
            fputc(' ', stream);
            column++;
        }
        fprintf(stream, "%.*s", len, text);
        column += len;
        text += len + (text[len] == ' ');
    }
    fputc('\n', stream);
}

static void print_option(const struct cli_option *o, FILE *stream)
{
    int used = o->letter && o->name ? fprintf(stream, "  -%c, --%s", o->letter, o->name)
               : o->letter          ? fprintf(stream, "  -%c", o->letter)
                                    : fprintf(stream, "      --%s", o->name);
    if (o->argument)
        used += fprintf(stream, "%c%s", o->name ? '=' : ' ', o->argument);
    print_wrapped(o->help, used, stream);
}

static void print_commands(FILE *stream)
{
    fprintf(stream, "usage: ncpost COMMAND [OPTION...] [FILE...]\n\n"
                    "Writes the caption for a social post from a long article, in the article's "
                    "own words.\n\n");
    for (const struct cli_command *c = cli_commands; c->name; c++)
        print_wrapped(c->summary, fprintf(stream, "  %s", c->name), stream);
    fprintf(stream, "\nFILE may be - for standard input. 'ncpost help COMMAND' says more.\n"
                    "  ncpost caption article.md\n"
                    "  ncpost hashtags --suggest article.md\n");
}

void cli_print_help(const struct cli_command *command, FILE *stream)
{
    if (!command) {
        print_commands(stream);
        return;
    }
    fprintf(stream, "usage: ncpost %s %s%s\n\n%s\n", command->name,
            command->groups[0] && command->groups[0] != &cli_common_options ? "[OPTION...] " : "",
            command->operands, command->summary);
    if (command->help)
        fprintf(stream, "\n%s\n", command->help);
    fputc('\n', stream);
    for (size_t g = 0; g < CLI_GROUPS_MAX && command->groups[g]; g++)
        for (size_t i = 0; i < command->groups[g]->count; i++)
            print_option(&command->groups[g]->items[i], stream);
}

int cli_help(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    const char *name = settings->operands.count ? settings->operands.items[0] : NULL;
    const struct cli_command *command = name ? cli_command_find(name) : NULL;
    char *help[] = {(char[]){"help"}, (char[]){"--help"}, NULL};
    if (name && !command) {
        for (const struct cli_command *c = cli_commands; c->name; c++)
            ncpi_nearest_offer(&near, ncp_str_from(name), c->name);
        ncp_error_set(&err, NCP_E_USAGE, "unknown command %s", name);
        if (near.name)
            ncp_error_hint(&err, "did you mean ncpost help %s?", near.name);
        return cli_usage(NULL, &err);
    }
    if (command && command->forward) {
        help[0] = (char[]){"help"};
        return command->forward((char *[]){(char *)(uintptr_t)name, help[1], NULL});
    }
    cli_print_help(command, stdout);
    return 0;
}
