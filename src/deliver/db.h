/* SPDX-License-Identifier: MIT */
#ifndef NCPI_DB_H
#define NCPI_DB_H

/* SQLite with its errors as ours. */

#include "ncpost/base.h"

#include <sqlite3.h>

/*
 * Prepares `sql` and binds `args` by `kinds`, one letter each: 's' a const char
 * * (NULL binds NULL), 'i' an int64_t, 'o' an int64_t where -1 binds NULL.
 * Texts must live until the statement is finalized.
 */
NCP_CHECK enum ncp_code ncpi_db_prepare(sqlite3 *db, sqlite3_stmt **out, struct ncp_error *err,
                                        const char *sql, const char *kinds, ...);

/* The same, run to its end; rows are not looked at. */
NCP_CHECK enum ncp_code ncpi_db_run(sqlite3 *db, struct ncp_error *err, const char *sql,
                                    const char *kinds, ...);

/* The same for one number: `*value` stays as it is where there is no row or it
 * is NULL. */
NCP_CHECK enum ncp_code ncpi_db_number(sqlite3 *db, int64_t *value, struct ncp_error *err,
                                       const char *sql, const char *kinds, ...);

/* One step: `*row` tells whether there is a row to read. */
NCP_CHECK enum ncp_code ncpi_db_step(sqlite3_stmt *statement, bool *row, struct ncp_error *err);

/* BEGIN IMMEDIATE, and its end: COMMIT where `code` is NCP_OK, else ROLLBACK.
 * The end returns what went wrong first. */
NCP_CHECK enum ncp_code ncpi_db_begin(sqlite3 *db, struct ncp_error *err);
NCP_CHECK enum ncp_code ncpi_db_end(sqlite3 *db, enum ncp_code code, struct ncp_error *err);

/* The last error of `db`: a full disk and the like are NCP_E_IO, a lock that
 * stays is NCP_E_TEMPFAIL. */
enum ncp_code ncpi_db_error(sqlite3 *db, struct ncp_error *err);

#endif
