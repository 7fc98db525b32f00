/* SPDX-License-Identifier: MIT */
/* libFuzzer target: any bytes as front matter, its meaning, and as a profile. */
#include "article/toml.h"
#include "article/yaml.h"

#include "ncpost/article.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool fact)
{
    if (!fact)
        abort();
}

static void read_as_front_matter(struct ncp_str text)
{
    json_t *object = NULL, *warnings = json_array();
    size_t body = SIZE_MAX;
    demand(ncp_front_matter(text, &object, &body, warnings, NULL) == NCP_OK);
    demand(json_is_object(object) && body <= text.len);
    json_t *meta = ncp_metadata(object);
    demand(json_object_size(meta) == 14);
    json_decref(meta);
    json_decref(object);
    json_decref(warnings);
}

static void read_as_profile(struct ncp_str text)
{
    json_t *value = NULL, *marks = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    if (ncpi_yaml_read(text, 1, NCPI_YAML_PROFILE, &value, &marks, NULL, &err) == NCP_OK)
        demand(value && json_is_object(marks));
    else
        demand(!value && err.line > 0 && err.message);
    json_decref(value);
    json_decref(marks);
    ncp_error_free(&err);
}

static void read_as_toml(struct ncp_str text)
{
    json_t *value = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    if (ncpi_toml_read(text, 1, &value, NULL, &err) == NCP_OK)
        demand(json_is_object(value));
    else
        demand(!value && err.line > 0 && err.message);
    json_decref(value);
    ncp_error_free(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ncp_str text = {(const char *)data, size};
    read_as_front_matter(text);
    read_as_profile(text);
    read_as_toml(text);
    return 0;
}
