/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PROFILE_H
#define NCPI_PROFILE_H

/* The profile: where it is, and its strict reading against a table of keys. */

#include "ncpost/base.h"

#include <jansson.h>

struct ncpi_profile {
    json_t *values; /* an object */
    char *path;     /* NULL where there is no profile */
    char *dir;      /* the folder that relative paths count from */
};

#define NCPI_PROFILE_INIT \
    {                     \
        NULL, NULL, NULL  \
    }

/* What decides where the profile is; NULL where not set. The caller reads the
 * environment. */
struct ncpi_profile_places {
    const char *named;       /* --profile, else $NCPOST_PROFILE */
    const char *home;        /* $HOME */
    const char *config_home; /* $XDG_CONFIG_HOME */
};

/*
 * Finds the profile: the named one, else ncpost.yaml in the working directory
 * or its parents up to a repository root or home, else
 * config_home/ncpost/profile.yaml. `*path` is malloc'd, NULL where there is
 * none; a named one is not looked for but taken.
 */
NCP_CHECK enum ncp_code ncpi_profile_find(const struct ncpi_profile_places *places, char **path,
                                          struct ncp_error *err);

/* Reads the profile at `path`. NCP_E_CONFIG with line and column for what is no
 * YAML, an unknown key (with the nearest right one), a value of the wrong kind. */
NCP_CHECK enum ncp_code ncpi_profile_read(const char *path, struct ncpi_profile *out,
                                          struct ncp_error *err);

void ncpi_profile_free(struct ncpi_profile *profile);

#endif
