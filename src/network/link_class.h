/* SPDX-License-Identifier: MIT */
#ifndef NCPI_LINK_CLASS_H
#define NCPI_LINK_CLASS_H

/* Which characters stand where in a link, for the networks that find links as
 * twitter-text does. */

#include "network_priv.h"
#include "tld.h"

struct ncpi_link_class {
    bool (*domain)(int32_t cp);    /* in a label, besides `-` and `_` */
    bool (*path)(int32_t cp);      /* in a path, besides balanced parentheses */
    bool (*path_end)(int32_t cp);  /* as its last character */
    bool (*query)(int32_t cp);     /* in a query string */
    bool (*query_end)(int32_t cp); /* as its last character */
    const char *const *schemes;    /* with "://"; NULL at the end */
    bool bare;                     /* a domain alone is a link */
    bool short_links;              /* t.co links end after their slug */
    enum ncpi_tld_list tlds;
};

/* `syntax` is not NCPI_LINK_BLUESKY. */
const struct ncpi_link_class *ncpi_link_class(enum ncpi_link_syntax syntax);

/* In a label of a domain that is found without a scheme. */
bool ncpi_in_bare_label(int32_t cp);

#endif
