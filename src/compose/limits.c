/* SPDX-License-Identifier: MIT */
/* The limits of one caption. */
#include "limits.h"

/* Instagram's own figures, as networks.json has them (a test compares): most
 * captions are for it, and reading the table takes longer than composing. */
#define INSTAGRAM_LIMIT    ((size_t)2200)
#define INSTAGRAM_UTF16    ((size_t)2196)
#define INSTAGRAM_HASHTAGS ((size_t)5)
#define INSTAGRAM_FOLD     ((size_t)125)

/* More look like spam anywhere. */
#define HASHTAGS_MAX ((size_t)5)

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static struct ncpi_limits instagram(void)
{
    return (struct ncpi_limits){.name = "instagram",
                                .graphemes = INSTAGRAM_LIMIT,
                                .hashtags = INSTAGRAM_HASHTAGS,
                                .fold = INSTAGRAM_FOLD,
                                .hook = NCP_HOOK_MAX};
}

struct ncpi_limits ncpi_limits_of(const struct ncp_compose_options *options)
{
    struct ncpi_limits limits = instagram();
    if (options->network) {
        size_t fold = ncp_network_fold(options->network);
        limits = (struct ncpi_limits){
            .network = options->network,
            .name = ncp_network_name(options->network),
            .graphemes = SIZE_MAX,
            .hashtags = least(ncp_network_hashtag_cap(options->network), HASHTAGS_MAX),
            .fold = fold,
            .hook = least(fold, NCP_HOOK_MAX),
            .links = ncp_network_links_work(options->network)};
    }
    if (options->max > 0)
        limits.graphemes = least(limits.graphemes, options->max);
    return limits;
}

bool ncpi_limits_fit(const struct ncpi_limits *limits, struct ncp_str text, bool *fits)
{
    struct ncp_measure m = ncp_measure(text);
    struct ncp_count count;
    *fits = m.graphemes <= limits->graphemes;
    if (!limits->network)
        *fits = *fits && m.utf16 <= INSTAGRAM_UTF16;
    if (!limits->network || !*fits)
        return true;
    if (ncp_network_count(limits->network, text, NCP_FIELD_CAPTION, &count, NULL) != NCP_OK)
        return false;
    *fits = count.verdict == NCP_FITS;
    return true;
}
