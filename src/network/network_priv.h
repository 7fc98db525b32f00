/* SPDX-License-Identifier: MIT */
#ifndef NCPI_NETWORK_PRIV_H
#define NCPI_NETWORK_PRIV_H

/* One network as the engine sees it; read from its JSON object. */

#include "ncpost/network.h"

/* One number of the table. */
struct ncpi_figure {
    bool given;
    size_t value;
    enum ncp_sureness sureness;
    const struct ncp_rule *rule; /* lengths only */
};

struct ncpi_field {
    bool given;
    struct ncpi_figure limit, strict, second, mobile, desktop;
};

enum ncpi_tag_style {
    NCPI_TAG_WORD,    /* letters, digits and a few more characters */
    NCPI_TAG_NONSPACE /* everything up to white space, less punctuation at the end */
};

enum ncpi_tag_before {
    NCPI_BEFORE_BOUNDARY, /* anything but a character of a tag or `&` */
    NCPI_BEFORE_SPACE     /* white space or the start */
};

struct ncpi_tag_syntax {
    bool given;
    enum ncpi_tag_style style;
    enum ncpi_tag_before before;
    struct ncp_str signs;   /* characters that open a tag */
    struct ncp_str extra;   /* allowed like letters, though no letter */
    struct ncp_str joiners; /* allowed between two others only */
    bool digits_only;       /* a tag may be all digits */
    bool emoji;             /* emoji may stand in a tag */
    bool chain;             /* `#a#b` is two tags */
    size_t max;             /* graphemes without the sign; 0: no limit */
};

enum ncpi_mention_style {
    NCPI_MENTION_WORD,  /* @name */
    NCPI_MENTION_HOST,  /* @name or @name@host */
    NCPI_MENTION_DOMAIN /* @name.example.com */
};

struct ncpi_mention_syntax {
    bool given;
    enum ncpi_mention_style style;
    struct ncp_str extra; /* ASCII characters besides letters and digits */
    size_t max;           /* characters of the name */
};

enum ncpi_link_syntax { NCPI_LINK_X, NCPI_LINK_MASTODON, NCPI_LINK_BLUESKY, NCPI_LINK_URL };

struct ncp_network {
    json_t *json; /* borrowed from the table */
    const char *name, *label;
    struct ncpi_field fields[NCP_FIELDS];
    struct ncpi_figure hashtags, hashtags_strict, mentions, mentions_strict, links, link_cost;
    struct ncpi_tag_syntax tag;
    struct ncpi_mention_syntax mention;
    enum ncpi_link_syntax link;
    bool counts_in[NCP_FIELDS]; /* fields whose hashtags share the cap */
    bool links_work, link_in_bio, strips_trailing, collapses_blank_lines, thread;
};

/* Reads `json`, one network's object, which must outlive `*out`. NCP_E_CONFIG
 * names the key that is wrong. */
enum ncp_code ncpi_network_read(json_t *json, struct ncp_network *out, struct ncp_error *err);

/* The rule called `name`; NULL if there is none. */
const struct ncp_rule *ncpi_rule_find(struct ncp_str name);

#endif
