/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_LINT_H
#define NCPOST_LINT_H

/* Checks of a finished caption for one network. */

#include "ncpost/network.h"

#ifdef __cplusplus
extern "C" {
#endif

enum ncp_severity { NCP_SEVERITY_OFF, NCP_SEVERITY_WARNING, NCP_SEVERITY_ERROR };

/* "off", "warning", "error". */
NCP_EXPORT const char *ncp_severity_name(enum ncp_severity severity);

struct ncp_lint_rule {
    const char *id;             /* "broken-hashtag" */
    enum ncp_severity severity; /* unless a profile says otherwise */
    bool fixable;               /* some of its findings carry a repair */
    const char *help;           /* one line */
};

/* All rules, static; `*count` of them. */
NCP_EXPORT const struct ncp_lint_rule *ncp_lint_rules(size_t *count);

struct ncp_finding {
    const struct ncp_lint_rule *rule;
    enum ncp_severity severity; /* never NCP_SEVERITY_OFF */
    size_t start, end;          /* bytes of the text */
    size_t line, column;        /* of `start`, from 1; columns count code points */
    struct ncp_str message;
    bool fixable;       /* putting `fix` in place of [start, end) is safe */
    struct ncp_str fix; /* may be empty */
};

/* Findings in the order of the text. Start from zeroes; ncp_findings_free(). */
struct ncp_findings {
    struct ncp_finding *items;
    size_t count, cap;
    struct ncp_arena *arena; /* owns messages and fixes */
};

NCP_EXPORT void ncp_findings_free(struct ncp_findings *findings);

struct ncp_lint_options {
    enum ncp_field field;
    const json_t *rules; /* {"all-caps": "off", "trailing-space": "error", …}, true and false
                            for the default and "off"; NULL: defaults */
};

/*
 * Everything that is wrong with `text` on `network`. `options` may be NULL.
 * NCP_E_CONFIG for a rule or severity that does not exist, with the nearest
 * right name; NCP_E_USAGE if the network has no such field.
 */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_lint(const struct ncp_network *network, struct ncp_str text,
                                            const struct ncp_lint_options *options,
                                            struct ncp_findings *out, struct ncp_error *err);

/* Appends `text` with every safe repair made, again and again until nothing
 * more is found to repair; `*fixed`, if not NULL, is how many were made. */
NCP_EXPORT NCP_CHECK enum ncp_code ncp_lint_fix(const struct ncp_network *network,
                                                struct ncp_str text,
                                                const struct ncp_lint_options *options,
                                                struct ncp_buf *out, size_t *fixed,
                                                struct ncp_error *err);

/* {"rule", "severity", "message", "line", "column", "start", "end", "fix"}, a new
 * reference; "fix" is null where there is none. NULL when memory runs out. */
NCP_EXPORT NCP_CHECK json_t *ncp_finding_json(const struct ncp_finding *finding);

/* Why `tag` (with or without its sign, any case) reaches nobody: "generic",
 * "suppressed", or NULL. */
NCP_EXPORT const char *ncp_hashtag_trouble(struct ncp_str tag);

#ifdef __cplusplus
}
#endif

#endif
