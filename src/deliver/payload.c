/* SPDX-License-Identifier: MIT */
/* The fields that templates see. */
#include "payload.h"

#include "clock.h"
#include "tid.h"

#include <string.h>

/* Keys of a result that are there for every template, null where the result
 * has none. */
static const char *const result_keys[] = {
    "caption",  "summary", "hook", "body",          "invitation", "link_line",
    "hashtags", "title",   "url",  "image",         "alt_text",   "lang",
    "network",  "source",  "id",   "first_comment", NULL,
};

static json_t *time_or_null(int64_t at)
{
    struct ncp_buf text = NCP_BUF_INIT;
    if (at < 0)
        return json_null();
    ncpi_add_time(&text, at, true);
    json_t *value = text.failed ? NULL : json_stringn(text.ptr, text.len);
    ncp_buf_free(&text);
    return value;
}

static const char *mode(const struct ncpi_payload *payload)
{
    if (payload->draft)
        return "draft";
    return payload->at >= 0 ? "schedule" : "now";
}

static json_t *make_context(const struct ncpi_payload *payload, const char *id)
{
    char tid[NCPI_TID_LENGTH + 1];
    ncpi_tid(id, tid);
    json_t *context = json_pack(
        "{s:s, s:s, s:O, s:o, s:o, s:o, s:s, s:b}", "key", id, "tid", tid, "target",
        payload->target->fields, "now", time_or_null(payload->now), "at", time_or_null(payload->at),
        "at_or_now", time_or_null(payload->at >= 0 ? payload->at : payload->now), "mode",
        mode(payload), "draft", (int)payload->draft);
    for (const char *const *key = result_keys; context && *key; key++) {
        json_t *value = json_object_get(payload->result, *key);
        json_object_set_new(context, *key, value ? json_incref(value) : json_null());
    }
    json_object_set(context, "result", payload->result);
    return context;
}

char *ncpi_payload_body(void *data, const char *id, struct ncp_error *err)
{
    const struct ncpi_payload *payload = data;
    char *body = NULL;
    json_t *context = make_context(payload, id);
    if (!context) {
        (void)ncp_error_memory(err);
        return NULL;
    }
    enum ncp_code code = ncpi_format_body(&payload->target->format, context, &body, err);
    json_decref(context);
    return code == NCP_OK ? body : NULL;
}
