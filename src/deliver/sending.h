/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SENDING_H
#define NCPI_SENDING_H

/* One attempt to send one post: a session where the format needs one, the
 * request, and redirects that may be followed. */

#include "http.h"
#include "outbox.h"
#include "target.h"

/* A target in use, and the session that several posts may share. */
struct ncpi_channel {
    struct ncpi_target target;
    char *one_off;            /* JSON, or NULL */
    struct ncpi_secret token; /* of the session; NULL ptr where there is none */
    int64_t token_at;         /* monotonic ms */
    int running;              /* attempts under way */
    int64_t not_before;       /* monotonic ms of the next start, by the rate */
    bool drained;             /* nothing more is due just now */
    bool broken;              /* its settings are wrong */
};

struct ncpi_sending {
    struct ncpi_claim claim;
    struct ncpi_channel *channel;
    struct ncpi_http http;
    bool active;
    bool in_session;
    int hops;
    struct ncpi_secret url;      /* where a redirect led, NULL ptr: the target's own */
    struct ncp_buf session_body; /* holds the password */
    int64_t started;             /* monotonic ms */
    int64_t limit;               /* milliseconds for the whole attempt */

    /* How it ended. Texts are masked and fit to show. */
    struct ncpi_verdict verdict;
    int status;
    struct ncp_buf error, answer;
};

/* Starts the attempt for `claim` (taken). On failure nothing left: the verdict
 * is "not sent", and it is over. */
NCP_CHECK bool ncpi_sending_start(struct ncpi_sending *s, struct ncpi_claim *claim,
                                  struct ncpi_channel *channel, int64_t limit, CURLM *multi);

/* libcurl is done with its request. True when the attempt is over and the
 * verdict stands, false when it goes on. */
NCP_CHECK bool ncpi_sending_step(struct ncpi_sending *s, CURLcode result, CURLM *multi);

void ncpi_sending_free(struct ncpi_sending *s, CURLM *multi);

void ncpi_channel_free(struct ncpi_channel *channel);

#endif
