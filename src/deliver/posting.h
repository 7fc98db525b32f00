/* SPDX-License-Identifier: MIT */
#ifndef NCPI_POSTING_H
#define NCPI_POSTING_H

/* One run of `post`: what its steps hand on to each other. */

#include "engine.h"
#include "input.h"
#include "post.h"

struct ncpi_destination {
    char *name;
    char *one_off; /* JSON, or NULL */
    struct ncpi_target target;
    bool ask; /* nothing was ever sent there */
};

struct ncpi_posting {
    const struct ncpi_program *program;
    struct ncpi_post_options options;
    struct ncpi_words files;
    bool json;
    struct ncpi_profile profile;
    struct ncpi_destination *destinations;
    size_t destination_count;
    json_t *items;   /* of input.h */
    int64_t now, at; /* wall milliseconds; `at` -1 for at once */
    struct ncpi_outbox *box;
    json_t *posts;    /* {"id", "send"}, in the order of the input */
    size_t good, bad; /* inputs */
    int bad_status;   /* of the bad ones; -1 where they differ */
};

/* Reads the inputs and complains about the bad ones. */
NCP_CHECK enum ncp_code ncpi_posting_read(struct ncpi_posting *p, struct ncp_error *err);

/* Looks whether each item may go out: drafts, dates, the network's check. */
void ncpi_posting_check(struct ncpi_posting *p);

/* Prints the requests. */
NCP_CHECK enum ncp_code ncpi_posting_show(struct ncpi_posting *p, struct ncp_error *err);

/* Puts the posts into the outbox, sends them unless they are to wait, prints
 * what became of them; `*status` is theirs. */
NCP_CHECK enum ncp_code ncpi_posting_run(struct ncpi_posting *p, int *status,
                                         struct ncp_error *err);

/* An input that cannot be posted. */
void ncpi_posting_bad(struct ncpi_posting *p, const char *source, enum ncp_code code,
                      const char *message);

/* Where a post of this run goes, in terms of the outbox. */
struct ncpi_new_post ncpi_posting_post(const struct ncpi_posting *p, json_t *item,
                                       const struct ncpi_destination *d);

/* The time that goes to the receiver: -1 unless it does the scheduling. */
int64_t ncpi_posting_remote_at(const struct ncpi_posting *p, const struct ncpi_destination *d);

#endif
