/* SPDX-License-Identifier: MIT */
/* What goes to standard error. */
#include "cli.h"

#include <stdlib.h>
#include <unistd.h>

struct colours {
    const char *name, *wrong, *careful, *end;
};

/* NO_COLOR by https://no-color.org: any non-empty value. */
bool cli_colour(FILE *stream)
{
    const char *no = getenv("NO_COLOR");
    return isatty(fileno(stream)) && !(no && *no);
}

static struct colours colours(void)
{
    static const struct colours plain = {"", "", "", ""};
    static const struct colours bright = {"\033[1m", "\033[31m", "\033[33m", "\033[0m"};
    return cli_colour(stderr) ? bright : plain;
}

/* "ncpost: FILE:LINE: " */
static void print_place(const char *file, size_t line)
{
    struct colours c = colours();
    fprintf(stderr, "%sncpost:%s ", c.name, c.end);
    if (file && line > 0)
        fprintf(stderr, "%s:%zu: ", file, line);
    else if (file)
        fprintf(stderr, "%s: ", file);
}

void cli_error(const char *file, const struct ncp_error *err)
{
    struct colours c = colours();
    if (!err->message)
        return;
    print_place(file, err->line);
    fprintf(stderr, "%s%s%s", c.wrong, err->message, c.end);
    if (err->hint)
        fprintf(stderr, " (%s)", err->hint);
    fputc('\n', stderr);
}

void cli_warnings(const char *file, const json_t *warnings)
{
    struct colours c = colours();
    size_t i;
    json_t *warning;
    json_array_foreach(warnings, i, warning)
    {
        json_int_t line = json_integer_value(json_object_get(warning, "line"));
        print_place(file, line > 0 ? (size_t)line : 0);
        fprintf(stderr, "%swarning:%s %s\n", c.careful, c.end,
                json_string_value(json_object_get(warning, "message")));
    }
}

int cli_usage(const struct cli_command *command, struct ncp_error *err)
{
    int status = ncp_code_exit_status(err->code);
    cli_error(NULL, err);
    if (err->code == NCP_E_USAGE)
        fprintf(stderr, "Try 'ncpost help%s%s'.\n", command ? " " : "",
                command ? command->name : "");
    ncp_error_free(err);
    return status;
}

void cli_status_add(struct cli_status *status, enum ncp_code code)
{
    int own = ncp_code_exit_status(code);
    if (status->inputs++ == 0)
        status->status = own;
    else if (status->status != own)
        status->status = 1;
}
