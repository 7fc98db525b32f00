/* SPDX-License-Identifier: MIT */
#ifndef NCPI_OUTBOX_PRIV_H
#define NCPI_OUTBOX_PRIV_H

/* What the files of the outbox share. */

#include "db.h"
#include "outbox.h"

struct ncpi_outbox {
    sqlite3 *db;
    struct ncpi_owner owner;
    const struct ncpi_clock *clock;
    bool batch; /* inside ncpi_outbox_begin() and _end() */
    bool still; /* `horizon` is the time, and not the clock */
    struct ncpi_moment horizon;
    bool selective; /* only what the table `wanted` names */
};

/* A transaction of its own, or a part of the batch. */
NCP_CHECK enum ncp_code ncpi_outbox_enter(struct ncpi_outbox *box, struct ncp_error *err);
NCP_CHECK enum ncp_code ncpi_outbox_leave(struct ncpi_outbox *box, enum ncp_code code,
                                          struct ncp_error *err);

/* The whole id that `prefix` means, in `id`. */
NCP_CHECK enum ncp_code ncpi_outbox_find(struct ncpi_outbox *box, const char *prefix, char *id,
                                         struct ncp_error *err);

#endif
