/* SPDX-License-Identifier: MIT */
/* Lengths, caps and the fold. */
#include "count_priv.h"
#include "lint.h"

static const char *unit(const struct ncp_gauge *gauge)
{
    return gauge->rule->unit;
}

/* Where the text stops fitting. */
static size_t limit_at(struct ncpi_lint *lint, const struct ncp_gauge *gauge)
{
    size_t end = lint->text.len;
    if (ncpi_prefix_within(lint->network, lint->text, gauge->rule, gauge->limit, &end, NULL) !=
        NCP_OK)
        lint->failed = true;
    return end;
}

static void check_length(struct ncpi_lint *lint, const struct ncp_gauge *gauge)
{
    if (!ncpi_gauge_over(gauge))
        return;
    void (*tell)(struct ncpi_lint *, enum ncpi_check, size_t, size_t, const char *, ...) =
        gauge->sureness == NCP_DOCUMENTED ? ncpi_report : ncpi_report_doubt;
    tell(lint, NCPI_TOO_LONG, limit_at(lint, gauge), lint->text.len,
         "%zu %s units on %s, %zu over the limit of %zu", gauge->used, unit(gauge),
         lint->network->label, gauge->used - gauge->limit, gauge->limit);
}

static void check_strict(struct ncpi_lint *lint)
{
    const struct ncp_gauge *strict = &lint->count.strict;
    if (ncpi_gauge_over(strict) && !ncpi_gauge_over(&lint->count.length))
        ncpi_report(lint, NCPI_MAYBE_TOO_LONG, limit_at(lint, strict), lint->text.len,
                    "%zu %s units; on %s some hold %zu for the limit", strict->used, unit(strict),
                    lint->network->label, strict->limit);
}

/* ---- the fold ---------------------------------------------------------- */

static void check_fold(struct ncpi_lint *lint)
{
    const struct ncp_gauge *fold = &lint->count.fold;
    size_t end = ncp_str_find(lint->text, NCP_STR("\n"), 0);
    struct ncp_str hook = ncp_str_trim(ncp_str_sub(lint->text, 0, end));
    size_t shown = lint->count.visible.len;
    if (lint->field == NCP_FIELD_CAPTION && fold->limited && hook.len > shown)
        ncpi_report(lint, NCPI_FOLDED_HOOK, shown, (size_t)(hook.ptr - lint->text.ptr) + hook.len,
                    "%s folds after %zu %s units, inside the first paragraph", lint->network->label,
                    fold->limit, unit(fold));
}

/* ---- caps -------------------------------------------------------------- */

/* The token of that kind which is one too many. */
static const struct ncp_token *token_beyond(const struct ncpi_lint *lint, enum ncp_token_kind kind,
                                            size_t limit)
{
    const struct ncp_token *last = NULL;
    for (size_t i = 0; i < lint->tokens.count; i++) {
        if (lint->tokens.items[i].kind != kind)
            continue;
        last = &lint->tokens.items[i];
        if (limit-- == 0)
            return last;
    }
    return last;
}

static void check_cap(struct ncpi_lint *lint, const struct ncp_gauge *limit,
                      const struct ncp_gauge *strict, enum ncp_token_kind kind,
                      enum ncpi_check check, const char *what)
{
    const struct ncp_gauge *gauge = ncpi_gauge_over(limit) ? limit : strict;
    if (!gauge || !ncpi_gauge_over(gauge))
        return;
    const struct ncp_token *token = token_beyond(lint, kind, gauge->limit);
    size_t start = token ? token->start : 0, end = token ? token->end : 0;
    if (gauge == limit && gauge->sureness == NCP_DOCUMENTED)
        ncpi_report(lint, check, start, end, "%zu %s; %s allows %zu", gauge->used, what,
                    lint->network->label, gauge->limit);
    else
        ncpi_report_doubt(lint, check, start, end, "%zu %s; %s is said to allow %zu", gauge->used,
                          what, lint->network->label, gauge->limit);
}

void ncpi_lint_lengths(struct ncpi_lint *lint)
{
    const struct ncp_count *c = &lint->count;
    check_length(lint, &c->length);
    check_length(lint, &c->second);
    check_strict(lint);
    check_fold(lint);
    check_cap(lint, &c->hashtags, &c->hashtags_strict, NCP_TOKEN_HASHTAG, NCPI_TOO_MANY_HASHTAGS,
              "hashtags");
    check_cap(lint, &c->mentions, &c->mentions_strict, NCP_TOKEN_MENTION, NCPI_TOO_MANY_MENTIONS,
              "mentions");
    check_cap(lint, &c->links, NULL, NCP_TOKEN_LINK, NCPI_TOO_MANY_LINKS, "links");
}
