/* SPDX-License-Identifier: MIT */
/* What holds for any caption: of every sample article, and of articles made at
 * random. */
#include "ncpost/ncpost.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- reading ------------------------------------------------------------------------- */

static void read_file(const char *path, struct ncp_buf *out)
{
    char chunk[8192];
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, f)) > 0;)
        ncp_buf_add(out, (struct ncp_str){chunk, got});
    fclose(f);
}

/* ---- what must hold -------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* True if the words of `told` stand in `source` in this order, other words and
 * markup between them allowed. The first letter's case may differ. */
static bool words_in_order(struct ncp_str told, struct ncp_str source)
{
    size_t at = 0;
    for (size_t i = 0; i < told.len;) {
        size_t end = i;
        while (end < told.len && (unsigned char)told.ptr[end] < 0x80 &&
               ((told.ptr[end] >= 'a' && told.ptr[end] <= 'z') ||
                (told.ptr[end] >= 'A' && told.ptr[end] <= 'Z')))
            end++;
        if (end == i) {
            i++;
            continue;
        }
        struct ncp_str word = ncp_str_sub(told, i, end);
        size_t found = SIZE_MAX;
        for (size_t s = at; found == SIZE_MAX && s + word.len <= source.len; s++)
            if (ncp_str_equal_nocase(ncp_str_sub(source, s, s + word.len), word))
                found = s;
        if (found == SIZE_MAX)
            return false;
        at = found + word.len;
        i = end;
    }
    return true;
}

static void check_provenance(const struct ncp_article *a, const struct ncp_caption *c)
{
    for (size_t i = 0; i < c->piece_count; i++) {
        const struct ncp_piece *p = &c->pieces[i];
        if (strcmp(p->from, "article") != 0)
            continue;
        assert_true(p->start < p->end && p->end <= a->source.len);
        struct ncp_str source = ncp_str_sub(a->source, p->start, p->end);
        assert_false(is_blank(source.ptr[0]));
        if (!words_in_order(p->text, source)) {
            print_error("told:   %.*s\nsource: %.*s\n", (int)p->text.len, p->text.ptr,
                        (int)source.len, source.ptr);
            fail();
        }
    }
}

static bool has_byte_below_space(struct ncp_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20 && s.ptr[i] != '\n')
            return true;
    return false;
}

static void check_hashtags(const struct ncp_caption *c)
{
    assert_true(c->hashtag_count <= c->tag_limit);
    for (size_t i = 0; i < c->hashtag_count; i++) {
        assert_true(c->hashtags[i].len > 1 && c->hashtags[i].ptr[0] == '#');
        for (size_t k = 0; k < i; k++)
            assert_false(ncp_str_equal_nocase(c->hashtags[i], c->hashtags[k]));
    }
}

static void check_caption(const struct ncp_article *a, const struct ncp_caption *c, size_t max)
{
    size_t first = ncp_str_find(c->text, NCP_STR("\n"), 0);
    assert_true(ncp_utf8_valid(c->text, NULL));
    assert_true(ncp_grapheme_count(c->text) <= max);
    assert_true(ncp_grapheme_count(ncp_str_sub(c->text, 0, first)) <= NCP_HOOK_MAX);
    assert_false(has_byte_below_space(c->text));
    assert_true(ncp_str_find(c->text, NCP_STR("://"), 0) == SIZE_MAX);
    assert_true(ncp_grapheme_count(c->summary) <= NCP_SUMMARY_MAX);
    assert_true(c->link_line.len > 0 && c->hook.len > 0);
    check_hashtags(c);
    check_provenance(a, c);
}

/* Composes within `max`; where it cannot, the limit that the error names must
 * do. */
static void compose_within(const struct ncp_article *a, size_t max)
{
    struct ncp_compose_options options = {.max = max};
    struct ncp_caption *c = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    enum ncp_code code = ncp_compose(a, &options, &c, &err);
    if (code != NCP_OK) {
        assert_int_equal(code, NCP_E_DATA);
        const char *least = err.hint ? strstr(err.hint, "--max ") : NULL;
        if (least) {
            options.max = strtoul(least + 6, NULL, 10);
            assert_true(options.max > max);
            assert_int_equal(ncp_compose(a, &options, &c, NULL), NCP_OK);
            max = options.max;
        }
    }
    if (c)
        check_caption(a, c, max);
    ncp_caption_free(c);
    ncp_error_free(&err);
}

static void check_article(struct ncp_str input, const size_t *limits, size_t count)
{
    struct ncp_article *a = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    enum ncp_code code = ncp_article_read(input, NULL, &a, &err);
    assert_true(code == NCP_OK || code == NCP_E_DATA);
    for (size_t i = 0; a && i < count; i++)
        compose_within(a, limits[i]);
    ncp_article_free(a);
    ncp_error_free(&err);
}

/* ---- sample articles ---------------------------------------------------------------------- */

static void samples(void **state)
{
    static const size_t limits[] = {60, 80, 120, 160, 220, 300, 400, 550, 800, 1200, 2200};
    DIR *dir = opendir(SEEDS_DIR);
    size_t seen = 0;
    (void)state;
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        struct ncp_buf path = NCP_BUF_INIT, input = NCP_BUF_INIT;
        if (entry->d_name[0] == '.')
            continue;
        ncp_buf_add_format(&path, "%s/%s", SEEDS_DIR, entry->d_name);
        read_file(path.ptr, &input);
        check_article(ncp_buf_str(&input), limits, sizeof limits / sizeof *limits);
        ncp_buf_free(&path);
        ncp_buf_free(&input);
        seen++;
    }
    closedir(dir);
    assert_true(seen >= 8);
}

/* ---- articles made at random ------------------------------------------------------------------
 */

static const char *const pieces[] = {
    "# A heading\n\n",
    "Bread rises because yeast eats sugar. ",
    "It was late.",
    "\n\n",
    "\n",
    "**Bold words** and *soft* ones matter to nobody but the printer. ",
    "- an item of a list\n",
    "> Quoted wisdom costs nothing at all, said the baker.\n\n",
    "[a link](https://a.example/x(y) \"t\") ",
    "`code` ",
    "```\nfenced()\n```\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "{{< note >}}",
    "{% include x %}",
    "<b>tag</b> ",
    "<!-- comment -->",
    "![alt text](pic.png) ",
    "[^1] ",
    "[^1]: a footnote\n",
    "&amp; &mdash; ",
    "\\* ",
    "💛 ",
    "👨‍👩‍👧",
    "é e\xcc\x81 ",
    "\xc2\xa0",
    "\xe2\x80\x8b",
    "\r\n",
    "日本語の文章です。短い文。",
    "هذا نص عربي قصير. ",
    "1. first\n2. second\n",
    "    indented code\n",
    "Setext\n======\n\n",
    "This World Kindness Day, we invite you to start small. ",
    "Mr. Pruitt asked: “Is it on?” ",
    "#tag #other ",
    "Read more (linked in bio)\n\n",
    "Whether it rains or shines, the market opens at eight on every day of the year. ",
    "The cake, which nobody ordered, was gone by noon. ",
    "Next\n",
    "https://b.example/ ",
    "<",
    "{",
    "[",
    "*",
    "Cold water keeps pastry from shrinking, helping bakers everywhere to sleep. ",
    "\t",
    ": ",
    "…",
    "\"",
};

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void generated(void **state)
{
    uint32_t seed = 20261124;
    (void)state;
    for (size_t round = 0; round < 1500; round++) {
        struct ncp_buf input = NCP_BUF_INIT;
        size_t count = 1 + next_random(&seed) % 40;
        const size_t limits[] = {60 + next_random(&seed) % 300, 2200};
        for (size_t i = 0; i < count; i++)
            ncp_buf_add_cstr(&input, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
        check_article(ncp_buf_str(&input), limits, 2);
        ncp_buf_free(&input);
    }
}

/* Bytes turned over at random: never a crash, never bad text. */
static void mutated(void **state)
{
    uint32_t seed = 7;
    const size_t limits[] = {2200};
    struct ncp_buf original = NCP_BUF_INIT;
    (void)state;
    read_file(SEEDS_DIR "/night-train-lisbon.md", &original);
    for (size_t round = 0; round < 60; round++) {
        struct ncp_buf input = NCP_BUF_INIT;
        ncp_buf_add(&input, ncp_buf_str(&original));
        for (size_t i = 0; i < 30; i++) {
            size_t at = next_random(&seed) % input.len;
            if ((unsigned char)input.ptr[at] < 0x80)
                input.ptr[at] = (char)(0x20 + next_random(&seed) % 0x5F);
        }
        check_article(ncp_buf_str(&input), limits, 1);
        ncp_buf_free(&input);
    }
    ncp_buf_free(&original);
}

/* ---- every network ------------------------------------------------------------------------------
 */

/* Within all limits of the network, in their strictest reading. */
static void check_on_network(const struct ncp_article *a, const struct ncp_network *network,
                             size_t max)
{
    struct ncp_compose_options options = {
        .network = network, .max = max, .url = NCP_STR("https://a.example/an/article")};
    struct ncp_caption *c = NULL;
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_count count;
    enum ncp_code code = ncp_compose(a, &options, &c, &err);
    if (code == NCP_OK) {
        assert_int_equal(ncp_network_count(network, c->text, NCP_FIELD_CAPTION, &count, NULL),
                         NCP_OK);
        if (count.verdict != NCP_FITS) {
            print_error("%s:\n%.*s\n", ncp_network_name(network), (int)c->text.len, c->text.ptr);
            fail();
        }
        assert_true(max == 0 || count.measure.graphemes <= max);
    } else {
        assert_int_equal(code, NCP_E_DATA);
        assert_non_null(err.message);
    }
    ncp_caption_free(c);
    ncp_error_free(&err);
}

static void fits_every_network(void **state)
{
    uint32_t seed = 5;
    struct ncp_networks *table = NULL;
    (void)state;
    assert_int_equal(ncp_networks_load(NULL, &table, NULL), NCP_OK);
    for (size_t round = 0; round < 200; round++) {
        struct ncp_buf input = NCP_BUF_INIT;
        struct ncp_article *a = NULL;
        size_t count = 1 + next_random(&seed) % 40;
        for (size_t i = 0; i < count; i++)
            ncp_buf_add_cstr(&input, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
        if (ncp_article_read(ncp_buf_str(&input), NULL, &a, NULL) == NCP_OK)
            for (size_t n = 0; n < ncp_networks_count(table); n++)
                check_on_network(a, ncp_networks_at(table, n),
                                 round % 2 ? 0 : 1 + next_random(&seed) % 600);
        ncp_article_free(a);
        ncp_buf_free(&input);
    }
    ncp_networks_free(table);
}

/* ---- the same again
 * --------------------------------------------------------------------------------- */

static void is_the_same_every_time(void **state)
{
    struct ncp_buf input = NCP_BUF_INIT;
    struct ncp_article *a[2] = {NULL, NULL};
    struct ncp_caption *c[2] = {NULL, NULL};
    (void)state;
    read_file(SEEDS_DIR "/council-bus-lanes.md", &input);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(ncp_article_read(ncp_buf_str(&input), NULL, &a[i], NULL), NCP_OK);
        assert_int_equal(ncp_compose(a[i], NULL, &c[i], NULL), NCP_OK);
    }
    assert_true(ncp_str_equal(c[0]->text, c[1]->text));
    assert_true(ncp_str_equal(c[0]->id, c[1]->id));
    for (size_t i = 0; i < 2; i++) {
        ncp_caption_free(c[i]);
        ncp_article_free(a[i]);
    }
    ncp_buf_free(&input);
}

/* Instagram's figures stand in the composer and in the table: they must agree. */
static void knows_instagram_without_the_table(void **state)
{
    struct ncp_buf input = NCP_BUF_INIT;
    struct ncp_article *a = NULL;
    struct ncp_caption *plain = NULL, *named = NULL;
    struct ncp_networks *table = NULL;
    struct ncp_compose_options options = {.max = 0};
    (void)state;
    read_file(SEEDS_DIR "/therapy-boundaries.md", &input);
    assert_int_equal(ncp_article_read(ncp_buf_str(&input), NULL, &a, NULL), NCP_OK);
    assert_int_equal(ncp_networks_load(NULL, &table, NULL), NCP_OK);
    assert_int_equal(ncp_network_find(table, NCP_STR("instagram"), &options.network, NULL), NCP_OK);
    assert_int_equal(ncp_compose(a, NULL, &plain, NULL), NCP_OK);
    assert_int_equal(ncp_compose(a, &options, &named, NULL), NCP_OK);
    assert_true(ncp_str_equal(plain->text, named->text));
    assert_int_equal(plain->tag_limit, named->tag_limit);
    assert_int_equal(plain->fold, named->fold);
    struct ncp_count count;
    assert_int_equal(
        ncp_network_count(options.network, plain->text, NCP_FIELD_CAPTION, &count, NULL), NCP_OK);
    assert_int_equal(count.length.limit, plain->limit);
    assert_int_equal(count.strict.limit, 2196);
    ncp_caption_free(plain);
    ncp_caption_free(named);
    ncp_networks_free(table);
    ncp_article_free(a);
    ncp_buf_free(&input);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples),
        cmocka_unit_test(generated),
        cmocka_unit_test(mutated),
        cmocka_unit_test(fits_every_network),
        cmocka_unit_test(is_the_same_every_time),
        cmocka_unit_test(knows_instagram_without_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
