/* SPDX-License-Identifier: MIT */
/* The helper programs: in $NCPOST_LIBEXEC, beside ncpost itself (the build
 * tree), then in the libexec folder it was built for; never in PATH. */
#include "delegate.h"

#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef NCP_LIBEXECDIR
#define NCP_LIBEXECDIR "/usr/local/libexec/ncpost"
#endif

#define LINK_MAX_BYTES 4096

/* The folder of the running program, where the system tells; else empty. */
static void own_folder(struct ncp_buf *out)
{
    char path[LINK_MAX_BYTES];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    if (len <= 0)
        return;
    while (len > 0 && path[len - 1] != '/')
        len--;
    ncp_buf_add(out, (struct ncp_str){path, len > 0 ? (size_t)len - 1 : 0});
}

/* Replaces this program by FOLDER/NAME; comes back if it cannot. */
static void try_folder(struct ncp_str folder, const char *name, char **argv)
{
    struct ncp_buf path = NCP_BUF_INIT;
    if (folder.len == 0)
        return;
    ncp_buf_add(&path, folder);
    ncp_buf_add_format(&path, "/%s", name);
    if (!path.failed && access(path.ptr, X_OK) == 0)
        execv(path.ptr, argv);
    ncp_buf_free(&path);
}

static int delegate(const char *name, char **argv)
{
    struct ncp_buf beside = NCP_BUF_INIT;
    struct ncp_error err = NCP_ERROR_INIT;
    own_folder(&beside);
    try_folder(ncp_str_from(getenv("NCPOST_LIBEXEC")), name, argv);
    try_folder(ncp_buf_str(&beside), name, argv);
    try_folder(NCP_STR(NCP_LIBEXECDIR), name, argv);
    ncp_buf_free(&beside);
    ncp_error_set(&err, NCP_E_INTERNAL, "cannot start %s", name);
    ncp_error_hint(&err, "it belongs in %s; NCPOST_LIBEXEC names another folder", NCP_LIBEXECDIR);
    return cli_usage(NULL, &err);
}

int cli_delegate_post(char **argv)
{
    size_t count = 0;
    while (argv[count])
        count++;
    char **with_name = calloc(count + 2, sizeof *with_name);
    struct ncp_error err = NCP_ERROR_INIT;
    if (!with_name) {
        ncp_error_memory(&err);
        return cli_usage(NULL, &err);
    }
    with_name[0] = (char *)(uintptr_t) "ncpost-post";
    memcpy(with_name + 1, argv, count * sizeof *argv);
    int status = delegate("ncpost-post", with_name);
    free(with_name);
    return status;
}
