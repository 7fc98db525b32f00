/* SPDX-License-Identifier: MIT */
/* Words as the lists hold them, and looking them up. */
#include "language.h"

void ncpi_fold_word(struct ncp_str word, struct ncp_buf *out)
{
    static const struct ncp_str curly = {"\xE2\x80\x99", 3};
    for (size_t at = 0; at < word.len;) {
        size_t next = ncp_str_find(word, curly, at);
        size_t end = next == SIZE_MAX ? word.len : next;
        ncp_lower(ncp_str_sub(word, at, end), out);
        if (next != SIZE_MAX)
            ncp_buf_add_char(out, '\'');
        at = next == SIZE_MAX ? word.len : next + curly.len;
    }
}

bool ncpi_words_have(struct ncpi_words words, struct ncp_str word)
{
    size_t low = 0, high = words.count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = ncp_str_compare(word, ncp_str_from(words.items[mid]));
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
    if (lang->function_words.count == 0)
        return false;
    struct ncp_buf folded = NCP_BUF_INIT;
    ncpi_fold_word(word, &folded);
    bool found = ncpi_words_have(lang->function_words, ncp_buf_str(&folded));
    ncp_buf_free(&folded);
    return found;
}
