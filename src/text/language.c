/* SPDX-License-Identifier: MIT */
/* The handle of one language: made cheaply, filled at first use. */
#include "language.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static bool ends_subtag(char c)
{
    return c == '\0' || c == '-' || c == '_';
}

/* A primary subtag in use has two or three letters (BCP 47). */
static void set_tag(struct ncp_language *lang, const char *tag)
{
    size_t len = 0;
    for (; tag && len < 3 && !ends_subtag(tag[len]); len++) {
        char c = tag[len];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c < 'a' || c > 'z')
            break;
        lang->tag[len] = c;
    }
    if (len < 2 || !ends_subtag(tag[len]))
        memcpy(lang->tag, "und", 4);
}

enum ncp_code ncp_language_new(const char *tag, struct ncp_language **out, struct ncp_error *err)
{
    struct ncp_language *lang = calloc(1, sizeof *lang);
    if (!lang)
        return ncp_error_memory(err);
    set_tag(lang, tag);
    lang->function_words = ncpi_function_words(lang->tag);
    *out = lang;
    return NCP_OK;
}

void ncp_language_free(struct ncp_language *lang)
{
    if (!lang)
        return;
    ubrk_close(lang->sentences);
    ubrk_close(lang->words);
    utext_close(lang->text);
    sb_stemmer_delete(lang->stemmer);
    ncp_buf_free(&lang->folded);
    free(lang);
}

const char *ncp_language_tag(const struct ncp_language *lang)
{
    return lang->tag;
}

enum ncp_code ncpi_language_iterate(struct ncp_language *lang, UBreakIteratorType type,
                                    UBreakIterator **iterator, struct ncp_str text,
                                    struct ncp_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    if (!*iterator)
        *iterator = ubrk_open(type, lang->tag, NULL, 0, &status);
    lang->text = utext_openUTF8(lang->text, text.len ? text.ptr : "", (int64_t)text.len, &status);
    ubrk_setUText(*iterator, lang->text, &status);
    if (status == U_MEMORY_ALLOCATION_ERROR)
        return ncp_error_memory(err);
    if (U_FAILURE(status))
        return ncp_error_set(err, NCP_E_INTERNAL, "no text boundaries for language %s: %s",
                             lang->tag, u_errorName(status));
    return NCP_OK;
}

bool ncpi_spans_add(struct ncp_spans *spans, size_t start, size_t end)
{
    if (!NCPI_ROOM(spans))
        return false;
    spans->items[spans->count++] = (struct ncp_span){start, end};
    return true;
}

void ncp_spans_free(struct ncp_spans *spans)
{
    if (!spans)
        return;
    free(spans->items);
    *spans = (struct ncp_spans){NULL, 0, 0};
}
