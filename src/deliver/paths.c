/* SPDX-License-Identifier: MIT */
/* Folders and programs. */
#include "paths.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef NCP_BINDIR
#define NCP_BINDIR "/usr/local/bin"
#endif

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

enum ncp_code ncpi_state_dir(struct ncp_buf *out, struct ncp_error *err)
{
    const char *state = variable("XDG_STATE_HOME");
    const char *home = variable("HOME");
    if (state && state[0] == '/')
        ncp_buf_add_format(out, "%s/ncpost", state);
    else if (home)
        ncp_buf_add_format(out, "%s/.local/state/ncpost", home);
    else
        return ncp_error_set(err, NCP_E_CREATE,
                             "neither XDG_STATE_HOME nor HOME says where the "
                             "outbox is");
    return out->failed ? ncp_error_memory(err) : NCP_OK;
}

static bool try_program(struct ncp_buf *out, struct ncp_str dir)
{
    ncp_buf_clear(out);
    ncp_buf_add(out, dir);
    ncp_buf_add_cstr(out, "/ncpost");
    return dir.len > 0 && !out->failed && access(out->ptr, X_OK) == 0;
}

/* The folder of the running program: where the system tells, else by its name. */
static struct ncp_str own_folder(const char *self, char *buf, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", buf, size);
    struct ncp_str path = len > 0 ? (struct ncp_str){buf, (size_t)len} : ncp_str_from(self);
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path.len--;
    path.len -= path.len > 0;
    return path;
}

enum ncp_code ncpi_composer(const char *self, struct ncp_buf *out, struct ncp_error *err)
{
    char buf[4096];
    if (try_program(out, ncp_str_from(variable("NCPOST_LIBEXEC"))) ||
        try_program(out, own_folder(self, buf, sizeof buf)) ||
        try_program(out, ncp_str_from(NCP_BINDIR)))
        return NCP_OK;
    return ncp_error_set(err, NCP_E_INTERNAL, "the program ncpost is not where it belongs");
}
