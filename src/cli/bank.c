/* SPDX-License-Identifier: MIT */
/* The bank of hashtags: where it is, and hashtags --learn, --forget, --ban. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the file ---------------------------------------------------------------------------------
 */

/* XDG Base Directory Specification 0.8: what is not absolute is ignored. */
static void default_path(struct ncp_buf *path)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (state && state[0] == '/')
        ncp_buf_add_format(path, "%s/ncpost/hashtags.bank", state);
    else if (home && home[0] == '/')
        ncp_buf_add_format(path, "%s/.local/state/ncpost/hashtags.bank", home);
}

static void bank_path(const struct cli_settings *settings, struct ncp_buf *path)
{
    if (settings->bank_file)
        ncp_buf_add_cstr(path, settings->bank_file);
    else
        default_path(path);
}

/* The folders above `path`, those that lack made for nobody else. */
static enum ncp_code make_folders(char *path, struct ncp_error *err)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0700) == 0 || errno == EEXIST || errno == EISDIR;
        if (!made)
            ncp_error_set(err, NCP_E_CREATE, "cannot create %s: %s", path, strerror(errno));
        *slash = '/';
        if (!made)
            return NCP_E_CREATE;
    }
    return NCP_OK;
}

static enum ncp_code read_bank(const char *path, struct ncp_buf *text, struct ncp_bank **out,
                               struct ncp_error *err)
{
    struct ncp_bank *bank = NULL;
    enum ncp_code code = cli_read(path, SIZE_MAX - 1, text, err);
    if (code == NCP_OK)
        code = ncp_bank_new(&bank, err);
    if (code == NCP_OK)
        code = ncp_bank_read(bank, ncp_buf_str(text), err);
    if (code == NCP_OK)
        *out = bank;
    else
        ncp_bank_free(bank);
    return code;
}

static int report(const char *file, enum ncp_code code, struct ncp_error *err)
{
    if (code != NCP_OK)
        cli_error(file, err);
    ncp_error_free(err);
    return ncp_code_exit_status(code);
}

int cli_bank_open(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_buf path = NCP_BUF_INIT, text = NCP_BUF_INIT;
    enum ncp_code code = NCP_OK;
    bank_path(settings, &path);
    bool there = settings->bank_file || (path.len > 0 && access(path.ptr, F_OK) == 0);
    if (there && !settings->no_bank)
        code = path.failed ? ncp_error_memory(&err)
                           : read_bank(path.ptr, &text, &settings->bank, &err);
    int status = report(path.ptr, code, &err);
    ncp_buf_free(&path);
    ncp_buf_free(&text);
    return status;
}

/* ---- changing it
 * --------------------------------------------------------------------------------- */

static enum ncp_code write_bank(const char *path, struct ncp_str before,
                                const struct ncp_bank *bank, struct ncp_error *err)
{
    struct ncp_buf text = NCP_BUF_INIT;
    struct cli_output out = {.path = NULL};
    enum ncp_code code = ncp_bank_write(bank, &text, err);
    if (code == NCP_OK && !ncp_str_equal(before, ncp_buf_str(&text))) {
        code = cli_output_open(&out, path, err);
        if (code == NCP_OK) {
            code = cli_output_write(&out, ncp_buf_str(&text), err);
            enum ncp_code closed =
                cli_output_close(&out, code == NCP_OK, code == NCP_OK ? err : NULL);
            code = code == NCP_OK ? closed : code;
        }
    }
    ncp_buf_free(&text);
    return code;
}

static void learn_files(struct cli_settings *settings, struct ncp_bank *bank,
                        struct cli_status *status)
{
    for (size_t i = 0; i < settings->operands.count; i++) {
        struct ncp_error err = NCP_ERROR_INIT;
        const char *file = settings->operands.items[i];
        enum ncp_code code = cli_learn_file(settings, file, bank, &err);
        cli_status_add(status, code);
        report(cli_shown_name(file), code, &err);
    }
}

static enum ncp_code forget_and_ban(const struct cli_settings *settings, struct ncp_bank *bank,
                                    struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    size_t posts;
    for (size_t i = 0; code == NCP_OK && i < settings->forget.count; i++)
        code = ncp_bank_forget(bank, ncp_str_from(settings->forget.items[i]), &posts, err);
    for (size_t i = 0; code == NCP_OK && i < settings->ban.count; i++)
        code = ncp_bank_ban(bank, ncp_str_from(settings->ban.items[i]), err);
    return code;
}

static enum ncp_code open_for_change(struct ncp_buf *path, struct ncp_buf *text,
                                     struct ncp_bank **bank, struct ncp_error *err)
{
    if (path->failed)
        return ncp_error_memory(err);
    if (path->len == 0)
        return ncp_error_set(err, NCP_E_CREATE, "no place for the bank: set HOME, or use --bank");
    enum ncp_code code = make_folders(path->ptr, err);
    if (code != NCP_OK)
        return code;
    return access(path->ptr, F_OK) == 0 ? read_bank(path->ptr, text, bank, err)
                                        : ncp_bank_new(bank, err);
}

static enum ncp_code check_use(struct cli_settings *settings, struct ncp_error *err)
{
    if (settings->no_bank)
        return ncp_error_set(err, NCP_E_USAGE,
                             "--no-bank cannot stand beside --learn, --forget or --ban");
    if (settings->learn)
        return cli_operands(settings, err);
    return settings->operands.count == 0
               ? NCP_OK
               : ncp_error_set(err, NCP_E_USAGE, "--forget and --ban take no FILE without --learn");
}

int cli_bank_change(struct cli_settings *settings)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_buf path = NCP_BUF_INIT, text = NCP_BUF_INIT;
    struct ncp_bank *bank = NULL;
    struct cli_status learnt = CLI_STATUS_INIT;
    if (check_use(settings, &err) != NCP_OK)
        return cli_usage(cli_command_find("hashtags"), &err);
    bank_path(settings, &path);
    enum ncp_code code = open_for_change(&path, &text, &bank, &err);
    if (code == NCP_OK && settings->learn)
        learn_files(settings, bank, &learnt);
    if (code == NCP_OK)
        code = forget_and_ban(settings, bank, &err);
    if (code == NCP_OK)
        code = write_bank(path.ptr, ncp_buf_str(&text), bank, &err);
    bool about_file = code == NCP_E_CONFIG || code == NCP_E_NOINPUT;
    int status = report(about_file ? path.ptr : NULL, code, &err);
    ncp_bank_free(bank);
    ncp_buf_free(&path);
    ncp_buf_free(&text);
    return status != 0 ? status : learnt.status;
}
