/* SPDX-License-Identifier: MIT */
#ifndef NCPI_PAYLOAD_H
#define NCPI_PAYLOAD_H

/* The body of a post, from a result of ncpost and a target. */

#include "target.h"

/* What a post is made of. All borrowed. */
struct ncpi_payload {
    json_t *result; /* ncpost's JSON */
    const struct ncpi_target *target;
    int64_t now; /* wall milliseconds: createdAt, frozen with the body */
    int64_t at;  /* when the receiver shall publish; -1: at once */
    bool draft;
};

/* The body for the post `id`: an ncpi_body_maker, `data` a struct ncpi_payload. */
char *ncpi_payload_body(void *data, const char *id, struct ncp_error *err);

#endif
