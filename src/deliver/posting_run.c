/* SPDX-License-Identifier: MIT */
/* Queueing, sending, and telling what became of the posts. */
#include "posting.h"

#include "paths.h"
#include "payload.h"
#include "report.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define FOREGROUND INT64_C(30000) /* milliseconds of waiting in all */

static enum ncp_code open_box(struct ncpi_posting *p, struct ncp_error *err)
{
    struct ncp_buf dir = NCP_BUF_INIT;
    enum ncp_code code = ncpi_state_dir(&dir, err);
    if (code == NCP_OK)
        code = ncpi_outbox_open(dir.ptr, &ncpi_system_clock, &p->box, err);
    ncp_buf_free(&dir);
    return code;
}

/* ---- asking ---------------------------------------------------------------------------- */

static bool answered_yes(const char *target)
{
    char line[16];
    fprintf(stderr, "Nothing was ever posted to %s from here. Post to it? [y/N] ", target);
    fflush(stderr);
    return fgets(line, sizeof line, stdin) && (line[0] == 'y' || line[0] == 'Y');
}

/* A terminal asks before the first post to a target. */
static enum ncp_code ask(struct ncpi_posting *p, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    bool terminal = isatty(STDIN_FILENO) && !p->options.yes;
    for (size_t i = 0; code == NCP_OK && i < p->destination_count; i++) {
        struct ncpi_destination *d = &p->destinations[i];
        bool known = true;
        code = ncpi_outbox_knows(p->box, d->name, &known, err);
        if (code == NCP_OK && !known && terminal && !answered_yes(d->name))
            return ncp_error_set(err, NCP_E_FOUND, "nothing was posted");
        if (code == NCP_OK && !known)
            code = ncpi_outbox_remember(p->box, d->name, err);
    }
    return code;
}

/* ---- queueing ---------------------------------------------------------------------------- */

static enum ncp_code note_post(struct ncpi_posting *p, const char *id, bool send,
                               struct ncp_error *err)
{
    json_t *post = json_pack("{s:s, s:b}", "id", id, "send", (int)send);
    return json_array_append_new(p->posts, post) == 0 ? NCP_OK : ncp_error_memory(err);
}

/* A payload that cannot be made is that input's failure; the others go on. */
static enum ncp_code queue_one(struct ncpi_posting *p, json_t *item,
                               const struct ncpi_destination *d, struct ncp_error *err)
{
    char id[NCPI_ID_LENGTH + 1];
    bool made = false;
    struct ncpi_new_post post = ncpi_posting_post(p, item, d);
    struct ncpi_payload payload = {json_object_get(item, "result"), &d->target, p->now,
                                   ncpi_posting_remote_at(p, d), p->options.draft};
    enum ncp_code code = ncpi_outbox_add(p->box, &post, p->options.again, ncpi_payload_body,
                                         &payload, id, &made, err);
    if (code == NCP_E_CONFIG) {
        ncpi_posting_bad(p, post.source, code, err->message);
        p->good -= p->good > 0;
        ncp_error_free(err);
        return NCP_OK;
    }
    return code == NCP_OK ? note_post(p, id, made && post.at < 0, err) : code;
}

/* All in one commit: either every post is on disk, or nothing was queued. */
static enum ncp_code queue_all(struct ncpi_posting *p, struct ncp_error *err)
{
    enum ncp_code code = ncpi_outbox_begin(p->box, err);
    if (code != NCP_OK)
        return code;
    for (size_t i = 0; i < json_array_size(p->items); i++)
        for (size_t k = 0; code == NCP_OK && k < p->destination_count; k++)
            code = queue_one(p, json_array_get(p->items, i), &p->destinations[k], err);
    return ncpi_outbox_end(p->box, code, err);
}

/* ---- sending ------------------------------------------------------------------------------ */

static json_t *settings_of(void *data, const char *target, const char *one_off, const char **dir,
                           struct ncp_error *err)
{
    const struct ncpi_posting *p = data;
    return ncpi_config_target(&p->profile, target, one_off, dir, err);
}

static void attempt_ended(void *data, const struct ncpi_sending *s, enum ncpi_state state)
{
    const struct ncpi_posting *p = data;
    struct ncp_buf line = NCP_BUF_INIT;
    if (!p->options.verbose && s->verdict.outcome == NCPI_DELIVERED)
        return;
    ncp_buf_add_format(&line, "%s: %s%s%s", s->claim.id, ncpi_outcome_name(s->verdict.outcome),
                       s->error.len > 0 ? ": " : "", s->error.len > 0 ? s->error.ptr : "");
    if (p->options.verbose)
        ncp_buf_add_format(&line, " (now %s)", ncpi_state_name(state));
    ncpi_complain_text(s->claim.target, line.ptr ? line.ptr : s->claim.id);
    ncp_buf_free(&line);
}

static void target_broken(void *data, const char *target, const struct ncp_error *err)
{
    (void)data;
    ncpi_complain(target, err);
}

static enum ncp_code send_all(struct ncpi_posting *p, struct ncp_error *err)
{
    struct ncpi_tally tally;
    struct ncpi_engine_options options = {
        NCPI_FOREGROUND, FOREGROUND, p->program->stop, settings_of, attempt_ended,
        target_broken,   p};
    bool any = false;
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < json_array_size(p->posts); i++) {
        json_t *post = json_array_get(p->posts, i);
        if (!json_is_true(json_object_get(post, "send")))
            continue;
        any = true;
        code = ncpi_outbox_want(p->box, json_string_value(json_object_get(post, "id")), err);
    }
    return code == NCP_OK && any ? ncpi_engine_run(p->box, &options, &tally, err) : code;
}

/* ---- telling -------------------------------------------------------------------------------- */

static enum ncp_code tell_one(const struct ncpi_posting *p, const json_t *shown,
                              struct ncp_error *err)
{
    if (p->json) {
        json_t *report = ncpi_report_post(shown);
        enum ncp_code code = ncpi_print_json(report, false, err);
        json_decref(report);
        return code;
    }
    struct ncp_buf line = NCP_BUF_INIT;
    ncp_buf_add_format(&line, "%s %s %s\n", json_string_value(json_object_get(shown, "id")),
                       json_string_value(json_object_get(shown, "state")),
                       json_string_value(json_object_get(shown, "target")));
    enum ncp_code code = line.failed ? ncp_error_memory(err) : ncpi_print(ncp_buf_str(&line), err);
    ncp_buf_free(&line);
    return code;
}

/* 75 outweighs 69 outweighs 0; what only waits for its time is as it should be. */
static void weigh(const struct ncpi_posting *p, const json_t *shown, int *status)
{
    const char *state = json_string_value(json_object_get(shown, "state"));
    int own = ncpi_state_status(state);
    if (p->options.queue || (p->at >= 0 && strcmp(state, "scheduled") == 0))
        own = 0;
    if (own > *status)
        *status = own;
}

static enum ncp_code tell_all(struct ncpi_posting *p, int *status, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < json_array_size(p->posts); i++) {
        json_t *shown = NULL;
        json_t *post = json_array_get(p->posts, i);
        code =
            ncpi_outbox_show(p->box, json_string_value(json_object_get(post, "id")), &shown, err);
        if (code != NCP_OK)
            break;
        weigh(p, shown, status);
        code = tell_one(p, shown, err);
        json_decref(shown);
    }
    return code;
}

enum ncp_code ncpi_posting_run(struct ncpi_posting *p, int *status, struct ncp_error *err)
{
    enum ncp_code code = open_box(p, err);
    if (code == NCP_OK)
        code = ncpi_outbox_recover(p->box, NULL, err);
    if (code == NCP_OK)
        code = ask(p, err);
    if (code == NCP_OK)
        code = queue_all(p, err);
    if (code == NCP_OK && !p->options.queue)
        code = send_all(p, err);
    return code == NCP_OK ? tell_all(p, status, err) : code;
}
