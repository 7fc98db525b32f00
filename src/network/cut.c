/* SPDX-License-Identifier: MIT */
/* Text cut to a network's length, with room kept for what must stay. */
#include "ncpost/cut.h"

#include "breaks.h"

#define ELLIPSIS "…"

static void build_tail(struct ncp_str tail, struct ncp_buf *plain, struct ncp_buf *word)
{
    if (tail.len > 0)
        ncp_buf_add_cstr(plain, "\n\n");
    ncp_buf_add(plain, tail);
    ncp_buf_add_cstr(word, ELLIPSIS);
    ncp_buf_add(word, ncp_buf_str(plain));
}

static enum ncp_code cut_with(const struct ncpi_cutter *cutter, struct ncp_str text,
                              const struct ncp_buf *plain, const struct ncp_buf *word,
                              struct ncp_buf *out, struct ncp_error *err)
{
    struct ncpi_tail tails = {ncp_buf_str(plain), ncp_buf_str(word)};
    enum ncpi_break kind;
    size_t end;
    enum ncp_code code = ncpi_best_break(cutter, text, tails, &end, &kind, err);
    if (code != NCP_OK)
        return code;
    if (end == 0)
        return ncp_error_set(err, NCP_E_DATA,
                             "nothing of the text fits on %s beside what must stay",
                             ncp_network_label(cutter->network));
    ncp_buf_add(out, ncp_str_sub(text, 0, end));
    ncp_buf_add(out, kind < NCPI_BREAK_WORD ? tails.plain : tails.word);
    return out->failed ? ncp_error_memory(err) : NCP_OK;
}

enum ncp_code ncp_cut(const struct ncp_network *network, struct ncp_language *lang,
                      struct ncp_str text, struct ncp_str tail, enum ncp_field field,
                      struct ncp_buf *out, struct ncp_error *err)
{
    struct ncp_buf plain = NCP_BUF_INIT, word = NCP_BUF_INIT;
    struct ncp_language *own = NULL;
    if (!ncp_network_has_field(network, field))
        return ncp_error_set(err, NCP_E_USAGE, "%s has no %s", ncp_network_label(network),
                             ncp_field_name(field));
    enum ncp_code code = lang ? NCP_OK : ncp_language_new("und", &own, err);
    struct ncpi_cutter cutter = {network, lang ? lang : own, field, NCPI_BREAK_GRAPHEME};
    build_tail(tail, &plain, &word);
    if (code == NCP_OK && (plain.failed || word.failed))
        code = ncp_error_memory(err);
    if (code == NCP_OK && text.len > 0)
        code = cut_with(&cutter, text, &plain, &word, out, err);
    else if (code == NCP_OK)
        ncp_buf_add(out, tail);
    ncp_buf_free(&plain);
    ncp_buf_free(&word);
    ncp_language_free(own);
    return code;
}
