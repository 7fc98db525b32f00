/* SPDX-License-Identifier: MIT */
/* Results: to standard output, or to a file that is there whole or not at all. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum ncp_code cannot_write(const struct cli_output *out, int why, struct ncp_error *err)
{
    if (why == EPIPE) { /* whoever read has left; nobody needs to be told */
        ncp_error_free(err);
        return NCP_E_IO;
    }
    return ncp_error_set(err, NCP_E_IO, "cannot write %s: %s",
                         out->path ? out->path : "standard output", strerror(why));
}

static char *aside_name(const char *path)
{
    struct ncp_buf name = NCP_BUF_INIT;
    ncp_buf_add_format(&name, "%s.XXXXXX", path);
    if (!name.failed)
        return name.ptr;
    ncp_buf_free(&name);
    return NULL;
}

/* The permissions that a plain creation would have given. */
static void set_mode(int fd)
{
    mode_t mask = umask(0);
    umask(mask);
    (void)fchmod(fd, 0666 & ~mask);
}

enum ncp_code cli_output_open(struct cli_output *out, const char *path, struct ncp_error *err)
{
    *out = (struct cli_output){.stream = stdout, .path = path};
    if (!path || strcmp(path, "-") == 0) {
        out->path = NULL;
        return NCP_OK;
    }
    out->aside = aside_name(path);
    int fd = out->aside ? mkstemp(out->aside) : -1;
    out->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (out->stream) {
        set_mode(fd);
        return NCP_OK;
    }
    enum ncp_code code =
        out->aside ? ncp_error_set(err, NCP_E_CREATE, "cannot create %s: %s", path, strerror(errno))
                   : ncp_error_memory(err);
    if (fd >= 0) {
        close(fd);
        unlink(out->aside);
    }
    free(out->aside);
    out->aside = NULL;
    return code;
}

enum ncp_code cli_output_write(struct cli_output *out, struct ncp_str text, struct ncp_error *err)
{
    if (text.len > 0 && fwrite(text.ptr, 1, text.len, out->stream) != text.len)
        return cannot_write(out, errno, err);
    return NCP_OK;
}

enum ncp_code cli_output_flush(struct cli_output *out, struct ncp_error *err)
{
    return fflush(out->stream) == 0 ? NCP_OK : cannot_write(out, errno, err);
}

static enum ncp_code put_in_place(struct cli_output *out, struct ncp_error *err)
{
    if (fflush(out->stream) != 0 || fsync(fileno(out->stream)) != 0)
        return cannot_write(out, errno, err);
    if (rename(out->aside, out->path) != 0)
        return ncp_error_set(err, NCP_E_CREATE, "cannot create %s: %s", out->path, strerror(errno));
    return NCP_OK;
}

enum ncp_code cli_output_close(struct cli_output *out, bool keep, struct ncp_error *err)
{
    if (!out->aside)
        return keep ? cli_output_flush(out, err) : NCP_OK;
    enum ncp_code code = keep ? put_in_place(out, err) : NCP_OK;
    fclose(out->stream);
    if (!keep || code != NCP_OK)
        unlink(out->aside);
    free(out->aside);
    out->aside = NULL;
    return code;
}
