/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_ARTICLE_H
#define NCPOST_ARTICLE_H

/*
 * Reading: bytes in, one structure out. Markdown goes through libcmark, front
 * matter through libyaml and jansson (TOML through a reader of ours), plain
 * text through rules for what is copied from a page or a word processor.
 *
 * Offsets: `start` and `end` count bytes of the input as given. Where the
 * input was converted (UTF-16, another encoding) they count bytes of its UTF-8
 * form.
 */

#include "ncpost/base.h"
#include "ncpost/text.h"

#include <jansson.h>

#ifdef __cplusplus
extern "C" {
#endif

enum ncp_block_kind {
    NCP_BLOCK_HEADING,
    NCP_BLOCK_PARAGRAPH,
    NCP_BLOCK_ITEM,  /* an item of a list */
    NCP_BLOCK_QUOTE, /* a paragraph inside a block quotation */
    NCP_BLOCK_IMAGE  /* its text is the alternative text */
};

/* What part a block plays. Only NCP_PART_BODY is told to readers. */
enum ncp_part {
    NCP_PART_BODY,
    NCP_PART_APPEAL, /* a call to action: kept apart for the closing line */
    NCP_PART_ASIDE   /* navigation, cookie notices, somebody's finished caption */
};

/* Text without its markup, NFC, white space folded to single spaces, and where
 * each byte of it came from. */
struct ncp_run {
    size_t text;       /* first byte in the clean text */
    size_t start, end; /* the bytes of the input it came from */
    bool same;         /* byte for byte the same, so that offsets inside map one to one */
};

/* What a stretch of a block's text was, or what is missing there. */
enum ncp_mark_kind {
    NCP_MARK_STRONG, /* emphasis of either strength */
    NCP_MARK_LINK,
    NCP_MARK_CODE, /* inline code */
    NCP_MARK_HOLE  /* the page shows something here that the file does not hold */
};

struct ncp_mark {
    enum ncp_mark_kind kind;
    size_t at, len; /* bytes of the block's text; a hole has no length */
};

struct ncp_block {
    enum ncp_block_kind kind;
    enum ncp_part part;
    int level;      /* heading: 1 to 6; item: nesting depth from 1; else 0 */
    size_t list;    /* items of one list share this number, from 1; else 0 */
    bool ordered;   /* item of a numbered list */
    size_t section; /* index of the heading block above, or SIZE_MAX */
    struct ncp_str text;
    struct ncp_str url; /* image: its address; else empty */
    const struct ncp_run *runs;
    size_t run_count;
    const struct ncp_mark *marks; /* by `at` */
    size_t mark_count;
    size_t first_sentence, sentence_count; /* range in ncp_article.sentences */
};

struct ncp_sentence {
    struct ncp_str text; /* a slice of its block's text */
    size_t block;        /* index in ncp_article.blocks */
    size_t at;           /* offset of `text` in the block's text */
    size_t start, end;   /* bytes of the input */
    unsigned marks;      /* 1u << kind for each mark that touches it */
    bool url;            /* holds an address of the web or of a mailbox */
};

struct ncp_article {
    struct ncp_str title;           /* empty if there is none */
    size_t title_start, title_end;  /* where it stands in the input; both 0 if it was
                                       handed in or stands in front matter */
    const char *lang;               /* primary subtag or "und"; never NULL */
    json_t *front_matter;           /* an object; {} where there is none */
    json_t *meta;                   /* ncp_metadata()'s object */
    json_t *warnings;               /* array of {"code", "message", "line"} */
    const struct ncp_block *blocks; /* in the order of the text */
    size_t block_count;
    const struct ncp_sentence *sentences;
    size_t sentence_count;
    struct ncp_language *language; /* services for `lang` */
    struct ncp_arena *arena;       /* owns all of the above */
    struct ncp_str source;         /* the UTF-8 input that offsets count in; owned too */
};

enum ncp_markup { NCP_MARKUP_AUTO, NCP_MARKUP_MARKDOWN, NCP_MARKUP_TEXT };

struct ncp_article_options {
    enum ncp_markup markup;
    const char *lang;     /* overrides what the article says; NULL: front matter, then told
                             from the text */
    const char *encoding; /* iconv name of the input's encoding; NULL: UTF-8, or UTF-16 with
                             a byte-order mark */
    size_t max_input;     /* bytes; 0 means NCP_MAX_INPUT */
    json_t *meta;         /* borrowed: metadata from outside, e.g. a line of NDJSON; its keys
                             win over those of front matter; NULL: none */
    int64_t now;          /* seconds since 1970, to tell whether a date lies in the future;
                             0: do not look */
};

#define NCP_MAX_INPUT       ((size_t)64 << 20)
#define NCP_MAX_INPUT_LIMIT ((size_t)512 << 20)

/*
 * Reads one article. `options` may be NULL. On success `*out` is owned by the
 * caller: ncp_article_free(). Errors: NCP_E_DATA when the input is not text,
 * too long, or holds nothing to tell; NCP_E_USAGE for an encoding that iconv
 * does not know; NCP_E_MEMORY. Everything milder is a warning.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_article_read(struct ncp_str input,
                                                    const struct ncp_article_options *options,
                                                    struct ncp_article **out,
                                                    struct ncp_error *err);

NCP_EXPORT void ncp_article_free(struct ncp_article *article);

/* The bytes of the input that bytes [at, at+len) of `block`'s text came from. */
NCP_EXPORT struct ncp_span ncp_block_source(const struct ncp_block *block, size_t at, size_t len);

/* ---- front matter ------------------------------------------------------ */

/*
 * Front matter at the head of `text`: YAML between `---` lines, TOML between
 * `+++` lines, or a JSON object. The values become one jansson object in
 * `*object` (new reference, {} where there is none or it is broken), and
 * `*body` is the offset of the first byte after it. Only true and false are
 * booleans; dates and everything else unquoted that is no number, boolean or
 * null stay strings. At most 1 MiB and 64 levels; aliases are refused.
 * A broken or unknown front matter adds a warning with its line to `warnings`
 * and is left out of the body when its closing line is found.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_front_matter(struct ncp_str text, json_t **object,
                                                    size_t *body, json_t *warnings,
                                                    struct ncp_error *err);

/*
 * What front matter means, by the keys in the wild (first non-empty wins;
 * `params:`, `seo:`, `social:` and `og:` are looked into after the top level).
 * A new object, in which every key is there:
 *   "title" "caption" "summary" "url" "image" "image_alt" "lang" "date"
 *   "blog": a string or null
 *   "hashtags", "tags": arrays of strings, in order, without repeats
 *   "authors": an array of strings
 *   "draft": a boolean
 *   "used": an object, meaning → the key path it came from ("params.summary")
 * NULL when memory runs out.
 */
NCP_EXPORT NCP_CHECK json_t *ncp_metadata(json_t *front_matter);

/* Appends {"code", "message", "line"} to the array `warnings` (NULL is fine);
 * `line` is null when 0. */
NCP_EXPORT void ncp_warn(json_t *warnings, const char *code, size_t line, const char *format, ...)
    NCP_PRINTF(4, 5);

#ifdef __cplusplus
}
#endif

#endif
