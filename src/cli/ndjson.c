/* SPDX-License-Identifier: MIT */
/* Articles as lines of JSON. */
#include "ndjson.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static enum ncp_code bad_line(struct ncp_error *err, const char *what)
{
    ncp_error_set(err, NCP_E_DATA, "%s", what);
    ncp_error_hint(err, "a line is {\"id\", \"title\", \"markdown\" or \"text\", \"meta\"}");
    return NCP_E_DATA;
}

static enum ncp_code read_text(json_t *line, struct cli_ndjson_article *out, struct ncp_error *err)
{
    json_t *markdown = json_object_get(line, "markdown"), *text = json_object_get(line, "text");
    json_t *body = markdown ? markdown : text;
    if (!json_is_string(body))
        return bad_line(err, "neither \"markdown\" nor \"text\" is a string");
    out->markup = markdown ? NCP_MARKUP_MARKDOWN : NCP_MARKUP_TEXT;
    out->text = (struct ncp_str){json_string_value(body), json_string_length(body)};
    return NCP_OK;
}

/* The title counts as metadata, the first among them. */
static enum ncp_code read_meta(json_t *line, struct cli_ndjson_article *out, struct ncp_error *err)
{
    json_t *meta = json_object_get(line, "meta"), *title = json_object_get(line, "title");
    if (meta && !json_is_object(meta) && !json_is_null(meta))
        return bad_line(err, "\"meta\" is not an object");
    if (title && !json_is_string(title) && !json_is_null(title))
        return bad_line(err, "\"title\" is not a string");
    out->meta = json_is_object(meta) ? json_copy(meta) : json_object();
    if (!out->meta || (json_is_string(title) && json_object_set(out->meta, "title", title) != 0))
        return ncp_error_memory(err);
    return NCP_OK;
}

enum ncp_code cli_ndjson_read(struct ncp_str line, struct cli_ndjson_article *out,
                              struct ncp_error *err)
{
    json_error_t why;
    *out = (struct cli_ndjson_article){.markup = NCP_MARKUP_AUTO};
    out->line = json_loadb(line.ptr, line.len, JSON_ALLOW_NUL, &why);
    if (!out->line)
        return bad_line(err, why.text);
    if (!json_is_object(out->line))
        return bad_line(err, "not a JSON object");
    json_t *id = json_object_get(out->line, "id");
    if (json_is_string(id))
        out->id = id;
    else if (id && !json_is_null(id))
        return bad_line(err, "\"id\" is not a string");
    enum ncp_code code = read_text(out->line, out, err);
    return code == NCP_OK ? read_meta(out->line, out, err) : code;
}

void cli_ndjson_free(struct cli_ndjson_article *article)
{
    json_decref(article->meta);
    json_decref(article->line);
}

enum ncp_code cli_ndjson_check(FILE *stream, struct ncp_error *err)
{
    struct stat st;
    if (!stream)
        return ncp_error_set(err, NCP_E_NOINPUT, "%s", strerror(errno));
    if (fstat(fileno(stream), &st) == 0 && S_ISDIR(st.st_mode))
        return ncp_error_set(err, NCP_E_NOINPUT, "%s", strerror(EISDIR));
    return NCP_OK;
}

bool cli_ndjson_next(FILE *stream, size_t limit, struct ncp_buf *line)
{
    int c;
    ncp_buf_clear(line);
    while ((c = getc(stream)) != EOF && c != '\n')
        if (line->len <= limit)
            ncp_buf_add_char(line, (char)c);
    return c == '\n' || line->len > 0;
}
