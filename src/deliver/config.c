/* SPDX-License-Identifier: MIT */
/* The profile as delivery uses it. */
#include "config.h"

#include "base/nearest.h"

#include <stdlib.h>

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

enum ncp_code ncpi_config_load(const char *named, struct ncpi_profile *out, struct ncp_error *err)
{
    struct ncpi_profile_places places = {
        .named = named ? named : variable("NCPOST_PROFILE"),
        .home = variable("HOME"),
        .config_home = variable("XDG_CONFIG_HOME"),
    };
    char *path = NULL;
    /* The program that composes for us is to read the same one. */
    if (named && setenv("NCPOST_PROFILE", named, 1) != 0)
        return ncp_error_memory(err);
    enum ncp_code code = ncpi_profile_find(&places, &path, err);
    if (code == NCP_OK && path)
        code = ncpi_profile_read(path, out, err);
    free(path);
    return code;
}

static json_t *no_target(const struct ncpi_profile *profile, const char *target,
                         struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    const char *name;
    json_t *settings;
    json_object_foreach(json_object_get(profile->values, "targets"), name, settings)
    {
        ncpi_nearest_offer(&near, ncp_str_from(target), name);
    }
    ncp_error_set(err, NCP_E_CONFIG, "there is no target “%s” in %s", target,
                  profile->path ? profile->path : "the profile, for there is none");
    if (near.name)
        ncp_error_hint(err, "did you mean “%s”?", near.name);
    return NULL;
}

json_t *ncpi_config_target(const struct ncpi_profile *profile, const char *target,
                           const char *one_off, const char **dir, struct ncp_error *err)
{
    json_t *settings;
    *dir = one_off ? NULL : profile->dir;
    if (one_off)
        settings = json_loads(one_off, 0, NULL);
    else
        settings =
            json_incref(json_object_get(json_object_get(profile->values, "targets"), target));
    if (!settings && one_off)
        (void)ncp_error_set(err, NCP_E_INTERNAL, "the settings of %s cannot be read", target);
    return settings || one_off ? settings : no_target(profile, target, err);
}

const char *ncpi_config_only_target(const struct ncpi_profile *profile, struct ncp_error *err)
{
    json_t *targets = json_object_get(profile->values, "targets");
    struct ncp_buf names = NCP_BUF_INIT;
    const char *name, *last = NULL;
    json_t *settings;
    json_object_foreach(targets, name, settings)
    {
        ncp_buf_add_format(&names, "%s%s", last ? ", " : "", name);
        last = name;
    }
    if (json_object_size(targets) != 1) {
        ncp_error_set(err, NCP_E_USAGE, "say where to: --to TARGET or --webhook-env VARIABLE");
        if (last)
            ncp_error_hint(err, "targets: %s", names.ptr ? names.ptr : "");
        last = NULL;
    }
    ncp_buf_free(&names);
    return last;
}
