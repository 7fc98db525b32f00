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

static bool try_program(struct ncp_buf *out, const char *dir, size_t len)
{
    ncp_buf_clear(out);
    ncp_buf_add_format(out, "%.*s/ncpost", (int)len, dir);
    return !out->failed && access(out->ptr, X_OK) == 0;
}

enum ncp_code ncpi_composer(const char *self, struct ncp_buf *out, struct ncp_error *err)
{
    const char *libexec = variable("NCPOST_LIBEXEC");
    const char *slash = strrchr(self, '/');
    if (libexec && try_program(out, libexec, strlen(libexec)))
        return NCP_OK;
    if (slash && try_program(out, self, (size_t)(slash - self)))
        return NCP_OK;
    if (try_program(out, NCP_BINDIR, strlen(NCP_BINDIR)))
        return NCP_OK;
    return ncp_error_set(err, NCP_E_INTERNAL, "the program ncpost is not where it belongs");
}
