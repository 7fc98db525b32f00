/* SPDX-License-Identifier: MIT */
#ifndef NCPI_OUTBOX_H
#define NCPI_OUTBOX_H

/*
 * The posts on disk. Every function commits before it returns: a post is here
 * before its first byte leaves, *sending* is here before the request, its end
 * after the answer. What is not committed did not happen.
 *
 * Where a function fails the outbox is as it was.
 */

#include "clock.h"
#include "outcome.h"
#include "owner.h"

#include <jansson.h>

#define NCPI_ID_LENGTH 32 /* hexadecimal digits of an id */

struct ncpi_outbox;

/* Opens the outbox in the folder `dir`, making both (0700, 0600) where they do
 * not exist, and brings an older schema up to date. NCP_E_CREATE, NCP_E_IO;
 * NCP_E_CONFIG for one that a newer program made. `clock` is borrowed. */
NCP_CHECK enum ncp_code ncpi_outbox_open(const char *dir, const struct ncpi_clock *clock,
                                         struct ncpi_outbox **out, struct ncp_error *err);
void ncpi_outbox_close(struct ncpi_outbox *box);

/* ---- adding ------------------------------------------------------------- */

/* A post to be. All borrowed. */
struct ncpi_new_post {
    const char *target;
    const char *one_off;   /* JSON of a target that stands in no profile, or NULL */
    const char *format;    /* name of the payload format */
    const char *source;    /* the article's, or NULL */
    const char *result_id; /* of the caption */
    const char *text;      /* the final text */
    int64_t at;            /* not before this wall time; -1: at once */
};

/* Makes the body once the post's id is known; a new malloc'd string, NULL with
 * `err` set on failure. */
typedef char *ncpi_body_maker(void *data, const char *id, struct ncp_error *err);

/*
 * Adds a post unless one to the same target with the same result id or the same
 * text stands already in any state but refused and cancelled; `again` adds it
 * regardless. `*made` tells; `id` (NCPI_ID_LENGTH + 1 bytes) is the new post's
 * or the standing one's.
 */
NCP_CHECK enum ncp_code ncpi_outbox_add(struct ncpi_outbox *box, const struct ncpi_new_post *post,
                                        bool again, ncpi_body_maker *maker, void *data, char *id,
                                        bool *made, struct ncp_error *err);

/* The id that ncpi_outbox_add() would give, without adding. */
NCP_CHECK enum ncp_code ncpi_outbox_preview(struct ncpi_outbox *box,
                                            const struct ncpi_new_post *post, char *id,
                                            struct ncp_error *err);

/* The post's id: SHA-256 of result id, target and repeat number, 128 bits. */
void ncpi_post_id(const char *result_id, const char *target, int64_t repeat, char *id);

/* Whether the person at the terminal has sent to this target before. */
NCP_CHECK enum ncp_code ncpi_outbox_knows(struct ncpi_outbox *box, const char *target, bool *known,
                                          struct ncp_error *err);
NCP_CHECK enum ncp_code ncpi_outbox_remember(struct ncpi_outbox *box, const char *target,
                                             struct ncp_error *err);

/* ---- sending ------------------------------------------------------------ */

/* A post in our hands. ncpi_claim_free(). */
struct ncpi_claim {
    char *id, *target, *one_off, *format, *body;
    int64_t n; /* number of this attempt */
    int tries; /* attempts ended before, of this round */
    bool doubt;
    struct ncpi_moment first; /* of the first attempt of all */
    struct ncpi_moment due;
};

void ncpi_claim_free(struct ncpi_claim *claim);

/* Narrows what is sent by this process to the posts added with
 * ncpi_outbox_want(); without a call everything is wanted. */
NCP_CHECK enum ncp_code ncpi_outbox_want(struct ncpi_outbox *box, const char *id,
                                         struct ncp_error *err);

/* A post in *sending* whose sender is dead becomes *unknown*. Their ids are
 * appended to the array `ids` where it is not NULL. */
NCP_CHECK enum ncp_code ncpi_outbox_recover(struct ncpi_outbox *box, json_t *ids,
                                            struct ncp_error *err);

/* The targets that have something due: an array of {"target", "one_off"}. */
NCP_CHECK enum ncp_code ncpi_outbox_due(struct ncpi_outbox *box, json_t **targets,
                                        struct ncp_error *err);

/*
 * Takes the post of `target` that is due longest: it is *sending*, and ours,
 * when this returns; `*got` is false where there is none. Posts in doubt are
 * passed over, and left to a person, where the receiver does not keep our keys
 * (`keeps`, milliseconds) or no longer.
 */
NCP_CHECK enum ncp_code ncpi_outbox_claim(struct ncpi_outbox *box, const char *target,
                                          const char *one_off, int64_t keeps,
                                          struct ncpi_claim *claim, bool *got,
                                          struct ncp_error *err);

/* From now on only what is due at this moment counts as due. */
void ncpi_outbox_stand_still(struct ncpi_outbox *box);

/* Lets `ms` milliseconds pass. */
void ncpi_outbox_pause(int ms);

/* How an attempt ended. Texts are masked already, valid UTF-8, or NULL. */
struct ncpi_attempt {
    int status; /* 0: none came */
    enum ncpi_outcome outcome;
    const char *error;
    const char *answer;
};

NCP_CHECK enum ncp_code ncpi_outbox_settle(struct ncpi_outbox *box, const struct ncpi_claim *claim,
                                           const struct ncpi_attempt *attempt,
                                           const struct ncpi_next *next, struct ncp_error *err);

/* Several of the calls above in one commit. */
NCP_CHECK enum ncp_code ncpi_outbox_begin(struct ncpi_outbox *box, struct ncp_error *err);
NCP_CHECK enum ncp_code ncpi_outbox_end(struct ncpi_outbox *box, enum ncp_code code,
                                        struct ncp_error *err);

/* Milliseconds until something wanted is due, or worth a look because another
 * process is sending it; -1 where nothing is waiting. */
NCP_CHECK enum ncp_code ncpi_outbox_wait(struct ncpi_outbox *box, int64_t *wait,
                                         struct ncp_error *err);

/* ---- looking and deciding ----------------------------------------------- */

/* Posts as an array of objects, oldest first; finished ones only with `all`. */
NCP_CHECK enum ncp_code ncpi_outbox_list(struct ncpi_outbox *box, bool all, json_t **posts,
                                         struct ncp_error *err);

/* One post with its whole history; `id` may be cut short as long as only one
 * fits. NCP_E_NOINPUT where none fits, NCP_E_USAGE where several do. */
NCP_CHECK enum ncp_code ncpi_outbox_show(struct ncpi_outbox *box, const char *id, json_t **post,
                                         struct ncp_error *err);

/* Makes a dead, refused or unknown post due again, with a fresh count. */
NCP_CHECK enum ncp_code ncpi_outbox_retry(struct ncpi_outbox *box, const char *id,
                                          struct ncp_error *err);

/* Takes a post that is not being sent and not delivered out of the queue. */
NCP_CHECK enum ncp_code ncpi_outbox_cancel(struct ncpi_outbox *box, const char *id,
                                           struct ncp_error *err);

/* Forgets texts and history of posts that ended at least `age` ms ago; their
 * keys stay, so that nothing is sent twice. */
NCP_CHECK enum ncp_code ncpi_outbox_purge(struct ncpi_outbox *box, int64_t age, int64_t *count,
                                          struct ncp_error *err);

#endif
