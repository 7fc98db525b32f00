/* SPDX-License-Identifier: MIT */
/* YAML events become jansson values, on a stack of our own. */
#include "yaml.h"

#include "limits.h"
#include "place.h"
#include "warn.h"
#include "yaml_scalar.h"

#include "ncpost/article.h"

#include <string.h>
#include <yaml.h>

/* A list or map that is not closed yet. */
struct level {
    json_t *value;
    json_t *marks; /* of its members; NULL if nobody wants them */
    json_t *key;   /* the key whose value comes next, or NULL */
    bool repeated; /* the key stood before: its value is dropped */
    struct ncpi_place key_place;
};

struct reader {
    yaml_parser_t parser;
    unsigned flags;
    struct ncpi_place place; /* of the event at hand */
    size_t first_line;
    struct level levels[NCPI_MAX_DATA_LEVELS];
    size_t depth;
    json_t *root, *root_marks;
    bool want_marks, ended;
    size_t documents, repeats;
    json_t *warnings;
    struct ncp_error *err;
};

typedef enum ncp_code on_event(struct reader *reader, const yaml_event_t *event);

static enum ncp_code fail_here(struct reader *reader, const char *message)
{
    enum ncp_code code = ncp_error_set(reader->err, NCP_E_DATA, "%s", message);
    ncp_error_at(reader->err, reader->place.line, reader->place.column);
    return code;
}

static struct level *top(struct reader *reader)
{
    return reader->depth > 0 ? &reader->levels[reader->depth - 1] : NULL;
}

static bool expects_key(struct reader *reader)
{
    struct level *level = top(reader);
    return level && json_is_object(level->value) && !level->key;
}

/* ---- building ------------------------------------------------------------ */

/* `value` and `mark` are borrowed. */
static bool put(struct reader *reader, json_t *value, json_t *mark)
{
    struct level *level = top(reader);
    if (!level) {
        reader->root = json_incref(value);
        reader->root_marks = json_incref(mark);
        return true;
    }
    if (json_is_array(level->value))
        return json_array_append(level->value, value) == 0 &&
               (!mark || json_array_append(level->marks, mark) == 0);
    const char *key = json_string_value(level->key);
    bool done = level->repeated || (json_object_set(level->value, key, value) == 0 &&
                                    (!mark || json_object_set(level->marks, key, mark) == 0));
    json_decref(level->key);
    level->key = NULL;
    return done;
}

static json_t *new_mark(struct reader *reader)
{
    struct level *level = top(reader);
    const struct ncpi_place *place = level && level->key ? &level->key_place : &reader->place;
    return json_pack("{s:I, s:I}", "line", (json_int_t)place->line, "column",
                     (json_int_t)place->column);
}

/* Takes `value`. A list or map is open from here on; `in` is an empty value of
 * its kind for the marks of its members. */
static enum ncp_code add(struct reader *reader, json_t *value, json_t *in)
{
    json_t *mark = value && reader->want_marks ? new_mark(reader) : NULL;
    bool done = value && (mark || !reader->want_marks);
    if (done && mark && in)
        done = json_object_set(mark, "in", in) == 0;
    done = done && put(reader, value, mark);
    if (done && in)
        reader->levels[reader->depth++] =
            (struct level){.value = json_incref(value), .marks = mark ? json_incref(in) : NULL};
    json_decref(value);
    json_decref(mark);
    json_decref(in);
    return done ? NCP_OK : ncp_error_memory(reader->err);
}

static void leave(struct reader *reader)
{
    struct level *level = &reader->levels[--reader->depth];
    json_decref(level->value);
    json_decref(level->marks);
    json_decref(level->key);
}

static void warn_repeated(struct reader *reader, struct ncp_str key)
{
    enum { MOST = 8 };
    if (reader->repeats++ >= MOST)
        return;
    struct ncp_str name = ncpi_clip(key);
    ncp_warn(reader->warnings, "repeated-key", reader->place.line,
             "\"%.*s\" stands here a second time; the first one counts", (int)name.len, name.ptr);
}

static enum ncp_code take_key(struct reader *reader, struct ncp_str key)
{
    struct level *level = top(reader);
    if (key.len > 0 && memchr(key.ptr, '\0', key.len))
        return fail_here(reader, "a key holds a NUL character");
    level->key = json_stringn(key.len > 0 ? key.ptr : "", key.len);
    if (!level->key)
        return ncp_error_memory(reader->err);
    level->key_place = reader->place;
    level->repeated = json_object_get(level->value, json_string_value(level->key)) != NULL;
    if (level->repeated)
        warn_repeated(reader, key);
    return NCP_OK;
}

/* ---- events -------------------------------------------------------------- */

static enum ncp_code refuse_alias(struct reader *reader)
{
    fail_here(reader, "aliases (*name) and anchors (&name) are not read");
    ncp_error_hint(reader->err, "put a value that starts with * or & in quotes");
    return NCP_E_DATA;
}

static enum ncp_code on_alias(struct reader *reader, const yaml_event_t *event)
{
    (void)event;
    return refuse_alias(reader);
}

static enum ncp_code on_scalar(struct reader *reader, const yaml_event_t *event)
{
    struct ncp_str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (event->data.scalar.anchor)
        return refuse_alias(reader);
    if (expects_key(reader))
        return take_key(reader, text);
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    const char *tag = (const char *)event->data.scalar.tag;
    return add(reader, ncpi_yaml_scalar(text, plain, tag, reader->flags & NCPI_YAML_PROFILE), NULL);
}

static enum ncp_code open_level(struct reader *reader, const yaml_char_t *anchor, bool list)
{
    if (anchor)
        return refuse_alias(reader);
    if (expects_key(reader))
        return fail_here(reader, "a list or a map cannot be a key");
    if (reader->depth == NCPI_MAX_DATA_LEVELS)
        return fail_here(reader, "lists and maps nest more than 64 levels deep");
    return list ? add(reader, json_array(), json_array())
                : add(reader, json_object(), json_object());
}

static enum ncp_code on_list(struct reader *reader, const yaml_event_t *event)
{
    return open_level(reader, event->data.sequence_start.anchor, true);
}

static enum ncp_code on_map(struct reader *reader, const yaml_event_t *event)
{
    return open_level(reader, event->data.mapping_start.anchor, false);
}

static enum ncp_code on_close(struct reader *reader, const yaml_event_t *event)
{
    (void)event;
    leave(reader);
    return NCP_OK;
}

static enum ncp_code on_document(struct reader *reader, const yaml_event_t *event)
{
    (void)event;
    if (reader->documents++ > 0)
        return fail_here(reader, "a second YAML document starts here");
    return NCP_OK;
}

static enum ncp_code on_end(struct reader *reader, const yaml_event_t *event)
{
    (void)event;
    reader->ended = true;
    return NCP_OK;
}

static on_event *const handlers[] = {
    [YAML_NO_EVENT] = on_end,
    [YAML_STREAM_START_EVENT] = NULL,
    [YAML_STREAM_END_EVENT] = on_end,
    [YAML_DOCUMENT_START_EVENT] = on_document,
    [YAML_DOCUMENT_END_EVENT] = NULL,
    [YAML_ALIAS_EVENT] = on_alias,
    [YAML_SCALAR_EVENT] = on_scalar,
    [YAML_SEQUENCE_START_EVENT] = on_list,
    [YAML_SEQUENCE_END_EVENT] = on_close,
    [YAML_MAPPING_START_EVENT] = on_map,
    [YAML_MAPPING_END_EVENT] = on_close,
};

/* ---- libyaml's complaints ------------------------------------------------ */

/* What people mostly did when libyaml says so. */
static const struct advice {
    const char *problem;
    bool where_it_began; /* the place that helps is where the construct began */
    const char *hint;
} advice[] = {
    {"mapping values are not allowed in this context", false,
     "put a value that holds a colon and a space in quotes"},
    {"could not find expected ':'", true, "each line needs the form \"key: value\""},
    {"found character that cannot start any token", false,
     "indent with spaces, and put a value that starts with @, ` or % in quotes"},
    {"found unexpected end of stream", true, "a quotation mark or bracket is not closed"},
    {"did not find expected ',' or ']'", true, "a list in brackets is not closed"},
    {"did not find expected ',' or '}'", true, "a map in braces is not closed"},
    {"did not find expected key", false, "check the indentation and the quotation marks above"},
};

static const struct advice *advice_for(const char *problem)
{
    static const struct advice none = {"", false, NULL};
    for (size_t i = 0; i < sizeof advice / sizeof *advice; i++)
        if (strcmp(advice[i].problem, problem) == 0)
            return &advice[i];
    return &none;
}

/* libyaml counts code points in its marks, bytes where it could not decode,
 * and ends lines at U+2028 too, so its own lines are not used. */
static enum ncp_code fail_as_libyaml(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return ncp_error_memory(reader->err);
    const char *problem = parser->problem ? parser->problem : "not YAML";
    const struct advice *known = advice_for(problem);
    reader->place = ncpi_place_start(reader->place.text, reader->first_line);
    if (parser->error == YAML_READER_ERROR)
        ncpi_place_to_byte(&reader->place, parser->problem_offset);
    else
        ncpi_place_to_point(&reader->place, known->where_it_began && parser->context
                                                ? parser->context_mark.index
                                                : parser->problem_mark.index);
    enum ncp_code code = fail_here(reader, problem);
    if (known->hint)
        ncp_error_hint(reader->err, "%s", known->hint);
    return code;
}

/* ---- reading ------------------------------------------------------------- */

static enum ncp_code next(struct reader *reader)
{
    yaml_event_t event;
    if (!yaml_parser_parse(&reader->parser, &event))
        return fail_as_libyaml(reader);
    ncpi_place_to_point(&reader->place, event.start_mark.index);
    on_event *handle = handlers[event.type];
    enum ncp_code code = handle ? handle(reader, &event) : NCP_OK;
    yaml_event_delete(&event);
    return code;
}

static enum ncp_code read_all(struct reader *reader, struct ncp_str text)
{
    if (!yaml_parser_initialize(&reader->parser))
        return ncp_error_memory(reader->err);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)text.ptr, text.len);
    enum ncp_code code = NCP_OK;
    while (code == NCP_OK && !reader->ended)
        code = next(reader);
    while (reader->depth > 0)
        leave(reader);
    yaml_parser_delete(&reader->parser);
    return code;
}

/* Directives come before everything else; libyaml compares each with all. */
static enum ncp_code refuse_too_much(struct ncp_str text, size_t line, struct ncp_error *err)
{
    size_t bad;
    if (text.len > NCPI_MAX_DATA_BYTES)
        ncp_error_set(err, NCP_E_DATA, "longer than 1 MiB");
    else if (!ncp_utf8_valid(text, &bad))
        ncp_error_set(err, NCP_E_DATA, "not UTF-8 (byte %zu)", bad);
    else if (ncp_str_starts(text, NCP_STR("%TAG")) ||
             ncp_str_find(text, NCP_STR("\n%TAG"), 0) != SIZE_MAX)
        ncp_error_set(err, NCP_E_DATA, "%%TAG directives are not read");
    else
        return NCP_OK;
    ncp_error_at(err, line, 1);
    return NCP_E_DATA;
}

enum ncp_code ncpi_yaml_read(struct ncp_str text, size_t line, unsigned flags, json_t **out,
                             json_t **marks, json_t *warnings, struct ncp_error *err)
{
    enum ncp_code code = refuse_too_much(text, line, err);
    if (code != NCP_OK)
        return code;
    struct reader reader = {.flags = flags,
                            .place = ncpi_place_start(text, line),
                            .first_line = line,
                            .want_marks = marks != NULL,
                            .warnings = warnings,
                            .err = err};
    code = read_all(&reader, text);
    if (code == NCP_OK && !reader.root)
        code = add(&reader, json_null(), NULL);
    if (code != NCP_OK) {
        json_decref(reader.root);
        json_decref(reader.root_marks);
        return code;
    }
    *out = reader.root;
    if (marks)
        *marks = reader.root_marks;
    return NCP_OK;
}
