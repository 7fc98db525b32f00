/* SPDX-License-Identifier: MIT */
/* Adding posts, each once. */
#include "outbox_priv.h"

#include "hash.h"

#include <stdlib.h>
#include <string.h>

/* What makes a repeat: the same id or the same text, to the same target, not
 * ended by a "no" or by a person. The newest one speaks for all. */
#define STANDING                                                                           \
    "SELECT id FROM (SELECT seq, id FROM post WHERE target = ?1 AND result_id = ?2" STANDS \
    " UNION SELECT seq, id FROM post WHERE target = ?1 AND text_hash = ?3" STANDS          \
    ") ORDER BY seq DESC LIMIT 1"
#define STANDS " AND state NOT IN ('refused', 'cancelled')"

void ncpi_post_id(const char *result_id, const char *target, int64_t repeat, char *id)
{
    char number[24];
    size_t at = sizeof number;
    number[--at] = '\0';
    do
        number[--at] = (char)('0' + repeat % 10);
    while ((repeat /= 10) > 0);
    const char *const parts[] = {"ncpost-post-1", result_id, target, number + at};
    ncpi_hash_id(parts, 4, id);
}

static enum ncp_code find_standing(struct ncpi_outbox *box, const struct ncpi_new_post *post,
                                   const char *text_hash, char *id, bool *found,
                                   struct ncp_error *err)
{
    sqlite3_stmt *statement;
    enum ncp_code code = ncpi_db_prepare(box->db, &statement, err, STANDING, "sss", post->target,
                                         post->result_id, text_hash);
    if (code != NCP_OK)
        return code;
    code = ncpi_db_step(statement, found, err);
    if (code == NCP_OK && *found)
        memcpy(id, sqlite3_column_text(statement, 0), NCPI_ID_LENGTH + 1);
    sqlite3_finalize(statement);
    return code;
}

static enum ncp_code next_repeat(struct ncpi_outbox *box, const struct ncpi_new_post *post,
                                 int64_t *repeat, struct ncp_error *err)
{
    *repeat = 0;
    return ncpi_db_number(box->db, repeat, err,
                          "SELECT max(repeat) + 1 FROM post WHERE target = ? AND result_id = ?",
                          "ss", post->target, post->result_id);
}

static enum ncp_code insert(struct ncpi_outbox *box, const struct ncpi_new_post *post,
                            const char *text_hash, const char *id, const char *body, int64_t repeat,
                            struct ncp_error *err)
{
    struct ncpi_moment now = ncpi_now(box->clock);
    bool later = post->at > now.wall;
    struct ncpi_moment due = {later ? post->at : now.wall,
                              later ? now.mono + (post->at - now.wall) : now.mono};
    return ncpi_db_run(
        box->db, err,
        "INSERT INTO post (id, target, one_off, format, source, result_id, repeat, text_hash,"
        " caption, body, state, created, due_wall, due_mono, next_wall, next_mono)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "ssssssissssiiiio", id, post->target, post->one_off, post->format, post->source,
        post->result_id, repeat, text_hash, post->text, body,
        ncpi_state_name(later ? NCPI_SCHEDULED : NCPI_QUEUED), now.wall, due.wall, due.mono,
        due.wall, later ? INT64_C(-1) : now.mono);
}

static enum ncp_code add_new(struct ncpi_outbox *box, const struct ncpi_new_post *post,
                             const char *text_hash, ncpi_body_maker *maker, void *data, char *id,
                             struct ncp_error *err)
{
    int64_t repeat;
    enum ncp_code code = next_repeat(box, post, &repeat, err);
    if (code != NCP_OK)
        return code;
    ncpi_post_id(post->result_id, post->target, repeat, id);
    char *body = maker(data, id, err);
    if (!body)
        return err && err->code != NCP_OK ? err->code : ncp_error_memory(err);
    code = insert(box, post, text_hash, id, body, repeat, err);
    free(body);
    return code;
}

enum ncp_code ncpi_outbox_add(struct ncpi_outbox *box, const struct ncpi_new_post *post, bool again,
                              ncpi_body_maker *maker, void *data, char *id, bool *made,
                              struct ncp_error *err)
{
    char text_hash[NCPI_ID_LENGTH + 1];
    ncpi_hash_id(&post->text, 1, text_hash);
    bool found = false;
    enum ncp_code code = ncpi_outbox_enter(box, err);
    if (code != NCP_OK)
        return code;
    if (!again)
        code = find_standing(box, post, text_hash, id, &found, err);
    if (code == NCP_OK && !found)
        code = add_new(box, post, text_hash, maker, data, id, err);
    code = ncpi_outbox_leave(box, code, err);
    if (code == NCP_OK)
        *made = !found;
    return code;
}

enum ncp_code ncpi_outbox_preview(struct ncpi_outbox *box, const struct ncpi_new_post *post,
                                  char *id, struct ncp_error *err)
{
    int64_t repeat;
    enum ncp_code code = next_repeat(box, post, &repeat, err);
    if (code == NCP_OK)
        ncpi_post_id(post->result_id, post->target, repeat, id);
    return code;
}

enum ncp_code ncpi_outbox_knows(struct ncpi_outbox *box, const char *target, bool *known,
                                struct ncp_error *err)
{
    int64_t count = 0;
    enum ncp_code code = ncpi_db_number(
        box->db, &count, err, "SELECT count(*) FROM known_target WHERE name = ?", "s", target);
    *known = count > 0;
    return code;
}

enum ncp_code ncpi_outbox_remember(struct ncpi_outbox *box, const char *target,
                                   struct ncp_error *err)
{
    return ncpi_db_run(box->db, err, "INSERT OR IGNORE INTO known_target VALUES (?, ?)", "si",
                       target, ncpi_now(box->clock).wall);
}

enum ncp_code ncpi_outbox_want(struct ncpi_outbox *box, const char *id, struct ncp_error *err)
{
    box->selective = true;
    return ncpi_db_run(box->db, err, "INSERT OR IGNORE INTO wanted VALUES (?)", "s", id);
}
