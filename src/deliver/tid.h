/* SPDX-License-Identifier: MIT */
#ifndef NCPI_TID_H
#define NCPI_TID_H

/* Record keys in the form of a TID (atproto.com/specs/tid, read 2026-11). */

#define NCPI_TID_LENGTH 13

/* The TID that belongs to the post `id`, always the same; NUL-terminated. */
void ncpi_tid(const char *id, char *tid);

#endif
