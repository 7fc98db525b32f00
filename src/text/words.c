/* SPDX-License-Identifier: MIT */
/* Words: ICU's boundaries (UAX #29), letters and digits only. */
#include "language.h"

static bool is_word(struct ncp_str piece, int32_t status)
{
    if (status < UBRK_WORD_NONE_LIMIT)
        return false;
    /* A keycap begins with a digit. */
    return !(status < UBRK_WORD_NUMBER_LIMIT && ncp_grapheme_is_emoji(piece));
}

enum ncp_code ncp_words(struct ncp_language *lang, struct ncp_str text, struct ncp_spans *out,
                        struct ncp_error *err)
{
    enum ncp_code code = ncpi_language_iterate(lang, UBRK_WORD, &lang->words, text, err);
    if (code != NCP_OK)
        return code;
    int32_t start = ubrk_first(lang->words), end;
    for (; (end = ubrk_next(lang->words)) != UBRK_DONE; start = end) {
        size_t from = (size_t)start, to = (size_t)end;
        if (is_word(ncp_str_sub(text, from, to), ubrk_getRuleStatus(lang->words)) &&
            !ncpi_spans_add(out, from, to))
            return ncp_error_memory(err);
    }
    return NCP_OK;
}
