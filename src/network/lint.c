/* SPDX-License-Identifier: MIT */
/* The linter: its table of rules, and the run over all checks. */
#include "lint.h"

#include "base/array.h"
#include "base/nearest.h"

#include <stdlib.h>
#include <string.h>

static const struct ncp_lint_rule rules[NCPI_CHECKS] = {
    [NCPI_TOO_LONG] = {"too-long", NCP_SEVERITY_ERROR, false,
                       "the text is over the network's limit"},
    [NCPI_MAYBE_TOO_LONG] = {"maybe-too-long", NCP_SEVERITY_WARNING, false,
                             "the text is over the strictest reading of the limit"},
    [NCPI_FOLDED_HOOK] = {"folded-hook", NCP_SEVERITY_WARNING, false,
                          "the fold cuts the first paragraph"},
    [NCPI_TOO_MANY_HASHTAGS] = {"too-many-hashtags", NCP_SEVERITY_ERROR, false,
                                "more hashtags than the network allows"},
    [NCPI_TOO_MANY_MENTIONS] = {"too-many-mentions", NCP_SEVERITY_ERROR, false,
                                "more mentions than the network allows"},
    [NCPI_TOO_MANY_LINKS] = {"too-many-links", NCP_SEVERITY_ERROR, false,
                             "more links than the network allows"},
    [NCPI_BROKEN_HASHTAG] = {"broken-hashtag", NCP_SEVERITY_ERROR, false,
                             "a hashtag that ends early or is none, as #C++ or #foo-bar"},
    [NCPI_UNREADABLE_HASHTAG] = {"unreadable-hashtag", NCP_SEVERITY_WARNING, true,
                                 "a hashtag of several words without capitals: screen readers "
                                 "run them together"},
    [NCPI_GENERIC_HASHTAG] = {"generic-hashtag", NCP_SEVERITY_WARNING, false,
                              "a hashtag that says nothing about the post"},
    [NCPI_SUPPRESSED_HASHTAG] = {"suppressed-hashtag", NCP_SEVERITY_WARNING, false,
                                 "a hashtag that is known to be hidden from search"},
    [NCPI_DUPLICATE_HASHTAG] = {"duplicate-hashtag", NCP_SEVERITY_WARNING, true,
                                "the same hashtag again"},
    [NCPI_DEAD_LINK] = {"dead-link", NCP_SEVERITY_ERROR, false,
                        "an address where the network makes no link of it"},
    [NCPI_BIO_MISSING] = {"bio-missing", NCP_SEVERITY_WARNING, false,
                          "more to read is promised, but not that the link is in the bio"},
    [NCPI_BIO_TWICE] = {"bio-twice", NCP_SEVERITY_WARNING, false,
                        "the link in the bio is promised twice"},
    [NCPI_STYLED_LETTERS] = {"styled-letters", NCP_SEVERITY_ERROR, true,
                             "letters of mathematical alphabets: screen readers spell them out"},
    [NCPI_ALL_CAPS] = {"all-caps", NCP_SEVERITY_WARNING, false, "a sentence in capitals"},
    [NCPI_EMOJI_RUN] = {"emoji-run", NCP_SEVERITY_WARNING, false, "three or more emoji in a row"},
    [NCPI_EMOJI_IN_SENTENCE] = {"emoji-in-sentence", NCP_SEVERITY_WARNING, false,
                                "an emoji between the words of a sentence"},
    [NCPI_BIDI_CONTROL] = {"bidi-control", NCP_SEVERITY_ERROR, true,
                           "a character that changes the direction of writing unseen"},
    [NCPI_INVISIBLE] = {"invisible-character", NCP_SEVERITY_ERROR, true,
                        "a character that shows nothing but counts"},
    [NCPI_TRAILING_SPACE] = {"trailing-space", NCP_SEVERITY_WARNING, true,
                             "space at the end of a line"},
    [NCPI_BLANK_LINES] = {"blank-lines", NCP_SEVERITY_WARNING, true,
                          "several blank lines, which the network makes one"},
};

const struct ncp_lint_rule *ncp_lint_rules(size_t *count)
{
    *count = NCPI_CHECKS;
    return rules;
}

const char *ncp_severity_name(enum ncp_severity severity)
{
    static const char *const names[] = {"off", "warning", "error"};
    return names[severity];
}

/* ---- reporting --------------------------------------------------------- */

static void report(struct ncpi_lint *lint, enum ncpi_check check, enum ncp_severity worst,
                   size_t start, size_t end, const char *format, va_list args)
{
    enum ncp_severity severity = lint->severities[check];
    struct ncp_buf message = NCP_BUF_INIT;
    struct ncp_findings *out = lint->out;
    if (severity == NCP_SEVERITY_OFF)
        return;
    ncp_buf_add_vformat(&message, format, args);
    struct ncp_finding finding = {.rule = &rules[check],
                                  .severity = severity < worst ? severity : worst,
                                  .start = start,
                                  .end = end};
    if (message.failed || !NCPI_ROOM(out) ||
        !ncp_arena_copy(out->arena, ncp_buf_str(&message), &finding.message))
        lint->failed = true;
    else
        out->items[out->count++] = finding;
    ncp_buf_free(&message);
}

void ncpi_report(struct ncpi_lint *lint, enum ncpi_check check, size_t start, size_t end,
                 const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(lint, check, NCP_SEVERITY_ERROR, start, end, format, args);
    va_end(args);
}

void ncpi_report_doubt(struct ncpi_lint *lint, enum ncpi_check check, size_t start, size_t end,
                       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(lint, check, NCP_SEVERITY_WARNING, start, end, format, args);
    va_end(args);
}

void ncpi_repair(struct ncpi_lint *lint, enum ncpi_check check, size_t start, struct ncp_str fix)
{
    if (lint->out->count == 0)
        return;
    struct ncp_finding *last = &lint->out->items[lint->out->count - 1];
    if (last->rule != &rules[check] || last->start != start)
        return;
    if (!ncp_arena_copy(lint->out->arena, fix, &last->fix))
        lint->failed = true;
    last->fixable = true;
}

/* ---- severities -------------------------------------------------------- */

static enum ncp_code unknown_rule(const char *id, struct ncp_error *err)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (size_t i = 0; i < NCPI_CHECKS; i++)
        ncpi_nearest_offer(&near, ncp_str_from(id), rules[i].id);
    ncp_error_set(err, NCP_E_CONFIG, "no check is called \"%s\"", id);
    if (near.name)
        ncp_error_hint(err, "did you mean \"%s\"?", near.name);
    return NCP_E_CONFIG;
}

static bool read_severity(const json_t *value, enum ncp_severity standard, enum ncp_severity *out)
{
    if (json_is_boolean(value)) {
        *out = json_is_true(value) ? standard : NCP_SEVERITY_OFF;
        return true;
    }
    for (int s = NCP_SEVERITY_OFF; s <= NCP_SEVERITY_ERROR; s++) {
        if (json_is_string(value) &&
            strcmp(json_string_value(value), ncp_severity_name((enum ncp_severity)s)) == 0) {
            *out = (enum ncp_severity)s;
            return true;
        }
    }
    return false;
}

static enum ncp_code set_severities(struct ncpi_lint *lint, const json_t *wanted,
                                    struct ncp_error *err)
{
    for (size_t i = 0; i < NCPI_CHECKS; i++)
        lint->severities[i] = rules[i].severity;
    const char *id;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)wanted, id, value)
    {
        size_t i = 0;
        while (i < NCPI_CHECKS && strcmp(rules[i].id, id) != 0)
            i++;
        if (i == NCPI_CHECKS)
            return unknown_rule(id, err);
        if (!read_severity(value, rules[i].severity, &lint->severities[i]))
            return ncp_error_set(err, NCP_E_CONFIG,
                                 "check %s must be \"off\", \"warning\" or \"error\"", id);
    }
    return NCP_OK;
}

/* ---- the run ----------------------------------------------------------- */

static int in_text_order(const void *a, const void *b)
{
    const struct ncp_finding *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->rule < y->rule ? -1 : x->rule > y->rule;
}

/* Lines and columns of all findings, in one walk. */
static void place(struct ncp_str text, struct ncp_findings *findings)
{
    size_t at = 0, line = 1, column = 1;
    for (size_t i = 0; i < findings->count; i++) {
        for (; at < findings->items[i].start && at < text.len; at++) {
            unsigned char c = (unsigned char)text.ptr[at];
            if (c == '\n') {
                line++;
                column = 1;
            } else {
                column += at + 1 == text.len || ((unsigned char)text.ptr[at + 1] & 0xC0) != 0x80;
            }
        }
        findings->items[i].line = line;
        findings->items[i].column = column;
    }
}

static void run_checks(struct ncpi_lint *lint)
{
    static void (*const checks[])(struct ncpi_lint *) = {
        ncpi_lint_lengths, ncpi_lint_hashtags,  ncpi_lint_links, ncpi_lint_letters,
        ncpi_lint_emoji,   ncpi_lint_invisible, ncpi_lint_spaces};
    for (size_t i = 0; i < sizeof checks / sizeof *checks && !lint->failed; i++)
        checks[i](lint);
}

enum ncp_code ncp_lint(const struct ncp_network *network, struct ncp_str text,
                       const struct ncp_lint_options *options, struct ncp_findings *out,
                       struct ncp_error *err)
{
    struct ncpi_lint lint = {.network = network, .text = text, .out = out};
    lint.field = options ? options->field : NCP_FIELD_CAPTION;
    enum ncp_code code = set_severities(&lint, options ? options->rules : NULL, err);
    if (code == NCP_OK)
        code = ncp_network_count(network, text, lint.field, &lint.count, err);
    if (code == NCP_OK)
        code = ncp_tokens_find(network, text, &lint.tokens, err);
    if (code == NCP_OK && !out->arena && !(out->arena = ncp_arena_new()))
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        run_checks(&lint);
    if (lint.failed)
        code = ncp_error_memory(err);
    ncp_tokens_free(&lint.tokens);
    if (code != NCP_OK)
        return code;
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, in_text_order);
    place(text, out);
    return NCP_OK;
}

void ncp_findings_free(struct ncp_findings *findings)
{
    free(findings->items);
    ncp_arena_free(findings->arena);
    *findings = (struct ncp_findings){0};
}

json_t *ncp_finding_json(const struct ncp_finding *f)
{
    json_t *fix = f->fixable ? json_stringn(f->fix.ptr ? f->fix.ptr : "", f->fix.len) : json_null();
    return json_pack("{s:s, s:s, s:s%, s:I, s:I, s:I, s:I, s:o}", "rule", f->rule->id, "severity",
                     ncp_severity_name(f->severity), "message", f->message.ptr, f->message.len,
                     "line", (json_int_t)f->line, "column", (json_int_t)f->column, "start",
                     (json_int_t)f->start, "end", (json_int_t)f->end, "fix", fix);
}
