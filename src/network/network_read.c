/* SPDX-License-Identifier: MIT */
/* One network's JSON object → struct ncp_network, every key checked. */
#include "network_priv.h"

#include "base/nearest.h"

#include <string.h>

/* What is being read, for messages. */
struct reading {
    const char *network;
    struct ncp_error *err;
    enum ncp_code code; /* the first error stays */
};

/* A word list for a key whose value is one of a few words. */
struct words {
    const char *const *names;
    size_t count;
};

#define WORDS(...)                                                            \
    (struct words)                                                            \
    {                                                                         \
        (const char *const[]){__VA_ARGS__},                                   \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *) \
    }

static const char *nearest_of(struct words words, const char *wrong)
{
    struct ncpi_nearest near = NCPI_NEAREST_INIT;
    for (size_t i = 0; i < words.count; i++)
        ncpi_nearest_offer(&near, ncp_str_from(wrong), words.names[i]);
    return near.name;
}

static void fail(struct reading *r, const char *key, const char *problem, const char *near)
{
    if (r->code != NCP_OK)
        return;
    r->code =
        ncp_error_set(r->err, NCP_E_CONFIG, "network %s: \"%s\" %s", r->network, key, problem);
    if (near)
        ncp_error_hint(r->err, "did you mean \"%s\"?", near);
}

static bool word_index(struct words words, const char *value, size_t *index)
{
    for (size_t i = 0; i < words.count; i++) {
        if (strcmp(words.names[i], value) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* True if `object` is one whose keys are all among `keys`; null is not. */
static bool is_object_of(struct reading *r, json_t *object, const char *what, struct words keys)
{
    if (json_is_null(object) || object == NULL)
        return false;
    if (!json_is_object(object)) {
        fail(r, what, "must be an object or null", NULL);
        return false;
    }
    const char *key;
    json_t *value;
    size_t index;
    json_object_foreach(object, key, value)
    {
        if (!word_index(keys, key, &index))
            fail(r, key, "is not a key of the table", nearest_of(keys, key));
    }
    return r->code == NCP_OK;
}

static const char *text_at(struct reading *r, json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    if (json_is_string(value))
        return json_string_value(value);
    if (value && !json_is_null(value))
        fail(r, key, "must be text", NULL);
    return "";
}

static bool flag_at(struct reading *r, json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    if (value && !json_is_boolean(value) && !json_is_null(value))
        fail(r, key, "must be true or false", NULL);
    return json_is_true(value);
}

static size_t word_at(struct reading *r, json_t *object, const char *key, struct words words)
{
    const char *value = text_at(r, object, key);
    size_t index = 0;
    if (r->code == NCP_OK && !word_index(words, value, &index))
        fail(r, key, "has an unknown value", nearest_of(words, value));
    return index;
}

static size_t number_of(struct reading *r, json_t *value, const char *key)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0) {
        fail(r, key, "must be a whole number", NULL);
        return 0;
    }
    return (size_t)json_integer_value(value);
}

static const struct ncp_rule *rule_at(struct reading *r, json_t *object)
{
    const char *name = text_at(r, object, "rule");
    if (!*name)
        return NULL;
    const struct ncp_rule *rule = ncpi_rule_find(ncp_str_from(name));
    if (!rule)
        fail(r, name, "is not a way of counting", NULL);
    return rule;
}

static const struct words figure_keys = {
    (const char *const[]){"value", "rule", "source", "read", "sureness", "note"}, 6};

/* The object of a figure, or NULL where there is none. */
static json_t *figure_object(struct reading *r, json_t *object, const char *key)
{
    json_t *figure = json_object_get(object, key);
    if (!is_object_of(r, figure, key, figure_keys) || !json_object_get(figure, "value") ||
        json_is_null(json_object_get(figure, "value")))
        return NULL;
    return figure;
}

static enum ncp_sureness sureness_at(struct reading *r, json_t *figure)
{
    return (enum ncp_sureness)word_at(r, figure, "sureness",
                                      WORDS("assumed", "observed", "documented"));
}

static struct ncpi_figure figure_at(struct reading *r, json_t *object, const char *key)
{
    json_t *figure = figure_object(r, object, key);
    if (!figure)
        return (struct ncpi_figure){0};
    return (struct ncpi_figure){.given = true,
                                .value = number_of(r, json_object_get(figure, "value"), key),
                                .sureness = sureness_at(r, figure),
                                .rule = rule_at(r, figure)};
}

/* A figure that is a length: counted in graphemes unless it names a rule. */
static struct ncpi_figure length_at(struct reading *r, json_t *object, const char *key)
{
    struct ncpi_figure figure = figure_at(r, object, key);
    if (figure.given && !figure.rule)
        figure.rule = ncpi_rule_find(NCP_STR("grapheme"));
    return figure;
}

static bool fact_at(struct reading *r, json_t *object, const char *key)
{
    json_t *figure = figure_object(r, object, key);
    if (!figure)
        return false;
    sureness_at(r, figure);
    return flag_at(r, figure, "value");
}

static struct ncpi_field field_at(struct reading *r, json_t *network, const char *key)
{
    json_t *object = json_object_get(network, key);
    if (!is_object_of(r, object, key, WORDS("limit", "strict", "second", "fold")))
        return (struct ncpi_field){0};
    struct ncpi_field field = {.given = true,
                               .limit = length_at(r, object, "limit"),
                               .strict = length_at(r, object, "strict"),
                               .second = length_at(r, object, "second")};
    json_t *fold = json_object_get(object, "fold");
    if (is_object_of(r, fold, "fold", WORDS("mobile", "desktop"))) {
        field.mobile = length_at(r, fold, "mobile");
        field.desktop = length_at(r, fold, "desktop");
    }
    return field;
}

static struct ncpi_tag_syntax tag_syntax(struct reading *r, json_t *object)
{
    if (!is_object_of(r, object, "syntax",
                      WORDS("style", "signs", "before", "extra", "joiners", "digits_only", "emoji",
                            "chain", "max", "source", "read", "sureness", "note")))
        return (struct ncpi_tag_syntax){0};
    json_t *max = json_object_get(object, "max");
    sureness_at(r, object);
    return (struct ncpi_tag_syntax){
        .given = true,
        .style = (enum ncpi_tag_style)word_at(r, object, "style", WORDS("word", "nonspace")),
        .before = (enum ncpi_tag_before)word_at(r, object, "before", WORDS("boundary", "space")),
        .signs = ncp_str_from(text_at(r, object, "signs")),
        .extra = ncp_str_from(text_at(r, object, "extra")),
        .joiners = ncp_str_from(text_at(r, object, "joiners")),
        .digits_only = flag_at(r, object, "digits_only"),
        .emoji = flag_at(r, object, "emoji"),
        .chain = flag_at(r, object, "chain"),
        .max = max && !json_is_null(max) ? number_of(r, max, "max") : 0};
}

static struct ncpi_mention_syntax mention_syntax(struct reading *r, json_t *object)
{
    if (!is_object_of(r, object, "syntax",
                      WORDS("style", "extra", "max", "source", "read", "sureness", "note")))
        return (struct ncpi_mention_syntax){0};
    sureness_at(r, object);
    return (struct ncpi_mention_syntax){.given = true,
                                        .style = (enum ncpi_mention_style)word_at(
                                            r, object, "style", WORDS("word", "host", "domain")),
                                        .extra = ncp_str_from(text_at(r, object, "extra")),
                                        .max = number_of(r, json_object_get(object, "max"), "max")};
}

static void read_fields_that_count(struct reading *r, json_t *list, bool *counts_in)
{
    size_t index;
    json_t *value;
    json_array_foreach(list, index, value)
    {
        enum ncp_field field;
        if (ncp_field_find(ncp_str_from(json_string_value(value)), &field))
            counts_in[field] = true;
        else
            fail(r, "counts", "must name texts of a post", NULL);
    }
}

static void read_hashtags(struct reading *r, json_t *object, struct ncp_network *out)
{
    if (!is_object_of(r, object, "hashtags", WORDS("limit", "strict", "counts", "syntax")))
        return;
    out->hashtags = figure_at(r, object, "limit");
    out->hashtags_strict = figure_at(r, object, "strict");
    out->tag = tag_syntax(r, json_object_get(object, "syntax"));
    read_fields_that_count(r, json_object_get(object, "counts"), out->counts_in);
}

static void read_mentions(struct reading *r, json_t *object, struct ncp_network *out)
{
    if (!is_object_of(r, object, "mentions", WORDS("limit", "strict", "syntax")))
        return;
    out->mentions = figure_at(r, object, "limit");
    out->mentions_strict = figure_at(r, object, "strict");
    out->mention = mention_syntax(r, json_object_get(object, "syntax"));
}

static void read_links(struct reading *r, json_t *object, struct ncp_network *out)
{
    if (!is_object_of(r, object, "links", WORDS("clickable", "in_bio", "cost", "limit", "syntax")))
        return;
    out->links_work = fact_at(r, object, "clickable");
    out->link_in_bio = fact_at(r, object, "in_bio");
    out->link_cost = figure_at(r, object, "cost");
    out->links = figure_at(r, object, "limit");
    out->link = (enum ncpi_link_syntax)word_at(r, object, "syntax",
                                               WORDS("x", "mastodon", "bluesky", "url"));
}

enum ncp_code ncpi_network_read(json_t *json, struct ncp_network *out, struct ncp_error *err)
{
    struct reading r = {"", err, NCP_OK};
    r.network = text_at(&r, json, "name");
    struct ncp_network network = {.json = json, .name = r.network};
    if (!is_object_of(&r, json, "name",
                      WORDS("name", "label", "like", "aliases", "caption", "first_comment", "title",
                            "alt_text", "hashtags", "mentions", "links", "spaces", "thread")))
        return r.code == NCP_OK ? NCP_E_CONFIG : r.code;
    network.label = text_at(&r, json, "label");
    for (int i = 0; i < NCP_FIELDS; i++)
        network.fields[i] = field_at(&r, json, ncp_field_name((enum ncp_field)i));
    read_hashtags(&r, json_object_get(json, "hashtags"), &network);
    read_mentions(&r, json_object_get(json, "mentions"), &network);
    read_links(&r, json_object_get(json, "links"), &network);
    json_t *spaces = json_object_get(json, "spaces");
    if (is_object_of(&r, spaces, "spaces", WORDS("strips_trailing", "collapses_blank_lines"))) {
        network.strips_trailing = fact_at(&r, spaces, "strips_trailing");
        network.collapses_blank_lines = fact_at(&r, spaces, "collapses_blank_lines");
    }
    network.thread = flag_at(&r, json, "thread");
    if (r.code == NCP_OK)
        *out = network;
    return r.code;
}
