/* SPDX-License-Identifier: MIT */
/* What a text comes to on one network. */
#include "count_priv.h"

#include <string.h>

static const char *const field_names[NCP_FIELDS] = {"caption", "first_comment", "title",
                                                    "alt_text"};

const char *ncp_field_name(enum ncp_field field)
{
    return field_names[field];
}

bool ncp_field_find(struct ncp_str name, enum ncp_field *out)
{
    for (int i = 0; i < NCP_FIELDS; i++) {
        if (ncp_str_equal(name, ncp_str_from(field_names[i]))) {
            *out = (enum ncp_field)i;
            return true;
        }
    }
    return false;
}

const char *ncp_verdict_name(enum ncp_verdict verdict)
{
    static const char *const names[] = {"fits", "doubtful", "over"};
    return names[verdict];
}

/* ---- gauges ------------------------------------------------------------ */

static struct ncp_gauge gauge_of(struct ncpi_figure figure, size_t used)
{
    return (struct ncp_gauge){figure.given, figure.value, used, figure.sureness, figure.rule};
}

static enum ncp_code measure_length(const struct ncp_network *network, struct ncp_str text,
                                    struct ncpi_figure figure, struct ncp_gauge *out,
                                    struct ncp_error *err)
{
    size_t used = 0;
    enum ncp_code code =
        figure.rule ? ncp_rule_count(figure.rule, network, text, &used, err) : NCP_OK;
    *out = gauge_of(figure, used);
    return code;
}

bool ncpi_gauge_over(const struct ncp_gauge *gauge)
{
    return gauge->limited && gauge->used > gauge->limit;
}

/* A limit that is documented decides; any other only casts doubt. */
enum ncp_verdict ncpi_gauge_verdict(const struct ncp_gauge *gauge)
{
    if (!ncpi_gauge_over(gauge))
        return NCP_FITS;
    return gauge->sureness == NCP_DOCUMENTED ? NCP_OVER : NCP_DOUBTFUL;
}

static void judge(struct ncp_count *count)
{
    const struct ncp_gauge *limits[] = {&count->length, &count->second, &count->hashtags,
                                        &count->mentions, &count->links};
    const struct ncp_gauge *strict[] = {&count->strict, &count->hashtags_strict,
                                        &count->mentions_strict};
    for (size_t i = 0; i < sizeof strict / sizeof *strict; i++)
        if (ncpi_gauge_over(strict[i]))
            count->verdict = NCP_DOUBTFUL;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        enum ncp_verdict verdict = ncpi_gauge_verdict(limits[i]);
        if (verdict > count->verdict)
            count->verdict = verdict;
    }
}

/* ---- tokens ------------------------------------------------------------ */

/* The same link twice counts once. Links are few: the caps that exist are
 * small, so counting stops where no cap asks for more. */
static size_t unique_links(struct ncp_str text, const struct ncp_tokens *tokens, size_t enough)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count && count <= enough; i++) {
        const struct ncp_token *t = &tokens->items[i];
        bool fresh = t->kind == NCP_TOKEN_LINK;
        for (size_t j = 0; fresh && j < i; j++) {
            const struct ncp_token *u = &tokens->items[j];
            if (u->kind == NCP_TOKEN_LINK && ncp_str_equal(ncp_str_sub(text, u->start, u->end),
                                                           ncp_str_sub(text, t->start, t->end)))
                fresh = false;
        }
        count += fresh;
    }
    return count;
}

static size_t count_kind(const struct ncp_tokens *tokens, enum ncp_token_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++)
        count += tokens->items[i].kind == kind;
    return count;
}

static enum ncp_code count_tokens(const struct ncp_network *network, struct ncp_str text,
                                  enum ncp_field field, struct ncp_count *out,
                                  struct ncp_error *err)
{
    struct ncp_tokens tokens = {0};
    enum ncp_code code = ncp_tokens_find(network, text, &tokens, err);
    if (code != NCP_OK) {
        ncp_tokens_free(&tokens);
        return code;
    }
    struct ncpi_figure none = {0};
    bool capped = network->counts_in[field];
    size_t hashtags = count_kind(&tokens, NCP_TOKEN_HASHTAG);
    size_t mentions = count_kind(&tokens, NCP_TOKEN_MENTION);
    size_t links = network->links.given ? unique_links(text, &tokens, network->links.value + 1000)
                                        : count_kind(&tokens, NCP_TOKEN_LINK);
    out->hashtags = gauge_of(capped ? network->hashtags : none, hashtags);
    out->hashtags_strict = gauge_of(capped ? network->hashtags_strict : none, hashtags);
    out->mentions = gauge_of(network->mentions, mentions);
    out->mentions_strict = gauge_of(network->mentions_strict, mentions);
    out->links = gauge_of(network->links, links);
    ncp_tokens_free(&tokens);
    return NCP_OK;
}

/* ---- the fold ---------------------------------------------------------- */

enum ncp_code ncpi_prefix_within(const struct ncp_network *network, struct ncp_str text,
                                 const struct ncp_rule *rule, size_t limit, size_t *end,
                                 struct ncp_error *err)
{
    size_t at = 0, used, count = 0;
    bool plain = strcmp(rule->name, "grapheme") == 0;
    enum ncp_code code = NCP_OK;
    for (size_t next; code == NCP_OK && at < text.len; at = next) {
        next = ncp_grapheme_next(text, at);
        if (plain)
            used = ++count;
        else
            code = ncp_rule_count(rule, network, ncp_str_sub(text, 0, next), &used, err);
        if (code != NCP_OK || used > limit)
            break;
    }
    if (code == NCP_OK)
        *end = at;
    return code;
}

static struct ncpi_figure smaller_fold(const struct ncpi_field *field)
{
    bool desktop = field->desktop.given &&
                   (!field->mobile.given || field->desktop.value < field->mobile.value);
    return desktop ? field->desktop : field->mobile;
}

static enum ncp_code measure_fold(const struct ncp_network *network, const struct ncpi_field *field,
                                  struct ncp_str text, struct ncp_count *out, struct ncp_error *err)
{
    enum ncp_code code = measure_length(network, text, field->mobile, &out->fold, err);
    if (code == NCP_OK)
        code = measure_length(network, text, field->desktop, &out->desktop, err);
    struct ncpi_figure fold = smaller_fold(field);
    size_t end = text.len;
    if (code == NCP_OK && fold.given)
        code = ncpi_prefix_within(network, text, fold.rule, fold.value, &end, err);
    out->visible = ncp_str_sub(text, 0, end);
    return code;
}

/* ---- all of it --------------------------------------------------------- */

enum ncp_code ncp_network_count(const struct ncp_network *network, struct ncp_str text,
                                enum ncp_field field, struct ncp_count *out, struct ncp_error *err)
{
    const struct ncpi_field *f = &network->fields[field];
    if (!f->given)
        return ncp_error_set(err, NCP_E_USAGE, "%s has no %s", network->label, field_names[field]);
    struct ncp_count count = {.measure = ncp_measure(text)};
    enum ncp_code code = measure_length(network, text, f->limit, &count.length, err);
    if (code == NCP_OK)
        code = measure_length(network, text, f->strict, &count.strict, err);
    if (code == NCP_OK)
        code = measure_length(network, text, f->second, &count.second, err);
    if (code == NCP_OK)
        code = measure_fold(network, f, text, &count, err);
    if (code == NCP_OK)
        code = count_tokens(network, text, field, &count, err);
    if (code != NCP_OK)
        return code;
    judge(&count);
    *out = count;
    return NCP_OK;
}

enum ncp_code ncp_network_fits(const struct ncp_network *network, struct ncp_str text,
                               enum ncp_field field, bool *fits, struct ncp_error *err)
{
    const struct ncpi_field *f = &network->fields[field];
    const struct ncpi_figure limits[] = {f->limit, f->strict, f->second};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct ncp_gauge gauge;
        enum ncp_code code = measure_length(network, text, limits[i], &gauge, err);
        if (code != NCP_OK)
            return code;
        if (ncpi_gauge_over(&gauge)) {
            *fits = false;
            return NCP_OK;
        }
    }
    *fits = true;
    return NCP_OK;
}

/* ---- what composing needs ---------------------------------------------- */

bool ncp_network_has_field(const struct ncp_network *network, enum ncp_field field)
{
    return network->fields[field].given;
}

size_t ncp_network_hashtag_cap(const struct ncp_network *network)
{
    size_t cap = network->tag.given ? SIZE_MAX : 0;
    if (network->hashtags.given && network->hashtags.value < cap)
        cap = network->hashtags.value;
    if (network->hashtags_strict.given && network->hashtags_strict.value < cap)
        cap = network->hashtags_strict.value;
    return cap;
}

bool ncp_network_hashtags_count_in(const struct ncp_network *network, enum ncp_field field)
{
    return network->counts_in[field];
}

bool ncp_network_links_work(const struct ncp_network *network)
{
    return network->links_work;
}

size_t ncp_network_fold(const struct ncp_network *network)
{
    struct ncpi_figure fold = smaller_fold(&network->fields[NCP_FIELD_CAPTION]);
    return fold.given ? fold.value : SIZE_MAX;
}

bool ncp_network_has_threads(const struct ncp_network *network)
{
    return network->thread;
}
