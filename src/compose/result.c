/* SPDX-License-Identifier: MIT */
/* A caption as the JSON object that scripts read. */
#include "ncpost/compose.h"

/* ---- pieces of JSON ------------------------------------------------------------------------- */

static json_t *text(struct ncp_str s)
{
    return json_stringn(s.ptr ? s.ptr : "", s.len);
}

static json_t *text_or_null(struct ncp_str s)
{
    return s.len > 0 ? text(s) : json_null();
}

static json_t *texts(const struct ncp_str *items, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        if (json_array_append_new(array, text(items[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    return array;
}

/* The part above the fold, in whole graphemes. */
static struct ncp_str visible(struct ncp_str s, size_t fold)
{
    size_t end = 0;
    for (size_t i = 0; i < fold && end < s.len; i++)
        end = ncp_grapheme_next(s, end);
    return ncp_str_sub(s, 0, end);
}

/* As the network itself counts; the caller's own limit, where it is lower, is in
 * graphemes. */
static json_t *count_of_network(const struct ncp_caption *c)
{
    struct ncp_count count;
    if (ncp_network_count(c->table, c->text, NCP_FIELD_CAPTION, &count, NULL) != NCP_OK)
        return NULL;
    json_t *object = ncp_count_json(&count);
    if (object && c->limit != SIZE_MAX &&
        (json_object_set_new(object, "limit", json_integer((json_int_t)c->limit)) != 0 ||
         json_object_set_new(
             object, "remaining",
             json_integer((json_int_t)c->limit - (json_int_t)count.measure.graphemes)) != 0)) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static json_t *count_of_instagram(const struct ncp_caption *c)
{
    struct ncp_measure m = ncp_measure(c->text);
    return json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:{s:I, s:o}, s:{s:I, s:I}}", "unit",
                     "grapheme", "used", (json_int_t)m.graphemes, "limit", (json_int_t)c->limit,
                     "remaining", (json_int_t)c->limit - (json_int_t)m.graphemes, "graphemes",
                     (json_int_t)m.graphemes, "code_points", (json_int_t)m.code_points, "utf16",
                     (json_int_t)m.utf16, "bytes", (json_int_t)m.bytes, "fold", "limit",
                     (json_int_t)c->fold, "visible", text(visible(c->text, c->fold)), "hashtags",
                     "used", (json_int_t)c->hashtag_count, "limit", (json_int_t)c->tag_limit);
}

static json_t *count_of(const struct ncp_caption *c)
{
    return c->table ? count_of_network(c) : count_of_instagram(c);
}

static const char *const role_names[] = {
    [NCP_ROLE_HOOK] = "hook",
    [NCP_ROLE_BODY] = "body",
    [NCP_ROLE_INVITATION] = "invitation",
    [NCP_ROLE_TITLE] = "title",
    [NCP_ROLE_LINK_LINE] = "link_line",
};

static json_t *provenance(const struct ncp_caption *c)
{
    json_t *array = json_array();
    for (size_t i = 0; i < c->piece_count; i++) {
        const struct ncp_piece *p = &c->pieces[i];
        json_t *piece =
            json_pack("{s:s, s:o, s:s, s:I, s:I, s:s}", "role", role_names[p->role], "text",
                      text(p->text), "from", p->from, "start", (json_int_t)p->start, "end",
                      (json_int_t)p->end, "edit", p->trimmed ? "trimmed" : "none");
        if (json_array_append_new(array, piece) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

/* Without the line, which is for people at a terminal. */
static json_t *warnings(const json_t *found)
{
    json_t *array = json_array();
    size_t i;
    json_t *warning;
    json_array_foreach(found, i, warning)
    {
        json_t *copy = json_pack("{s:O, s:O}", "code", json_object_get(warning, "code"), "message",
                                 json_object_get(warning, "message"));
        if (json_array_append_new(array, copy) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

json_t *ncp_caption_result(const struct ncp_caption *c, const char *source)
{
    struct {
        const char *key;
        json_t *value;
    } members[] = {
        {"schema", json_integer(1)},
        {"source", json_string(source)},
        {"id", text(c->id)},
        {"title", text_or_null(c->article->title)},
        {"lang", json_string(c->article->lang)},
        {"network", json_string(c->network)},
        {"caption", text(c->text)},
        {"summary", text_or_null(c->summary)},
        {"hook", text(c->hook)},
        {"body", texts(c->body, c->body_count)},
        {"invitation", text_or_null(c->invitation)},
        {"link_line", text(c->link_line)},
        {"hashtags", texts(c->hashtags, c->hashtag_count)},
        {"first_comment", text_or_null(c->first_comment)},
        {"url", text_or_null(c->url)},
        {"image", text_or_null(c->image)},
        {"alt_text", text_or_null(c->alt_text)},
        {"count", count_of(c)},
        {"provenance", provenance(c)},
        {"warnings", warnings(c->article->warnings)},
    };
    json_t *result = json_object();
    bool whole = result != NULL;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        whole = json_object_set_new(result, members[i].key, members[i].value) == 0 && whole;
    if (whole)
        return result;
    json_decref(result);
    return NULL;
}
