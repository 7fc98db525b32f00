/* SPDX-License-Identifier: MIT */
/* Stems: Snowball, after folding case and cutting clitics. */
#include "language.h"

#include <limits.h>
#include <string.h>

/* "reader's" and "readers'" → "reader", "readers". */
static struct ncp_str without_possessive(struct ncp_str word)
{
    if (ncp_str_ends(word, NCP_STR("'s")) && word.len > 2)
        return ncp_str_sub(word, 0, word.len - 2);
    if (ncp_str_ends(word, NCP_STR("s'")) && word.len > 2)
        return ncp_str_sub(word, 0, word.len - 1);
    return word;
}

/* "l'homme" → "homme": articles and pronouns that lost their vowel. */
static struct ncp_str without_elision(struct ncp_str word)
{
    static const char *const clitics[] = {"c'",      "d'",      "j'",   "l'",     "m'",
                                          "n'",      "s'",      "t'",   "qu'",    "jusqu'",
                                          "puisqu'", "lorsqu'", "all'", "dall'",  "dell'",
                                          "nell'",   "sull'",   "un'",  "quest'", "quell'"};
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++) {
        struct ncp_str clitic = ncp_str_from(clitics[i]);
        if (word.len > clitic.len && ncp_str_starts(word, clitic))
            return ncp_str_sub(word, clitic.len, word.len);
    }
    return word;
}

static const struct {
    const char *tag;
    struct ncp_str (*cut)(struct ncp_str word);
} cutters[] = {
    {"en", without_possessive},
    {"fr", without_elision},
    {"it", without_elision},
};

static struct ncp_str without_clitics(const struct ncp_language *lang, struct ncp_str word)
{
    for (size_t i = 0; i < sizeof cutters / sizeof *cutters; i++)
        if (strcmp(lang->tag, cutters[i].tag) == 0)
            return cutters[i].cut(word);
    return word;
}

static struct sb_stemmer *stemmer_of(struct ncp_language *lang)
{
    if (!lang->stemmer_tried)
        lang->stemmer = sb_stemmer_new(lang->tag, NULL);
    lang->stemmer_tried = true;
    return lang->stemmer;
}

void ncp_stem(struct ncp_language *lang, struct ncp_str word, struct ncp_buf *out)
{
    ncp_buf_clear(&lang->folded);
    ncpi_fold_word(word, &lang->folded);
    if (lang->folded.failed) {
        out->failed = true;
        return;
    }
    struct ncp_str base = without_clitics(lang, ncp_buf_str(&lang->folded));
    struct sb_stemmer *stemmer = stemmer_of(lang);
    const sb_symbol *stem = NULL;
    if (stemmer && base.len > 0 && base.len <= INT_MAX)
        stem = sb_stemmer_stem(stemmer, (const sb_symbol *)base.ptr, (int)base.len);
    if (stem)
        base = (struct ncp_str){(const char *)stem, (size_t)sb_stemmer_length(stemmer)};
    ncp_buf_add(out, base);
}
