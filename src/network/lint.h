/* SPDX-License-Identifier: MIT */
#ifndef NCPI_LINT_H
#define NCPI_LINT_H

/* What the checks share. Each check looks at the text once and reports. */

#include "ncpost/lint.h"
#include "network_priv.h"

/* In the order of the table of rules. */
enum ncpi_check {
    NCPI_TOO_LONG,
    NCPI_MAYBE_TOO_LONG,
    NCPI_FOLDED_HOOK,
    NCPI_TOO_MANY_HASHTAGS,
    NCPI_TOO_MANY_MENTIONS,
    NCPI_TOO_MANY_LINKS,
    NCPI_BROKEN_HASHTAG,
    NCPI_UNREADABLE_HASHTAG,
    NCPI_GENERIC_HASHTAG,
    NCPI_SUPPRESSED_HASHTAG,
    NCPI_DUPLICATE_HASHTAG,
    NCPI_DEAD_LINK,
    NCPI_BIO_MISSING,
    NCPI_BIO_TWICE,
    NCPI_STYLED_LETTERS,
    NCPI_ALL_CAPS,
    NCPI_EMOJI_RUN,
    NCPI_EMOJI_IN_SENTENCE,
    NCPI_BIDI_CONTROL,
    NCPI_INVISIBLE,
    NCPI_TRAILING_SPACE,
    NCPI_BLANK_LINES,
    NCPI_CHECKS
};

struct ncpi_lint {
    const struct ncp_network *network;
    struct ncp_str text;
    enum ncp_field field;
    struct ncp_count count;
    struct ncp_tokens tokens;
    enum ncp_severity severities[NCPI_CHECKS];
    struct ncp_findings *out;
    bool failed; /* memory ran out */
};

/* Adds a finding for bytes [start, end). A rule that is off adds nothing. */
void ncpi_report(struct ncpi_lint *lint, enum ncpi_check check, size_t start, size_t end,
                 const char *format, ...) NCP_PRINTF(5, 6);

/* The same, no worse than a warning. */
void ncpi_report_doubt(struct ncpi_lint *lint, enum ncpi_check check, size_t start, size_t end,
                       const char *format, ...) NCP_PRINTF(5, 6);

/* The repair of the finding just added. Does nothing if none was. */
void ncpi_repair(struct ncpi_lint *lint, enum ncpi_check check, size_t start, struct ncp_str fix);

void ncpi_lint_lengths(struct ncpi_lint *lint);
void ncpi_lint_hashtags(struct ncpi_lint *lint);
void ncpi_lint_links(struct ncpi_lint *lint);
void ncpi_lint_letters(struct ncpi_lint *lint);
void ncpi_lint_emoji(struct ncpi_lint *lint);
void ncpi_lint_invisible(struct ncpi_lint *lint);
void ncpi_lint_spaces(struct ncpi_lint *lint);

/* How many words, at least 2, the lower-case ASCII tag `body` can be cut into,
 * of those that the caption `text` uses and of common ones; 0 if it cannot, or
 * if it is a word. Appends it to `out` with each word capitalised. */
size_t ncpi_split_tag(struct ncp_str body, struct ncp_str text, struct ncp_buf *out);

#endif
