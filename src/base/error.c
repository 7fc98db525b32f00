/* SPDX-License-Identifier: MIT */
/* Errors as values, and the one table of codes. */
#include "ncpost/base.h"

#include <stdlib.h>

static const struct {
    const char *name;
    int status;
} codes[] = {
    [NCP_OK] = {"ok", 0},
    [NCP_E_FOUND] = {"check-failed", 1},
    [NCP_E_USAGE] = {"usage", 2},
    [NCP_E_DATA] = {"bad-data", 65},
    [NCP_E_NOINPUT] = {"no-input", 66},
    [NCP_E_REFUSED] = {"refused", 69},
    [NCP_E_INTERNAL] = {"internal", 70},
    [NCP_E_MEMORY] = {"out-of-memory", 70},
    [NCP_E_CREATE] = {"cannot-create", 73},
    [NCP_E_IO] = {"cannot-write", 74},
    [NCP_E_TEMPFAIL] = {"not-delivered-yet", 75},
    [NCP_E_CONFIG] = {"bad-profile", 78},
};

const char *ncp_code_name(enum ncp_code code)
{
    return codes[code].name;
}

int ncp_code_exit_status(enum ncp_code code)
{
    return codes[code].status;
}

/* NULL when memory ran out: the code still tells what happened. */
static char *format_text(const char *format, va_list args)
{
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_vformat(&text, format, args);
    return text.ptr;
}

enum ncp_code ncp_error_set(struct ncp_error *err, enum ncp_code code, const char *format, ...)
{
    if (!err)
        return code;
    va_list args;
    va_start(args, format);
    char *message = format_text(format, args);
    va_end(args);
    ncp_error_free(err);
    err->code = code;
    err->message = message;
    return code;
}

void ncp_error_at(struct ncp_error *err, size_t line, size_t column)
{
    if (!err)
        return;
    err->line = line;
    err->column = column;
}

void ncp_error_hint(struct ncp_error *err, const char *format, ...)
{
    if (!err)
        return;
    va_list args;
    va_start(args, format);
    char *hint = format_text(format, args);
    va_end(args);
    free(err->hint);
    err->hint = hint;
}

enum ncp_code ncp_error_memory(struct ncp_error *err)
{
    return ncp_error_set(err, NCP_E_MEMORY, "out of memory");
}

void ncp_error_free(struct ncp_error *err)
{
    if (!err)
        return;
    free(err->message);
    free(err->hint);
    *err = (struct ncp_error)NCP_ERROR_INIT;
}
