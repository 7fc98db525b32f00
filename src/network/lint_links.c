/* SPDX-License-Identifier: MIT */
/* Addresses that nobody can follow, and the link in the bio. */
#include "lint.h"
#include "tokens_priv.h"

/* A bare "example.com" may be a name; with a scheme, "www." or a path it is
 * meant to be followed. */
static bool is_meant(const struct ncp_token *token, struct ncp_str text)
{
    struct ncp_str link = ncp_str_sub(text, token->start, token->end);
    bool www = ncp_str_equal_nocase(ncp_str_sub(link, 0, 4), NCP_STR("www."));
    return token->inner > token->start || www || ncp_str_find(link, NCP_STR("/"), 0) != SIZE_MAX;
}

static void check_dead_links(struct ncpi_lint *lint)
{
    if (lint->network->links_work)
        return;
    for (size_t i = 0; i < lint->tokens.count; i++) {
        const struct ncp_token *t = &lint->tokens.items[i];
        if (t->kind == NCP_TOKEN_LINK && is_meant(t, lint->text))
            ncpi_report(lint, NCPI_DEAD_LINK, t->start, t->end,
                        "%s makes no link of an address in the %s", lint->network->label,
                        lint->field == NCP_FIELD_FIRST_COMMENT ? "first comment" : "text");
    }
}

/* ---- the link in the bio ----------------------------------------------- */

static bool is_word_at(struct ncp_str text, size_t at, struct ncp_str word)
{
    if (!ncp_str_equal_nocase(ncp_str_sub(text, at, at + word.len), word))
        return false;
    int32_t before = ncpi_before(text, at), after = ncpi_at(text, at + word.len);
    return !(before >= 0 && ncp_is_letter(before)) && !(after >= 0 && ncp_is_letter(after));
}

/* What a bio is called behind a word for link, in captions of some languages. */
static const struct ncp_str places[] = {{"bio", 3},    {"biography", 9}, {"profile", 7},
                                        {"perfil", 6}, {"profil", 6},    {"プロフィール", 18}};
static const struct ncp_str link_words[] = {{"link", 4},    {"links", 5}, {"linked", 6},
                                            {"enlace", 6},  {"lien", 4},  {"liens", 5},
                                            {"verlinkt", 8}};

#define REACH 24 /* bytes between the two words */

static bool names_link(struct ncp_str text, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++)
        for (size_t i = 0; i < sizeof link_words / sizeof *link_words; i++)
            if (is_word_at(text, at, link_words[i]))
                return true;
    return false;
}

static size_t place_at(struct ncp_str text, size_t at)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (is_word_at(text, at, places[i]))
            return places[i].len;
    return 0;
}

static size_t line_start(struct ncp_str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* The next promise of a link in the bio at or after `at`; false if there is
 * none. */
static bool next_promise(struct ncp_str text, size_t at, size_t *start, size_t *end)
{
    size_t line = line_start(text, at);
    for (; at < text.len; at++) {
        size_t len = place_at(text, at);
        size_t from = at > line + REACH ? at - REACH : line;
        if (len > 0 && names_link(text, from, at)) {
            *start = at;
            *end = at + len;
            return true;
        }
        if (text.ptr[at] == '\n')
            line = at + 1;
    }
    return false;
}

/* Words that send the reader on. */
static bool find_cue(struct ncp_str text, size_t *start, size_t *end)
{
    static const struct ncp_str cues[] = {
        {"read more", 9}, {"full article", 12},  {"full story", 10},
        {"full post", 9}, {"link below", 10},    {"click the link", 14},
        {"leer más", 9},  {"lire la suite", 13}, {"mehr lesen", 10}};
    for (size_t at = 0; at < text.len; at++) {
        for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
            if (is_word_at(text, at, cues[i])) {
                *start = at;
                *end = at + cues[i].len;
                return true;
            }
        }
    }
    return false;
}

static void check_bio(struct ncpi_lint *lint)
{
    size_t start, end;
    if (lint->field != NCP_FIELD_CAPTION || !lint->network->link_in_bio)
        return;
    if (!next_promise(lint->text, 0, &start, &end)) {
        if (find_cue(lint->text, &start, &end))
            ncpi_report(lint, NCPI_BIO_MISSING, start, end,
                        "say where the link is: on %s it can stand in the bio only",
                        lint->network->label);
        return;
    }
    while (next_promise(lint->text, end, &start, &end))
        ncpi_report(lint, NCPI_BIO_TWICE, start, end, "the link in the bio was promised before");
}

void ncpi_lint_links(struct ncpi_lint *lint)
{
    check_dead_links(lint);
    check_bio(lint);
}
