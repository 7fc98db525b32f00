/* SPDX-License-Identifier: MIT */
#ifndef NCPI_COMPOSER_H
#define NCPI_COMPOSER_H

/* What the steps of composing share: what was found, then what was chosen. */

#include "limits.h"
#include "ncpost/compose.h"
#include "telling.h"

#define NCPI_BODY_MAX  2 /* paragraphs */
#define NCPI_EMOJI_MAX 2
#define NCPI_BODY_LEN  ((size_t)240) /* graphemes of a body paragraph */

/* One or two sentences that make a paragraph of the body. */
struct ncpi_paragraph {
    struct ncpi_telling parts[2];
    size_t part_count;
    struct ncp_str text;
};

/* Short sentences that belong together make one invitation. */
#define NCPI_INVITATION_PARTS 5

struct ncpi_composer {
    const struct ncp_article *article;
    const struct ncp_ranking *ranking;
    const struct ncp_compose_options *options;
    struct ncpi_limits limits;
    struct ncp_arena *arena;
    struct ncp_str title; /* the article's, or empty where it cannot be told */
    struct ncpi_tellings tellings;

    /* Chosen. Hooks are all that could serve, best first. */
    const struct ncpi_telling **hooks;
    size_t hook_count;
    struct ncpi_paragraph body[NCPI_BODY_MAX];
    size_t body_count;
    struct ncpi_telling invitation[NCPI_INVITATION_PARTS];
    size_t invitation_count;
    struct ncp_str invitation_text;
    struct ncp_str emoji[NCPI_EMOJI_MAX];
    size_t emoji_count;
    const struct ncp_str *hashtags;
    size_t hashtag_count, always_count; /* the last are the brand's */
    struct ncp_str url;                 /* of the article, or empty */
    struct ncp_str link_line, short_link_line;
};

/* Each step fills its part; false when memory runs out. */
NCP_CHECK bool ncpi_choose_invitation(struct ncpi_composer *c);
NCP_CHECK bool ncpi_choose_hooks(struct ncpi_composer *c);
NCP_CHECK bool ncpi_choose_body(struct ncpi_composer *c);
NCP_CHECK bool ncpi_choose_emoji(struct ncpi_composer *c);
NCP_CHECK bool ncpi_choose_hashtags(struct ncpi_composer *c);
NCP_CHECK bool ncpi_write_link_lines(struct ncpi_composer *c);

/* True if `sentence` is told in the invitation. */
bool ncpi_is_invitation(const struct ncpi_composer *c, size_t sentence);

/* What stands in the caption once it fits. */
struct ncpi_fit {
    const struct ncpi_telling *hook; /* NULL: the title stands as the hook */
    struct ncp_str hook_text;
    size_t body_count;
    bool invitation;
    size_t hashtag_count;
    bool short_link;
};

/* Hashtag `index` of those that fit: the article's from the best down, then the
 * brand's, which are the last to be left out. */
struct ncp_str ncpi_hashtag_at(const struct ncpi_composer *c, const struct ncpi_fit *fit,
                               size_t index);

/* All of them, in the arena; NULL when memory runs out. */
const struct ncp_str *ncpi_hashtags_told(const struct ncpi_composer *c, const struct ncpi_fit *fit);

/* Leaves out what does not fit the limits. NCP_E_DATA names the smallest limit
 * that would do. */
NCP_CHECK enum ncp_code ncpi_fit(const struct ncpi_composer *c, struct ncpi_fit *fit,
                                 struct ncp_error *err);

/* Appends the caption's text. */
void ncpi_write_caption(const struct ncpi_composer *c, const struct ncpi_fit *fit,
                        struct ncp_buf *out);

#endif
