/* SPDX-License-Identifier: MIT */
/* The loop that sends. Each round is one commit: what ended is written down and
 * what comes next is claimed; only then do the new requests start. */
#include "engine.h"

#include "channels.h"

#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS        64
#define WATCH_EVERY  5000 /* milliseconds between two looks at an idle outbox */
#define LOOK_EVERY   500  /* at a busy one, and where what is due cannot be sent */
#define COMMIT_TRIES 5

struct engine {
    struct ncpi_outbox *box;
    const struct ncpi_engine_options *options;
    struct ncpi_tally *tally;
    CURLM *multi;
    struct ncpi_channels channels;
    struct ncpi_sending slots[SLOTS];
    bool used[SLOTS];
    size_t running;
    int64_t began;  /* monotonic ms */
    int64_t looked; /* for targets with something due */
};

static int64_t mono(void)
{
    return ncpi_now(&ncpi_system_clock).mono;
}

static bool stopping(const struct engine *e)
{
    return e->options->stop && *e->options->stop;
}

/* ---- the end of attempts -------------------------------------------------------------- */

static double uniform(void)
{
    uint32_t n = 0;
    if (RAND_bytes((unsigned char *)&n, sizeof n) != 1)
        return 0.5;
    return n / 4294967296.0;
}

static struct ncpi_next next_of(const struct ncpi_sending *s)
{
    struct ncpi_moment now = ncpi_now(&ncpi_system_clock);
    struct ncpi_past past = {
        .attempts = s->claim.tries + 1,
        .doubt = s->claim.doubt,
        .since_first = ncpi_elapsed(s->claim.first, now),
        .since_due = ncpi_elapsed(s->claim.due, now),
    };
    return ncpi_settle(s->verdict, &past, &s->channel->target.policy, uniform());
}

static const char *text_or_null(const struct ncp_buf *buf)
{
    return buf->len > 0 && !buf->failed ? buf->ptr : NULL;
}

static enum ncp_code write_end(struct engine *e, const struct ncpi_sending *s,
                               const struct ncpi_next *next, struct ncp_error *err)
{
    struct ncpi_attempt attempt = {
        .status = s->status,
        .outcome = s->verdict.outcome,
        .error = text_or_null(&s->error),
        .answer = text_or_null(&s->answer),
    };
    return ncpi_outbox_settle(e->box, &s->claim, &attempt, next, err);
}

static void count(struct ncpi_tally *tally, const struct ncpi_next *next, enum ncpi_outcome outcome)
{
    if (next->doubt)
        tally->unknown++;
    else if (outcome == NCPI_DELIVERED)
        tally->delivered++;
    else if (outcome == NCPI_REFUSED)
        tally->refused++;
    else
        tally->not_sent++;
}

/* ---- one round ------------------------------------------------------------------------- */

/* What a round is about to commit. */
struct round {
    size_t ended[SLOTS];
    struct ncpi_next next[SLOTS];
    size_t ended_count;
    struct ncpi_claim claims[SLOTS];
    struct ncpi_channel *channels[SLOTS];
    size_t claim_count;
};

static void find_ended(struct engine *e, struct round *r)
{
    for (size_t i = 0; i < SLOTS; i++)
        if (e->used[i] && !e->slots[i].active) {
            r->next[r->ended_count] = next_of(&e->slots[i]);
            r->ended[r->ended_count++] = i;
        }
}

static int free_slots(const struct engine *e, const struct round *r)
{
    return (int)(SLOTS - e->running + r->ended_count - r->claim_count);
}

/* How many more of its posts may start now. */
static int room(const struct engine *e, const struct round *r, const struct ncpi_channel *channel)
{
    int open = channel->target.concurrency - channel->running;
    for (size_t i = 0; i < r->ended_count; i++)
        open += e->slots[r->ended[i]].channel == channel;
    for (size_t i = 0; i < r->claim_count; i++)
        open -= r->channels[i] == channel;
    return open;
}

static enum ncp_code claim_for(struct engine *e, struct round *r, struct ncpi_channel *channel,
                               struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    while (code == NCP_OK && !channel->drained && room(e, r, channel) > 0 && free_slots(e, r) > 0 &&
           mono() >= channel->not_before) {
        bool got = false;
        code =
            ncpi_outbox_claim(e->box, channel->target.name, channel->one_off,
                              channel->target.policy.keeps, &r->claims[r->claim_count], &got, err);
        if (code != NCP_OK)
            break;
        channel->drained = !got;
        if (!got)
            break;
        r->channels[r->claim_count++] = channel;
        channel->not_before = mono() + channel->target.interval;
    }
    return code;
}

static enum ncp_code claim_all(struct engine *e, struct round *r, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < e->channels.count; i++)
        if (!e->channels.items[i]->broken)
            code = claim_for(e, r, e->channels.items[i], err);
    return code;
}

static enum ncp_code write_round(struct engine *e, struct round *r, struct ncp_error *err)
{
    enum ncp_code code = ncpi_outbox_begin(e->box, err);
    if (code != NCP_OK)
        return code;
    for (size_t i = 0; code == NCP_OK && i < r->ended_count; i++)
        code = write_end(e, &e->slots[r->ended[i]], &r->next[i], err);
    if (code == NCP_OK && !stopping(e))
        code = claim_all(e, r, err);
    return ncpi_outbox_end(e->box, code, err);
}

static void drop_claims(struct round *r)
{
    for (size_t i = 0; i < r->claim_count; i++) {
        r->channels[i]->drained = false;
        ncpi_claim_free(&r->claims[i]);
    }
    r->claim_count = 0;
}

/* A disk that is full for a moment must not turn an answer that came into one
 * that was lost. */
static enum ncp_code commit_round(struct engine *e, struct round *r, struct ncp_error *err)
{
    enum ncp_code code = write_round(e, r, err);
    for (int tries = 1; code != NCP_OK && r->ended_count > 0 && tries < COMMIT_TRIES; tries++) {
        drop_claims(r);
        ncpi_outbox_pause(200);
        code = write_round(e, r, err);
    }
    if (code != NCP_OK)
        drop_claims(r);
    return code;
}

static void release_ended(struct engine *e, const struct round *r)
{
    for (size_t i = 0; i < r->ended_count; i++) {
        struct ncpi_sending *s = &e->slots[r->ended[i]];
        count(e->tally, &r->next[i], s->verdict.outcome);
        e->options->ended(e->options->data, s, r->next[i].state);
        ncpi_sending_free(s, e->multi);
        e->used[r->ended[i]] = false;
        e->running--;
    }
}

/* In the foreground a repeat that the receiver recognises may be cut short, so
 * that the whole stays within its time. */
static int64_t limit_of(const struct engine *e, const struct ncpi_channel *channel,
                        const struct ncpi_claim *claim)
{
    int64_t limit = channel->target.timeout;
    int64_t left = e->options->budget - (mono() - e->began);
    bool may_cut =
        e->options->mode == NCPI_FOREGROUND && claim->tries > 0 && channel->target.policy.keeps > 0;
    if (may_cut && left < limit)
        limit = left > 1000 ? left : 1000;
    return limit;
}

static void start_claims(struct engine *e, struct round *r)
{
    size_t slot = 0;
    for (size_t i = 0; i < r->claim_count; i++) {
        while (e->used[slot])
            slot++;
        e->used[slot] = true;
        e->running++;
        /* One that fails to start is over at once, and the next round writes
         * that down. */
        int64_t limit = limit_of(e, r->channels[i], &r->claims[i]);
        if (!ncpi_sending_start(&e->slots[slot], &r->claims[i], r->channels[i], limit, e->multi))
            curl_multi_wakeup(e->multi);
    }
}

static bool anything_to_claim(const struct engine *e)
{
    for (size_t i = 0; i < e->channels.count; i++) {
        const struct ncpi_channel *c = e->channels.items[i];
        if (!c->broken && !c->drained && c->running < c->target.concurrency &&
            mono() >= c->not_before)
            return true;
    }
    return false;
}

static enum ncp_code do_round(struct engine *e, struct ncp_error *err)
{
    struct round r;
    r.ended_count = r.claim_count = 0;
    find_ended(e, &r);
    if (r.ended_count == 0 && (stopping(e) || e->running == SLOTS || !anything_to_claim(e)))
        return NCP_OK;
    enum ncp_code code = commit_round(e, &r, err);
    if (code != NCP_OK)
        return code;
    release_ended(e, &r);
    start_claims(e, &r);
    return NCP_OK;
}

/* ---- looking for work -------------------------------------------------------------------- */

static enum ncp_code look_for_targets(struct engine *e, struct ncp_error *err)
{
    json_t *targets = NULL;
    e->looked = mono();
    enum ncp_code code = ncpi_outbox_due(e->box, &targets, err);
    for (size_t i = 0; code == NCP_OK && i < json_array_size(targets); i++) {
        json_t *t = json_array_get(targets, i);
        struct ncpi_channel *channel = ncpi_channels_get(
            &e->channels, json_string_value(json_object_get(t, "target")),
            json_string_value(json_object_get(t, "one_off")), e->options, e->tally);
        if (channel)
            channel->drained = false;
        else
            code = ncp_error_memory(err);
    }
    json_decref(targets);
    return code;
}

static enum ncp_code recover(struct engine *e, struct ncp_error *err)
{
    json_t *ids = json_array();
    enum ncp_code code = ncpi_outbox_recover(e->box, ids, err);
    e->tally->unknown += json_array_size(ids);
    json_decref(ids);
    return code;
}

/* ---- waiting ------------------------------------------------------------------------------ */

/* Milliseconds until a target's rate lets its next post out; -1: none waits. */
static int64_t rate_wait(const struct engine *e)
{
    int64_t least = -1;
    for (size_t i = 0; i < e->channels.count; i++) {
        const struct ncpi_channel *c = e->channels.items[i];
        int64_t wait = c->not_before - mono();
        if (c->broken || c->drained || c->running >= c->target.concurrency)
            continue;
        wait = wait > 0 ? wait : 0;
        if (least < 0 || wait < least)
            least = wait;
    }
    return least;
}

static enum ncp_code collect(struct engine *e, struct ncp_error *err)
{
    CURLMsg *message;
    int left;
    if (curl_multi_perform(e->multi, &left) != CURLM_OK)
        return ncp_error_set(err, NCP_E_INTERNAL, "libcurl cannot go on");
    while ((message = curl_multi_info_read(e->multi, &left))) {
        char *owner = NULL;
        if (message->msg != CURLMSG_DONE)
            continue;
        CURLcode result = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
        if (ncpi_sending_step((struct ncpi_sending *)(void *)owner, result, e->multi))
            curl_multi_wakeup(e->multi);
    }
    return NCP_OK;
}

static void wait_for(struct engine *e, int64_t ms)
{
    if (ms > 1000)
        ms = 1000;
    curl_multi_poll(e->multi, NULL, 0, (int)ms, NULL);
}

/* With nothing under way: milliseconds to wait for more, or -1 to end. */
static enum ncp_code idle_wait(struct engine *e, int64_t *wait, struct ncp_error *err)
{
    int64_t due = -1;
    *wait = rate_wait(e);
    if (stopping(e)) {
        *wait = -1;
        return NCP_OK;
    }
    if (*wait >= 0 || e->options->mode == NCPI_FLUSH)
        return NCP_OK;
    enum ncp_code code = ncpi_outbox_wait(e->box, &due, err);
    if (due >= 0 && due < LOOK_EVERY && mono() - e->looked < LOOK_EVERY)
        due = due > 50 ? due : 50;
    if (e->options->mode == NCPI_WATCH)
        *wait = due >= 0 && due < WATCH_EVERY ? due : WATCH_EVERY;
    else if (due >= 0 && mono() - e->began + due <= e->options->budget)
        *wait = due;
    return code;
}

static bool all_broken(const struct engine *e)
{
    for (size_t i = 0; i < e->channels.count; i++)
        if (!e->channels.items[i]->broken)
            return false;
    return e->channels.count > 0;
}

/* Nothing is under way: waits for the next thing due. False: that was all. */
static enum ncp_code idle(struct engine *e, bool *more, struct ncp_error *err)
{
    int64_t wait = -1;
    enum ncp_code code = idle_wait(e, &wait, err);
    *more = wait >= 0 && !(e->options->mode == NCPI_FOREGROUND && all_broken(e));
    if (code != NCP_OK || !*more)
        return code;
    int64_t until = mono() + wait;
    while (mono() < until && !stopping(e))
        wait_for(e, until - mono());
    if (e->options->mode != NCPI_FLUSH)
        code = recover(e, err);
    return code == NCP_OK && e->options->mode != NCPI_FLUSH ? look_for_targets(e, err) : code;
}

static enum ncp_code loop(struct engine *e, struct ncp_error *err)
{
    bool more = true;
    enum ncp_code code = recover(e, err);
    if (code == NCP_OK)
        code = look_for_targets(e, err);
    while (code == NCP_OK && more) {
        code = do_round(e, err);
        if (code == NCP_OK && e->running == 0) {
            code = idle(e, &more, err);
            continue;
        }
        if (code == NCP_OK)
            code = collect(e, err);
        if (code == NCP_OK && e->options->mode != NCPI_FLUSH && mono() - e->looked > LOOK_EVERY)
            code = look_for_targets(e, err);
        int64_t wait = rate_wait(e);
        if (code == NCP_OK)
            wait_for(e, wait >= 0 ? wait : 1000);
    }
    return code;
}

enum ncp_code ncpi_engine_run(struct ncpi_outbox *box, const struct ncpi_engine_options *options,
                              struct ncpi_tally *tally, struct ncp_error *err)
{
    struct engine *e = calloc(1, sizeof *e);
    if (!e)
        return ncp_error_memory(err);
    *tally = (struct ncpi_tally){0, 0, 0, 0, 0};
    e->box = box;
    e->options = options;
    e->tally = tally;
    e->began = mono();
    e->multi = curl_multi_init();
    if (options->mode == NCPI_FLUSH)
        ncpi_outbox_stand_still(box);
    enum ncp_code code = e->multi ? loop(e, err) : ncp_error_memory(err);
    for (size_t i = 0; i < SLOTS; i++)
        if (e->used[i])
            ncpi_sending_free(&e->slots[i], e->multi);
    ncpi_channels_free(&e->channels);
    curl_multi_cleanup(e->multi);
    free(e);
    return code;
}
