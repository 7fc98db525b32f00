/* SPDX-License-Identifier: MIT */
/* JSON through jansson, which already has the form that we keep. */
#include "json_data.h"

#include "limits.h"
#include "place.h"

#include "ncpost/article.h"

/* jansson itself reads up to 2048 levels. */
static bool is_too_deep(json_t *value, size_t levels)
{
    if (!json_is_object(value) && !json_is_array(value))
        return false;
    if (levels == 0)
        return true;
    for (size_t i = 0; i < json_array_size(value); i++)
        if (is_too_deep(json_array_get(value, i), levels - 1))
            return true;
    for (void *at = json_object_iter(value); at; at = json_object_iter_next(value, at))
        if (is_too_deep(json_object_iter_value(at), levels - 1))
            return true;
    return false;
}

static enum ncp_code fail_at(struct ncp_str text, size_t line, size_t at, const char *message,
                             struct ncp_error *err)
{
    struct ncpi_place place = ncpi_place_start(text, line);
    ncpi_place_to_byte(&place, at);
    ncp_error_set(err, NCP_E_DATA, "%s", message);
    ncp_error_at(err, place.line, place.column);
    return NCP_E_DATA;
}

static size_t line_of(struct ncp_str text, size_t line, size_t at)
{
    struct ncpi_place place = ncpi_place_start(text, line);
    ncpi_place_to_byte(&place, at);
    return place.line;
}

static size_t position(const json_error_t *error)
{
    return error->position > 0 ? (size_t)error->position : 0;
}

/* The position is behind what is wrong. */
static size_t last_byte(const json_error_t *error)
{
    return position(error) > 0 ? position(error) - 1 : 0;
}

static struct ncp_str without_half_character(struct ncp_str text)
{
    size_t len = text.len;
    for (int i = 0; i < 3 && len > 0 && ((unsigned char)text.ptr[len - 1] & 0xC0) == 0x80; i++)
        len--;
    if (len > 0 && (unsigned char)text.ptr[len - 1] >= 0xC0)
        len--;
    return ncp_str_sub(text, 0, len);
}

/* A repeated key makes a second reading necessary: jansson either refuses it
 * or says nothing. */
static json_t *load(struct ncp_str text, size_t line, size_t flags, json_t *warnings,
                    json_error_t *error)
{
    json_t *value = json_loadb(text.ptr, text.len, flags | JSON_REJECT_DUPLICATES, error);
    if (value || json_error_code(error) != json_error_duplicate_key)
        return value;
    size_t at = position(error);
    value = json_loadb(text.ptr, text.len, flags, error);
    if (value)
        ncp_warn(warnings, "repeated-key", line_of(text, line, at),
                 "a key stands here a second time; the last one counts");
    return value;
}

enum ncp_code ncpi_json_read(struct ncp_str text, size_t line, json_t **out, size_t *used,
                             json_t *warnings, struct ncp_error *err)
{
    json_error_t error = {0};
    size_t bad;
    bool cut = text.len > NCPI_MAX_DATA_BYTES;
    if (cut && !used)
        return fail_at(text, line, 0, "longer than 1 MiB", err);
    if (cut)
        text = without_half_character(ncp_str_sub(text, 0, NCPI_MAX_DATA_BYTES));
    if (!ncp_utf8_valid(text, &bad))
        return fail_at(ncp_str_sub(text, 0, bad), line, bad, "not UTF-8", err);
    size_t flags = JSON_DECODE_ANY | JSON_ALLOW_NUL | (used ? JSON_DISABLE_EOF_CHECK : 0);
    json_t *value = load(text, line, flags, warnings, &error);
    /* jansson says nothing when memory runs out before it starts to read. */
    if (!value && (json_error_code(&error) == json_error_out_of_memory || !*error.text))
        return ncp_error_memory(err);
    if (!value)
        return cut && position(&error) >= text.len
                   ? fail_at(text, line, 0, "longer than 1 MiB", err)
                   : fail_at(text, line, last_byte(&error), error.text, err);
    if (is_too_deep(value, NCPI_MAX_DATA_LEVELS)) {
        json_decref(value);
        return fail_at(text, line, 0, "lists and maps nest more than 64 levels deep", err);
    }
    if (used)
        *used = position(&error);
    *out = value;
    return NCP_OK;
}
