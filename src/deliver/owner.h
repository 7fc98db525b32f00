/* SPDX-License-Identifier: MIT */
#ifndef NCPI_OWNER_H
#define NCPI_OWNER_H

/* Who is sending, and whether it still lives. A sender holds an advisory lock
 * on one byte of a file, at an offset that is its id; the kernel lets go of it
 * when the process ends, however it ends. No clock is asked. */

#include "ncpost/base.h"

struct ncpi_owner {
    int fd;
    int64_t id;
};

#define NCPI_OWNER_INIT \
    {                   \
        -1, 0           \
    }

/* Opens (makes) the lock file at `path` and takes a byte that nobody holds.
 * A process opens one path once only: POSIX drops all its locks on the file
 * with the first descriptor that it closes. */
NCP_CHECK enum ncp_code ncpi_owner_open(struct ncpi_owner *owner, const char *path,
                                        struct ncp_error *err);

/* True while another process, or this one, holds the byte `id`. When in doubt
 * (the lock cannot be asked): true. */
bool ncpi_owner_lives(const struct ncpi_owner *owner, int64_t id);

void ncpi_owner_close(struct ncpi_owner *owner);

#endif
