/* SPDX-License-Identifier: MIT */
/* Opening the outbox: folder, file, schema, owner. */
#include "outbox_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Each step brings a file of its version to the next; the first makes it. */
static const char *const steps[] = {
    /* Times are milliseconds: *_wall since 1970, *_mono on a clock that only
     * goes forward. `repeat` counts posts of one result to one target. `again`
     * lets a post in doubt out once. `next_*` is NULL where nothing happens
     * without a person. `owner` is the sender's lock (owner.h). `body` and
     * `caption` are NULL once purged. */
    "CREATE TABLE post ("
    " seq INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " target TEXT NOT NULL,"
    " one_off TEXT,"
    " format TEXT NOT NULL,"
    " source TEXT,"
    " result_id TEXT NOT NULL,"
    " repeat INTEGER NOT NULL,"
    " text_hash TEXT NOT NULL,"
    " caption TEXT,"
    " body TEXT,"
    " state TEXT NOT NULL CHECK (state IN ('queued', 'scheduled', 'sending', 'delivered',"
    "  'refused', 'unknown', 'cancelled', 'dead')),"
    " doubt INTEGER NOT NULL DEFAULT 0,"
    " again INTEGER NOT NULL DEFAULT 0,"
    " tries INTEGER NOT NULL DEFAULT 0,"
    " owner INTEGER,"
    " created INTEGER NOT NULL,"
    " ended INTEGER,"
    " due_wall INTEGER NOT NULL, due_mono INTEGER NOT NULL,"
    " first_wall INTEGER, first_mono INTEGER,"
    " next_wall INTEGER, next_mono INTEGER,"
    " UNIQUE (target, result_id, repeat),"
    " CHECK ((state = 'sending') = (owner IS NOT NULL))"
    ") STRICT;"
    "CREATE INDEX post_text ON post (target, text_hash);"
    "CREATE INDEX post_due ON post (target, next_wall) WHERE next_wall IS NOT NULL;"
    "CREATE INDEX post_next ON post (next_wall) WHERE next_wall IS NOT NULL;"
    "CREATE INDEX post_owner ON post (owner) WHERE owner IS NOT NULL;"
    "CREATE TABLE attempt ("
    " post TEXT NOT NULL REFERENCES post (id),"
    " n INTEGER NOT NULL,"
    " at INTEGER NOT NULL,"
    " ended INTEGER,"
    " status INTEGER,"
    " outcome TEXT CHECK (outcome IN ('delivered', 'refused', 'not_sent', 'unknown')),"
    " error TEXT,"
    " answer TEXT,"
    " PRIMARY KEY (post, n)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE known_target (name TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT;",
};

#define VERSION ((int64_t)(sizeof steps / sizeof *steps))

static enum ncp_code execute(sqlite3 *db, const char *sql, struct ncp_error *err)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? NCP_OK : ncpi_db_error(db, err);
}

static enum ncp_code apply_steps(sqlite3 *db, struct ncp_error *err)
{
    int64_t version = 0;
    enum ncp_code code = ncpi_db_number(db, &version, err, "PRAGMA user_version", "");
    if (code == NCP_OK && version > VERSION)
        return ncp_error_set(err, NCP_E_CONFIG, "the outbox was made by a newer ncpost");
    while (code == NCP_OK && version < VERSION)
        code = execute(db, steps[version++], err);
    struct ncp_buf pragma = NCP_BUF_INIT;
    ncp_buf_add_format(&pragma, "PRAGMA user_version = %d", (int)VERSION);
    if (code == NCP_OK)
        code = pragma.failed ? ncp_error_memory(err) : execute(db, pragma.ptr, err);
    ncp_buf_free(&pragma);
    return code;
}

static enum ncp_code migrate(sqlite3 *db, struct ncp_error *err)
{
    int64_t version = 0;
    enum ncp_code code = ncpi_db_number(db, &version, err, "PRAGMA user_version", "");
    if (code != NCP_OK || version == VERSION)
        return code;
    code = ncpi_db_begin(db, err);
    if (code == NCP_OK)
        code = apply_steps(db, err);
    return ncpi_db_end(db, code, err);
}

/* Two processes that open a new file at once: the later one waits here too,
 * which SQLite's own busy handler does not do for the change to WAL. */
static enum ncp_code set_journal(sqlite3 *db, struct ncp_error *err)
{
    for (int tries = 0; tries < 100; tries++) {
        if (sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) == SQLITE_OK)
            return NCP_OK;
        if ((sqlite3_errcode(db) & 0xff) != SQLITE_BUSY)
            break;
        sqlite3_sleep(50);
    }
    return ncpi_db_error(db, err);
}

static enum ncp_code open_database(struct ncpi_outbox *box, const char *path, struct ncp_error *err)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int result = sqlite3_open_v2(path, &box->db, flags, NULL);
    if (!box->db)
        return ncp_error_memory(err);
    if (result != SQLITE_OK)
        return ncpi_db_error(box->db, err);
    sqlite3_busy_timeout(box->db, 30000);
    enum ncp_code code = set_journal(box->db, err);
    if (code == NCP_OK)
        code = execute(box->db,
                       "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                       "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
                       "CREATE TEMP TABLE wanted (id TEXT PRIMARY KEY) WITHOUT ROWID",
                       err);
    return code == NCP_OK ? migrate(box->db, err) : code;
}

/* Makes `dir` and what is missing above it. */
static enum ncp_code make_folder(const char *dir, struct ncp_error *err)
{
    char *path = strdup(dir);
    if (!path)
        return ncp_error_memory(err);
    enum ncp_code code = NCP_OK;
    for (char *p = path + 1; code == NCP_OK && *p; p++) {
        bool last = p[1] == '\0';
        if (*p != '/' && !last)
            continue;
        if (!last)
            *p = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST && errno != EROFS && errno != EACCES)
            code = ncp_error_set(err, NCP_E_CREATE, "%s: %s", path, strerror(errno));
        if (!last)
            *p = '/';
    }
    free(path);
    return code;
}

static enum ncp_code open_in(struct ncpi_outbox *box, const char *dir, struct ncp_error *err)
{
    struct ncp_buf path = NCP_BUF_INIT;
    ncp_buf_add_format(&path, "%s/outbox.lock", dir);
    enum ncp_code code =
        path.failed ? ncp_error_memory(err) : ncpi_owner_open(&box->owner, path.ptr, err);
    ncp_buf_clear(&path);
    ncp_buf_add_format(&path, "%s/outbox.sqlite", dir);
    if (code == NCP_OK)
        code = path.failed ? ncp_error_memory(err) : open_database(box, path.ptr, err);
    ncp_buf_free(&path);
    return code;
}

enum ncp_code ncpi_outbox_open(const char *dir, const struct ncpi_clock *clock,
                               struct ncpi_outbox **out, struct ncp_error *err)
{
    struct ncpi_outbox *box = calloc(1, sizeof *box);
    if (!box)
        return ncp_error_memory(err);
    box->clock = clock;
    box->owner = (struct ncpi_owner)NCPI_OWNER_INIT;
    mode_t mask = umask(077);
    enum ncp_code code = make_folder(dir, err);
    if (code == NCP_OK)
        code = open_in(box, dir, err);
    umask(mask);
    if (code == NCP_OK)
        *out = box;
    else
        ncpi_outbox_close(box);
    return code;
}

void ncpi_outbox_close(struct ncpi_outbox *box)
{
    if (!box)
        return;
    sqlite3_close(box->db);
    ncpi_owner_close(&box->owner);
    free(box);
}

enum ncp_code ncpi_outbox_begin(struct ncpi_outbox *box, struct ncp_error *err)
{
    enum ncp_code code = ncpi_db_begin(box->db, err);
    box->batch = code == NCP_OK;
    return code;
}

enum ncp_code ncpi_outbox_end(struct ncpi_outbox *box, enum ncp_code code, struct ncp_error *err)
{
    box->batch = false;
    return ncpi_db_end(box->db, code, err);
}

enum ncp_code ncpi_outbox_enter(struct ncpi_outbox *box, struct ncp_error *err)
{
    return box->batch ? NCP_OK : ncpi_db_begin(box->db, err);
}

enum ncp_code ncpi_outbox_leave(struct ncpi_outbox *box, enum ncp_code code, struct ncp_error *err)
{
    return box->batch ? code : ncpi_db_end(box->db, code, err);
}
