/* SPDX-License-Identifier: MIT */
/* The ways of counting, one table row each. */
#include "conjunct.h"
#include "emoji.h"
#include "range.h"
#include "tokens_priv.h"

#include <string.h>

static void count_graphemes(const struct ncp_network *network, struct ncp_str text, size_t *used,
                            struct ncp_buf *scratch)
{
    (void)network, (void)scratch;
    *used = ncp_grapheme_count(text);
}

static void count_code_points(const struct ncp_network *network, struct ncp_str text, size_t *used,
                              struct ncp_buf *scratch)
{
    (void)network, (void)scratch;
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    *used = count;
}

static void count_utf16(const struct ncp_network *network, struct ncp_str text, size_t *used,
                        struct ncp_buf *scratch)
{
    (void)network, (void)scratch;
    *used = ncpi_utf16(text);
}

static void count_bytes(const struct ncp_network *network, struct ncp_str text, size_t *used,
                        struct ncp_buf *scratch)
{
    (void)network, (void)scratch;
    *used = text.len;
}

static void count_bluesky(const struct ncp_network *network, struct ncp_str text, size_t *used,
                          struct ncp_buf *scratch)
{
    (void)network, (void)scratch;
    *used = ncpi_conjunct_count(text);
}

/* ---- Threads ----------------------------------------------------------- */

static void count_threads(const struct ncp_network *network, struct ncp_str text, size_t *used,
                          struct ncp_buf *scratch)
{
    (void)network, (void)scratch;
    size_t count = 0, end;
    for (size_t at = 0; at < text.len; at = end) {
        end = ncp_grapheme_next(text, at);
        struct ncp_str cluster = ncp_str_sub(text, at, end);
        size_t points;
        count_code_points(NULL, cluster, &points, NULL);
        count += ncp_grapheme_is_emoji(cluster) ? cluster.len : points;
    }
    *used = count;
}

/* ---- Mastodon ---------------------------------------------------------- */

static void add_placeholder(const struct ncp_network *network, struct ncp_str link,
                            struct ncp_buf *out)
{
    if (!network->link_cost.given) {
        ncp_buf_add(out, link);
        return;
    }
    for (size_t i = 0; i < network->link_cost.value && !out->failed; i++)
        ncp_buf_add_char(out, 'x');
}

/* Links give way to a placeholder and mentions lose their host; the clusters
 * of what is left are counted. */
static void count_mastodon(const struct ncp_network *network, struct ncp_str text, size_t *used,
                           struct ncp_buf *scratch)
{
    struct ncp_network untagged = *network;
    struct ncp_tokens tokens = {0};
    untagged.tag.given = false;
    if (ncp_tokens_find(&untagged, text, &tokens, NULL) != NCP_OK)
        scratch->failed = true;
    size_t at = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        struct ncp_token token = tokens.items[i];
        ncp_buf_add(scratch, ncp_str_sub(text, at, token.start));
        if (token.kind == NCP_TOKEN_LINK)
            add_placeholder(network, ncp_str_sub(text, token.start, token.end), scratch);
        else
            ncp_buf_add(scratch, ncp_str_sub(text, token.start, token.local));
        at = token.end;
    }
    ncp_buf_add(scratch, ncp_str_sub(text, at, text.len));
    ncp_tokens_free(&tokens);
    *used = ncp_grapheme_count(ncp_buf_str(scratch));
}

/* ---- X ----------------------------------------------------------------- */

/* twitter-text's config/v3.json: code points in these ranges weigh 1, all
 * others and every emoji 2, a link what the table says. */
static const struct ncpi_range light[] = {
    {0, 0x10FF}, {0x2000, 0x200D}, {0x2010, 0x201F}, {0x2032, 0x2037}};

static size_t weight_between(struct ncp_str text, size_t at, size_t end)
{
    size_t weight = 0;
    while (at < end) {
        int32_t cp;
        size_t after = ncpi_emoji_end(text, at);
        if (after > at) {
            weight += 2;
            at = after;
            continue;
        }
        at += ncp_utf8_next(text, at, &cp);
        weight += NCPI_IN(light, cp) ? 1 : 2;
    }
    return weight;
}

static void count_x(const struct ncp_network *network, struct ncp_str text, size_t *used,
                    struct ncp_buf *scratch)
{
    struct ncp_tokens links = {0};
    ncp_nfc(text, scratch);
    struct ncp_str composed = ncp_buf_str(scratch);
    if (!ncpi_find_links_x(NCPI_LINK_X, composed, &links))
        scratch->failed = true;
    size_t at = 0, weight = 0;
    for (size_t i = 0; i < links.count; i++) {
        weight += weight_between(composed, at, links.items[i].start);
        at = links.items[i].end;
        weight += network->link_cost.given ? network->link_cost.value
                                           : weight_between(composed, links.items[i].start, at);
    }
    ncp_tokens_free(&links);
    *used = weight + weight_between(composed, at, composed.len);
}

/* ---- the table --------------------------------------------------------- */

static const struct ncp_rule rules[] = {
    {"grapheme", "grapheme", "what a reader sees as one character",
     "UAX #29, extended grapheme clusters, Unicode 15.0", count_graphemes},
    {"code_point", "code_point", "Unicode code points", "Unicode 15.0, chapter 3.4",
     count_code_points},
    {"utf16", "utf16", "UTF-16 code units, as JavaScript counts", "Unicode 15.0, chapter 3.9",
     count_utf16},
    {"byte", "byte", "bytes in UTF-8", "RFC 3629", count_bytes},
    {"x", "weighted",
     "composed to NFC; links 23, emoji 2, Latin and most alphabets 1, everything else 2",
     "twitter-text 3.1.0, config/v3.json (read 2026-11-24)", count_x},
    {"mastodon", "grapheme", "graphemes; links 23, of @user@host only @user",
     "mastodon/mastodon app/validators/status_length_validator.rb (read 2026-11-24)",
     count_mastodon},
    {"threads", "character", "code points; each emoji its UTF-8 bytes",
     "developers.facebook.com/documentation/threads/posts (read 2026-11-24)", count_threads},
    {"bluesky", "grapheme", "graphemes, Indic conjuncts being one",
     "bluesky-social/atproto lexicons/app/bsky/feed/post.json (read 2026-11-24); UAX #29 GB9c",
     count_bluesky},
};

const struct ncp_rule *ncp_rules(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}

const struct ncp_rule *ncpi_rule_find(struct ncp_str name)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (ncp_str_equal(name, ncp_str_from(rules[i].name)))
            return &rules[i];
    return NULL;
}

enum ncp_code ncp_rule_count(const struct ncp_rule *rule, const struct ncp_network *network,
                             struct ncp_str text, size_t *used, struct ncp_error *err)
{
    struct ncp_buf scratch = NCP_BUF_INIT;
    size_t count = 0;
    rule->count(network, text, &count, &scratch);
    bool failed = scratch.failed;
    ncp_buf_free(&scratch);
    if (failed)
        return ncp_error_memory(err);
    *used = count;
    return NCP_OK;
}
