/* SPDX-License-Identifier: MIT */
/* "Read more on …": where links are dead, the caption says where the link is. */
#include "composer.h"

#include <stdio.h>
#include <string.h>

/* The wording of one language. {blog} and {title} stand for the names, {.} for
 * the full stop that a title without a mark of its own gets.
 * They say that the link stands in the profile. */
static const struct wording {
    const char *lang, *with_blog, *without_blog, *alone;
} wordings[] = {
    {"en", "Read more on {blog}: “{title}{.}” (linked in bio)",
     "Read more: “{title}” (linked in bio)", "Read more: linked in bio"},
    {"es", "Lee más en {blog}: «{title}» (enlace en la bio)",
     "Lee más: «{title}» (enlace en la bio)", "Lee más: enlace en la bio"},
    {"fr", "À lire sur {blog} : « {title} » (lien en bio)", "À lire : « {title} » (lien en bio)",
     "À lire : lien en bio"},
    {"de", "Weiterlesen auf {blog}: „{title}“ (Link in der Bio)",
     "Weiterlesen: „{title}“ (Link in der Bio)", "Weiterlesen: Link in der Bio"},
    {"pt", "Leia mais em {blog}: “{title}” (link na bio)", "Leia mais: “{title}” (link na bio)",
     "Leia mais: link na bio"},
    {"it", "Continua a leggere su {blog}: «{title}» (link in bio)",
     "Continua a leggere: «{title}» (link in bio)", "Continua a leggere: link in bio"},
    {"nl", "Lees meer op {blog}: ‘{title}’ (link in bio)", "Lees meer: ‘{title}’ (link in bio)",
     "Lees meer: link in bio"},
    {"ja", "続きは{blog}で：「{title}」（リンクはプロフィールに）",
     "続きはこちら：「{title}」（リンクはプロフィールに）", "続きはプロフィールのリンクから"},
    {"zh", "阅读全文，{blog}：《{title}》（链接见主页简介）",
     "阅读全文：《{title}》（链接见主页简介）", "阅读全文：链接见主页简介"},
};

static const struct wording *wording_of(const char *lang)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        if (strcmp(wordings[i].lang, lang) == 0)
            return &wordings[i];
    return &wordings[0];
}

static bool has_end_mark(struct ncp_str title)
{
    static const char *const marks[] = {".", "!", "?", "…", "。", "！", "？", "؟"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ncp_str_ends(title, ncp_str_from(marks[i])))
            return true;
    return false;
}

static void fill(const char *wording, struct ncp_str blog, struct ncp_str title, struct ncp_str url,
                 struct ncp_buf *out)
{
    const struct {
        const char *field;
        struct ncp_str value;
    } fields[] = {{"{blog}", blog},
                  {"{title}", title},
                  {"{url}", url},
                  {"{.}", has_end_mark(title) ? NCP_STR("") : NCP_STR(".")}};
    for (const char *at = wording; *at;) {
        size_t used = 0;
        for (size_t i = 0; i < sizeof fields / sizeof *fields && !used; i++) {
            if (strncmp(at, fields[i].field, strlen(fields[i].field)) != 0)
                continue;
            ncp_buf_add(out, fields[i].value);
            used = strlen(fields[i].field);
        }
        if (!used)
            ncp_buf_add_char(out, *at);
        at += used ? used : 1;
    }
}

static struct ncp_str blog_of(const struct ncpi_composer *c)
{
    if (c->options->blog.len > 0)
        return c->options->blog;
    return ncp_str_from(json_string_value(json_object_get(c->article->meta, "blog")));
}

/* Where links work, the address stands in for the words in brackets at the end
 * of a wording, or for what follows the colon of the short one. */
static void set_address(const char *wording, struct ncp_str url, struct ncp_buf *out)
{
    static const char *const openings[] = {" (", "（", ": ", " : "};
    struct ncp_str text = ncp_str_from(wording);
    size_t cut = SIZE_MAX;
    for (size_t i = 0; i < sizeof openings / sizeof *openings && cut == SIZE_MAX; i++)
        cut = ncp_str_find(text, ncp_str_from(openings[i]), 0);
    ncp_buf_add(out, ncp_str_sub(text, 0, cut == SIZE_MAX ? text.len : cut));
    if (url.len > 0) {
        ncp_buf_add_char(out, ' ');
        ncp_buf_add(out, url);
    }
}

static bool is_address(struct ncp_str url)
{
    return ncp_str_starts(url, NCP_STR("https://")) || ncp_str_starts(url, NCP_STR("http://"));
}

/* The article's address: as given, or its path joined to the base. Empty if it
 * is no address of the web. False when memory runs out. */
static bool find_url(struct ncpi_composer *c)
{
    struct ncp_str url = c->options->url, base = c->options->base_url;
    struct ncp_buf joined = NCP_BUF_INIT;
    if (url.len == 0)
        url = ncp_str_from(json_string_value(json_object_get(c->article->meta, "url")));
    c->url = is_address(url) ? url : (struct ncp_str){NULL, 0};
    if (c->url.len > 0 || url.len == 0 || !is_address(base))
        return true;
    while (base.len > 0 && base.ptr[base.len - 1] == '/')
        base.len--;
    ncp_buf_add(&joined, base);
    if (url.ptr[0] != '/')
        ncp_buf_add_char(&joined, '/');
    ncp_buf_add(&joined, url);
    bool done = !joined.failed && ncp_arena_copy(c->arena, ncp_buf_str(&joined), &c->url);
    ncp_buf_free(&joined);
    return done;
}

/* One line from its wording, into the arena. */
static bool write_line(struct ncpi_composer *c, const char *wording, struct ncp_str *line)
{
    struct ncp_buf text = NCP_BUF_INIT, placed = NCP_BUF_INIT;
    if (c->limits.links && c->options->link_line.len == 0)
        set_address(wording, c->url, &placed);
    else
        ncp_buf_add_cstr(&placed, wording);
    if (!placed.failed)
        fill(placed.ptr, blog_of(c), c->title, c->url, &text);
    bool done =
        !placed.failed && !text.failed && ncp_arena_copy(c->arena, ncp_buf_str(&text), line);
    ncp_buf_free(&placed);
    ncp_buf_free(&text);
    return done;
}

bool ncpi_write_link_lines(struct ncpi_composer *c)
{
    const struct wording *w = wording_of(c->article->lang);
    const char *wording = c->title.len == 0    ? w->alone
                          : blog_of(c).len > 0 ? w->with_blog
                                               : w->without_blog;
    struct ncp_str own;
    if (!find_url(c) || !ncp_arena_copy(c->arena, c->options->link_line, &own))
        return false;
    return write_line(c, own.len > 0 ? own.ptr : wording, &c->link_line) &&
           write_line(c, w->alone, &c->short_link_line);
}
