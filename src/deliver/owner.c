/* SPDX-License-Identifier: MIT */
/* The lock that a sender holds for its life. */
#include "owner.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/rand.h>
#include <string.h>
#include <unistd.h>

static struct flock byte_lock(int64_t id)
{
    struct flock lock;
    memset(&lock, 0, sizeof lock);
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = (off_t)id;
    lock.l_len = 1;
    return lock;
}

/* 1 to 2^31 - 2: fits any off_t. */
static bool random_id(int64_t *id)
{
    uint32_t n;
    if (RAND_bytes((unsigned char *)&n, sizeof n) != 1)
        return false;
    *id = 1 + (int64_t)(n % 0x7ffffffeu);
    return true;
}

static enum ncp_code take_byte(struct ncpi_owner *owner, const char *path, struct ncp_error *err)
{
    for (int tries = 0; tries < 100; tries++) {
        if (!random_id(&owner->id))
            return ncp_error_set(err, NCP_E_INTERNAL, "no random numbers");
        struct flock lock = byte_lock(owner->id);
        if (fcntl(owner->fd, F_SETLK, &lock) == 0)
            return NCP_OK;
        if (errno != EACCES && errno != EAGAIN)
            break;
    }
    return ncp_error_set(err, NCP_E_CREATE, "%s: cannot lock: %s", path, strerror(errno));
}

enum ncp_code ncpi_owner_open(struct ncpi_owner *owner, const char *path, struct ncp_error *err)
{
    owner->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (owner->fd < 0)
        return ncp_error_set(err, NCP_E_CREATE, "%s: %s", path, strerror(errno));
    enum ncp_code code = take_byte(owner, path, err);
    if (code != NCP_OK)
        ncpi_owner_close(owner);
    return code;
}

bool ncpi_owner_lives(const struct ncpi_owner *owner, int64_t id)
{
    if (id == owner->id)
        return true;
    struct flock lock = byte_lock(id);
    if (fcntl(owner->fd, F_GETLK, &lock) != 0)
        return true;
    return lock.l_type != F_UNLCK;
}

void ncpi_owner_close(struct ncpi_owner *owner)
{
    if (owner->fd >= 0)
        close(owner->fd);
    *owner = (struct ncpi_owner)NCPI_OWNER_INIT;
}
