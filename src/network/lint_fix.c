/* SPDX-License-Identifier: MIT */
/* Safe repairs, made until none is left. */
#include "ncpost/lint.h"

/* A repair may bring another finding to light, none brings an endless row. */
#define ROUNDS 8

static size_t apply(struct ncp_str text, const struct ncp_findings *findings, struct ncp_buf *out)
{
    size_t at = 0, made = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct ncp_finding *f = &findings->items[i];
        if (!f->fixable || f->start < at)
            continue;
        ncp_buf_add(out, ncp_str_sub(text, at, f->start));
        ncp_buf_add(out, f->fix);
        at = f->end;
        made++;
    }
    ncp_buf_add(out, ncp_str_sub(text, at, text.len));
    return made;
}

enum ncp_code ncp_lint_fix(const struct ncp_network *network, struct ncp_str text,
                           const struct ncp_lint_options *options, struct ncp_buf *out,
                           size_t *fixed, struct ncp_error *err)
{
    struct ncp_buf texts[2] = {NCP_BUF_INIT, NCP_BUF_INIT};
    size_t total = 0, made = 1;
    enum ncp_code code = NCP_OK;
    struct ncp_str now = text;
    for (int round = 0; round < ROUNDS && made > 0 && code == NCP_OK; round++) {
        struct ncp_findings findings = {0};
        struct ncp_buf *next = &texts[round % 2];
        code = ncp_lint(network, now, options, &findings, err);
        ncp_buf_clear(next);
        made = code == NCP_OK ? apply(now, &findings, next) : 0;
        ncp_findings_free(&findings);
        total += made;
        now = ncp_buf_str(next);
        if (next->failed)
            code = ncp_error_memory(err);
    }
    if (code == NCP_OK) {
        ncp_buf_add(out, now);
        if (fixed)
            *fixed = total;
        if (out->failed)
            code = ncp_error_memory(err);
    }
    ncp_buf_free(&texts[0]);
    ncp_buf_free(&texts[1]);
    return code;
}
