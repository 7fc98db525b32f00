/* SPDX-License-Identifier: MIT */
/* Tags out of whatever stands under `tags:`. */
#include "meta_tags.h"

#include "meta_text.h"

#include "ncpost/text.h"

#include <string.h>

struct tagging {
    unsigned rules;
    json_t *tags;
    json_t *seen;
    struct ncp_buf text; /* the value at hand */
};

static const char *const no_tags[] = {
    "post", "posts", "all", "nav", "uncategorized", "uncategorised",
};

static bool is_no_tag(const struct tagging *t, struct ncp_str tag)
{
    if (t->rules & NCPI_TAGS_HASH)
        return false;
    for (size_t i = 0; i < sizeof no_tags / sizeof *no_tags; i++)
        if (ncp_str_equal_nocase(tag, ncp_str_from(no_tags[i])))
            return true;
    return false;
}

static bool add(struct tagging *t, struct ncp_str tag)
{
    tag = ncp_str_trim(tag);
    size_t hashes = 0;
    while (hashes < tag.len && tag.ptr[hashes] == '#')
        hashes++;
    tag = ncp_str_trim(ncp_str_sub(tag, hashes, tag.len));
    if (tag.len == 0 || is_no_tag(t, tag))
        return true;
    return ncpi_meta_append(t->tags, t->seen, tag);
}

/* ---- bare strings -------------------------------------------------------- */

/* Code points that part tags. */
enum parting { PART_NOTHING, PART_COMMAS, PART_SPACES };

static bool parts(int32_t cp, enum parting parting)
{
    static const int32_t commas[] = {',', ';', '\n', 0xFF0C, 0x3001, 0xFF1B, 0x060C};
    for (size_t i = 0; parting != PART_NOTHING && i < sizeof commas / sizeof *commas; i++)
        if (cp == commas[i])
            return true;
    return parting == PART_SPACES && cp == ' ';
}

static size_t count_parts(struct ncp_str text, enum parting parting)
{
    size_t count = 1;
    int32_t cp;
    for (size_t at = 0; at < text.len; at += ncp_utf8_next(text, at, &cp)) {
        ncp_utf8_next(text, at, &cp);
        count += parts(cp, parting);
    }
    return count;
}

static bool has_capital(struct ncp_str text)
{
    int32_t cp = 0;
    for (size_t at = 0; at < text.len && !ncp_is_upper(cp);)
        at += ncp_utf8_next(text, at, &cp);
    return ncp_is_upper(cp);
}

/* A longer row of words is several tags, as Jekyll reads it, unless capitals
 * make it a name: "The Old Man and the Sea". */
static enum parting how_to_part(const struct tagging *t, struct ncp_str text)
{
    enum { LONGEST = 3 };
    if (text.ptr[0] == '#')
        return PART_SPACES;
    if (count_parts(text, PART_COMMAS) > 1)
        return PART_COMMAS;
    bool many = !(t->rules & NCPI_TAGS_ONE) && count_parts(text, PART_SPACES) > LONGEST &&
                !has_capital(text);
    return many ? PART_SPACES : PART_NOTHING;
}

static bool add_parts(struct tagging *t, struct ncp_str text, enum parting parting)
{
    size_t start = 0;
    for (size_t at = 0, len; at < text.len; at += len) {
        int32_t cp;
        len = ncp_utf8_next(text, at, &cp);
        if (!parts(cp, parting))
            continue;
        if (!add(t, ncp_str_sub(text, start, at)))
            return false;
        start = at + len;
    }
    return add(t, ncp_str_sub(text, start, text.len));
}

static bool add_bare(struct tagging *t, const json_t *value)
{
    if (!ncpi_meta_text(value, true, &t->text))
        return !t->text.failed;
    struct ncp_str text = ncp_buf_str(&t->text);
    return add_parts(t, text, how_to_part(t, text));
}

/* ---- lists --------------------------------------------------------------- */

static const json_t *name_of(const json_t *element)
{
    static const char *const names[] = {"name", "label", "title"};
    if (!json_is_object(element))
        return element;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (json_object_get(element, names[i]))
            return json_object_get(element, names[i]);
    return NULL;
}

static bool add_element(struct tagging *t, const json_t *element)
{
    if (!ncpi_meta_text(name_of(element), false, &t->text))
        return !t->text.failed;
    struct ncp_str text = ncp_buf_str(&t->text);
    if (text.ptr[0] != '#')
        return add(t, text);
    return t->rules & NCPI_TAGS_HASH ? add_parts(t, text, PART_SPACES) : true;
}

static bool add_all(struct tagging *t, const json_t *value)
{
    if (!json_is_array(value))
        return json_is_object(value) ? add_element(t, value) : add_bare(t, value);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!add_element(t, json_array_get(value, i)))
            return false;
    return true;
}

bool ncpi_meta_tags(const json_t *value, unsigned rules, json_t *tags)
{
    struct tagging t = {rules, tags, json_object(), NCP_BUF_INIT};
    bool done = t.seen && add_all(&t, value);
    json_decref(t.seen);
    ncp_buf_free(&t.text);
    return done;
}
