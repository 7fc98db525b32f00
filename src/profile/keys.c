/* SPDX-License-Identifier: MIT */
/* All keys of a profile. ncpost-profile(5) says what they mean. */
#include "schema.h"

#define TEXT    NCPI_KEY_TEXT
#define NUMBER  NCPI_KEY_NUMBER
#define BOOLEAN NCPI_KEY_BOOLEAN
#define LIST    NCPI_KEY_LIST
#define MAP     NCPI_KEY_MAP
#define END                 \
    {                       \
        NULL, 0, NULL, NULL \
    }

static const char *const methods[] = {"standard-webhooks", "github", "bearer", "basic", NULL};
static const char *const schedules[] = {"outbox", "remote", NULL};

static const struct ncpi_key sign_keys[] = {
    {"method", TEXT, NULL, methods},   {"secret_env", TEXT, NULL, NULL},
    {"secret_file", TEXT, NULL, NULL}, {"second_env", TEXT, NULL, NULL},
    {"second_file", TEXT, NULL, NULL}, END,
};

static const struct ncpi_key header_source_keys[] = {
    {"env", TEXT, NULL, NULL},
    {"file", TEXT, NULL, NULL},
    END,
};

static const struct ncpi_key header_keys[] = {
    {"*", TEXT | MAP, header_source_keys, NULL},
    END,
};

static const struct ncpi_key retry_keys[] = {
    {"attempts", NUMBER, NULL, NULL},
    {"base", TEXT | NUMBER, NULL, NULL},
    {"cap", TEXT | NUMBER, NULL, NULL},
    {"deadline", TEXT | NUMBER, NULL, NULL},
    END,
};

static const struct ncpi_key target_keys[] = {
    {"url_env", TEXT, NULL, NULL},
    {"url_file", TEXT, NULL, NULL},
    {"format", TEXT, NULL, NULL},
    {"network", TEXT, NULL, NULL},
    {"user", TEXT, NULL, NULL},
    {"password_env", TEXT, NULL, NULL},
    {"password_file", TEXT, NULL, NULL},
    {"sign", MAP, sign_keys, NULL},
    {"headers", MAP, header_keys, NULL},
    {"fields", MAP, NULL, NULL},
    {"timeout", TEXT | NUMBER, NULL, NULL},
    {"connect_timeout", TEXT | NUMBER, NULL, NULL},
    {"retries", NUMBER | MAP, retry_keys, NULL},
    {"idempotent", TEXT | NUMBER | BOOLEAN, NULL, NULL},
    {"local", BOOLEAN, NULL, NULL},
    {"schedule", TEXT, NULL, schedules},
    {"concurrency", NUMBER, NULL, NULL},
    {"rate", TEXT, NULL, NULL},
    END,
};

static const struct ncpi_key target_names[] = {
    {"*", MAP, target_keys, NULL},
    END,
};

static const struct ncpi_key hashtag_keys[] = {
    {"always", LIST, NULL, NULL},
    {"banned", LIST, NULL, NULL},
    END,
};

static const char *const severities[] = {"off", "warning", "error", NULL};

static const struct ncpi_key check_rules[] = {
    {"*", TEXT | BOOLEAN, NULL, severities},
    END,
};

const struct ncpi_key ncpi_profile_keys[] = {
    {"name", TEXT, NULL, NULL},
    {"blog", TEXT, NULL, NULL},
    {"url", TEXT, NULL, NULL},
    {"lang", TEXT, NULL, NULL},
    {"timezone", TEXT, NULL, NULL},
    {"link_line", TEXT, NULL, NULL},
    {"hashtags", MAP, hashtag_keys, NULL},
    {"networks", MAP, NULL, NULL},
    {"check", MAP, check_rules, NULL},
    {"targets", MAP, target_names, NULL},
    END,
};
