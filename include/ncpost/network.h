/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_NETWORK_H
#define NCPOST_NETWORK_H

/*
 * What fits on which network: the table of limits, one way of counting, one
 * tokenizer, the checks of a finished caption, and cutting to length.
 *
 * All figures stand in src/network/networks.json, each with its source page,
 * the date it was read and how sure it is ("documented", "observed",
 * "assumed"). Functions here return NCP_E_MEMORY when memory runs out, even
 * where their comment does not say so.
 */

#include "ncpost/text.h"

#include <jansson.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- the table --------------------------------------------------------- */

struct ncp_networks; /* all networks; owned by the caller */
struct ncp_network;  /* one of them; lives as long as the table */

/*
 * The compiled-in table with `overrides` laid over it. `overrides` is NULL, an
 * object {"mastodon": {"caption": {"limit": 5000}}}, an array of objects with
 * "name" as ncp_networks_json() gives it, or an object with such an array as
 * "networks"; or an array of such objects, laid over in order. A plain number, true or false stands
 * for a figure's "value". A name that the table does not know needs "like": NAME, and starts as a
 * copy of that network. NCP_E_CONFIG for anything else, with the nearest right name as hint.
 * `overrides` is not changed or kept.
 */
NCP_EXPORT NCP_CHECK enum ncp_code
ncp_networks_load(const json_t *overrides, struct ncp_networks **out, struct ncp_error *err);
NCP_EXPORT void ncp_networks_free(struct ncp_networks *networks);

NCP_EXPORT size_t ncp_networks_count(const struct ncp_networks *networks);
NCP_EXPORT const struct ncp_network *ncp_networks_at(const struct ncp_networks *networks,
                                                     size_t index);

/* The network called `name`, or one of its aliases, in any case. NCP_E_USAGE,
 * with the nearest right name as hint, if there is none. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_network_find(const struct ncp_networks *networks,
                                                    struct ncp_str name,
                                                    const struct ncp_network **out,
                                                    struct ncp_error *err);

NCP_EXPORT const char *ncp_network_name(const struct ncp_network *network);  /* "x-premium" */
NCP_EXPORT const char *ncp_network_label(const struct ncp_network *network); /* "X Premium" */

/* The table as an array of objects, each with "name"; borrowed from it. */
NCP_EXPORT const json_t *ncp_networks_json(const struct ncp_networks *networks);
/* One network's object, borrowed. */
NCP_EXPORT const json_t *ncp_network_json(const struct ncp_network *network);

/* ---- counting ---------------------------------------------------------- */

/* The texts that a post has. */
enum ncp_field {
    NCP_FIELD_CAPTION,
    NCP_FIELD_FIRST_COMMENT,
    NCP_FIELD_TITLE,
    NCP_FIELD_ALT_TEXT,
    NCP_FIELDS
};

/* "caption", "first_comment", "title", "alt_text". */
NCP_EXPORT const char *ncp_field_name(enum ncp_field field);
/* False if no field is called `name`. */
NCP_EXPORT bool ncp_field_find(struct ncp_str name, enum ncp_field *out);

/* A named way of counting. */
struct ncp_rule {
    const char *name;   /* "x" */
    const char *unit;   /* what it counts: "weighted" */
    const char *help;   /* one line */
    const char *source; /* where the rule is written down, and when it was read */
    void (*count)(const struct ncp_network *network, struct ncp_str text, size_t *used,
                  struct ncp_buf *scratch);
};

/* The rules, by name; `*count` of them, static. */
NCP_EXPORT const struct ncp_rule *ncp_rules(size_t *count);

/* What `text` counts by `rule`; `network` gives the syntax of links and
 * mentions and the cost of a link. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_rule_count(const struct ncp_rule *rule,
                                                  const struct ncp_network *network,
                                                  struct ncp_str text, size_t *used,
                                                  struct ncp_error *err);

/* How sure a figure is; later is surer. */
enum ncp_sureness { NCP_ASSUMED, NCP_OBSERVED, NCP_DOCUMENTED };

/* A limit and how much of it is used. Without a limit `limited` is false. */
struct ncp_gauge {
    bool limited;
    size_t limit, used;
    enum ncp_sureness sureness;
    const struct ncp_rule *rule; /* NULL for a number of tokens */
};

enum ncp_verdict {
    NCP_FITS,
    NCP_DOUBTFUL, /* over the strictest reading of a limit, or over one that nobody documents */
    NCP_OVER      /* over a documented limit */
};

/* "fits", "doubtful", "over". */
NCP_EXPORT const char *ncp_verdict_name(enum ncp_verdict verdict);

/* What a text comes to on one network. */
struct ncp_count {
    struct ncp_measure measure;
    struct ncp_gauge length, strict, second; /* the limit as documented; its strictest reading;
                                                another one that holds at the same time */
    struct ncp_gauge hashtags, hashtags_strict;
    struct ncp_gauge mentions, mentions_strict;
    struct ncp_gauge links;   /* unique links */
    struct ncp_gauge fold;    /* what shows before "more" on a phone */
    struct ncp_gauge desktop; /* and on a large screen */
    struct ncp_str visible;   /* the part of the text before the smaller fold */
    enum ncp_verdict verdict;
};

/*
 * Counts `text` as given. NCP_E_USAGE if the network has no such field.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_network_count(const struct ncp_network *network,
                                                     struct ncp_str text, enum ncp_field field,
                                                     struct ncp_count *out, struct ncp_error *err);

/*
 * {"unit", "rule", "used", "limit", "remaining", "strict", "second", "graphemes",
 * "code_points", "utf16", "bytes", "fold": {"limit", "visible", "mobile", "desktop"},
 * "hashtags": {"used", "limit", "strict"}, "mentions": …, "links": …, "verdict"}: every
 * key always there, null where there is nothing. New reference; NULL when memory runs out.
 */
NCP_EXPORT NCP_CHECK json_t *ncp_count_json(const struct ncp_count *count);

/* ---- what composing needs ---------------------------------------------- */

NCP_EXPORT bool ncp_network_has_field(const struct ncp_network *network, enum ncp_field field);

/* True if `text` is within every limit of length in its strictest reading. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_network_fits(const struct ncp_network *network,
                                                    struct ncp_str text, enum ncp_field field,
                                                    bool *fits, struct ncp_error *err);

/* The strictest cap; SIZE_MAX if there is none. 0 where hashtags mean nothing. */
NCP_EXPORT size_t ncp_network_hashtag_cap(const struct ncp_network *network);
/* True if hashtags in `field` count towards that cap. */
NCP_EXPORT bool ncp_network_hashtags_count_in(const struct ncp_network *network,
                                              enum ncp_field field);
/* True if links in the caption can be followed. */
NCP_EXPORT bool ncp_network_links_work(const struct ncp_network *network);
/* The smaller fold in its unit; SIZE_MAX if the network folds nothing. */
NCP_EXPORT size_t ncp_network_fold(const struct ncp_network *network);
/* True if it shows replies to oneself as a thread. */
NCP_EXPORT bool ncp_network_has_threads(const struct ncp_network *network);

/* ---- links, hashtags, mentions ----------------------------------------- */

enum ncp_token_kind { NCP_TOKEN_LINK, NCP_TOKEN_HASHTAG, NCP_TOKEN_MENTION };

struct ncp_token {
    enum ncp_token_kind kind;
    size_t start, end; /* bytes; a hashtag's and a mention's sign included */
    size_t inner;      /* hashtag, mention: first byte behind the sign.
                          link: first byte behind the scheme, `start` without one */
    size_t local;      /* mention: end of the local part of @user@host, else `end` */
};

/* A growing list. Start from zeroes; free with ncp_tokens_free(). */
struct ncp_tokens {
    struct ncp_token *items;
    size_t count, cap;
};

NCP_EXPORT void ncp_tokens_free(struct ncp_tokens *tokens);

/*
 * Everything in `text` that `network` would turn into a link, a hashtag or a
 * mention, by its own syntax, in order of `start`. Tokens do not overlap, but
 * on networks whose own parser lets them (Bluesky).
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_tokens_find(const struct ncp_network *network,
                                                   struct ncp_str text, struct ncp_tokens *out,
                                                   struct ncp_error *err);

#ifdef __cplusplus
}
#endif

#endif
