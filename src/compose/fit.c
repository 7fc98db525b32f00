/* SPDX-License-Identifier: MIT */
/* What does not fit is left out whole, the least important first. */
#include "composer.h"

/* ---- writing ------------------------------------------------------------------------------ */

static void add_emoji(const struct ncpi_composer *c, size_t which, struct ncp_buf *out)
{
    if (which >= c->emoji_count)
        return;
    ncp_buf_add_char(out, ' ');
    ncp_buf_add(out, c->emoji[which]);
}

/* The first emoji closes the hook, where the hook has room for it. */
static bool hook_has_room(const struct ncpi_composer *c, const struct ncpi_fit *fit)
{
    return c->emoji_count > 0 && ncp_grapheme_count(fit->hook_text) + 2 <= c->limits.hook;
}

static void add_paragraph(struct ncp_str text, struct ncp_buf *out)
{
    if (out->len > 0)
        ncp_buf_add(out, NCP_STR("\n\n"));
    ncp_buf_add(out, text);
}

static bool in_caption(const struct ncpi_composer *c)
{
    return c->options->hashtags == NCP_HASHTAGS_IN_CAPTION;
}

void ncpi_write_caption(const struct ncpi_composer *c, const struct ncpi_fit *fit,
                        struct ncp_buf *out)
{
    bool on_hook = hook_has_room(c, fit);
    add_paragraph(fit->hook_text, out);
    if (on_hook)
        add_emoji(c, 0, out);
    for (size_t i = 0; i < fit->body_count; i++)
        add_paragraph(c->body[i].text, out);
    if (fit->invitation)
        add_paragraph(c->invitation_text, out);
    if (fit->body_count > 0 || fit->invitation)
        add_emoji(c, on_hook ? 1 : 0, out);
    add_paragraph(fit->short_link ? c->short_link_line : c->link_line, out);
    for (size_t i = 0; in_caption(c) && i < fit->hashtag_count; i++) {
        ncp_buf_add(out, i == 0 ? NCP_STR("\n\n") : NCP_STR(" "));
        ncp_buf_add(out, ncpi_hashtag_at(c, fit, i));
    }
}

/* Whether the caption fits, and its graphemes. False as result: memory ran out. */
static bool measure(const struct ncpi_composer *c, const struct ncpi_fit *fit, bool *fits,
                    size_t *graphemes)
{
    struct ncp_buf text = NCP_BUF_INIT;
    ncpi_write_caption(c, fit, &text);
    bool done = !text.failed && ncpi_limits_fit(&c->limits, ncp_buf_str(&text), fits);
    *graphemes = ncp_grapheme_count(ncp_buf_str(&text));
    ncp_buf_free(&text);
    return done;
}

/* ---- leaving out, step by step: each true while it has left something out ---------------- */

static bool drop_second_paragraph(struct ncpi_fit *fit)
{
    return fit->body_count > 1 && fit->body_count--;
}

static bool drop_hashtag_but_one(struct ncpi_fit *fit)
{
    return fit->hashtag_count > 1 && fit->hashtag_count--;
}

static bool drop_invitation(struct ncpi_fit *fit)
{
    bool had = fit->invitation;
    fit->invitation = false;
    return had;
}

static bool drop_body(struct ncpi_fit *fit)
{
    return fit->body_count > 0 && fit->body_count--;
}

static bool drop_last_hashtag(struct ncpi_fit *fit)
{
    return fit->hashtag_count > 0 && fit->hashtag_count--;
}

static bool shorten_link_line(struct ncpi_fit *fit)
{
    bool was_long = !fit->short_link;
    fit->short_link = true;
    return was_long;
}

static bool (*const steps[])(struct ncpi_fit *) = {
    drop_second_paragraph, drop_hashtag_but_one, drop_invitation, drop_body,
    drop_last_hashtag,     shorten_link_line,
};

/* ---- hooks ----------------------------------------------------------------------------------- */

static void use_hook(const struct ncpi_composer *c, size_t index, struct ncpi_fit *fit)
{
    fit->hook = c->hooks[index];
    fit->hook_text = fit->hook->text;
}

/* The title as the hook; false if there is none that could be. */
static bool use_title(const struct ncpi_composer *c, struct ncpi_fit *fit)
{
    if (c->title.len == 0 || ncp_grapheme_count(c->title) > NCP_HOOK_MAX)
        return false;
    fit->hook = NULL;
    fit->hook_text = c->title;
    return true;
}

/* Tries the hook that `fit` has; `least` keeps the smallest caption so far. */
static enum ncp_code try_hook(const struct ncpi_composer *c, const struct ncpi_fit *fit, bool *fits,
                              size_t *least)
{
    size_t used;
    if (!measure(c, fit, fits, &used))
        return NCP_E_MEMORY;
    *least = used < *least ? used : *least;
    return NCP_OK;
}

static enum ncp_code find_shorter_hook(const struct ncpi_composer *c, struct ncpi_fit *fit,
                                       bool *fits, size_t *least)
{
    enum ncp_code code = NCP_OK;
    *fits = false;
    for (size_t i = 0; i < c->hook_count && code == NCP_OK && !*fits; i++) {
        use_hook(c, i, fit);
        code = try_hook(c, fit, fits, least);
    }
    if (code == NCP_OK && !*fits && use_title(c, fit))
        code = try_hook(c, fit, fits, least);
    return code;
}

static enum ncp_code no_hook(struct ncp_error *err)
{
    ncp_error_set(err, NCP_E_DATA, "no sentence or title of at most %zu characters to open with",
                  NCP_HOOK_MAX);
    ncp_error_hint(err, "give the article a short title");
    return NCP_E_DATA;
}

static enum ncp_code too_long(const struct ncpi_composer *c, size_t least, struct ncp_error *err)
{
    if (c->limits.graphemes == SIZE_MAX) {
        ncp_error_set(err, NCP_E_DATA, "hook and link line do not fit %s", c->limits.name);
        ncp_error_hint(err, "the shortest caption has %zu characters", least);
        return NCP_E_DATA;
    }
    ncp_error_set(err, NCP_E_DATA, "hook and link line do not fit %zu characters",
                  c->limits.graphemes);
    ncp_error_hint(err, "the smallest limit that would do is --max %zu", least);
    return NCP_E_DATA;
}

enum ncp_code ncpi_fit(const struct ncpi_composer *c, struct ncpi_fit *fit, struct ncp_error *err)
{
    size_t least = SIZE_MAX, used;
    bool fits = false;
    *fit = (struct ncpi_fit){.body_count = c->body_count,
                             .invitation = c->invitation_count > 0,
                             .hashtag_count = c->hashtag_count};
    if (c->hook_count > 0)
        use_hook(c, 0, fit);
    else if (!use_title(c, fit))
        return no_hook(err);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        do {
            if (!measure(c, fit, &fits, &used))
                return ncp_error_memory(err);
            if (fits)
                return NCP_OK;
        } while (steps[i](fit));
    if (find_shorter_hook(c, fit, &fits, &least) != NCP_OK)
        return ncp_error_memory(err);
    return fits ? NCP_OK : too_long(c, least, err);
}
