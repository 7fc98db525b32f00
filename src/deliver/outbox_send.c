/* SPDX-License-Identifier: MIT */
/* Taking a post for sending, and writing down how it ended. */
#include "outbox_priv.h"

#include <stdlib.h>
#include <string.h>

/* ?2 and ?3: now, on both clocks; ?4: whether only some are wanted. */
#define IS_DUE "next_wall IS NOT NULL AND (next_wall <= ?2 OR next_mono <= ?3)"
#define WANTED " AND (NOT ?4 OR id IN (SELECT id FROM wanted))"

#define OTHERS_WAIT 200 /* milliseconds */

/* ---- the dead ------------------------------------------------------------ */

static enum ncp_code abandon(struct ncpi_outbox *box, int64_t owner, json_t *ids,
                             struct ncp_error *err)
{
    struct ncpi_moment now = ncpi_now(box->clock);
    enum ncp_code code = ncpi_db_run(
        box->db, err,
        "UPDATE attempt SET ended = ?2, outcome = 'unknown', error = 'the sender ended before the"
        " answer was written down' WHERE ended IS NULL AND post IN (SELECT id FROM post WHERE"
        " owner = ?1)",
        "ii", owner, now.wall);
    if (code != NCP_OK)
        return code;
    sqlite3_stmt *statement;
    code = ncpi_db_prepare(box->db, &statement, err,
                           "UPDATE post SET state = 'unknown', doubt = 1, owner = NULL,"
                           " next_wall = ?2, next_mono = ?3 WHERE owner = ?1 RETURNING id",
                           "iii", owner, now.wall, now.mono);
    bool row = code == NCP_OK;
    while (code == NCP_OK && row) {
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row && ids)
            json_array_append_new(ids,
                                  json_string((const char *)sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    return code;
}

/* The owners in the table, at most 64 at a time. */
static enum ncp_code read_owners(struct ncpi_outbox *box, int64_t *owners, size_t *count,
                                 int64_t after, struct ncp_error *err)
{
    sqlite3_stmt *statement;
    enum ncp_code code = ncpi_db_prepare(box->db, &statement, err,
                                         "SELECT DISTINCT owner FROM post WHERE owner > ?"
                                         " ORDER BY owner LIMIT 64",
                                         "i", after);
    bool row = code == NCP_OK;
    *count = 0;
    while (code == NCP_OK && row) {
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row)
            owners[(*count)++] = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return code;
}

/* An owner found dead stays dead: the byte is taken for a life only. */
static enum ncp_code bury(struct ncpi_outbox *box, const int64_t *owners, size_t count, json_t *ids,
                          struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    for (size_t i = 0; code == NCP_OK && i < count; i++) {
        if (ncpi_owner_lives(&box->owner, owners[i]))
            continue;
        code = ncpi_outbox_enter(box, err);
        if (code == NCP_OK)
            code = ncpi_outbox_leave(box, abandon(box, owners[i], ids, err), err);
    }
    return code;
}

enum ncp_code ncpi_outbox_recover(struct ncpi_outbox *box, json_t *ids, struct ncp_error *err)
{
    int64_t owners[64];
    size_t count = 64;
    int64_t after = 0;
    enum ncp_code code = NCP_OK;
    while (code == NCP_OK && count == 64) {
        code = read_owners(box, owners, &count, after, err);
        if (code == NCP_OK)
            code = bury(box, owners, count, ids, err);
        if (count > 0)
            after = owners[count - 1];
    }
    return code;
}

void ncpi_outbox_stand_still(struct ncpi_outbox *box)
{
    box->horizon = ncpi_now(box->clock);
    box->still = true;
}

static struct ncpi_moment horizon(const struct ncpi_outbox *box)
{
    return box->still ? box->horizon : ncpi_now(box->clock);
}

void ncpi_outbox_pause(int ms)
{
    sqlite3_sleep(ms);
}

/* ---- what is due ---------------------------------------------------------- */

static json_t *due_target(sqlite3_stmt *statement)
{
    const char *one_off = (const char *)sqlite3_column_text(statement, 1);
    return json_pack("{s:s, s:s?}", "target", (const char *)sqlite3_column_text(statement, 0),
                     "one_off", one_off);
}

enum ncp_code ncpi_outbox_due(struct ncpi_outbox *box, json_t **targets, struct ncp_error *err)
{
    struct ncpi_moment now = horizon(box);
    sqlite3_stmt *statement;
    enum ncp_code code = ncpi_db_prepare(
        box->db, &statement, err,
        "SELECT target, one_off FROM post WHERE ?1 AND " IS_DUE WANTED " GROUP BY target, one_off",
        "iiii", INT64_C(1), now.wall, now.mono, (int64_t)box->selective);
    if (code != NCP_OK)
        return code;
    json_t *array = json_array();
    bool row = true;
    while (code == NCP_OK && row) {
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row && json_array_append_new(array, due_target(statement)) != 0)
            code = ncp_error_memory(err);
    }
    sqlite3_finalize(statement);
    if (code == NCP_OK)
        *targets = array;
    else
        json_decref(array);
    return code;
}

/* Posts of ours that another process is sending: they are worth a look soon. */
static enum ncp_code wait_for_others(struct ncpi_outbox *box, int64_t *wait, struct ncp_error *err)
{
    int64_t others = 0;
    enum ncp_code code = ncpi_db_number(box->db, &others, err,
                                        "SELECT count(*) FROM post WHERE owner IS NOT NULL AND"
                                        " owner <> ? AND id IN (SELECT id FROM wanted)",
                                        "i", box->owner.id);
    if (code == NCP_OK && others > 0)
        *wait = OTHERS_WAIT;
    return code;
}

enum ncp_code ncpi_outbox_wait(struct ncpi_outbox *box, int64_t *wait, struct ncp_error *err)
{
    struct ncpi_moment now = ncpi_now(box->clock);
    *wait = -1;
    enum ncp_code code =
        ncpi_db_number(box->db, wait, err,
                       "SELECT max(0, min(min(next_wall - ?1, coalesce(next_mono - ?2,"
                       " next_wall - ?1)))) FROM post WHERE next_wall IS NOT NULL"
                       " AND (NOT ?3 OR id IN (SELECT id FROM wanted))",
                       "iii", now.wall, now.mono, (int64_t)box->selective);
    if (code == NCP_OK && *wait < 0 && box->selective)
        code = wait_for_others(box, wait, err);
    return code;
}

/* ---- taking --------------------------------------------------------------- */

static char *copy_column(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? strdup(text) : NULL;
}

/* A row in our hands; NULL where it is no longer to be sent without a person. */
struct candidate {
    struct ncpi_claim claim;
    bool again;
    bool attempted;
};

static enum ncp_code next_candidate(struct ncpi_outbox *box, const char *target,
                                    const char *one_off, struct candidate *found, bool *row,
                                    struct ncp_error *err)
{
    struct ncpi_moment now = horizon(box);
    sqlite3_stmt *statement;
    enum ncp_code code = ncpi_db_prepare(
        box->db, &statement, err,
        "SELECT id, target, one_off, format, body, tries, doubt, again, first_wall, first_mono,"
        " due_wall, due_mono, 1 + (SELECT count(*) FROM attempt WHERE post = post.id)"
        " FROM post WHERE target = ?1 AND one_off IS ?5 AND " IS_DUE WANTED
        " ORDER BY next_wall, seq LIMIT 1",
        "siiis", target, now.wall, now.mono, (int64_t)box->selective, one_off);
    if (code != NCP_OK)
        return code;
    code = ncpi_db_step(statement, row, err);
    if (code == NCP_OK && *row) {
        found->claim = (struct ncpi_claim){
            .id = copy_column(statement, 0),
            .target = copy_column(statement, 1),
            .one_off = copy_column(statement, 2),
            .format = copy_column(statement, 3),
            .body = copy_column(statement, 4),
            .n = sqlite3_column_int64(statement, 12),
            .tries = sqlite3_column_int(statement, 5),
            .doubt = sqlite3_column_int(statement, 6) != 0,
            .due = {sqlite3_column_int64(statement, 10), sqlite3_column_int64(statement, 11)},
        };
        found->again = sqlite3_column_int(statement, 7) != 0;
        found->attempted = sqlite3_column_type(statement, 8) != SQLITE_NULL;
        found->claim.first = found->attempted
                                 ? (struct ncpi_moment){sqlite3_column_int64(statement, 8),
                                                        sqlite3_column_int64(statement, 9)}
                                 : ncpi_now(box->clock);
        if (!found->claim.id || !found->claim.target || !found->claim.format || !found->claim.body)
            code = ncp_error_memory(err);
    }
    sqlite3_finalize(statement);
    return code;
}

static bool may_go(struct ncpi_outbox *box, const struct candidate *c, int64_t keeps)
{
    if (!c->claim.doubt || c->again)
        return true;
    return keeps > 0 && ncpi_elapsed(c->claim.first, ncpi_now(box->clock)) < keeps;
}

static enum ncp_code leave_to_person(struct ncpi_outbox *box, const char *id, struct ncp_error *err)
{
    return ncpi_db_run(box->db, err,
                       "UPDATE post SET next_wall = NULL, next_mono = NULL WHERE id = ?", "s", id);
}

static enum ncp_code mark_sending(struct ncpi_outbox *box, const struct ncpi_claim *claim,
                                  struct ncp_error *err)
{
    enum ncp_code code =
        ncpi_db_run(box->db, err,
                    "UPDATE post SET state = 'sending', owner = ?2, again = 0, next_wall = NULL,"
                    " next_mono = NULL, first_wall = ?3, first_mono = ?4 WHERE id = ?1",
                    "siii", claim->id, box->owner.id, claim->first.wall, claim->first.mono);
    if (code != NCP_OK)
        return code;
    return ncpi_db_run(box->db, err, "INSERT INTO attempt (post, n, at) VALUES (?, ?, ?)", "sii",
                       claim->id, claim->n, ncpi_now(box->clock).wall);
}

static enum ncp_code claim_one(struct ncpi_outbox *box, const char *target, const char *one_off,
                               int64_t keeps, struct ncpi_claim *claim, bool *got,
                               struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    bool row = true;
    *got = false;
    while (code == NCP_OK && !*got) {
        struct candidate c = {{0}, false, false};
        code = next_candidate(box, target, one_off, &c, &row, err);
        if (code == NCP_OK && !row)
            break;
        *got = code == NCP_OK && may_go(box, &c, keeps);
        if (code == NCP_OK)
            code = *got ? mark_sending(box, &c.claim, err) : leave_to_person(box, c.claim.id, err);
        if (code == NCP_OK && *got)
            *claim = c.claim;
        else
            ncpi_claim_free(&c.claim);
    }
    return code;
}

enum ncp_code ncpi_outbox_claim(struct ncpi_outbox *box, const char *target, const char *one_off,
                                int64_t keeps, struct ncpi_claim *claim, bool *got,
                                struct ncp_error *err)
{
    enum ncp_code code = ncpi_outbox_enter(box, err);
    if (code != NCP_OK)
        return code;
    code = ncpi_outbox_leave(box, claim_one(box, target, one_off, keeps, claim, got, err), err);
    if (code != NCP_OK && *got) {
        ncpi_claim_free(claim);
        *got = false;
    }
    return code;
}

void ncpi_claim_free(struct ncpi_claim *claim)
{
    free(claim->id);
    free(claim->target);
    free(claim->one_off);
    free(claim->format);
    free(claim->body);
    memset(claim, 0, sizeof *claim);
}

/* ---- the end of an attempt ------------------------------------------------ */

static enum ncp_code write_end(struct ncpi_outbox *box, const struct ncpi_claim *claim,
                               const struct ncpi_attempt *attempt, const struct ncpi_next *next,
                               struct ncp_error *err)
{
    struct ncpi_moment now = ncpi_now(box->clock);
    enum ncp_code code = ncpi_db_run(
        box->db, err,
        "UPDATE attempt SET ended = ?3, status = ?4, outcome = ?5, error = ?6, answer = ?7"
        " WHERE post = ?1 AND n = ?2",
        "siiosss", claim->id, claim->n, now.wall,
        attempt->status > 0 ? (int64_t)attempt->status : INT64_C(-1),
        ncpi_outcome_name(attempt->outcome), attempt->error, attempt->answer);
    if (code != NCP_OK)
        return code;
    bool waits = next->wait >= 0;
    return ncpi_db_run(box->db, err,
                       "UPDATE post SET state = ?3, owner = NULL, doubt = ?4, again = ?5,"
                       " tries = tries + 1, next_wall = ?6, next_mono = ?7, ended = ?8"
                       " WHERE id = ?1 AND owner = ?2",
                       "sisiiooo", claim->id, box->owner.id, ncpi_state_name(next->state),
                       (int64_t)next->doubt, (int64_t)next->again,
                       waits ? now.wall + next->wait : INT64_C(-1),
                       waits ? now.mono + next->wait : INT64_C(-1), waits ? INT64_C(-1) : now.wall);
}

enum ncp_code ncpi_outbox_settle(struct ncpi_outbox *box, const struct ncpi_claim *claim,
                                 const struct ncpi_attempt *attempt, const struct ncpi_next *next,
                                 struct ncp_error *err)
{
    enum ncp_code code = ncpi_outbox_enter(box, err);
    if (code != NCP_OK)
        return code;
    return ncpi_outbox_leave(box, write_end(box, claim, attempt, next, err), err);
}
