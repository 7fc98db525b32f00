/* SPDX-License-Identifier: MIT */
/* Showing posts, and what a person decides about them. */
#include "outbox_priv.h"

#include <string.h>

/* ---- as JSON -------------------------------------------------------------- */

#define COLUMNS                                                                                  \
    "id, target, state, doubt, format, source, result_id, repeat, created, due_wall, next_wall," \
    " ended, caption, body"

static json_t *time_value(sqlite3_stmt *statement, int column)
{
    if (sqlite3_column_type(statement, column) == SQLITE_NULL)
        return json_null();
    struct ncp_buf text = NCP_BUF_INIT;
    ncpi_add_time(&text, sqlite3_column_int64(statement, column), true);
    json_t *value = text.failed ? NULL : json_stringn(text.ptr, text.len);
    ncp_buf_free(&text);
    return value;
}

static json_t *text_value(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? json_string(text) : json_null();
}

static const char *outcome_of(const char *state, bool doubt)
{
    if (doubt || strcmp(state, "sending") == 0)
        return "unknown";
    if (strcmp(state, "delivered") == 0 || strcmp(state, "refused") == 0)
        return state;
    return "not_sent";
}

static json_t *attempt_object(sqlite3_stmt *statement)
{
    bool open = sqlite3_column_type(statement, 4) == SQLITE_NULL;
    json_t *status = sqlite3_column_type(statement, 2) == SQLITE_NULL
                         ? json_null()
                         : json_integer(sqlite3_column_int64(statement, 2));
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "at", time_value(statement, 0), "ended",
                     time_value(statement, 1), "status", status, "outcome",
                     open ? json_string("unknown") : text_value(statement, 4), "error",
                     text_value(statement, 3), "answer", text_value(statement, 5));
}

static enum ncp_code attempts_of(struct ncpi_outbox *box, const char *id, json_t **out,
                                 struct ncp_error *err)
{
    sqlite3_stmt *statement;
    enum ncp_code code = ncpi_db_prepare(box->db, &statement, err,
                                         "SELECT at, ended, status, error, outcome, answer"
                                         " FROM attempt WHERE post = ? ORDER BY n",
                                         "s", id);
    if (code != NCP_OK)
        return code;
    json_t *attempts = json_array();
    bool row = true;
    while (code == NCP_OK && row) {
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row && json_array_append_new(attempts, attempt_object(statement)))
            code = ncp_error_memory(err);
    }
    sqlite3_finalize(statement);
    *out = attempts;
    return code;
}

static json_t *post_object(sqlite3_stmt *s)
{
    const char *state = (const char *)sqlite3_column_text(s, 2);
    return json_pack("{s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:I, s:o, s:o, s:o, s:o, s:o, s:o}", "id",
                     text_value(s, 0), "target", text_value(s, 1), "outcome",
                     outcome_of(state, sqlite3_column_int(s, 3) != 0), "state", text_value(s, 2),
                     "format", text_value(s, 4), "source", text_value(s, 5), "result_id",
                     text_value(s, 6), "repeat", (json_int_t)sqlite3_column_int64(s, 7), "created",
                     time_value(s, 8), "due", time_value(s, 9), "next", time_value(s, 10), "ended",
                     time_value(s, 11), "caption", text_value(s, 12), "body", text_value(s, 13));
}

/* The row as an object with its attempts, and "error" where the last one had
 * something to say. */
static enum ncp_code read_post(struct ncpi_outbox *box, sqlite3_stmt *statement, json_t **out,
                               struct ncp_error *err)
{
    json_t *post = post_object(statement);
    json_t *attempts = NULL;
    if (!post)
        return ncp_error_memory(err);
    enum ncp_code code =
        attempts_of(box, (const char *)sqlite3_column_text(statement, 0), &attempts, err);
    size_t count = json_array_size(attempts);
    json_t *error =
        count > 0 ? json_object_get(json_array_get(attempts, count - 1), "error") : NULL;
    if (json_is_string(error))
        json_object_set(post, "error", error);
    if (json_object_set_new(post, "attempts", attempts) != 0 && code == NCP_OK)
        code = ncp_error_memory(err);
    if (code == NCP_OK)
        *out = post;
    else
        json_decref(post);
    return code;
}

enum ncp_code ncpi_outbox_list(struct ncpi_outbox *box, bool all, json_t **posts,
                               struct ncp_error *err)
{
    sqlite3_stmt *statement;
    enum ncp_code code =
        ncpi_db_prepare(box->db, &statement, err,
                        "SELECT " COLUMNS " FROM post WHERE (?1 AND body IS NOT NULL) OR state NOT"
                        " IN ('delivered', 'refused', 'cancelled') ORDER BY seq",
                        "i", (int64_t)all);
    if (code != NCP_OK)
        return code;
    json_t *array = json_array();
    bool row = true;
    while (code == NCP_OK && row) {
        json_t *post = NULL;
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row)
            code = read_post(box, statement, &post, err);
        if (post && json_array_append_new(array, post) != 0)
            code = ncp_error_memory(err);
    }
    sqlite3_finalize(statement);
    if (code == NCP_OK)
        *posts = array;
    else
        json_decref(array);
    return code;
}

/* ---- one post ------------------------------------------------------------- */

/* Hexadecimal digits only: “g” follows all that begins so. */
static bool is_prefix(const char *prefix)
{
    size_t len = strlen(prefix);
    return len > 0 && len <= NCPI_ID_LENGTH && strspn(prefix, "0123456789abcdef") == len;
}

enum ncp_code ncpi_outbox_find(struct ncpi_outbox *box, const char *prefix, char *id,
                               struct ncp_error *err)
{
    if (!is_prefix(prefix))
        return ncp_error_set(err, NCP_E_USAGE, "“%s” is no post's id", prefix);
    sqlite3_stmt *statement;
    enum ncp_code code = ncpi_db_prepare(
        box->db, &statement, err, "SELECT id FROM post WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2",
        "s", prefix);
    if (code != NCP_OK)
        return code;
    bool row;
    code = ncpi_db_step(statement, &row, err);
    if (code == NCP_OK && !row)
        code = ncp_error_set(err, NCP_E_NOINPUT, "no post %s in the outbox", prefix);
    if (code == NCP_OK) {
        memcpy(id, sqlite3_column_text(statement, 0), NCPI_ID_LENGTH + 1);
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row)
            code = ncp_error_set(err, NCP_E_USAGE, "several posts begin with %s", prefix);
    }
    sqlite3_finalize(statement);
    return code;
}

enum ncp_code ncpi_outbox_show(struct ncpi_outbox *box, const char *prefix, json_t **post,
                               struct ncp_error *err)
{
    char id[NCPI_ID_LENGTH + 1];
    enum ncp_code code = ncpi_outbox_find(box, prefix, id, err);
    if (code != NCP_OK)
        return code;
    sqlite3_stmt *statement;
    code = ncpi_db_prepare(box->db, &statement, err, "SELECT " COLUMNS " FROM post WHERE id = ?",
                           "s", id);
    if (code != NCP_OK)
        return code;
    bool row;
    code = ncpi_db_step(statement, &row, err);
    if (code == NCP_OK && row)
        code = read_post(box, statement, post, err);
    else if (code == NCP_OK)
        code = ncp_error_set(err, NCP_E_NOINPUT, "no post %s in the outbox", id);
    sqlite3_finalize(statement);
    return code;
}

/* ---- decisions ------------------------------------------------------------ */

/* `sql` changes the post `?1` where its state allows it; `refusal` says what
 * stands against it otherwise. ?2 and ?3 are the clocks. */
static enum ncp_code decide(struct ncpi_outbox *box, const char *prefix, const char *sql,
                            const char *refusal, struct ncp_error *err)
{
    char id[NCPI_ID_LENGTH + 1];
    struct ncpi_moment now = ncpi_now(box->clock);
    enum ncp_code code = ncpi_outbox_enter(box, err);
    if (code != NCP_OK)
        return code;
    code = ncpi_outbox_find(box, prefix, id, err);
    if (code == NCP_OK)
        code = ncpi_db_run(box->db, err, sql, "sii", id, now.wall, now.mono);
    if (code == NCP_OK && sqlite3_changes(box->db) == 0)
        code = ncp_error_set(err, NCP_E_USAGE, "post %s %s", id, refusal);
    return ncpi_outbox_leave(box, code, err);
}

enum ncp_code ncpi_outbox_retry(struct ncpi_outbox *box, const char *id, struct ncp_error *err)
{
    return decide(box, id,
                  "UPDATE post SET state = CASE WHEN doubt THEN 'unknown' ELSE 'queued' END,"
                  " again = doubt, tries = 0, ended = NULL, due_wall = ?2, due_mono = ?3,"
                  " next_wall = ?2, next_mono = ?3 WHERE id = ?1 AND body IS NOT NULL"
                  " AND state IN ('queued', 'unknown', 'dead', 'refused')",
                  "cannot be retried: it is being sent, delivered, scheduled, cancelled or purged",
                  err);
}

enum ncp_code ncpi_outbox_cancel(struct ncpi_outbox *box, const char *id, struct ncp_error *err)
{
    return decide(box, id,
                  "UPDATE post SET state = 'cancelled', again = 0, ended = ?2, next_wall = NULL,"
                  " next_mono = NULL WHERE id = ?1 AND ?3 IS NOT NULL"
                  " AND state IN ('queued', 'scheduled', 'unknown', 'dead')",
                  "cannot be cancelled: it is being sent or has ended", err);
}

enum ncp_code ncpi_outbox_purge(struct ncpi_outbox *box, int64_t age, int64_t *count,
                                struct ncp_error *err)
{
    int64_t before = ncpi_now(box->clock).wall - age;
    enum ncp_code code = ncpi_outbox_enter(box, err);
    if (code != NCP_OK)
        return code;
    code = ncpi_db_run(box->db, err,
                       "UPDATE post SET body = NULL, caption = NULL, source = NULL"
                       " WHERE state IN ('delivered', 'refused', 'cancelled')"
                       " AND body IS NOT NULL AND ended <= ?",
                       "i", before);
    if (code == NCP_OK)
        *count = sqlite3_changes(box->db);
    if (code == NCP_OK)
        code = ncpi_db_run(box->db, err,
                           "DELETE FROM attempt WHERE post IN (SELECT id FROM post"
                           " WHERE body IS NULL)",
                           "");
    return ncpi_outbox_leave(box, code, err);
}
