/* SPDX-License-Identifier: MIT */
/* The targets in use. */
#include "channels.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static struct ncpi_channel *find(struct ncpi_channels *channels, const char *target,
                                 const char *one_off)
{
    for (size_t i = 0; i < channels->count; i++) {
        struct ncpi_channel *c = channels->items[i];
        if (same_text(c->target.name, target) && same_text(c->one_off, one_off))
            return c;
    }
    return NULL;
}

static enum ncp_code load(struct ncpi_channel *channel, const char *target, const char *one_off,
                          const struct ncpi_engine_options *options, struct ncp_error *err)
{
    const char *dir = NULL;
    json_t *settings = options->settings(options->data, target, one_off, &dir, err);
    if (!settings)
        return err->code;
    enum ncp_code code = ncpi_target_load(target, settings, dir, true, &channel->target, err);
    json_decref(settings);
    return code;
}

static struct ncpi_channel *add(struct ncpi_channels *channels, const char *one_off)
{
    if (!NCPI_ROOM(channels))
        return NULL;
    struct ncpi_channel *channel = calloc(1, sizeof *channel);
    char *copy = one_off ? strdup(one_off) : NULL;
    if (!channel || (one_off && !copy)) {
        free(channel);
        free(copy);
        return NULL;
    }
    channel->one_off = copy;
    channels->items[channels->count++] = channel;

    return channel;
}

struct ncpi_channel *ncpi_channels_get(struct ncpi_channels *channels, const char *target,
                                       const char *one_off,
                                       const struct ncpi_engine_options *options,
                                       struct ncpi_tally *tally)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncpi_channel *channel = find(channels, target, one_off);
    if (channel)
        return channel;
    channel = add(channels, one_off);
    if (!channel)
        return NULL;
    if (load(channel, target, one_off, options, &err) != NCP_OK) {
        channel->broken = true;
        channel->target.name = strdup(target);
        tally->broken++;
        options->broken(options->data, target, &err);
    }
    ncp_error_free(&err);
    return channel;
}

void ncpi_channels_free(struct ncpi_channels *channels)
{
    for (size_t i = 0; i < channels->count; i++) {
        ncpi_channel_free(channels->items[i]);
        free(channels->items[i]);
    }
    free(channels->items);
    *channels = (struct ncpi_channels){NULL, 0, 0};
}
