/* SPDX-License-Identifier: MIT */
/* The article's own closing appeal: something the reader can do. */
#include "composer.h"

#define INVITATION_MAX ((size_t)180) /* graphemes, of the appeal and what belongs to it */
#define FRAGMENT_MAX   ((size_t)40)  /* "One gentle word." */
#define LAST_SHARE     5             /* appeals stand in the last fifth, */
#define LAST_MIN       6             /* or among the last sentences of a short text */

bool ncpi_is_invitation(const struct ncpi_composer *c, size_t sentence)
{
    for (size_t i = 0; i < c->invitation_count; i++)
        if (c->invitation[i].first == sentence)
            return true;
    return false;
}

static enum ncp_part part_of(const struct ncp_article *a, size_t sentence)
{
    return a->blocks[a->sentences[sentence].block].part;
}

static bool may_invite(const struct ncpi_composer *c, size_t sentence, enum ncp_part part)
{
    const struct ncp_article *a = c->article;
    struct ncp_str text = a->sentences[sentence].text;
    enum ncp_block_kind kind = a->blocks[a->sentences[sentence].block].kind;
    if (part_of(a, sentence) != part || kind != NCP_BLOCK_PARAGRAPH ||
        !ncpi_can_tell(a, sentence) || ncp_grapheme_count(text) > INVITATION_MAX)
        return false;
    struct ncpi_wording wording = ncpi_wording_of(a->lang, text);
    return wording.appeals && !wording.points && !ncp_opening_leans(a->language, text);
}

static size_t first_of_tail(const struct ncp_article *a)
{
    size_t tail = a->sentence_count / LAST_SHARE;
    if (tail < LAST_MIN)
        tail = LAST_MIN;
    return tail < a->sentence_count ? a->sentence_count - tail : 0;
}

/* The last appeal of the wanted part, or SIZE_MAX. */
static size_t find_appeal(const struct ncpi_composer *c, enum ncp_part part)
{
    size_t first = first_of_tail(c->article);
    for (size_t i = c->article->sentence_count; i > first; i--)
        if (may_invite(c, i - 1, part))
            return i - 1;
    return SIZE_MAX;
}

/* Short sentences of the same paragraph that go on from the appeal. */
static bool belongs(const struct ncpi_composer *c, size_t sentence)
{
    const struct ncp_article *a = c->article;
    size_t last = c->invitation[c->invitation_count - 1].first;
    return sentence < a->sentence_count && c->invitation_count < NCPI_INVITATION_PARTS &&
           a->sentences[sentence].block == a->sentences[last].block && ncpi_can_tell(a, sentence) &&
           ncp_grapheme_count(a->sentences[sentence].text) <= FRAGMENT_MAX;
}

bool ncpi_choose_invitation(struct ncpi_composer *c)
{
    size_t appeal = find_appeal(c, NCP_PART_BODY);
    size_t used = 0;
    struct ncp_buf text = NCP_BUF_INIT;
    if (appeal == SIZE_MAX)
        appeal = find_appeal(c, NCP_PART_APPEAL);
    if (appeal == SIZE_MAX)
        return true;
    for (size_t i = appeal; c->invitation_count == 0 || belongs(c, i); i++) {
        struct ncpi_telling t;
        if (!ncpi_tell_whole(c->article, i, c->arena, &t))
            break;
        if (c->invitation_count > 0 && used + 1 + t.graphemes > INVITATION_MAX)
            break;
        if (c->invitation_count > 0)
            ncp_buf_add_char(&text, ' ');
        ncp_buf_add(&text, t.text);
        used += t.graphemes + 1;
        c->invitation[c->invitation_count++] = t;
    }
    bool done = c->invitation_count > 0 && !text.failed &&
                ncp_arena_copy(c->arena, ncp_buf_str(&text), &c->invitation_text);
    ncp_buf_free(&text);
    return done;
}
