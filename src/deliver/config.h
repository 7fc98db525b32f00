/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CONFIG_H
#define NCPI_CONFIG_H

/* The profile as delivery uses it: targets and the time zone. */

#include "profile/profile.h"

/* Finds and reads the profile; `named` is --profile, or NULL. Where there is
 * none the result is empty. Errors say which file. */
NCP_CHECK enum ncp_code ncpi_config_load(const char *named, struct ncpi_profile *out,
                                         struct ncp_error *err);

/* The settings of `target`, or those in the JSON `one_off` where it is not
 * NULL; a new reference. NULL with `err` set. The folder that their paths count
 * from goes into `*dir`. */
json_t *ncpi_config_target(const struct ncpi_profile *profile, const char *target,
                           const char *one_off, const char **dir, struct ncp_error *err);

/* The only target of the profile, or NULL with `err` set: a usage error that
 * names them. */
const char *ncpi_config_only_target(const struct ncpi_profile *profile, struct ncp_error *err);

#endif
