/* SPDX-License-Identifier: MIT */
/* Running another program of ours, with files in place of pipes: neither side
 * can wait for the other. */
#include "child.h"

#include "paths.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define OUTPUT_MAX ((size_t)512 << 20)

extern char **environ;

static bool spawn(const char *const *argv, int in, int out, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    /* posix_spawn() promises not to change what argv points to. */
    char *const *words = (char *const *)(uintptr_t)argv;
    bool ok = posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO) == 0 &&
              posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO) == 0 &&
              posix_spawn(child, argv[0], &actions, NULL, words, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    return ok;
}

static void await(pid_t child, int *status)
{
    int raw = 0;
    while (waitpid(child, &raw, 0) < 0 && errno == EINTR)
        continue;
    *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

static bool read_all(FILE *file, struct ncp_buf *out)
{
    char block[65536];
    size_t n;
    rewind(file);
    while ((n = fread(block, 1, sizeof block, file)) > 0) {
        ncp_buf_add(out, (struct ncp_str){block, n});
        if (out->failed || out->len > OUTPUT_MAX)
            return false;
    }
    return !ferror(file);
}

static bool write_all(FILE *file, struct ncp_str text)
{
    if (text.len > 0 && fwrite(text.ptr, 1, text.len, file) != text.len)
        return false;
    return fflush(file) == 0 && lseek(fileno(file), 0, SEEK_SET) == 0;
}

static enum ncp_code run(const char *const *argv, struct ncp_str input, struct ncp_buf *out,
                         int *status, struct ncp_error *err)
{
    FILE *in = tmpfile();
    FILE *result = tmpfile();
    pid_t child;
    enum ncp_code code = NCP_OK;
    if (!in || !result || !write_all(in, input))
        code = ncp_error_set(err, NCP_E_IO, "temporary file: %s", strerror(errno));
    else if (!spawn(argv, fileno(in), fileno(result), &child))
        code = ncp_error_set(err, NCP_E_INTERNAL, "%s: %s", argv[0], strerror(errno));
    if (code == NCP_OK) {
        await(child, status);
        if (!read_all(result, out))
            code = ncp_error_set(err, NCP_E_INTERNAL, "%s: its output cannot be read", argv[0]);
    }
    if (in)
        fclose(in);
    if (result)
        fclose(result);
    return code;
}

enum ncp_code ncpi_child_run(const char *self, const char **argv, struct ncp_str input,
                             struct ncp_buf *out, int *status, struct ncp_error *err)
{
    struct ncp_buf program = NCP_BUF_INIT;
    enum ncp_code code = ncpi_composer(self, &program, err);
    argv[0] = program.ptr;
    if (code == NCP_OK)
        code = run(argv, input, out, status, err);
    argv[0] = NULL;
    ncp_buf_free(&program);
    return code;
}
