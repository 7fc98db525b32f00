/* SPDX-License-Identifier: MIT */
/* Secrets from the environment and from files, wiped after use. */
#include "secret.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MAX ((size_t)64 << 10)

enum ncp_code ncpi_secret_copy(struct ncpi_secret *secret, struct ncp_str text,
                               struct ncp_error *err)
{
    char *copy = malloc(text.len + 1);
    if (!copy)
        return ncp_error_memory(err);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    secret->ptr = copy;
    secret->len = text.len;
    return NCP_OK;
}

static bool has_control(struct ncp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < 0x20 || text.ptr[i] == 0x7f)
            return true;
    return false;
}

static enum ncp_code accept(struct ncpi_secret *secret, struct ncp_str text, const char *kind,
                            const char *name, struct ncp_error *err)
{
    text = ncp_str_trim(text);
    if (text.len == 0)
        return ncp_error_set(err, NCP_E_CONFIG, "%s %s is empty", kind, name);
    if (has_control(text))
        return ncp_error_set(err, NCP_E_CONFIG, "%s %s holds a control character or several lines",
                             kind, name);
    return ncpi_secret_copy(secret, text, err);
}

enum ncp_code ncpi_secret_from_env(struct ncpi_secret *secret, const char *name,
                                   struct ncp_error *err)
{
    const char *value = getenv(name);
    if (!value)
        return ncp_error_set(err, NCP_E_CONFIG, "the environment variable %s is not set", name);
    return accept(secret, ncp_str_from(value), "the environment variable", name, err);
}

static enum ncp_code check_file(int fd, const char *path, struct ncp_error *err)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return ncp_error_set(err, NCP_E_CONFIG, "%s: %s", path, strerror(errno));
    if (!S_ISREG(st.st_mode))
        return ncp_error_set(err, NCP_E_CONFIG, "%s is no plain file", path);
    if (st.st_uid != geteuid() && st.st_uid != 0)
        return ncp_error_set(err, NCP_E_CONFIG, "%s belongs to another user", path);
    if ((st.st_mode & 077) != 0) {
        ncp_error_set(err, NCP_E_CONFIG, "%s holds a secret and is open to others", path);
        ncp_error_hint(err, "chmod 600 %s", path);
        return NCP_E_CONFIG;
    }
    return NCP_OK;
}

static ssize_t read_whole(int fd, char *buf, size_t size)
{
    size_t len = 0;
    while (len < size) {
        ssize_t n = read(fd, buf + len, size - len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        len += (size_t)n;
    }
    return (ssize_t)len;
}

static enum ncp_code read_secret(int fd, struct ncpi_secret *secret, const char *path,
                                 struct ncp_error *err)
{
    char *buf = malloc(FILE_MAX);
    if (!buf)
        return ncp_error_memory(err);
    ssize_t len = read_whole(fd, buf, FILE_MAX);
    enum ncp_code code;
    if (len < 0)
        code = ncp_error_set(err, NCP_E_CONFIG, "%s: %s", path, strerror(errno));
    else
        code = accept(secret, (struct ncp_str){buf, (size_t)len}, "the file", path, err);
    OPENSSL_cleanse(buf, FILE_MAX);
    free(buf);
    return code;
}

enum ncp_code ncpi_secret_from_file(struct ncpi_secret *secret, const char *path,
                                    struct ncp_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return ncp_error_set(err, NCP_E_CONFIG, "%s: %s", path, strerror(errno));
    enum ncp_code code = check_file(fd, path, err);
    if (code == NCP_OK)
        code = read_secret(fd, secret, path, err);
    close(fd);
    return code;
}

void ncpi_secret_free(struct ncpi_secret *secret)
{
    if (secret->ptr)
        OPENSSL_cleanse(secret->ptr, secret->len);
    free(secret->ptr);
    *secret = (struct ncpi_secret)NCPI_SECRET_INIT;
}

void ncpi_buf_wipe(struct ncp_buf *buf)
{
    if (buf->ptr)
        OPENSSL_cleanse(buf->ptr, buf->cap);
    ncp_buf_free(buf);
}
