/* SPDX-License-Identifier: MIT */
#ifndef NCPI_ENGINE_H
#define NCPI_ENGINE_H

/* Sends what is due: several posts at once, within each target's limits. */

#include "outbox.h"
#include "sending.h"

#include <signal.h>

enum ncpi_engine_mode {
    NCPI_FLUSH,      /* what is due now, once */
    NCPI_FOREGROUND, /* with retries, for a time */
    NCPI_WATCH       /* until told to stop */
};

struct ncpi_engine_options {
    enum ncpi_engine_mode mode;
    int64_t budget;                    /* NCPI_FOREGROUND: milliseconds for all waiting */
    const volatile sig_atomic_t *stop; /* set: begin nothing new and come to an end */

    /* The settings of a target and the folder that their paths are relative to
     * (borrowed); NULL with `err` set where there is none. A new reference. */
    json_t *(*settings)(void *data, const char *target, const char *one_off, const char **dir,
                        struct ncp_error *err);
    /* After each attempt is on disk, and when a target's settings are wrong
     * (`id` NULL, `sending` NULL). */
    void (*ended)(void *data, const struct ncpi_sending *sending, enum ncpi_state state);
    void (*broken)(void *data, const char *target, const struct ncp_error *err);
    void *data;
};

struct ncpi_tally {
    size_t delivered, refused, not_sent, unknown; /* ends of attempts and recoveries */
    size_t broken;                                /* targets */
};

/* Runs until there is nothing to do in this mode. NCP_E_IO and the like when
 * the outbox fails: what was under way then is left *sending*, which is
 * *unknown* once this process ends. */
NCP_CHECK enum ncp_code ncpi_engine_run(struct ncpi_outbox *box,
                                        const struct ncpi_engine_options *options,
                                        struct ncpi_tally *tally, struct ncp_error *err);

#endif
