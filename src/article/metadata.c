/* SPDX-License-Identifier: MIT */
/* What front matter means: one row a meaning, with the keys it goes by. */
#include "meta_place.h"
#include "meta_tags.h"
#include "meta_text.h"

#include "ncpost/article.h"

#include <string.h>

/* Maps that are looked into, in this order. `extra` and `taxonomies` are
 * Zola's, the rest Hugo's and the themes'. */
static const char *const paths[] = {
    "",   "params",     "extra",         "seo",       "social",
    "og", "params.seo", "params.social", "params.og", "taxonomies",
};

enum { PLACES = sizeof paths / sizeof *paths };

struct metadata {
    struct ncpi_meta_place places[PLACES];
    json_t *out;
    json_t *used;
    struct ncp_buf text; /* the value at hand */
    bool failed;         /* memory ran out */
};

/* A value, and where it was found. */
struct found {
    const struct ncpi_meta_place *place;
    const char *plain; /* the key in plain spelling */
    const char *key;   /* as written */
    const char *below; /* the key below that in a map, or NULL */
    json_t *value;
};

struct meaning;
/* Reads the value; false if it is not usable or memory ran out. */
typedef bool read_meaning(struct metadata *m, const struct meaning *meaning, struct found *found);

enum { KEYS = 10 };

struct meaning {
    const char *name;
    read_meaning *read;
    const char *keys[KEYS]; /* in plain spelling, the best first */
};

/* ---- setting ------------------------------------------------------------- */

/* Takes `value`; true unless memory ran out. */
static bool set(struct metadata *m, const char *name, json_t *value)
{
    if (json_object_set_new(m->out, name, value) != 0)
        m->failed = true;
    return !m->failed;
}

static bool set_text(struct metadata *m, const char *name)
{
    return set(m, name, json_stringn(m->text.ptr, m->text.len));
}

/* The text of `value` in m->text. */
static bool get_text(struct metadata *m, const json_t *value, bool lines)
{
    bool got = ncpi_meta_text(value, lines, &m->text);
    m->failed = m->failed || m->text.failed;
    return got;
}

/* ---- text, languages, dates ---------------------------------------------- */

static bool read_text(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    return get_text(m, found->value, false) && set_text(m, meaning->name);
}

/* A name, and no address: `site: https://…` names nothing. */
static bool read_name(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    return get_text(m, found->value, false) && json_is_string(found->value) &&
           ncp_str_find(ncp_buf_str(&m->text), NCP_STR("://"), 0) == SIZE_MAX &&
           set_text(m, meaning->name);
}

static bool read_lines(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    return get_text(m, found->value, true) && set_text(m, meaning->name);
}

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "en_US.UTF-8" is written "en-US" in BCP 47; "English" is no tag. */
static bool read_lang(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    if (!get_text(m, found->value, false))
        return false;
    ncp_buf_truncate(&m->text, strcspn(m->text.ptr, ".@"));
    size_t part = 0;
    for (size_t i = 0; i < m->text.len; i++) {
        char *c = &m->text.ptr[i];
        if (*c == '_')
            *c = '-';
        if (*c != '-' && !is_alnum(*c))
            return false;
        part = *c == '-' ? 0 : part + 1;
        if (part > 8)
            return false;
    }
    size_t primary = strcspn(m->text.ptr, "-");
    return primary >= 2 && primary <= 3 && set_text(m, meaning->name);
}

/* Jekyll's `published: true` is no date. */
static bool read_date(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    return get_text(m, found->value, false) && strcspn(m->text.ptr, "0123456789") < m->text.len &&
           set_text(m, meaning->name);
}

static bool is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (ncp_str_equal_nocase(ncp_str_from(word), ncp_str_from(*words)))
            return true;
    return false;
}

/* `draft: true`, `published: false` and `status: draft` each make a draft. */
static bool read_draft(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    static const char *const yes[] = {"true", "yes", NULL}, *const no[] = {"false", "no", NULL};
    static const char *const unpublished[] = {"draft", "pending", "private", "unpublished", NULL};
    static const struct {
        const char *plain;
        bool boolean;
        const char *const *words;
    } rows[] = {{"draft", true, yes}, {"published", false, no}, {"status", true, unpublished}};
    const char *word = get_text(m, found->value, false) ? m->text.ptr : "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].plain, found->plain) != 0)
            continue;
        bool said = json_is_boolean(found->value) && json_is_true(found->value) == rows[i].boolean;
        return (said || is_one_of(word, rows[i].words)) && set(m, meaning->name, json_true());
    }
    return false;
}

/* ---- addresses ----------------------------------------------------------- */

/* Jekyll's permalink may be a pattern ("/:year/:title/") or the name of one. */
static bool is_pattern(const struct found *found, struct ncp_str address)
{
    if (ncp_str_find(address, NCP_STR("/:"), 0) != SIZE_MAX || address.ptr[0] == ':')
        return true;
    return strcmp(found->plain, "permalink") == 0 &&
           ncp_str_find(address, NCP_STR("/"), 0) == SIZE_MAX;
}

static bool read_url(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    if (!get_text(m, found->value, false))
        return false;
    struct ncp_str address = ncp_buf_str(&m->text);
    return ncpi_meta_is_address(address) && !is_pattern(found, address) &&
           ncp_str_find(address, NCP_STR(" "), 0) == SIZE_MAX && set_text(m, meaning->name);
}

/* The alternative text of the picture under `found`: in its own map, else in a
 * key beside it (hero_image_alt, image_alt, alt). */
static bool read_alt(struct metadata *m, const struct found *found,
                     const struct ncpi_meta_place *map)
{
    static const char *const inside[] = {"alt", "alttext", "imagealt"};
    static const char *const beside[] = {"imagealt", "imagealttext", "alt", "alttext"};
    for (size_t i = 0; map && i < sizeof inside / sizeof *inside; i++)
        if (get_text(m, ncpi_meta_get(map, inside[i], NULL), false))
            return set_text(m, "image_alt");
    struct ncp_buf own = NCP_BUF_INIT;
    ncp_buf_add_format(&own, "%salt", found->plain);
    m->failed = m->failed || own.failed;
    bool got = !own.failed && get_text(m, ncpi_meta_get(found->place, own.ptr, NULL), false);
    ncp_buf_free(&own);
    for (size_t i = 0; !got && i < sizeof beside / sizeof *beside; i++)
        got = get_text(m, ncpi_meta_get(found->place, beside[i], NULL), false);
    return got && set_text(m, "image_alt");
}

static bool set_image(struct metadata *m, const json_t *value)
{
    return get_text(m, value, false) && json_is_string(value) &&
           ncpi_meta_is_address(ncp_buf_str(&m->text)) && set_text(m, "image");
}

static bool read_image_map(struct metadata *m, struct found *found, json_t *value)
{
    static const char *const addresses[] = {"src", "url", "path", "image", "file", "filename"};
    struct ncpi_meta_place map;
    bool got = false;
    if (!ncpi_meta_open(&map, value, ""))
        m->failed = true;
    for (size_t i = 0; !got && !m->failed && i < sizeof addresses / sizeof *addresses; i++)
        got = set_image(m, ncpi_meta_get(&map, addresses[i], &found->below));
    if (got)
        read_alt(m, found, &map);
    else
        found->below = NULL;
    ncpi_meta_close(&map);
    return got;
}

static bool read_one_image(struct metadata *m, struct found *found, json_t *value)
{
    if (json_is_object(value))
        return read_image_map(m, found, value);
    if (!set_image(m, value))
        return false;
    read_alt(m, found, NULL);
    return true;
}

static bool read_image(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    (void)meaning;
    if (!json_is_array(found->value))
        return read_one_image(m, found, found->value);
    for (size_t i = 0; i < json_array_size(found->value); i++)
        if (read_one_image(m, found, json_array_get(found->value, i)))
            return true;
    return false;
}

/* ---- lists --------------------------------------------------------------- */

static const struct {
    const char *plain;
    unsigned rules;
} tag_keys[] = {
    {"hashtags", NCPI_TAGS_HASH},
    {"tag", NCPI_TAGS_ONE},
    {"category", NCPI_TAGS_ONE},
};

static bool read_tags(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    unsigned rules = 0;
    for (size_t i = 0; i < sizeof tag_keys / sizeof *tag_keys; i++)
        if (strcmp(tag_keys[i].plain, found->plain) == 0)
            rules = tag_keys[i].rules;
    json_t *tags = json_object_get(m->out, meaning->name);
    if (!ncpi_meta_tags(found->value, rules, tags))
        m->failed = true;
    return json_array_size(tags) > 0;
}

static bool add_author(struct metadata *m, json_t *authors, json_t *seen, const json_t *value)
{
    static const char *const names[] = {"name", "display_name", "displayName", "title"};
    const json_t *name = json_is_object(value) ? NULL : value;
    for (size_t i = 0; json_is_object(value) && !name && i < sizeof names / sizeof *names; i++)
        name = json_object_get(value, names[i]);
    if (!get_text(m, name, false))
        return !m->failed;
    return ncpi_meta_append(authors, seen, ncp_buf_str(&m->text));
}

static bool read_authors(struct metadata *m, const struct meaning *meaning, struct found *found)
{
    json_t *authors = json_object_get(m->out, meaning->name), *seen = json_object();
    bool done = seen != NULL;
    if (!json_is_array(found->value))
        done = done && add_author(m, authors, seen, found->value);
    for (size_t i = 0; done && i < json_array_size(found->value); i++)
        done = add_author(m, authors, seen, json_array_get(found->value, i));
    json_decref(seen);
    m->failed = m->failed || !done;
    return json_array_size(authors) > 0;
}

/* ---- the table ----------------------------------------------------------- */

/* Of two rows with one name the second is looked at if the first finds nothing
 * anywhere: a slug at the top is worth less than an address below `seo`. */
static const struct meaning meanings[] = {
    {"title", read_text, {"title", "linktitle", "seotitle", "metatitle", "ogtitle"}},
    {"caption", read_lines, {"caption"}},
    {"summary",
     read_text,
     {"summary", "excerpt", "description", "customexcerpt", "subtitle", "metadescription",
      "ogdescription"}},
    {"url", read_url, {"canonicalurl", "canonical"}},
    {"url", read_url, {"permalink", "url"}},
    {"url", read_url, {"slug"}},
    {"image",
     read_image,
     {"image", "images", "heroimage", "cover", "coverimage", "featuredimage", "featureimage",
      "ogimage", "thumbnail"}},
    {"lang", read_lang, {"locale", "lang", "language"}},
    {"date", read_date, {"date", "publishdate", "pubdate", "published", "publishedat"}},
    {"blog", read_name, {"blog", "site", "sitename", "publication"}},
    {"hashtags", read_tags, {"hashtags"}},
    {"tags", read_tags, {"tags", "tag", "keywords", "categories", "category"}},
    {"authors", read_authors, {"author", "authors"}},
    {"draft", read_draft, {"draft", "published", "status"}},
};

static bool note_used(struct metadata *m, const struct meaning *meaning, const struct found *found)
{
    struct ncp_buf path = NCP_BUF_INIT;
    if (*found->place->path)
        ncp_buf_add_format(&path, "%s.", found->place->path);
    ncp_buf_add_cstr(&path, found->key);
    if (found->below)
        ncp_buf_add_format(&path, ".%s", found->below);
    if (path.failed || json_object_set_new(m->used, meaning->name, json_string(path.ptr)) != 0)
        m->failed = true;
    ncp_buf_free(&path);
    return true;
}

static bool look_in(struct metadata *m, const struct meaning *meaning,
                    const struct ncpi_meta_place *place)
{
    for (size_t i = 0; i < KEYS && meaning->keys[i] && !m->failed; i++) {
        struct found found = {.place = place, .plain = meaning->keys[i]};
        found.value = ncpi_meta_get(place, found.plain, &found.key);
        if (found.value && meaning->read(m, meaning, &found))
            return note_used(m, meaning, &found);
    }
    return false;
}

static void look_everywhere(struct metadata *m, const struct meaning *meaning)
{
    if (json_object_get(m->used, meaning->name))
        return;
    for (size_t i = 0; i < PLACES && !m->failed; i++)
        if (look_in(m, meaning, &m->places[i]))
            return;
}

static json_t *new_metadata(void)
{
    return json_pack("{s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:[], s:[], s:[], s:b, s:{}}",
                     "title", "caption", "summary", "url", "image", "image_alt", "lang", "date",
                     "blog", "hashtags", "tags", "authors", "draft", 0, "used");
}

json_t *ncp_metadata(json_t *front_matter)
{
    struct metadata m = {.out = new_metadata(), .text = NCP_BUF_INIT};
    m.used = json_object_get(m.out, "used");
    m.failed = !m.used;
    for (size_t i = 0; i < PLACES && !m.failed; i++)
        m.failed = !ncpi_meta_open(&m.places[i], front_matter, paths[i]);
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings && !m.failed; i++)
        look_everywhere(&m, &meanings[i]);
    for (size_t i = 0; i < PLACES; i++)
        ncpi_meta_close(&m.places[i]);
    ncp_buf_free(&m.text);
    if (!m.failed)
        return m.out;
    json_decref(m.out);
    return NULL;
}
