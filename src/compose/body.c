/* SPDX-License-Identifier: MIT */
/* The body: what the reader gets, then how or why, in one or two paragraphs. */
#include "composer.h"

#define ALIKE      0.55 /* sentences more alike than this say the same */
#define WHOLE_LONG 140  /* graphemes; a longer sentence is told trimmed if it can be */
#define TIE_FACTOR 0.85 /* worth of what needs the sentence after it */

/* ---- what is told already ------------------------------------------------------------------ */

static bool tells(const struct ncpi_telling *t, size_t sentence)
{
    return sentence >= t->first && sentence <= t->last;
}

static bool is_told(const struct ncpi_composer *c, size_t sentence)
{
    if (ncpi_is_invitation(c, sentence) || (c->hook_count > 0 && tells(c->hooks[0], sentence)))
        return true;
    for (size_t i = 0; i < c->body_count; i++)
        for (size_t k = 0; k < c->body[i].part_count; k++)
            if (tells(&c->body[i].parts[k], sentence))
                return true;
    return false;
}

/* How alike the most alike sentence that is told already is. */
static double repeats(const struct ncpi_composer *c, size_t sentence)
{
    double most = 0;
    if (c->hook_count > 0)
        most = ncp_sentence_similarity(c->ranking, c->hooks[0]->first, sentence);
    for (size_t i = 0; i < c->body_count; i++)
        for (size_t k = 0; k < c->body[i].part_count; k++) {
            double s = ncp_sentence_similarity(c->ranking, c->body[i].parts[k].first, sentence);
            most = s > most ? s : most;
        }
    return most;
}

/* ---- candidates --------------------------------------------------------------------------------
 */

static bool is_prose(const struct ncpi_composer *c, size_t sentence)
{
    const struct ncp_block *block = &c->article->blocks[c->article->sentences[sentence].block];
    return block->kind == NCP_BLOCK_PARAGRAPH && block->part == NCP_PART_BODY;
}

/* True if the telling follows right after what the paragraph before tells. */
static bool follows_told(const struct ncpi_composer *c, const struct ncpi_telling *t)
{
    return t->first > 0 &&
           c->article->sentences[t->first].block == c->article->sentences[t->first - 1].block &&
           is_told(c, t->first - 1) && !ncpi_is_invitation(c, t->first - 1);
}

static bool may_tell(const struct ncpi_composer *c, const struct ncpi_telling *t)
{
    if (t->first != t->last || t->graphemes > NCPI_BODY_LEN || !is_prose(c, t->first) ||
        is_told(c, t->first) || t->wording.points || repeats(c, t->first) > ALIKE)
        return false;
    return !t->leans || follows_told(c, t);
}

/* A trimmed telling is worth a little less, a whole one that is long, too. */
static double body_value(const struct ncpi_composer *c, const struct ncpi_telling *t)
{
    double value = t->score * (1 - 0.5 * repeats(c, t->first));
    bool is_long = t->graphemes > WHOLE_LONG;
    return value * (t->trimmed ? 0.97 : is_long ? 0.9 : 1.0);
}

/* The best telling of what stands at or after sentence `from`, or NULL. */
static const struct ncpi_telling *best_telling(const struct ncpi_composer *c, size_t from)
{
    const struct ncpi_telling *best = NULL;
    double most = 0;
    for (size_t i = 0; i < c->tellings.count; i++) {
        const struct ncpi_telling *t = &c->tellings.items[i];
        double value = t->first >= from && may_tell(c, t) ? body_value(c, t) : 0;
        if (value > most) {
            best = t;
            most = value;
        }
    }
    return best;
}

/* ---- paragraphs
 * ------------------------------------------------------------------------------------ */

static bool join(struct ncp_arena *arena, struct ncpi_paragraph *p)
{
    struct ncp_buf text = NCP_BUF_INIT;
    for (size_t i = 0; i < p->part_count; i++) {
        if (i > 0)
            ncp_buf_add_char(&text, ' ');
        ncp_buf_add(&text, p->parts[i].text);
    }
    bool done = !text.failed && ncp_arena_copy(arena, ncp_buf_str(&text), &p->text);
    ncp_buf_free(&text);
    return done;
}

static bool same_paragraph(const struct ncpi_composer *c, const struct ncpi_telling *a,
                           const struct ncpi_telling *b)
{
    return b->first == a->last + 1 &&
           c->article->sentences[a->first].block == c->article->sentences[b->first].block &&
           a->graphemes + 1 + b->graphemes <= NCPI_BODY_LEN;
}

/* Neighbours of one paragraph become one again. */
static void join_neighbours(struct ncpi_composer *c)
{
    struct ncpi_paragraph *first = &c->body[0], *second = &c->body[1];
    if (c->body_count < 2 || !same_paragraph(c, &first->parts[0], &second->parts[0]))
        return;
    first->parts[first->part_count++] = second->parts[0];
    c->body_count = 1;
}

/* First what an editor would use as the deck, then what follows it in the
 * article: how, or proof. */
bool ncpi_choose_body(struct ncpi_composer *c)
{
    size_t from = 0;
    while (c->body_count < NCPI_BODY_MAX) {
        const struct ncpi_telling *t = best_telling(c, from);
        if (!t)
            break;
        c->body[c->body_count++] = (struct ncpi_paragraph){.parts = {*t}, .part_count = 1};
        from = t->last + 1;
    }
    join_neighbours(c);
    for (size_t i = 0; i < c->body_count; i++)
        if (!join(c->arena, &c->body[i]))
            return false;
    return true;
}
