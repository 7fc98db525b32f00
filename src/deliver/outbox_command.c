/* SPDX-License-Identifier: MIT */
/* The command `outbox`. */
#include "post.h"

#include "duration.h"
#include "engine.h"
#include "paths.h"
#include "report.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct options {
    const char *format, *profile, *older_than;
    bool all, watch, verbose, help;
};

struct run {
    const struct ncpi_program *program;
    struct options options;
    struct ncpi_words words; /* the ids */
    bool json;
    struct ncpi_profile profile;
    struct ncpi_outbox *box;
    int status;
};

#define AT(field) offsetof(struct options, field)

static const struct ncpi_option table[] = {
    {"all", 'a', NCPI_FLAG, AT(all), NULL, "list: the finished posts too"},
    {"watch", 0, NCPI_FLAG, AT(watch), NULL, "flush: stay, and send what falls due"},
    {"older-than", 0, NCPI_VALUE, AT(older_than), "TIME", "purge: what ended so long ago (30d)"},
    {"profile", 0, NCPI_VALUE, AT(profile), "FILE", "the profile"},
    {"format", 0, NCPI_VALUE, AT(format), "text|json", "how to print"},
    {"verbose", 'v', NCPI_FLAG, AT(verbose), NULL, "flush: tell of every attempt"},
    {"help", 'h', NCPI_FLAG, AT(help), NULL, "print this help"},
    {NULL, 0, NCPI_FLAG, 0, NULL, NULL},
};

/* ---- list and show ---------------------------------------------------------------------- */

static const char *text_of(const json_t *post, const char *key)
{
    const char *text = json_string_value(json_object_get(post, key));
    return text ? text : "-";
}

static void add_line(const json_t *post, struct ncp_buf *out)
{
    const char *error = json_string_value(json_object_get(post, "error"));
    ncp_buf_add_format(out, "%s\t%s\t%s\t%zu\t%s", text_of(post, "id"), text_of(post, "state"),
                       text_of(post, "target"), json_array_size(json_object_get(post, "attempts")),
                       text_of(post, "next"));
    ncp_buf_add_format(out, "\t%s\n", error ? error : "");
}

static enum ncp_code print_buffer(struct ncp_buf *out, struct ncp_error *err)
{
    enum ncp_code code = out->failed ? ncp_error_memory(err) : ncpi_print(ncp_buf_str(out), err);
    ncp_buf_free(out);
    return code;
}

static enum ncp_code list(struct run *r, struct ncp_error *err)
{
    json_t *posts = NULL;
    size_t i;
    json_t *post;
    struct ncp_buf out = NCP_BUF_INIT;
    enum ncp_code code = ncpi_outbox_list(r->box, r->options.all, &posts, err);
    if (code == NCP_OK && r->json)
        code = ncpi_print_json(posts, true, err);
    else if (code == NCP_OK)
        json_array_foreach(posts, i, post)
        {
            add_line(post, &out);
        }
    json_decref(posts);
    return code == NCP_OK ? print_buffer(&out, err) : code;
}

static void add_attempt(const json_t *attempt, size_t n, struct ncp_buf *out)
{
    json_t *status = json_object_get(attempt, "status");
    ncp_buf_add_format(out, "\nattempt %zu   %s\n  outcome   %s\n", n, text_of(attempt, "at"),
                       text_of(attempt, "outcome"));
    if (json_is_integer(status))
        ncp_buf_add_format(out, "  status    %d\n", (int)json_integer_value(status));
    if (json_is_string(json_object_get(attempt, "error")))
        ncp_buf_add_format(out, "  error     %s\n", text_of(attempt, "error"));
    if (json_is_string(json_object_get(attempt, "answer")))
        ncp_buf_add_format(out, "  answer    %s\n", text_of(attempt, "answer"));
}

static void add_history(const json_t *post, struct ncp_buf *out)
{
    static const char *const keys[] = {"id",     "target",  "state", "outcome", "format",
                                       "source", "created", "due",   "next",    "ended"};
    size_t i;
    json_t *attempt;
    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        ncp_buf_add_format(out, "%-9s   %s\n", keys[i], text_of(post, keys[i]));
    json_array_foreach(json_object_get(post, "attempts"), i, attempt)
    {
        add_attempt(attempt, i + 1, out);
    }
    ncp_buf_add_format(out, "\n%s\n", text_of(post, "caption"));
}

static enum ncp_code show(struct run *r, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    if (r->words.count == 0)
        return ncp_error_set(err, NCP_E_USAGE, "show which post?");
    for (size_t i = 0; code == NCP_OK && i < r->words.count; i++) {
        json_t *post = NULL;
        struct ncp_buf out = NCP_BUF_INIT;
        code = ncpi_outbox_show(r->box, r->words.items[i], &post, err);
        if (code == NCP_OK && r->json)
            code = ncpi_print_json(post, true, err);
        else if (code == NCP_OK)
            add_history(post, &out);
        json_decref(post);
        code = code == NCP_OK ? print_buffer(&out, err) : code;
    }
    return code;
}

/* ---- flush -------------------------------------------------------------------------------- */

static json_t *settings_of(void *data, const char *target, const char *one_off, const char **dir,
                           struct ncp_error *err)
{
    const struct run *r = data;
    return ncpi_config_target(&r->profile, target, one_off, dir, err);
}

static void print_end(const struct ncpi_sending *s, enum ncpi_state state)
{
    struct ncp_buf line = NCP_BUF_INIT;
    ncp_buf_add_format(&line, "%s %s %s\n", s->claim.id, ncpi_state_name(state), s->claim.target);
    if (!line.failed)
        fputs(line.ptr, stdout); /* a failure shows at the end, in ferror() */
    ncp_buf_free(&line);
}

static void attempt_ended(void *data, const struct ncpi_sending *s, enum ncpi_state state)
{
    const struct run *r = data;
    struct ncp_buf line = NCP_BUF_INIT;
    if (!r->json)
        print_end(s, state);
    if (s->verdict.outcome == NCPI_DELIVERED && !r->options.verbose)
        return;
    ncp_buf_add_format(&line, "%s: %s: %s", s->claim.id, ncpi_outcome_name(s->verdict.outcome),
                       s->error.len > 0 ? s->error.ptr : "done");
    ncpi_complain_text(s->claim.target, line.ptr ? line.ptr : s->claim.id);
    ncp_buf_free(&line);
}

static void target_broken(void *data, const char *target, const struct ncp_error *err)
{
    (void)data;
    ncpi_complain(target, err);
}

static enum ncp_code print_tally(const struct ncpi_tally *t, struct ncp_error *err)
{
    json_t *report = json_pack("{s:I, s:I, s:I, s:I}", "delivered", (json_int_t)t->delivered,
                               "refused", (json_int_t)t->refused, "not_sent",
                               (json_int_t)t->not_sent, "unknown", (json_int_t)t->unknown);
    enum ncp_code code = report ? ncpi_print_json(report, false, err) : ncp_error_memory(err);
    json_decref(report);
    return code;
}

static enum ncp_code flush(struct run *r, struct ncp_error *err)
{
    struct ncpi_tally t;
    struct ncpi_engine_options options = {.mode = r->options.watch ? NCPI_WATCH : NCPI_FLUSH,
                                          .stop = r->program->stop,
                                          .settings = settings_of,
                                          .ended = attempt_ended,
                                          .broken = target_broken,
                                          .data = r};
    enum ncp_code code = ncpi_config_load(r->options.profile, &r->profile, err);
    if (code == NCP_OK)
        code = ncpi_engine_run(r->box, &options, &t, err);
    if (code != NCP_OK || r->options.watch)
        return code;
    if (t.unknown > 0 || t.not_sent > 0)
        r->status = ncp_code_exit_status(NCP_E_TEMPFAIL);
    else if (t.refused > 0)
        r->status = ncp_code_exit_status(NCP_E_REFUSED);
    else if (t.broken > 0)
        r->status = ncp_code_exit_status(NCP_E_CONFIG);
    return r->json ? print_tally(&t, err) : NCP_OK;
}

/* ---- decisions ------------------------------------------------------------------------------ */

static enum ncp_code each(struct run *r, const char *verb,
                          enum ncp_code (*decide)(struct ncpi_outbox *, const char *,
                                                  struct ncp_error *),
                          struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    if (r->words.count == 0)
        return ncp_error_set(err, NCP_E_USAGE, "%s which post?", verb);
    for (size_t i = 0; code == NCP_OK && i < r->words.count; i++)
        code = decide(r->box, r->words.items[i], err);
    return code;
}

static enum ncp_code retry(struct run *r, struct ncp_error *err)
{
    return each(r, "retry", ncpi_outbox_retry, err);
}

static enum ncp_code cancel(struct run *r, struct ncp_error *err)
{
    return each(r, "cancel", ncpi_outbox_cancel, err);
}

static enum ncp_code purge(struct run *r, struct ncp_error *err)
{
    int64_t age = INT64_C(30) * 86400000;
    int64_t count = 0;
    const char *text = r->options.older_than;
    struct ncp_buf out = NCP_BUF_INIT;
    if (text && !ncpi_duration(ncp_str_from(text), &age))
        return ncp_error_set(err, NCP_E_USAGE, "--older-than takes a duration such as 12h or 30d");
    enum ncp_code code = ncpi_outbox_purge(r->box, age, &count, err);
    if (code != NCP_OK)
        return code;
    ncp_buf_add_format(&out, "%s%lld%s\n", r->json ? "{\"purged\":" : "", (long long)count,
                       r->json ? "}" : " purged");
    return print_buffer(&out, err);
}

/* ---- the command ------------------------------------------------------------------------------
 */

static const struct {
    const char *name;
    enum ncp_code (*run)(struct run *, struct ncp_error *);
    bool ids;
} actions[] = {
    {"list", list, false},  {"show", show, true},     {"flush", flush, false},
    {"retry", retry, true}, {"cancel", cancel, true}, {"purge", purge, false},
};

static enum ncp_code open_box(struct run *r, struct ncp_error *err)
{
    struct ncp_buf dir = NCP_BUF_INIT;
    enum ncp_code code = ncpi_state_dir(&dir, err);
    if (code == NCP_OK)
        code = ncpi_outbox_open(dir.ptr, &ncpi_system_clock, &r->box, err);
    ncp_buf_free(&dir);
    return code;
}

static enum ncp_code print_help(struct ncp_error *err)
{
    struct ncp_buf out = NCP_BUF_INIT;
    ncp_buf_add_cstr(&out, "usage: ncpost outbox list|show|flush|retry|cancel|purge [ID…]\n"
                           "The posts not yet delivered, and those that were.\n\n");
    ncpi_options_help(table, &out);
    return print_buffer(&out, err);
}

/* The action is the first word; the ids are the others. */
static enum ncp_code act(struct run *r, struct ncp_error *err)
{
    const char *name = r->words.count > 0 ? r->words.items[0] : NULL;
    size_t i = 0;
    while (name && i < sizeof actions / sizeof *actions && strcmp(actions[i].name, name) != 0)
        i++;
    if (!name || i == sizeof actions / sizeof *actions)
        return ncp_error_set(err, NCP_E_USAGE, "outbox list, show, flush, retry, cancel or purge?");
    memmove(r->words.items, r->words.items + 1, (r->words.count - 1) * sizeof *r->words.items);
    r->words.count--;
    if (!actions[i].ids && r->words.count > 0)
        return ncp_error_set(err, NCP_E_USAGE, "outbox %s takes no names", name);
    enum ncp_code code = open_box(r, err);
    if (code == NCP_OK && actions[i].run != flush)
        code = ncpi_outbox_recover(r->box, NULL, err);
    return code == NCP_OK ? actions[i].run(r, err) : code;
}

static enum ncp_code work(struct run *r, struct ncp_error *err)
{
    const char *format = r->options.format;
    if (r->options.help)
        return print_help(err);
    if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
        return ncp_error_set(err, NCP_E_USAGE, "--format is text or json");
    r->json = format && strcmp(format, "json") == 0;
    return act(r, err);
}

int ncpi_outbox_command(const struct ncpi_program *program, char **argv)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct run r = {.program = program};
    enum ncp_code code = ncpi_options_parse(table, argv, &r.options, &r.words, &err);
    if (code == NCP_OK)
        code = work(&r, &err);
    if (code == NCP_OK)
        code = ncpi_print_end(&err);
    if (code != NCP_OK)
        ncpi_complain(NULL, &err);
    int status = code == NCP_OK ? r.status : ncp_code_exit_status(code);
    ncp_error_free(&err);
    ncpi_outbox_close(r.box);
    ncpi_profile_free(&r.profile);
    free(r.words.items);
    return status;
}
