/* SPDX-License-Identifier: MIT */
/* Binding, stepping, transactions. */
#include "db.h"

#include <string.h>

static const struct {
    int sqlite;
    enum ncp_code code;
} codes[] = {
    {SQLITE_NOMEM, NCP_E_MEMORY},  {SQLITE_FULL, NCP_E_IO},         {SQLITE_IOERR, NCP_E_IO},
    {SQLITE_READONLY, NCP_E_IO},   {SQLITE_PERM, NCP_E_CREATE},     {SQLITE_CANTOPEN, NCP_E_CREATE},
    {SQLITE_BUSY, NCP_E_TEMPFAIL}, {SQLITE_LOCKED, NCP_E_TEMPFAIL}, {SQLITE_CORRUPT, NCP_E_IO},
    {SQLITE_NOTADB, NCP_E_CONFIG},
};

enum ncp_code ncpi_db_error(sqlite3 *db, struct ncp_error *err)
{
    int sqlite = sqlite3_errcode(db) & 0xff;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i].sqlite == sqlite)
            return ncp_error_set(err, codes[i].code, "outbox: %s", sqlite3_errmsg(db));
    return ncp_error_set(err, NCP_E_INTERNAL, "outbox: %s", sqlite3_errmsg(db));
}

static int bind_one(sqlite3_stmt *statement, int at, char kind, va_list *args)
{
    if (kind == 's') {
        const char *text = va_arg(*args, const char *);
        return sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
    }
    int64_t number = va_arg(*args, int64_t);
    if (kind == 'o' && number == -1)
        return sqlite3_bind_null(statement, at);
    return sqlite3_bind_int64(statement, at, number);
}

static enum ncp_code prepare(sqlite3 *db, sqlite3_stmt **out, struct ncp_error *err,
                             const char *sql, const char *kinds, va_list *args)
{
    *out = NULL;
    int result = sqlite3_prepare_v2(db, sql, -1, out, NULL);
    for (int i = 0; result == SQLITE_OK && kinds[i]; i++)
        result = bind_one(*out, i + 1, kinds[i], args);
    if (result == SQLITE_OK)
        return NCP_OK;
    enum ncp_code code = ncpi_db_error(db, err);
    sqlite3_finalize(*out);
    *out = NULL;
    return code;
}

enum ncp_code ncpi_db_prepare(sqlite3 *db, sqlite3_stmt **out, struct ncp_error *err,
                              const char *sql, const char *kinds, ...)
{
    va_list args;
    va_start(args, kinds);
    enum ncp_code code = prepare(db, out, err, sql, kinds, &args);
    va_end(args);
    return code;
}

enum ncp_code ncpi_db_step(sqlite3_stmt *statement, bool *row, struct ncp_error *err)
{
    int result = sqlite3_step(statement);
    *row = result == SQLITE_ROW;
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return NCP_OK;
    return ncpi_db_error(sqlite3_db_handle(statement), err);
}

/* Runs to the end; the first column of the first row goes into `*value`. */
static enum ncp_code run(sqlite3_stmt *statement, int64_t *value, struct ncp_error *err)
{
    bool row = true;
    enum ncp_code code = NCP_OK;
    for (bool first = true; code == NCP_OK && row; first = false) {
        code = ncpi_db_step(statement, &row, err);
        if (code == NCP_OK && row && first && value &&
            sqlite3_column_type(statement, 0) != SQLITE_NULL)
            *value = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return code;
}

enum ncp_code ncpi_db_run(sqlite3 *db, struct ncp_error *err, const char *sql, const char *kinds,
                          ...)
{
    sqlite3_stmt *statement;
    va_list args;
    va_start(args, kinds);
    enum ncp_code code = prepare(db, &statement, err, sql, kinds, &args);
    va_end(args);
    return code == NCP_OK ? run(statement, NULL, err) : code;
}

enum ncp_code ncpi_db_number(sqlite3 *db, int64_t *value, struct ncp_error *err, const char *sql,
                             const char *kinds, ...)
{
    sqlite3_stmt *statement;
    va_list args;
    va_start(args, kinds);
    enum ncp_code code = prepare(db, &statement, err, sql, kinds, &args);
    va_end(args);
    return code == NCP_OK ? run(statement, value, err) : code;
}

enum ncp_code ncpi_db_begin(sqlite3 *db, struct ncp_error *err)
{
    return ncpi_db_run(db, err, "BEGIN IMMEDIATE", "");
}

enum ncp_code ncpi_db_end(sqlite3 *db, enum ncp_code code, struct ncp_error *err)
{
    if (code == NCP_OK)
        code = ncpi_db_run(db, err, "COMMIT", "");
    if (code != NCP_OK && !sqlite3_get_autocommit(db))
        (void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    return code;
}
