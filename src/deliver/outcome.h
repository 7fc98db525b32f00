/* SPDX-License-Identifier: MIT */
#ifndef NCPI_OUTCOME_H
#define NCPI_OUTCOME_H

/* What an answer means, and what becomes of the post. Two pure functions that
 * everything else obeys. */

#include "ncpost/base.h"

enum ncpi_outcome {
    NCPI_DELIVERED, /* the receiver said so */
    NCPI_REFUSED,   /* it said no for good */
    NCPI_NOT_SENT,  /* nothing reached it, or it said to come later */
    NCPI_UNKNOWN    /* it may have arrived */
};

/* Whether it is tried again without a person. */
enum ncpi_retry { NCPI_RETRY_NO, NCPI_RETRY_YES, NCPI_RETRY_IF_IDEMPOTENT };

/* What the format's own rules made of a 2xx answer's body. */
enum ncpi_sign {
    NCPI_SIGN_NOT_NEEDED, /* the format looks at no body */
    NCPI_SIGN_SUCCESS,
    NCPI_SIGN_FAILURE,
    NCPI_SIGN_NEITHER /* no sign, or the body was cut or too long */
};

/* One attempt as the wire saw it. */
struct ncpi_answer {
    bool left;           /* a byte of the request may have left */
    bool head;           /* a whole final head came back */
    bool with_key;       /* the request carried our idempotency key */
    bool has_wait;       /* there was a usable Retry-After */
    int status;          /* of that head */
    int64_t wait;        /* milliseconds, when has_wait */
    enum ncpi_sign sign; /* for 2xx */
};

struct ncpi_verdict {
    enum ncpi_outcome outcome;
    enum ncpi_retry retry;
    int64_t wait; /* not before so many milliseconds; -1 when it did not say */
    bool reached; /* the receiver itself spoke: this was no failure to connect */
};

struct ncpi_verdict ncpi_judge(const struct ncpi_answer *answer);

/* "delivered", "refused", "not_sent", "unknown". */
const char *ncpi_outcome_name(enum ncpi_outcome outcome);

/* ---- what becomes of the post ------------------------------------------- */

enum ncpi_state {
    NCPI_QUEUED,
    NCPI_SCHEDULED,
    NCPI_SENDING,
    NCPI_STATE_DELIVERED,
    NCPI_STATE_REFUSED,
    NCPI_STATE_UNKNOWN,
    NCPI_CANCELLED,
    NCPI_DEAD
};

/* "queued" … "dead". */
const char *ncpi_state_name(enum ncpi_state state);
bool ncpi_state_parse(const char *name, enum ncpi_state *state);

/* How often and how long a target is tried. All times in milliseconds. */
struct ncpi_policy {
    int attempts;     /* in all */
    int64_t base;     /* of the backoff, which doubles */
    int64_t cap;      /* of one wait */
    int64_t deadline; /* since the post was due */
    int64_t keeps;    /* how long the receiver keeps our keys; 0: it does not */
};

/* 8 attempts, 1 s doubling up to 5 min, 24 h, no keys kept. */
extern const struct ncpi_policy ncpi_default_policy;

/* What the post has behind it, the attempt just judged included. */
struct ncpi_past {
    int attempts;        /* that ended, since it was queued or retried by hand */
    bool doubt;          /* an earlier attempt ended unknown */
    int64_t since_first; /* since the first attempt of all */
    int64_t since_due;   /* since it was due, or retried by hand */
};

struct ncpi_next {
    enum ncpi_state state;
    bool doubt;   /* it may have arrived: only "delivered" changes that */
    bool again;   /* although in doubt, it may go out again */
    int64_t wait; /* until the next attempt; -1: none by itself */
};

/* `random` is uniform in [0, 1): the jitter. */
struct ncpi_next ncpi_settle(struct ncpi_verdict verdict, const struct ncpi_past *past,
                             const struct ncpi_policy *policy, double random);

#endif
