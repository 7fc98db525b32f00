/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_COMPOSE_H
#define NCPOST_COMPOSE_H

/*
 * From an article to a caption: which sentences stand as hook, body and
 * invitation, the link line, the hashtags, the emoji, and what is left out so
 * that all of it fits. Every sentence is the article's own; at most whole
 * clauses are taken out of it.
 */

#include "ncpost/article.h"
#include "ncpost/network.h"
#include "ncpost/rank.h"

#ifdef __cplusplus
extern "C" {
#endif

enum ncp_role {
    NCP_ROLE_HOOK,
    NCP_ROLE_BODY,
    NCP_ROLE_INVITATION,
    NCP_ROLE_TITLE,
    NCP_ROLE_LINK_LINE
};

/* Where a stretch of the caption comes from. */
struct ncp_piece {
    enum ncp_role role;
    struct ncp_str text;
    const char *from;  /* "article", "front matter", "profile" or "command line" */
    size_t start, end; /* bytes of the article; both 0 unless `from` is "article" */
    bool trimmed;      /* clauses were taken out */
};

/* Where the hashtags stand. */
enum ncp_hashtag_place {
    NCP_HASHTAGS_IN_CAPTION,
    NCP_HASHTAGS_IN_FIRST_COMMENT,
    NCP_HASHTAGS_NOWHERE
};

struct ncp_compose_options {
    const struct ncp_network *network; /* NULL: Instagram */
    enum ncp_hashtag_place hashtags;
    size_t max;                   /* limit in graphemes; 0: the network's own */
    struct ncp_str blog;          /* name for the link line; empty: what metadata say */
    struct ncp_str url;           /* of the article; empty: what metadata say */
    struct ncp_str base_url;      /* what a path in metadata is joined to; may be empty */
    struct ncp_str link_line;     /* wording with {blog}, {title}, {url}; {.} is the full stop
                                     that a title without a mark gets; empty: the language's */
    const struct ncp_str *always; /* hashtags of the brand, after those of the article */
    size_t always_count;
    const struct ncp_str *banned; /* hashtags never to be used */
    size_t banned_count;
    const struct ncp_str *tags; /* hashtags that must be there */
    size_t tag_count;
    const struct ncp_bank *bank; /* NULL: none */
    bool no_emoji;               /* none that the composer adds */
};

/* A composed caption. All of it lives until ncp_caption_free(). */
struct ncp_caption {
    const struct ncp_article *article; /* borrowed */
    struct ncp_str id;                 /* 32 hex digits */
    struct ncp_str text;               /* what is pasted, without a final newline */
    struct ncp_str summary;            /* at most 250 graphemes */
    struct ncp_str hook;
    const struct ncp_str *body; /* one a paragraph */
    size_t body_count;
    struct ncp_str invitation; /* empty if there is none */
    struct ncp_str link_line;
    const struct ncp_str *hashtags; /* with their `#` */
    size_t hashtag_count;
    struct ncp_str url, image, alt_text; /* empty where unknown */
    const struct ncp_piece *pieces;      /* in the caption's order */
    size_t piece_count;
    const char *network;
    const struct ncp_network *table; /* as handed in */
    size_t limit;                    /* graphemes; SIZE_MAX: the network counts otherwise */
    size_t fold;                     /* graphemes shown before "more" */
    size_t tag_limit;                /* hashtags it may hold */
    struct ncp_str first_comment;    /* empty if there is none */
    struct ncp_arena *arena;
};

#define NCP_HOOK_MAX ((size_t)125) /* graphemes of a hook, with its emoji */

/*
 * Composes the caption of `article`, which must outlive it. `options` may be
 * NULL. NCP_E_DATA when nothing can stand as a hook, or when hook and link line
 * do not fit `max`: the message then names the smallest limit that would do.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_compose(const struct ncp_article *article,
                                               const struct ncp_compose_options *options,
                                               struct ncp_caption **out, struct ncp_error *err);
NCP_EXPORT void ncp_caption_free(struct ncp_caption *caption);

/* The result object of one article (schema 1), a new reference; `source` is the
 * name it was given under. NULL when memory runs out. */
NCP_EXPORT NCP_CHECK json_t *ncp_caption_result(const struct ncp_caption *caption,
                                                const char *source);

#ifdef __cplusplus
}
#endif

#endif
