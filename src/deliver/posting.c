/* SPDX-License-Identifier: MIT */
/* Reading and checking what is to be posted, and showing it. */
#include "posting.h"

#include "dry_run.h"
#include "paths.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INPUT_MAX ((size_t)512 << 20)

void ncpi_posting_bad(struct ncpi_posting *p, const char *source, enum ncp_code code,
                      const char *message)
{
    int status = ncp_code_exit_status(code);
    ncpi_complain_text(source, message);
    if (p->bad > 0 && p->bad_status != status)
        status = -1;
    p->bad_status = status;
    p->bad++;
}

/* The network that a destination's captions are for, or NULL. */
static const char *network_of(const struct ncpi_posting *p, const struct ncpi_destination *d)
{
    if (p->options.network)
        return p->options.network;
    return d->target.network ? d->target.network : ncpi_format_text(&d->target.format, "network");
}

/* ---- reading ------------------------------------------------------------------------------ */

static struct ncpi_input_options input_options(const struct ncpi_posting *p)
{
    const char *network =
        p->destination_count == 1 ? network_of(p, &p->destinations[0]) : p->options.network;
    return (struct ncpi_input_options){p->program->self, network, INPUT_MAX};
}

static enum ncp_code read_all(struct ncpi_posting *p, json_t *items, struct ncp_error *err)
{
    struct ncpi_input_options options = input_options(p);
    if (p->options.caption)
        return ncpi_input_caption(p->options.caption, &options, items, err);
    if (p->files.count == 0 && isatty(STDIN_FILENO))
        return ncp_error_set(err, NCP_E_USAGE, "name a FILE, or pipe something in");
    if (p->files.count == 0)
        return ncpi_input_read("-", &options, items, err);
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < p->files.count; i++)
        code = ncpi_input_read(p->files.items[i], &options, items, err);
    return code;
}

enum ncp_code ncpi_posting_read(struct ncpi_posting *p, struct ncp_error *err)
{
    json_t *all = json_array();
    size_t i;
    json_t *item;
    enum ncp_code code = read_all(p, all, err);
    json_array_foreach(all, i, item)
    {
        const char *error = json_string_value(json_object_get(item, "error"));
        if (error)
            ncpi_posting_bad(
                p, NULL, (enum ncp_code)json_integer_value(json_object_get(item, "code")), error);
        else
            json_array_append(p->items, item);
    }
    json_decref(all);
    return code;
}

/* ---- checking ------------------------------------------------------------------------------ */

static enum ncp_code check_networks(const struct ncpi_posting *p, json_t *result,
                                    struct ncp_error *err)
{
    struct ncpi_input_options options = input_options(p);
    const char *own = json_string_value(json_object_get(result, "network"));
    enum ncp_code code = own ? ncpi_input_check(result, own, &options, err) : NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < p->destination_count; i++) {
        const char *network = network_of(p, &p->destinations[i]);
        if (network && (!own || strcmp(network, own) != 0))
            code = ncpi_input_check(result, network, &options, err);
    }
    return code;
}

static bool may_go(struct ncpi_posting *p, json_t *item)
{
    struct ncp_error err = NCP_ERROR_INIT;
    json_t *result = json_object_get(item, "result");
    const char *source = json_string_value(json_object_get(item, "source"));
    const char *unready = p->options.force ? NULL : ncpi_input_unready(result);
    if (unready) {
        struct ncp_buf text = NCP_BUF_INIT;
        ncp_buf_add_format(&text, "%s; --force posts it all the same", unready);
        ncpi_posting_bad(p, source, NCP_E_DATA, text.ptr ? text.ptr : unready);
        ncp_buf_free(&text);
        return false;
    }
    enum ncp_code code = check_networks(p, result, &err);
    if (code != NCP_OK)
        ncpi_posting_bad(p, source, code, err.message ? err.message : "cannot be checked");
    ncp_error_free(&err);
    return code == NCP_OK;
}

void ncpi_posting_check(struct ncpi_posting *p)
{
    json_t *fit = json_array();
    size_t i;
    json_t *item;
    json_array_foreach(p->items, i, item)
    {
        if (may_go(p, item))
            json_array_append(fit, item);
    }
    json_decref(p->items);
    p->items = fit;
    p->good = json_array_size(fit);
}

/* ---- showing -------------------------------------------------------------------------------- */

int64_t ncpi_posting_remote_at(const struct ncpi_posting *p, const struct ncpi_destination *d)
{
    return d->target.remote_schedule ? p->at : -1;
}

struct ncpi_new_post ncpi_posting_post(const struct ncpi_posting *p, json_t *item,
                                       const struct ncpi_destination *d)
{
    json_t *result = json_object_get(item, "result");
    return (struct ncpi_new_post){
        .target = d->name,
        .one_off = d->one_off,
        .format = d->target.format.name,
        .source = json_string_value(json_object_get(item, "source")),
        .result_id = json_string_value(json_object_get(result, "id")),
        .text = json_string_value(json_object_get(result, "caption")),
        .at = d->target.remote_schedule ? -1 : p->at,
    };
}

/* The id that the post would get: where there is no outbox yet, the first. */
static enum ncp_code preview_id(const struct ncpi_new_post *post, char *id, struct ncp_error *err)
{
    struct ncp_buf path = NCP_BUF_INIT;
    struct ncpi_outbox *box = NULL;
    enum ncp_code code = ncpi_state_dir(&path, err);
    size_t dir = path.len;
    ncp_buf_add_cstr(&path, "/outbox.sqlite");
    ncpi_post_id(post->result_id, post->target, 0, id);
    if (code == NCP_OK && !path.failed && access(path.ptr, R_OK | W_OK) == 0) {
        ncp_buf_truncate(&path, dir);
        code = ncpi_outbox_open(path.ptr, &ncpi_system_clock, &box, err);
        if (code == NCP_OK)
            code = ncpi_outbox_preview(box, post, id, err);
        ncpi_outbox_close(box);
    }
    ncp_buf_free(&path);
    return code;
}

static enum ncp_code show_one(struct ncpi_posting *p, json_t *item,
                              const struct ncpi_destination *d, struct ncp_error *err)
{
    char id[NCPI_ID_LENGTH + 1];
    struct ncpi_new_post post = ncpi_posting_post(p, item, d);
    struct ncpi_payload payload = {json_object_get(item, "result"), &d->target, p->now,
                                   ncpi_posting_remote_at(p, d), p->options.draft};
    enum ncp_code code = preview_id(&post, id, err);
    return code == NCP_OK ? ncpi_dry_run(&payload, id, p->json, err) : code;
}

enum ncp_code ncpi_posting_show(struct ncpi_posting *p, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; i < json_array_size(p->items); i++)
        for (size_t k = 0; code == NCP_OK && k < p->destination_count; k++)
            code = show_one(p, json_array_get(p->items, i), &p->destinations[k], err);
    return code;
}
