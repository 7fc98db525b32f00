/* SPDX-License-Identifier: MIT */
/* The command `post`: options, targets, order of the steps. */
#include "post.h"

#include "posting.h"
#include "report.h"
#include "when.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define AT(field) offsetof(struct ncpi_post_options, field)

static const struct ncpi_option table[] = {
    {"to", 't', NCPI_VALUES, AT(to), "TARGET", "a target of the profile; may be repeated"},
    {"webhook-env", 0, NCPI_VALUE, AT(webhook_env), "VAR",
     "variable that holds the URL to post to"},
    {"payload", 0, NCPI_VALUE, AT(payload), "FORMAT", "payload format for --webhook-env"},
    {"idempotent", 0, NCPI_MAYBE, AT(idempotent), "TIME", "the receiver keeps our keys (24h)"},
    {"local", 0, NCPI_FLAG, AT(local), NULL, "allow this machine, private networks and http"},
    {"timeout", 0, NCPI_VALUE, AT(timeout), "TIME", "for one attempt (30s)"},
    {"retries", 0, NCPI_VALUE, AT(retries), "N", "attempts after the first (7)"},
    {"header-env", 0, NCPI_VALUES, AT(header_env), "NAME=VAR",
     "a header, its value from a variable"},
    {"field", 0, NCPI_VALUES, AT(field), "NAME=VALUE", "a field that the payload format asks for"},
    {"caption", 0, NCPI_VALUE, AT(caption), "FILE", "post this text as it is"},
    {"network", 0, NCPI_VALUE, AT(network), "NAME", "network to compose for and check against"},
    {"at", 0, NCPI_VALUE, AT(at), "TIME", "post it then"},
    {"queue", 0, NCPI_FLAG, AT(queue), NULL, "put it into the outbox and send nothing yet"},
    {"draft", 0, NCPI_FLAG, AT(draft), NULL, "hand it over as a draft"},
    {"dry-run", 'n', NCPI_FLAG, AT(dry_run), NULL, "print the request and send nothing"},
    {"again", 0, NCPI_FLAG, AT(again), NULL, "post it although it was posted before"},
    {"force", 'f', NCPI_FLAG, AT(force), NULL, "post drafts and articles of the future too"},
    {"yes", 'y', NCPI_FLAG, AT(yes), NULL, "do not ask before the first post to a target"},
    {"profile", 0, NCPI_VALUE, AT(profile), "FILE", "the profile"},
    {"format", 0, NCPI_VALUE, AT(format), "text|json", "how to print what became of the posts"},
    {"verbose", 'v', NCPI_FLAG, AT(verbose), NULL, "tell of every attempt"},
    {"help", 'h', NCPI_FLAG, AT(help), NULL, "print this help"},
    {NULL, 0, NCPI_FLAG, 0, NULL, NULL},
};

static enum ncp_code print_help(struct ncp_error *err)
{
    struct ncp_buf out = NCP_BUF_INIT;
    ncp_buf_add_cstr(&out, "usage: ncpost post [--to TARGET | --webhook-env VAR] [FILE…]\n"
                           "Posts an article, a result of ncpost or a finished caption.\n\n");
    ncpi_options_help(table, &out);
    enum ncp_code code = out.failed ? ncp_error_memory(err) : ncpi_print(ncp_buf_str(&out), err);
    ncp_buf_free(&out);
    return code;
}

/* ---- targets -------------------------------------------------------------------------- */

static enum ncp_code load_destination(struct ncpi_posting *p, struct ncpi_destination *d,
                                      struct ncp_error *err)
{
    const char *dir = NULL;
    bool secrets = !p->options.queue || p->options.dry_run;
    json_t *settings = ncpi_config_target(&p->profile, d->name, d->one_off, &dir, err);
    if (!settings)
        return err->code;
    enum ncp_code code = ncpi_target_load(d->name, settings, dir, secrets, &d->target, err);
    json_decref(settings);
    if (code == NCP_E_CONFIG && p->profile.path && !d->one_off && !err->hint)
        ncp_error_hint(err, "see %s", p->profile.path);
    return code;
}

static enum ncp_code add_destination(struct ncpi_posting *p, const char *name, char *one_off,
                                     struct ncp_error *err)
{
    struct ncpi_destination *d = &p->destinations[p->destination_count++];
    d->one_off = one_off;
    d->name = name ? strdup(name) : NULL;
    return d->name ? load_destination(p, d, err) : ncp_error_memory(err);
}

/* One that stands in no profile is known by its variable. */
static enum ncp_code add_one_off(struct ncpi_posting *p, struct ncp_error *err)
{
    char *one_off = NULL;
    struct ncp_buf name = NCP_BUF_INIT;
    enum ncp_code code = ncpi_one_off(&p->options, &one_off, err);
    if (code != NCP_OK)
        return code;
    ncp_buf_add_format(&name, "env:%s", p->options.webhook_env);
    code = add_destination(p, name.failed ? NULL : name.ptr, one_off, err);
    ncp_buf_free(&name);
    return code;
}

static enum ncp_code add_targets(struct ncpi_posting *p, struct ncp_error *err)
{
    const struct ncpi_words *to = &p->options.to;
    p->destinations = calloc(to->count + 1, sizeof *p->destinations);
    if (!p->destinations)
        return ncp_error_memory(err);
    if (p->options.webhook_env)
        return add_one_off(p, err);
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < to->count; i++)
        code = add_destination(p, to->items[i], NULL, err);
    if (to->count > 0)
        return code;
    const char *only = ncpi_config_only_target(&p->profile, err);
    return only ? add_destination(p, only, NULL, err) : err->code;
}

/* What the options ask of a target that its format cannot do. */
static enum ncp_code check_abilities(const struct ncpi_posting *p, struct ncp_error *err)
{
    for (size_t i = 0; i < p->destination_count; i++) {
        const struct ncpi_target *t = &p->destinations[i].target;
        if (p->options.draft && !ncpi_format_flag(&t->format, "draft"))
            return ncp_error_set(err, NCP_E_USAGE, "--draft: the format %s knows no drafts",
                                 t->format.name);
    }
    return NCP_OK;
}

/* ---- options ---------------------------------------------------------------------------- */

static enum ncp_code check_options(struct ncpi_posting *p, struct ncp_error *err)
{
    const struct ncpi_post_options *o = &p->options;
    bool one_off_only = o->payload || o->idempotent || o->local || o->timeout || o->retries ||
                        o->header_env.count > 0 || o->field.count > 0;
    if (o->webhook_env && o->to.count > 0)
        return ncp_error_set(err, NCP_E_USAGE, "--to and --webhook-env exclude each other");
    if (one_off_only && !o->webhook_env)
        return ncp_error_set(err, NCP_E_USAGE,
                             "--payload, --idempotent, --local, --timeout, --retries, --header-env "
                             "and --field go with --webhook-env; a target has them in the profile");
    if (o->caption && p->files.count > 0)
        return ncp_error_set(err, NCP_E_USAGE, "--caption takes the place of FILE");
    if (o->format && strcmp(o->format, "text") != 0 && strcmp(o->format, "json") != 0)
        return ncp_error_set(err, NCP_E_USAGE, "--format is text or json");
    p->json = o->format && strcmp(o->format, "json") == 0;
    return NCP_OK;
}

static enum ncp_code read_time(struct ncpi_posting *p, struct ncp_error *err)
{
    json_t *zone = json_object_get(p->profile.values, "timezone");
    p->now = ncpi_now(&ncpi_system_clock).wall;
    p->at = -1;
    if (!p->options.at)
        return NCP_OK;
    enum ncp_code code = ncpi_zone_set(json_string_value(zone), err);
    return code == NCP_OK ? ncpi_when(p->options.at, p->now, &p->at, err) : code;
}

static enum ncp_code prepare(struct ncpi_posting *p, struct ncp_error *err)
{
    enum ncp_code code = check_options(p, err);
    if (code == NCP_OK)
        code = ncpi_config_load(p->options.profile, &p->profile, err);
    if (code == NCP_OK)
        code = read_time(p, err);
    if (code == NCP_OK)
        code = add_targets(p, err);
    if (code == NCP_OK)
        code = check_abilities(p, err);
    return code;
}

/* ---- the run ------------------------------------------------------------------------------ */

static enum ncp_code work(struct ncpi_posting *p, int *status, struct ncp_error *err)
{
    enum ncp_code code = prepare(p, err);
    if (code == NCP_OK)
        code = ncpi_posting_read(p, err);
    if (code != NCP_OK)
        return code;
    ncpi_posting_check(p);
    if (p->options.dry_run)
        return ncpi_posting_show(p, err);
    return json_array_size(p->items) > 0 ? ncpi_posting_run(p, status, err) : NCP_OK;
}

/* Posts that are not delivered weigh most; then one status where all ended
 * alike, else 1. */
static int combine(const struct ncpi_posting *p, int status)
{
    if (p->bad == 0 || status == ncp_code_exit_status(NCP_E_TEMPFAIL))
        return status;
    bool alike = p->bad_status >= 0 && (p->good == 0 || p->bad_status == status);
    return alike ? p->bad_status : ncp_code_exit_status(NCP_E_FOUND);
}

static void clean_up(struct ncpi_posting *p)
{
    for (size_t i = 0; i < p->destination_count; i++) {
        ncpi_target_free(&p->destinations[i].target);
        free(p->destinations[i].name);
        free(p->destinations[i].one_off);
    }
    free(p->destinations);
    ncpi_outbox_close(p->box);
    json_decref(p->items);
    json_decref(p->posts);
    ncpi_profile_free(&p->profile);
    free(p->options.to.items);
    free(p->options.header_env.items);
    free(p->options.field.items);
    free(p->files.items);
}

int ncpi_post_command(const struct ncpi_program *program, char **argv)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncpi_posting p = {.program = program, .items = json_array(), .posts = json_array()};
    int status = 0;
    enum ncp_code code = ncpi_options_parse(table, argv, &p.options, &p.files, &err);
    if (code == NCP_OK)
        code = p.options.help ? print_help(&err) : work(&p, &status, &err);
    if (code == NCP_OK)
        code = ncpi_print_end(&err);
    if (code != NCP_OK)
        ncpi_complain(NULL, &err);
    status = code == NCP_OK ? combine(&p, status) : ncp_code_exit_status(code);
    ncp_error_free(&err);
    clean_up(&p);
    return status;
}
