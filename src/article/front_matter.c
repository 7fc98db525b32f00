/* SPDX-License-Identifier: MIT */
/* Front matter: where it begins and ends, and what to do when it is broken.
 *
 * Two mistakes hurt: keys and dates in a caption, and an article that is gone.
 * So `---` opens front matter only if a key follows it, a broken block is left
 * out of the body, and one that was never closed ends where its lines stop
 * looking like front matter. */
#include "front_lines.h"
#include "json_data.h"
#include "toml.h"
#include "yaml.h"

#include "ncpost/article.h"

typedef enum ncp_code read_data(struct ncp_str text, size_t line, json_t **out, json_t *warnings,
                                struct ncp_error *err);

static enum ncp_code read_yaml(struct ncp_str text, size_t line, json_t **out, json_t *warnings,
                               struct ncp_error *err)
{
    return ncpi_yaml_read(text, line, 0, out, NULL, warnings, err);
}

static enum ncp_code read_json(struct ncp_str text, size_t line, json_t **out, json_t *warnings,
                               struct ncp_error *err)
{
    return ncpi_json_read(text, line, out, NULL, warnings, err);
}

/* Kinds of front matter that stand between two lines. */
static const struct format {
    const char *open;
    const char *close[2];
    read_data *read;
    ncpi_key_test *is_key; /* what its first line looks like; NULL: not looked at,
                              since the opening line can be nothing else */
} formats[] = {
    {"---", {"---", "..."}, read_yaml, ncpi_is_yaml_key},
    {"+++", {"+++", NULL}, ncpi_toml_read, ncpi_is_toml_key},
    {"---yaml", {"---", NULL}, read_yaml, NULL},
    {"---toml", {"---", NULL}, ncpi_toml_read, NULL},
    {"---json", {"---", NULL}, read_json, NULL},
};

/* The front matter at hand. */
struct block {
    const struct format *format;
    struct ncp_str text; /* the whole input */
    size_t open;         /* the first byte of its first line */
    size_t line;         /* … and that line's number */
    size_t from;         /* the line after it */
    size_t end, after;   /* its closing line, and the line after that */
    bool closed;         /* if false, both are the end of the input */
    json_t *warnings;
};

/* What became of it. */
struct result {
    json_t *object; /* NULL: none, or broken */
    size_t body;
};

/* ---- its two ends -------------------------------------------------------- */

static bool is_closing(struct ncp_str line, const char *const close[2])
{
    return ncp_str_equal(line, ncp_str_from(close[0])) ||
           (close[1] && ncp_str_equal(line, ncp_str_from(close[1])));
}

static void find_end(struct block *block, const char *const close[2])
{
    struct ncpi_line line;
    for (size_t at = block->from; ncpi_next_line(block->text, at, &line); at = line.next)
        if (is_closing(line.text, close)) {
            block->end = line.start;
            block->after = line.next;
            block->closed = true;
            return;
        }
    block->end = block->after = block->text.len;
}

/* Skips a byte-order mark and blank lines. */
static bool find_open(struct block *block, struct ncpi_line *open)
{
    size_t at = ncp_str_starts(block->text, NCP_STR("\xEF\xBB\xBF")) ? 3 : 0;
    block->line = 1;
    for (; ncpi_next_line(block->text, at, open); at = open->next, block->line++)
        if (open->text.len > 0) {
            block->open = at;
            block->from = open->next;
            return true;
        }
    return false;
}

/* A map in braces right after `---`, which is YAML and most often JSON too. */
static bool opens_flow_map(const struct block *block)
{
    struct ncpi_line line;
    if (!block->closed || !ncpi_next_line(block->text, block->from, &line) || line.text.len == 0)
        return false;
    struct ncp_str rest = ncp_str_trim(ncp_str_sub(block->text, line.start + 1, block->end));
    return line.text.ptr[0] == '{' && rest.len > 0 && rest.ptr[0] == '"' &&
           ncp_str_ends(rest, NCP_STR("}"));
}

enum start { START_NONE, START_MAYBE, START_SURE };

/* Does front matter follow? A blank line before the first key is rare there and
 * usual after a thematic break. */
static enum start look_at_start(const struct block *block)
{
    struct ncpi_line line;
    bool blank = false, comment = false;
    if (!block->format->is_key || opens_flow_map(block))
        return START_SURE;
    for (size_t at = block->from; at < block->end; at = line.next) {
        ncpi_next_line(block->text, at, &line);
        if (block->format->is_key(line.text, !block->closed))
            return blank ? START_MAYBE : START_SURE;
        if (line.text.len > 0 && line.text.ptr[0] != '#')
            return START_NONE;
        blank = blank || line.text.len == 0;
        comment = comment || line.text.len > 0;
    }
    return block->closed && !comment ? START_SURE : START_NONE;
}

/* ---- what is wrong with it ----------------------------------------------- */

static void warn_left_out(const struct block *block, const struct ncp_error *error)
{
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_cstr(&text, error->message);
    if (error->column > 1)
        ncp_buf_add_format(&text, " (column %zu)", error->column);
    if (error->hint)
        ncp_buf_add_format(&text, "; %s", error->hint);
    ncp_warn(block->warnings, "front-matter", error->line > 0 ? error->line : block->line,
             "front matter left out: %s", text.len > 0 ? text.ptr : "broken");
    ncp_buf_free(&text);
}

static void warn_unclosed(const struct block *block, size_t end)
{
    struct ncpi_line line;
    size_t last = block->line, count = block->line;
    for (size_t at = block->from; at < end && ncpi_next_line(block->text, at, &line);
         at = line.next) {
        count++;
        if (line.text.len > 0)
            last = count;
    }
    ncp_warn(block->warnings, "front-matter", last,
             "front matter lacks its closing %s line; line %zu is taken for its last",
             block->format->close[0], last);
}

/* ---- reading it ---------------------------------------------------------- */

/* Takes `value` as the object of front matter; nothing at all is an empty one. */
static enum ncp_code take(json_t *value, size_t line, json_t **object, struct ncp_error *err)
{
    if (json_is_null(value)) {
        *object = json_object();
        return *object ? NCP_OK : ncp_error_memory(err);
    }
    if (json_is_object(value)) {
        *object = value;
        return NCP_OK;
    }
    json_decref(value);
    ncp_error_set(err, NCP_E_DATA, "it holds no keys with values");
    ncp_error_at(err, line, 1);
    return NCP_E_DATA;
}

/* Reads up to byte `end`. Nothing is warned about unless that succeeds. */
static enum ncp_code read_until(const struct block *block, size_t end, json_t **object,
                                struct ncp_error *err)
{
    json_t *value, *warnings = json_array();
    if (!warnings)
        return ncp_error_memory(err);
    enum ncp_code code = block->format->read(ncp_str_sub(block->text, block->from, end),
                                             block->line + 1, &value, warnings, err);
    if (code == NCP_OK)
        code = take(value, block->line + 1, object, err);
    if (code == NCP_OK && block->warnings && json_array_extend(block->warnings, warnings) != 0)
        code = ncp_error_memory(err);
    json_decref(warnings);
    return code;
}

/* True if no key stands between the first paragraph, which ends at byte `end`,
 * and the closing line: then that line closes something else. */
static bool is_prose_after(const struct block *block, size_t end)
{
    struct ncpi_line line;
    for (size_t at = end; at < block->end; at = line.next)
        if (!ncpi_next_line(block->text, at, &line) ||
            (block->format->is_key && block->format->is_key(line.text, true)))
            return false;
    return end < block->end;
}

/* A block without closing line, or one that cannot be read, perhaps because the
 * line that closes it is a thematic break far below. */
static enum ncp_code read_run(const struct block *block, struct result *result,
                              struct ncp_error *err)
{
    bool at_blank;
    struct ncp_error why = NCP_ERROR_INIT;
    size_t end = ncpi_front_run(block->text, block->from, block->format->is_key, &at_blank);
    enum ncp_code code = NCP_E_DATA;
    if (!block->closed || (at_blank && is_prose_after(block, end)))
        code = read_until(block, end, &result->object, block->closed ? &why : err);
    ncp_error_free(&why);
    if (code == NCP_OK) {
        result->body = end;
        warn_unclosed(block, end);
    } else if (code == NCP_E_DATA) {
        result->body = block->closed ? block->after : end;
        warn_left_out(block, err);
        code = NCP_OK;
    }
    return code;
}

static enum ncp_code read_between(const struct block *block, struct result *result,
                                  struct ncp_error *err)
{
    enum start start = look_at_start(block);
    if (start == START_NONE || (start == START_MAYBE && !block->closed))
        return NCP_OK;
    if (!block->closed)
        return read_run(block, result, err);
    enum ncp_code code = read_until(block, block->end, &result->object, err);
    if (code == NCP_OK)
        result->body = block->after;
    if (code != NCP_E_DATA)
        return code;
    return start == START_SURE ? read_run(block, result, err) : NCP_OK;
}

/* ---- the other kinds ----------------------------------------------------- */

/* `{` and a key with its colon: neither a template's tag nor words in braces. */
static bool opens_json(const struct block *block)
{
    size_t at = block->open;
    if (block->text.ptr[at] != '{')
        return false;
    struct ncp_str rest = ncp_str_trim(ncp_str_sub(block->text, at + 1, at + 1024));
    if (rest.len == 0 || rest.ptr[0] != '"')
        return rest.len > 0 && rest.ptr[0] == '}';
    size_t close = ncp_str_find(rest, NCP_STR("\""), 1);
    if (close == SIZE_MAX)
        return false;
    return ncp_str_starts(ncp_str_trim(ncp_str_sub(rest, close + 1, rest.len)), NCP_STR(":"));
}

static enum ncp_code read_braces(const struct block *block, struct result *result,
                                 struct ncp_error *err)
{
    size_t used;
    struct ncpi_line line;
    struct ncp_str rest = ncp_str_sub(block->text, block->open, block->text.len);
    enum ncp_code code =
        ncpi_json_read(rest, block->line, &result->object, &used, block->warnings, err);
    if (code == NCP_OK) {
        result->body = block->open + used;
        if (ncpi_next_line(block->text, result->body, &line) && line.text.len == 0)
            result->body = line.next;
    } else if (code == NCP_E_DATA) {
        result->body = ncpi_json_run(block->text, block->open);
        warn_left_out(block, err);
        code = NCP_OK;
    }
    return code;
}

/* `---` and the name of a format that is not read here, as in `---js`. */
static bool opens_unknown(struct ncp_str open)
{
    if (!ncp_str_starts(open, NCP_STR("---")) || open.len < 5 || open.len > 16)
        return false;
    for (size_t i = 3; i < open.len; i++)
        if (open.ptr[i] < 'a' || open.ptr[i] > 'z')
            return false;
    return true;
}

static void skip_unknown(struct block *block, struct ncp_str open, struct result *result)
{
    static const char *const close[2] = {"---", NULL};
    find_end(block, close);
    if (!block->closed)
        return;
    ncp_warn(block->warnings, "front-matter", block->line,
             "front matter left out: its format, %.*s, is not one of yaml, toml, json",
             (int)open.len - 3, open.ptr + 3);
    result->body = block->after;
}

/* ---- all of it ----------------------------------------------------------- */

static const struct format *format_of(struct ncp_str open)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (ncp_str_equal(open, ncp_str_from(formats[i].open)))
            return &formats[i];
    return NULL;
}

static enum ncp_code read_any(struct block *block, struct result *result, struct ncp_error *err)
{
    struct ncpi_line open;
    if (!find_open(block, &open))
        return NCP_OK;
    block->format = format_of(open.text);
    if (block->format) {
        find_end(block, block->format->close);
        return read_between(block, result, err);
    }
    if (opens_json(block))
        return read_braces(block, result, err);
    if (opens_unknown(open.text))
        skip_unknown(block, open.text, result);
    return NCP_OK;
}

enum ncp_code ncp_front_matter(struct ncp_str text, json_t **object, size_t *body, json_t *warnings,
                               struct ncp_error *err)
{
    struct block block = {.text = text, .warnings = warnings};
    struct result result = {NULL, 0};
    struct ncp_error why = NCP_ERROR_INIT;
    enum ncp_code code = read_any(&block, &result, &why);
    ncp_error_free(&why);
    if (code == NCP_OK && !result.object)
        result.object = json_object();
    if (code != NCP_OK || !result.object) {
        json_decref(result.object);
        return ncp_error_memory(err);
    }
    *object = result.object;
    *body = result.body;
    return NCP_OK;
}
