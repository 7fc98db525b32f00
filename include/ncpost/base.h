/* SPDX-License-Identifier: MIT */
#ifndef NCPOST_BASE_H
#define NCPOST_BASE_H

/*
 * Ground floor of the library: text slices, growing buffers, arenas, errors.
 *
 * Rules that hold everywhere:
 *  - Text is a pointer and a length in bytes; it is valid UTF-8 once the
 *    reader (article.h) has let it in, and it is not NUL-terminated unless a
 *    function says so.
 *  - `struct ncp_str` borrows: it stays valid while its owner lives.
 *    `struct ncp_buf` owns: free it with ncp_buf_free().
 *  - A function that can fail returns `enum ncp_code`, NCP_OK on success, and
 *    fills the `struct ncp_error` it was handed. Passing NULL for it is fine.
 *    On failure its outputs are left untouched unless it says otherwise.
 *  - The library never prints, never exits and never reads the environment.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define NCP_CHECK        __attribute__((warn_unused_result))
#define NCP_PRINTF(f, a) __attribute__((format(printf, f, a)))
#define NCP_EXPORT       __attribute__((visibility("default")))
#else
#define NCP_CHECK
#define NCP_PRINTF(f, a)
#define NCP_EXPORT
#endif

/* ---- text slices ------------------------------------------------------- */

/* Borrowed text: `len` bytes at `ptr`. An empty slice may have a NULL `ptr`. */
struct ncp_str {
    const char *ptr;
    size_t len;
};

/* A slice of a string literal. */
#define NCP_STR(literal) ((struct ncp_str){(literal), sizeof(literal) - 1})

/* The slice over a NUL-terminated string; NULL gives the empty slice. */
NCP_EXPORT struct ncp_str ncp_str_from(const char *cstr);

/* Bytes [start, end) of `s`; both are clamped to its length. */
NCP_EXPORT struct ncp_str ncp_str_sub(struct ncp_str s, size_t start, size_t end);

NCP_EXPORT bool ncp_str_equal(struct ncp_str a, struct ncp_str b);

/* Equality in which ASCII letters match without regard to case. */
NCP_EXPORT bool ncp_str_equal_nocase(struct ncp_str a, struct ncp_str b);

NCP_EXPORT bool ncp_str_starts(struct ncp_str s, struct ncp_str prefix);
NCP_EXPORT bool ncp_str_ends(struct ncp_str s, struct ncp_str suffix);

/* memcmp order; a proper prefix sorts first. Returns <0, 0 or >0. */
NCP_EXPORT int ncp_str_compare(struct ncp_str a, struct ncp_str b);

/* Byte offset of the first `needle` in `s` at or after byte `from`, or
 * SIZE_MAX. The empty needle is found at `from`. */
NCP_EXPORT size_t ncp_str_find(struct ncp_str s, struct ncp_str needle, size_t from);

/* Without ASCII white space (space, tab, CR, LF, FF, VT) at both ends. */
NCP_EXPORT struct ncp_str ncp_str_trim(struct ncp_str s);

/* ---- growing buffers --------------------------------------------------- */

/*
 * Owned bytes. Start from NCP_BUF_INIT. `ptr[len]` is always NUL once
 * something was added. When memory runs out `failed` is set, the content stays
 * as it was and later additions do nothing: check once, at the end.
 */
struct ncp_buf {
    char *ptr;
    size_t len;
    size_t cap;
    bool failed;
};

#define NCP_BUF_INIT      \
    {                     \
        NULL, 0, 0, false \
    }

NCP_EXPORT void ncp_buf_add(struct ncp_buf *buf, struct ncp_str text);
NCP_EXPORT void ncp_buf_add_cstr(struct ncp_buf *buf, const char *cstr);
NCP_EXPORT void ncp_buf_add_char(struct ncp_buf *buf, char c);
NCP_EXPORT void ncp_buf_add_format(struct ncp_buf *buf, const char *format, ...) NCP_PRINTF(2, 3);
NCP_EXPORT void ncp_buf_add_vformat(struct ncp_buf *buf, const char *format, va_list args);

/* Forgets the content, keeps the memory and clears `failed`. */
NCP_EXPORT void ncp_buf_clear(struct ncp_buf *buf);

/* Shortens to `len` bytes; longer than the content changes nothing. */
NCP_EXPORT void ncp_buf_truncate(struct ncp_buf *buf, size_t len);

/* The content, borrowed until the buffer changes. */
NCP_EXPORT struct ncp_str ncp_buf_str(const struct ncp_buf *buf);

NCP_EXPORT void ncp_buf_free(struct ncp_buf *buf);

/* ---- arenas ------------------------------------------------------------ */

/* Memory that is freed all at once. Nothing in it is freed singly. */
struct ncp_arena;

/* NULL when memory runs out. */
NCP_EXPORT struct ncp_arena *ncp_arena_new(void);
NCP_EXPORT void ncp_arena_free(struct ncp_arena *arena);

/* `size` zeroed bytes, aligned for any type; NULL when memory runs out. */
NCP_EXPORT NCP_CHECK void *ncp_arena_alloc(struct ncp_arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; NULL on overflow too. */
NCP_EXPORT NCP_CHECK void *ncp_arena_array(struct ncp_arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of `text` in `*out`; false when memory runs out. */
NCP_EXPORT NCP_CHECK bool ncp_arena_copy(struct ncp_arena *arena, struct ncp_str text,
                                         struct ncp_str *out);

/* ---- errors ------------------------------------------------------------ */

/* What went wrong. Each has an exit status of its own (sysexits.h). */
enum ncp_code {
    NCP_OK = 0,
    NCP_E_FOUND,    /* a check found errors (1) */
    NCP_E_USAGE,    /* the caller asked for something that does not exist (64 → 2) */
    NCP_E_DATA,     /* input is not usable text (65) */
    NCP_E_NOINPUT,  /* input cannot be read (66) */
    NCP_E_REFUSED,  /* the receiver said no for good (69) */
    NCP_E_INTERNAL, /* a bug or an unexpected answer from a library (70) */
    NCP_E_MEMORY,   /* memory ran out (70) */
    NCP_E_CREATE,   /* output cannot be created (73) */
    NCP_E_IO,       /* output cannot be written (74) */
    NCP_E_TEMPFAIL, /* not delivered yet, kept (75) */
    NCP_E_CONFIG    /* profile or configuration is wrong (78) */
};

/* A short name for `code` in results, e.g. "bad-data"; never NULL. */
NCP_EXPORT const char *ncp_code_name(enum ncp_code code);

/* The exit status that a command line gives for `code`. */
NCP_EXPORT int ncp_code_exit_status(enum ncp_code code);

/*
 * An error as a value: what, where and what to do. Start from NCP_ERROR_INIT,
 * use it for any number of calls, free it with ncp_error_free(). The strings
 * are NUL-terminated and owned by the struct.
 */
struct ncp_error {
    enum ncp_code code;
    char *message; /* one line, no full stop; NULL until something failed */
    char *hint;    /* what to do about it, or NULL */
    size_t line;   /* 1-based line of the input, 0 if none */
    size_t column; /* 1-based column in code points, 0 if none */
    size_t offset; /* byte of the input, SIZE_MAX if none */
};

#define NCP_ERROR_INIT                     \
    {                                      \
        NCP_OK, NULL, NULL, 0, 0, SIZE_MAX \
    }

/* Replaces what `err` holds by `code` and a message without a place; returns
 * `code`, so that a function can end with it. `err` may be NULL. */
NCP_EXPORT enum ncp_code ncp_error_set(struct ncp_error *err, enum ncp_code code,
                                       const char *format, ...) NCP_PRINTF(3, 4);

/* Adds the place to an error just set. */
NCP_EXPORT void ncp_error_at(struct ncp_error *err, size_t line, size_t column);

/* Adds advice to an error just set. */
NCP_EXPORT void ncp_error_hint(struct ncp_error *err, const char *format, ...) NCP_PRINTF(2, 3);

/* ncp_error_set() with NCP_E_MEMORY. */
NCP_EXPORT enum ncp_code ncp_error_memory(struct ncp_error *err);

/* Frees the strings and makes the struct as new. NULL is fine. */
NCP_EXPORT void ncp_error_free(struct ncp_error *err);

#ifdef __cplusplus
}
#endif

#endif
