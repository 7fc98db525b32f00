/* SPDX-License-Identifier: MIT */
/* Finding and reading the profile. */
#include "profile.h"

#include "article/yaml.h"
#include "schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "ncpost.yaml"

/* ---- finding ------------------------------------------------------------------------------ */

static bool exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

/* `dir` and `name` as one path, malloc'd; NULL when memory runs out. */
static char *join(const char *dir, const char *name)
{
    struct ncp_buf path = NCP_BUF_INIT;
    bool slash = dir[0] != '\0' && dir[strlen(dir) - 1] == '/';
    ncp_buf_add_format(&path, "%s%s%s", dir, slash ? "" : "/", name);
    if (path.failed)
        ncp_buf_free(&path);
    return path.ptr;
}

static bool has(const char *dir, const char *name)
{
    char *path = join(dir, name);
    bool found = path && exists(path);
    free(path);
    return found;
}

/* From `dir` upwards, `dir` itself being shortened. */
static char *look_upwards(char *dir, const char *home)
{
    for (;;) {
        if (has(dir, FILE_NAME))
            return join(dir, FILE_NAME);
        bool at_home = home && strcmp(dir, home) == 0;
        char *slash = strrchr(dir, '/');
        if (at_home || has(dir, ".git") || has(dir, ".hg") || !slash || strcmp(dir, "/") == 0)
            return NULL;
        slash[slash == dir] = '\0';
    }
}

static char *working_directory(void)
{
    size_t size = 256;
    char *buf = NULL;
    for (;;) {
        char *larger = realloc(buf, size);
        if (!larger)
            break;
        buf = larger;
        if (getcwd(buf, size))
            return buf;
        if (errno != ERANGE || size > SIZE_MAX / 2)
            break;
        size *= 2;
    }
    free(buf);
    return NULL;
}

static char *look_in_config(const struct ncpi_profile_places *places)
{
    char *base = places->config_home && places->config_home[0] == '/' ? strdup(places->config_home)
                 : places->home ? join(places->home, ".config")
                                : NULL;
    char *path = base ? join(base, "ncpost/profile.yaml") : NULL;
    free(base);
    if (path && exists(path))
        return path;
    free(path);
    return NULL;
}

enum ncp_code ncpi_profile_find(const struct ncpi_profile_places *places, char **path,
                                struct ncp_error *err)
{
    *path = NULL;
    if (places->named) {
        *path = strdup(places->named);
        return *path ? NCP_OK : ncp_error_memory(err);
    }
    char *dir = working_directory();
    if (dir)
        *path = look_upwards(dir, places->home);
    free(dir);
    if (!*path)
        *path = look_in_config(places);
    return NCP_OK;
}

/* ---- reading ------------------------------------------------------------------------------- */

static enum ncp_code read_file(const char *path, struct ncp_buf *out, struct ncp_error *err)
{
    char block[16384];
    size_t n;
    FILE *file = fopen(path, "rb");
    if (!file)
        return ncp_error_set(err, NCP_E_CONFIG, "%s: %s", path, strerror(errno));
    while (out->len <= (size_t)1 << 20 && (n = fread(block, 1, sizeof block, file)) > 0)
        ncp_buf_add(out, (struct ncp_str){block, n});
    bool failed = ferror(file) != 0;
    fclose(file);
    if (failed)
        return ncp_error_set(err, NCP_E_CONFIG, "%s: cannot be read", path);
    return out->failed ? ncp_error_memory(err) : NCP_OK;
}

/* Puts the file before the message: an error has line and column, no name. */
static enum ncp_code name_file(const char *path, struct ncp_error *err)
{
    if (!err || !err->message)
        return NCP_E_CONFIG;
    struct ncp_error named = NCP_ERROR_INIT;
    if (err->line > 0)
        ncp_error_set(&named, NCP_E_CONFIG, "%s:%zu:%zu: %s", path, err->line, err->column,
                      err->message);
    else
        ncp_error_set(&named, NCP_E_CONFIG, "%s: %s", path, err->message);
    named.hint = err->hint;
    err->hint = NULL;
    ncp_error_free(err);
    *err = named;
    return named.code;
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return strdup(".");
    return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* A key that stands twice is a mistake here, not a matter of taste. */
static enum ncp_code refuse_repeats(json_t *warnings, struct ncp_error *err)
{
    json_t *first = json_array_get(warnings, 0);
    if (!first)
        return NCP_OK;
    const char *message = json_string_value(json_object_get(first, "message"));
    ncp_error_set(err, NCP_E_CONFIG, "%s", message ? message : "a key stands here twice");
    ncp_error_at(err, (size_t)json_integer_value(json_object_get(first, "line")), 1);
    return NCP_E_CONFIG;
}

/* The profile in `text`: an object, {} where there is nothing. */
static enum ncp_code parse(struct ncp_str text, json_t **values, struct ncp_error *err)
{
    json_t *marks = NULL;
    json_t *warnings = json_array();
    enum ncp_code code = ncpi_yaml_read(text, 1, NCPI_YAML_PROFILE, values, &marks, warnings, err);
    if (code == NCP_OK)
        code = refuse_repeats(warnings, err);
    if (code == NCP_OK && json_is_null(*values)) {
        json_decref(*values);
        *values = json_object();
    }
    if (code == NCP_OK && !json_is_object(*values))
        code = ncp_error_set(err, NCP_E_CONFIG, "the top of a profile is a map of keys");
    if (code == NCP_OK)
        code = ncpi_schema_check(*values, json_object_get(marks, "in"), ncpi_profile_keys, err);
    json_decref(marks);
    json_decref(warnings);
    return code;
}

enum ncp_code ncpi_profile_read(const char *path, struct ncpi_profile *out, struct ncp_error *err)
{
    struct ncp_buf text = NCP_BUF_INIT;
    struct ncpi_profile profile = NCPI_PROFILE_INIT;
    enum ncp_code code = read_file(path, &text, err);
    if (code == NCP_OK && parse(ncp_buf_str(&text), &profile.values, err) != NCP_OK)
        code = name_file(path, err);
    ncp_buf_free(&text);
    profile.path = code == NCP_OK ? strdup(path) : NULL;
    profile.dir = code == NCP_OK ? folder_of(path) : NULL;
    if (code == NCP_OK && (!profile.path || !profile.dir))
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        *out = profile;
    else
        ncpi_profile_free(&profile);
    return code;
}

void ncpi_profile_free(struct ncpi_profile *profile)
{
    json_decref(profile->values);
    free(profile->path);
    free(profile->dir);
    *profile = (struct ncpi_profile)NCPI_PROFILE_INIT;
}
