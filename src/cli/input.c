/* SPDX-License-Identifier: MIT */
/* Files and standard input, whole. */
#include "cli.h"

#include "base/array.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 * 1024)

static enum ncp_code cannot_read(int why, struct ncp_error *err)
{
    return ncp_error_set(err, NCP_E_NOINPUT, "%s", strerror(why));
}

/* Reading a folder fails with EISDIR on some systems only. */
static enum ncp_code open_file(const char *file, int *fd, struct ncp_error *err)
{
    struct stat st;
    *fd = open(file, O_RDONLY | O_NOCTTY | O_CLOEXEC);
    if (*fd < 0)
        return cannot_read(errno, err);
    if (fstat(*fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(*fd);
        return cannot_read(EISDIR, err);
    }
    return NCP_OK;
}

static enum ncp_code read_all(int fd, size_t limit, struct ncp_buf *out, struct ncp_error *err)
{
    char chunk[CHUNK];
    while (out->len <= limit) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannot_read(errno, err);
        ncp_buf_add(out, (struct ncp_str){chunk, (size_t)got});
        if (out->failed)
            return ncp_error_memory(err);
    }
    return NCP_OK;
}

enum ncp_code cli_read(const char *file, size_t limit, struct ncp_buf *out, struct ncp_error *err)
{
    int fd = STDIN_FILENO;
    if (strcmp(file, "-") == 0)
        return read_all(fd, limit, out, err);
    enum ncp_code code = open_file(file, &fd, err);
    if (code != NCP_OK)
        return code;
    code = read_all(fd, limit, out, err);
    close(fd);
    return code;
}

enum ncp_code cli_operands(struct cli_settings *settings, struct ncp_error *err)
{
    if (settings->operands.count > 0)
        return NCP_OK;
    if (isatty(STDIN_FILENO)) {
        ncp_error_set(err, NCP_E_USAGE, "no FILE given, and standard input is a terminal");
        ncp_error_hint(err, "name a file, or '-' to type the text");
        return NCP_E_USAGE;
    }
    if (!NCPI_ROOM(&settings->operands))
        return ncp_error_memory(err);
    settings->operands.items[settings->operands.count++] = "-";
    return NCP_OK;
}
