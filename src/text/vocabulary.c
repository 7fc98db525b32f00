/* SPDX-License-Identifier: MIT */
/* Words as the lists hold them, and looking them up. */
#include "language.h"

#include <string.h>
#include <utf8proc.h>

static int32_t fold(int32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp - 'A' + 'a' : cp;
    return cp == 0x2019 ? '\'' : utf8proc_tolower(cp);
}

void ncpi_fold_word(struct ncp_str word, struct ncp_buf *out)
{
    for (size_t at = 0; at < word.len;) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        ncp_utf8_add(out, fold(cp));
    }
}

bool ncpi_fold_key(struct ncp_str word, char key[NCPI_KEY_BYTES])
{
    size_t len = 0;
    if (word.len == 0 || word.len >= NCPI_KEY_BYTES - 4)
        return false;
    for (size_t at = 0; at < word.len;) {
        int32_t cp;
        at += ncp_utf8_next(word, at, &cp);
        if (len >= NCPI_KEY_BYTES - 4)
            return false;
        len += (size_t)utf8proc_encode_char(fold(cp), (utf8proc_uint8_t *)key + len);
    }
    key[len] = '\0';
    return true;
}

bool ncpi_words_have(struct ncpi_words words, const char *key)
{
    size_t low = 0, high = words.count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = strcmp(key, words.items[mid]);
        if (order == 0)
            return true;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return false;
}

bool ncp_is_function_word(const struct ncp_language *lang, struct ncp_str word)
{
    char key[NCPI_KEY_BYTES];
    return lang->function_words.count > 0 && ncpi_fold_key(word, key) &&
           ncpi_words_have(lang->function_words, key);
}
