/* SPDX-License-Identifier: MIT */
/* The course of one attempt. */
#include "sending.h"

#include "clock.h"
#include "session.h"
#include "url.h"
#include "visible.h"

#include <stdlib.h>
#include <string.h>

#define HOPS_MAX   3
#define ANSWER_MAX 4096
#define ERROR_MAX  512

static struct ncpi_moment now(void)
{
    return ncpi_now(&ncpi_system_clock);
}

/* ---- the end ---------------------------------------------------------------------- */

/* What strangers said, without secrets and control characters. */
static void add_shown(const struct ncpi_sending *s, struct ncp_str text, size_t max,
                      struct ncp_buf *out)
{
    struct ncp_buf masked = NCP_BUF_INIT;
    ncpi_vault_mask(&s->channel->target.vault, text, &masked);
    if (!masked.failed)
        ncpi_visible(ncp_buf_str(&masked), max, out);
    ncp_buf_free(&masked);
}

static bool end(struct ncpi_sending *s, struct ncpi_verdict verdict)
{
    s->verdict = verdict;
    s->active = false;
    return true;
}

static bool end_not_sent(struct ncpi_sending *s, enum ncpi_retry retry, const char *error)
{
    add_shown(s, ncp_str_from(error), ERROR_MAX, &s->error);
    return end(s, (struct ncpi_verdict){NCPI_NOT_SENT, retry, -1, false});
}

static void describe(struct ncpi_sending *s, const char *what, struct ncp_str say)
{
    if (s->http.answer.head)
        ncp_buf_add_format(&s->error, "%s answered %d", what, s->http.answer.status);
    else
        add_shown(s, ncp_buf_str(&s->http.error), ERROR_MAX, &s->error);
    if (say.len > 0) {
        ncp_buf_add_cstr(&s->error, ": ");
        add_shown(s, say, ERROR_MAX, &s->error);
    }
}

/* ---- requests ----------------------------------------------------------------------- */

static bool add_line(void *data, struct ncp_str line, bool secret)
{
    struct curl_slist **list = data;
    (void)secret;
    struct curl_slist *longer = curl_slist_append(*list, line.ptr);
    if (longer)
        *list = longer;
    return longer != NULL;
}

static bool wants_body(void *data, int status)
{
    const struct ncpi_sending *s = data;
    return s->in_session || ncpi_format_needs_body(&s->channel->target.format, status);
}

static enum ncp_code make_headers(struct ncpi_sending *s, struct curl_slist **headers,
                                  struct ncp_error *err)
{
    const struct ncpi_target *target = &s->channel->target;
    if (s->in_session)
        return add_line(headers, NCP_STR("Content-Type: application/json"), false)
                   ? NCP_OK
                   : ncp_error_memory(err);
    json_t *context = json_pack("{s:s, s:O}", "key", s->claim.id, "target", target->fields);
    bool session = target->session_url.ptr != NULL;
    enum ncp_code code = ncpi_target_headers(
        target, context, s->claim.id, now().wall / 1000, ncp_str_from(s->claim.body),
        session ? &s->channel->token : NULL, add_line, headers, err);
    json_decref(context);
    return code;
}

static const char *current_url(const struct ncpi_sending *s)
{
    if (s->url.ptr)
        return s->url.ptr;
    return s->in_session ? s->channel->target.session_url.ptr : s->channel->target.url.ptr;
}

static enum ncp_code launch(struct ncpi_sending *s, CURLM *multi, struct ncp_error *err)
{
    const struct ncpi_target *target = &s->channel->target;
    int64_t left = s->limit - (now().mono - s->started);
    struct ncpi_http_options options = {left > 1 ? left : 1, target->connect_timeout,
                                        target->local};
    struct ncp_str body =
        s->in_session ? ncp_buf_str(&s->session_body) : ncp_str_from(s->claim.body);
    struct curl_slist *headers = NULL;
    enum ncp_code code = make_headers(s, &headers, err);
    if (code != NCP_OK) {
        curl_slist_free_all(headers);
        return code;
    }
    code =
        ncpi_http_start(&s->http, current_url(s), headers, body, &options, wants_body, s, s, err);
    if (code == NCP_OK && curl_multi_add_handle(multi, s->http.easy) != CURLM_OK)
        code = ncp_error_set(err, NCP_E_INTERNAL, "libcurl takes no more requests");
    return code;
}

/* True when it is over before it began. */
static bool launch_or_end(struct ncpi_sending *s, CURLM *multi)
{
    struct ncp_error err = NCP_ERROR_INIT;
    if (launch(s, multi, &err) == NCP_OK)
        return false;
    bool over = end_not_sent(s, NCPI_RETRY_YES, err.message ? err.message : "out of memory");
    ncp_error_free(&err);
    return over;
}

/* ---- the session ----------------------------------------------------------------------- */

static bool begin_session(struct ncpi_sending *s, CURLM *multi)
{
    s->in_session = true;
    ncpi_session_body(&s->channel->target, &s->session_body);
    if (s->session_body.failed)
        return end_not_sent(s, NCPI_RETRY_YES, "out of memory");
    return launch_or_end(s, multi);
}

static bool end_session(struct ncpi_sending *s, CURLM *multi)
{
    struct ncpi_channel *channel = s->channel;
    const struct ncpi_answer *answer = &s->http.answer;
    bool open = answer->head && answer->status == 200 && s->http.whole &&
                ncpi_session_token(&channel->target, ncp_buf_str(&s->http.body), &channel->token);
    if (!open) {
        describe(s, "the session", (struct ncp_str){NULL, 0});
        if (answer->head)
            add_shown(s, ncp_buf_str(&s->http.body), ANSWER_MAX, &s->answer);
        s->status = answer->head ? answer->status : 0;
        int64_t wait = answer->head && answer->has_wait ? answer->wait : -1;
        return end(s, (struct ncpi_verdict){NCPI_NOT_SENT, NCPI_RETRY_YES, wait, answer->head});
    }
    ncpi_vault_add(&channel->target.vault,
                   (struct ncp_str){channel->token.ptr, channel->token.len});
    channel->token_at = now().mono;
    ncpi_http_free(&s->http);
    ncpi_buf_wipe(&s->session_body);
    s->in_session = false;
    return launch_or_end(s, multi);
}

/* ---- the answer ------------------------------------------------------------------------- */

/* 307 and 308 keep method and body: followed on the same origin. */
static bool may_follow(struct ncpi_sending *s, struct ncpi_secret *next)
{
    const struct ncpi_http *http = &s->http;
    if (!http->answer.head || (http->answer.status != 307 && http->answer.status != 308) ||
        !http->location || s->hops >= HOPS_MAX)
        return false;
    if (!ncpi_url_follow(current_url(s), http->location, next))
        return false;
    if (ncpi_url_same_origin(current_url(s), next->ptr))
        return true;
    ncpi_secret_free(next);
    return false;
}

static bool follow(struct ncpi_sending *s, struct ncpi_secret *next, CURLM *multi)
{
    s->hops++;
    ncpi_http_free(&s->http);
    ncpi_secret_free(&s->url);
    s->url = *next;
    ncpi_vault_add_url(&s->channel->target.vault, s->url.ptr);
    return launch_or_end(s, multi);
}

static bool conclude(struct ncpi_sending *s)
{
    struct ncpi_http *http = &s->http;
    struct ncp_buf say = NCP_BUF_INIT;
    http->answer.with_key = ncpi_target_with_key(&s->channel->target);
    if (http->blocked && !http->answer.left)
        return end_not_sent(s, NCPI_RETRY_NO, http->error.ptr);
    struct ncpi_verdict verdict = ncpi_format_judge(&s->channel->target.format, &http->answer,
                                                    ncp_buf_str(&http->body), http->whole, &say);
    s->status = http->answer.head ? http->answer.status : 0;
    if (verdict.outcome != NCPI_DELIVERED)
        describe(s, "the receiver", ncp_buf_str(&say));
    if (http->answer.head)
        add_shown(s, ncp_buf_str(&http->body), ANSWER_MAX, &s->answer);
    /* A session that did not lead to a delivery may be stale. */
    if (verdict.outcome != NCPI_DELIVERED)
        ncpi_secret_free(&s->channel->token);
    ncp_buf_free(&say);
    return end(s, verdict);
}

bool ncpi_sending_step(struct ncpi_sending *s, CURLcode result, CURLM *multi)
{
    struct ncpi_secret next = NCPI_SECRET_INIT;
    curl_multi_remove_handle(multi, s->http.easy);
    ncpi_http_finish(&s->http, result);
    if (s->in_session)
        return end_session(s, multi);
    if (may_follow(s, &next))
        return follow(s, &next, multi);
    return conclude(s);
}

bool ncpi_sending_start(struct ncpi_sending *s, struct ncpi_claim *claim,
                        struct ncpi_channel *channel, int64_t limit, CURLM *multi)
{
    memset(s, 0, sizeof *s);
    s->claim = *claim;
    memset(claim, 0, sizeof *claim);
    s->channel = channel;
    s->active = true;
    s->started = now().mono;
    s->limit = limit;
    channel->running++;
    if (channel->target.session_url.ptr && !ncpi_session_fresh(channel, s->started))
        return !begin_session(s, multi);
    return !launch_or_end(s, multi);
}

void ncpi_sending_free(struct ncpi_sending *s, CURLM *multi)
{
    if (s->active && s->http.easy)
        curl_multi_remove_handle(multi, s->http.easy);
    if (s->channel)
        s->channel->running--;
    ncpi_http_free(&s->http);
    ncpi_secret_free(&s->url);
    ncpi_buf_wipe(&s->session_body);
    ncp_buf_free(&s->error);
    ncp_buf_free(&s->answer);
    ncpi_claim_free(&s->claim);
    memset(s, 0, sizeof *s);
}

void ncpi_channel_free(struct ncpi_channel *channel)
{
    ncpi_target_free(&channel->target);
    ncpi_secret_free(&channel->token);
    free(channel->one_off);
    memset(channel, 0, sizeof *channel);
}
