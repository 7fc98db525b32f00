/* SPDX-License-Identifier: MIT */
/* Invisible characters, line ends and decomposed letters, put in order before
 * anything is read. */
#include "clean.h"

#include "ncpost/text.h"

#include <utf8proc.h>

/* ---- what becomes of a code point --------------------------------------------- */

enum fate { KEEP, LINE_END, SPACE, HUSH, CONTROL, BIDI, ZERO_WIDTH, FATES };

static const struct {
    const char *code, *what;
} dropped[FATES] = {
    [CONTROL] = {"control-characters", "control characters"},
    [BIDI] = {"bidi-controls", "bidirectional controls"},
    [ZERO_WIDTH] = {"zero-width", "invisible characters"},
};

struct range {
    int32_t first, last;
    enum fate fate;
};

/* Sorted; what is not listed is kept. */
static const struct range fates[] = {
    {0x00, 0x08, CONTROL},        {0x0B, 0x0D, LINE_END},
    {0x0E, 0x1F, CONTROL},        {0x7F, 0x84, CONTROL},
    {0x85, 0x85, LINE_END},       {0x86, 0x9F, CONTROL},
    {0xA0, 0xA0, SPACE},          {0xAD, 0xAD, HUSH},
    {0x034F, 0x034F, ZERO_WIDTH}, {0x061C, 0x061C, BIDI},
    {0x115F, 0x1160, ZERO_WIDTH}, {0x17B4, 0x17B5, ZERO_WIDTH},
    {0x180E, 0x180E, ZERO_WIDTH}, {0x2007, 0x2007, SPACE},
    {0x200B, 0x200D, ZERO_WIDTH}, {0x200E, 0x200F, BIDI},
    {0x2028, 0x2029, LINE_END},   {0x202A, 0x202E, BIDI},
    {0x202F, 0x202F, SPACE},      {0x2060, 0x2064, ZERO_WIDTH},
    {0x2066, 0x2069, BIDI},       {0x206A, 0x206F, ZERO_WIDTH},
    {0x3164, 0x3164, ZERO_WIDTH}, {0xFE00, 0xFE0F, ZERO_WIDTH},
    {0xFEFF, 0xFEFF, ZERO_WIDTH}, {0xFFA0, 0xFFA0, ZERO_WIDTH},
    {0xFFF9, 0xFFFB, ZERO_WIDTH}, {0xE0000, 0xE007F, ZERO_WIDTH},
};

static enum fate fate_of(int32_t cp)
{
    size_t low = 0, high = sizeof fates / sizeof *fates;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cp > fates[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool listed = low < sizeof fates / sizeof *fates && cp >= fates[low].first;
    return listed ? fates[low].fate : KEEP;
}

/* ---- the exceptions, which need the neighbours ---------------------------------- */

struct neighbours {
    int32_t before, cp, after; /* 0 at the ends */
};

static bool is_pictograph(int32_t cp)
{
    return cp > 0x7F &&
           utf8proc_get_property(cp)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_emoji_part(int32_t cp)
{
    return is_pictograph(cp) || cp == 0xFE0F || cp == 0x20E3 || (cp >= 0x1F3FB && cp <= 0x1F3FF) ||
           (cp >= 0xE0020 && cp <= 0xE007F);
}

static bool is_keycap_base(int32_t cp)
{
    return (cp >= '0' && cp <= '9') || cp == '#' || cp == '*';
}

/* Scripts in which a joiner chooses a letter's form: Arabic and its kin, the
 * scripts of India and South-East Asia, Mongolian. */
static bool joins_letters(int32_t cp)
{
    return (cp >= 0x0600 && cp <= 0x08FF) || (cp >= 0x0900 && cp <= 0x0DFF) ||
           (cp >= 0x0E00 && cp <= 0x109F) || (cp >= 0x1780 && cp <= 0x18AF);
}

static bool keep_joiner(struct neighbours n)
{
    if (n.cp == 0x200D && is_emoji_part(n.before) && is_pictograph(n.after))
        return true;
    return joins_letters(n.before) && (joins_letters(n.after) || n.cp == 0x200D);
}

static bool keep_variation(struct neighbours n)
{
    return is_pictograph(n.before) || (is_keycap_base(n.before) && n.after == 0x20E3);
}

static bool keep_flag_tag(struct neighbours n)
{
    return n.before == 0x1F3F4 || (n.before >= 0xE0020 && n.before <= 0xE007E);
}

static bool keep_invisible(struct neighbours n)
{
    if (n.cp == 0x200C || n.cp == 0x200D)
        return keep_joiner(n);
    if (n.cp >= 0xFE00 && n.cp <= 0xFE0F)
        return keep_variation(n);
    return n.cp >= 0xE0020 && keep_flag_tag(n);
}

/* French sets no-break spaces inside « » and before ; : ! ? %; elsewhere they
 * are what a browser or a word processor left behind. */
static bool keep_space(struct neighbours n)
{
    return n.before == 0xAB || n.after == 0xBB || n.after == ';' || n.after == ':' ||
           n.after == '!' || n.after == '?' || n.after == '%';
}

static enum fate fate_here(struct neighbours n)
{
    enum fate fate = fate_of(n.cp);
    if (fate == ZERO_WIDTH && keep_invisible(n))
        return KEEP;
    if (fate == SPACE && keep_space(n))
        return KEEP;
    return fate;
}

/* ---- normalization ---------------------------------------------------------------- */

/* Below U+0300 every code point is NFC and a starter. */
static bool may_compose(int32_t cp)
{
    return cp >= 0x0300;
}

static bool decomposes(int32_t cp)
{
    const utf8proc_property_t *p = utf8proc_get_property(cp);
    return p->decomp_type == 0 && p->decomp_seqindex != UINT16_MAX;
}

/* Cleaned text passes here one code point at a time; those of one grapheme
 * cluster wait in `cluster` until it is whole, then are normalized together. */
struct composer {
    struct ncpi_mapped *out;
    struct ncp_buf cluster;
    size_t start, end; /* of the cluster, in the source */
    int32_t last;
    utf8proc_int32_t state;
    bool plain; /* the cluster is NFC as it stands */
    size_t code_points;
};

static void add_normalized(struct composer *c, struct ncp_str text)
{
    struct ncp_buf nfc = NCP_BUF_INIT;
    ncp_nfc(text, &nfc);
    bool same = ncp_str_equal(text, ncp_buf_str(&nfc)) && c->end - c->start == text.len;
    ncpi_mapped_add(c->out, ncp_buf_str(&nfc), c->start, c->end, same);
    c->out->text.failed |= nfc.failed;
    ncp_buf_free(&nfc);
}

static void flush_cluster(struct composer *c)
{
    struct ncp_str text = ncp_buf_str(&c->cluster);
    if (text.len == 0)
        return;
    if (c->plain)
        ncpi_mapped_add(c->out, text, c->start, c->end, c->end - c->start == text.len);
    else
        add_normalized(c, text);
    c->out->text.failed |= c->cluster.failed;
    ncp_buf_clear(&c->cluster);
    c->plain = true;
    c->code_points = 0;
}

static void compose(struct composer *c, int32_t cp, struct ncp_str bytes, size_t start)
{
    if (c->cluster.len > 0 && utf8proc_grapheme_break_stateful(c->last, cp, &c->state))
        flush_cluster(c);
    if (c->cluster.len == 0)
        c->start = start;
    ncp_buf_add(&c->cluster, bytes);
    c->code_points++;
    if (may_compose(cp) && (c->code_points > 1 || decomposes(cp)))
        c->plain = false;
    c->end = start + bytes.len;
    c->last = cp;
}

/* ---- the walk ------------------------------------------------------------------------ */

struct cleaner {
    struct ncp_str source;
    struct composer composer;
    size_t count[FATES];
    size_t where[FATES]; /* offset of the first one dropped */
};

static struct neighbours look_around(struct ncp_str s, size_t at, int32_t cp, size_t len)
{
    struct neighbours n = {0, cp, 0};
    if (at > 0)
        ncp_utf8_prev(s, at, &n.before);
    if (at + len < s.len)
        ncp_utf8_next(s, at + len, &n.after);
    return n;
}

static bool is_plain(char c)
{
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

/* A stretch of printable ASCII needs no look at its neighbours. Its last
 * character is left to the walk: a combining mark may follow. */
static size_t copy_plain(struct cleaner *c, size_t at)
{
    size_t end = at;
    while (end < c->source.len && is_plain(c->source.ptr[end]))
        end++;
    if (end < c->source.len && end > at)
        end--;
    if (end > at) {
        flush_cluster(&c->composer);
        ncpi_mapped_add(c->composer.out, ncp_str_sub(c->source, at, end), at, end, true);
    }
    return end;
}

static void end_line_or_space(struct cleaner *c, size_t at, size_t len, enum fate fate)
{
    bool first_of_two =
        c->source.ptr[at] == '\r' && at + 1 < c->source.len && c->source.ptr[at + 1] == '\n';
    flush_cluster(&c->composer);
    if (!first_of_two)
        ncpi_mapped_add(c->composer.out, fate == SPACE ? NCP_STR(" ") : NCP_STR("\n"), at, at + len,
                        false);
}

static void take_code_point(struct cleaner *c, size_t at, int32_t cp, size_t len)
{
    bool plain = cp < 0x7F && is_plain((char)cp);
    enum fate fate = plain ? KEEP : fate_here(look_around(c->source, at, cp, len));
    bool byte_order_mark = at == 0 && cp == 0xFEFF;
    if (fate == KEEP)
        compose(&c->composer, cp, ncp_str_sub(c->source, at, at + len), at);
    else if (fate == LINE_END || fate == SPACE)
        end_line_or_space(c, at, len, fate);
    else if (!byte_order_mark && c->count[fate]++ == 0)
        c->where[fate] = at;
}

static size_t line_of(struct ncp_str s, size_t offset)
{
    size_t line = 1;
    for (size_t i = 0; i < offset && i < s.len; i++)
        line += s.ptr[i] == '\n' || (s.ptr[i] == '\r' && (i + 1 == s.len || s.ptr[i + 1] != '\n'));
    return line;
}

static void warn_of_dropped(const struct cleaner *c, json_t *warnings)
{
    for (int fate = 0; fate < FATES; fate++)
        if (dropped[fate].code && c->count[fate] > 0)
            ncp_warn(warnings, dropped[fate].code, line_of(c->source, c->where[fate]),
                     "%s removed: %zu", dropped[fate].what, c->count[fate]);
}

enum ncp_code ncpi_clean(struct ncp_str source, struct ncpi_mapped *out, json_t *warnings,
                         struct ncp_error *err)
{
    struct cleaner c = {.source = source, .composer = {.out = out, .plain = true}};
    size_t at = 0;
    while ((at = copy_plain(&c, at)) < source.len) {
        int32_t cp;
        size_t len = ncp_utf8_next(source, at, &cp);
        take_code_point(&c, at, cp, len);
        at += len;
    }
    flush_cluster(&c.composer);
    ncp_buf_free(&c.composer.cluster);
    if (out->text.failed)
        return ncp_error_memory(err);
    warn_of_dropped(&c, warnings);
    return NCP_OK;
}
