/* SPDX-License-Identifier: MIT */
/* A text as a thread of numbered posts. */
#include "ncpost/cut.h"

#include "base/array.h"
#include "breaks.h"

#include <stdlib.h>

/* More digits than that many posts never need. */
#define DIGITS_MAX 9

void ncp_thread_free(struct ncp_thread *thread)
{
    free(thread->items);
    ncp_arena_free(thread->arena);
    *thread = (struct ncp_thread){0};
}

static size_t digits_of(size_t number)
{
    size_t digits = 1;
    for (; number > 9; number /= 10)
        digits++;
    return digits;
}

static struct ncp_str from_first_word(struct ncp_str text)
{
    size_t at = 0;
    while (at < text.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        if (!ncp_is_space(cp))
            break;
        at += len;
    }
    return ncp_str_sub(text, at, text.len);
}

static bool add_part(struct ncp_thread *thread, struct ncp_str part)
{
    if (!NCPI_ROOM(thread))
        return false;
    thread->items[thread->count++] = part;
    return true;
}

/* Slices of `text` that each leave room for a number of so many digits. */
static enum ncp_code slice(const struct ncpi_cutter *cutter, struct ncp_str text,
                           struct ncp_str number, struct ncp_thread *out, struct ncp_error *err)
{
    enum ncp_code code = NCP_OK;
    out->count = 0;
    struct ncp_str rest = from_first_word(text);
    while (rest.len > 0 && code == NCP_OK) {
        size_t end = 0;
        enum ncpi_break kind;
        code = ncpi_best_break(cutter, rest, (struct ncpi_tail){number, number}, &end, &kind, err);
        if (code == NCP_OK && end == 0)
            return ncp_error_set(err, NCP_E_DATA, "not one character fits on %s beside its number",
                                 ncp_network_label(cutter->network));
        if (code == NCP_OK && !add_part(out, ncp_str_sub(rest, 0, end)))
            code = ncp_error_memory(err);
        rest = from_first_word(ncp_str_sub(rest, end, rest.len));
    }
    return code;
}

/* " 999/999", as wide as any number of so many digits. */
static void widest_number(size_t digits, struct ncp_buf *out)
{
    ncp_buf_clear(out);
    ncp_buf_add_char(out, ' ');
    for (size_t i = 0; i < digits; i++)
        ncp_buf_add_char(out, '9');
    ncp_buf_add_char(out, '/');
    for (size_t i = 0; i < digits; i++)
        ncp_buf_add_char(out, '9');
}

static enum ncp_code number_parts(struct ncp_thread *thread, struct ncp_error *err)
{
    struct ncp_buf text = NCP_BUF_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < thread->count; i++) {
        ncp_buf_clear(&text);
        ncp_buf_add(&text, thread->items[i]);
        if (thread->count > 1)
            ncp_buf_add_format(&text, " %zu/%zu", i + 1, thread->count);
        ok = !text.failed && ncp_arena_copy(thread->arena, ncp_buf_str(&text), &thread->items[i]);
    }
    ncp_buf_free(&text);
    return ok ? NCP_OK : ncp_error_memory(err);
}

static enum ncp_code split(const struct ncpi_cutter *cutter, struct ncp_str text,
                           struct ncp_thread *out, struct ncp_error *err)
{
    struct ncp_buf number = NCP_BUF_INIT;
    bool whole = false;
    enum ncp_code code = ncp_network_fits(cutter->network, text, cutter->field, &whole, err);
    if (code == NCP_OK && whole && !add_part(out, text))
        code = ncp_error_memory(err);
    for (size_t digits = 1; code == NCP_OK && !whole && digits <= DIGITS_MAX; digits++) {
        widest_number(digits, &number);
        code = number.failed ? ncp_error_memory(err)
                             : slice(cutter, text, ncp_buf_str(&number), out, err);
        if (digits_of(out->count) <= digits)
            break;
    }
    ncp_buf_free(&number);
    return code == NCP_OK ? number_parts(out, err) : code;
}

enum ncp_code ncp_thread_split(const struct ncp_network *network, struct ncp_language *lang,
                               struct ncp_str text, struct ncp_thread *out, struct ncp_error *err)
{
    struct ncp_language *own = NULL;
    if (!out->arena && !(out->arena = ncp_arena_new()))
        return ncp_error_memory(err);
    enum ncp_code code = lang ? NCP_OK : ncp_language_new("und", &own, err);
    if (code == NCP_OK) {
        struct ncpi_cutter cutter = {network, lang ? lang : own, NCP_FIELD_CAPTION,
                                     NCPI_BREAK_GRAPHEME};
        code = split(&cutter, text, out, err);
    }
    ncp_language_free(own);
    return code;
}
