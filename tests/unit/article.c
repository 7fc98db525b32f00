/* SPDX-License-Identifier: MIT */
/* What the reader makes of Markdown and of plain text. */
#include "ncpost/article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct ncp_article *read_as(const char *text, enum ncp_markup markup)
{
    struct ncp_article_options options = {.markup = markup};
    struct ncp_article *a = NULL;
    assert_int_equal(ncp_article_read(ncp_str_from(text), &options, &a, NULL), NCP_OK);
    return a;
}

/* All that is told of `text`, a block a line. */
static void told(const struct ncp_article *a, struct ncp_buf *out)
{
    static const char *const kinds[] = {"h ", "p ", "i ", "q ", "! "};
    for (size_t i = 0; i < a->block_count; i++) {
        if (a->blocks[i].part == NCP_PART_ASIDE)
            continue;
        ncp_buf_add_cstr(out, kinds[a->blocks[i].kind]);
        ncp_buf_add(out, a->blocks[i].text);
        ncp_buf_add_char(out, '\n');
    }
}

static void expect_as(const char *text, enum ncp_markup markup, const char *wanted)
{
    struct ncp_article *a = read_as(text, markup);
    struct ncp_buf got = NCP_BUF_INIT;
    told(a, &got);
    if (strcmp(got.ptr ? got.ptr : "", wanted) != 0) {
        print_error("of:\n%s\nwanted:\n%s\ngot:\n%s\n", text, wanted, got.ptr ? got.ptr : "");
        fail();
    }
    ncp_buf_free(&got);
    ncp_article_free(a);
}

static void expect(const char *text, const char *wanted)
{
    expect_as(text, NCP_MARKUP_MARKDOWN, wanted);
}

/* ---- Markdown ------------------------------------------------------------------------------ */

static void markup_goes_text_stays(void **state)
{
    (void)state;
    expect("# T\n\nA *soft* **bold** [link](https://a.example \"t\") and `code` &amp; more.\n",
           "h T\np A soft bold link and code & more.\n");
    expect("# T\n\nTwo\nlines  and\n    a lazy third.\n", "h T\np Two lines and a lazy third.\n");
    expect("# T\n\n[ref] works.\n\n[ref]: https://a.example/\n", "h T\np ref works.\n");
    expect("# T\n\nAn escaped \\* star.\n", "h T\np An escaped * star.\n");
}

static void what_is_no_prose_goes(void **state)
{
    (void)state;
    expect("# T\n\nBread.\n\n```\ncode\n```\n\n    indented\n", "h T\np Bread.\n");
    expect("# T\n\nBread <b>rises</b>.<!-- not this --> Yes.\n", "h T\np Bread rises. Yes.\n");
    expect("# T\n\n<script>\nalert(1)\n\n</script>\n\nBread.\n<style>p{}</style>\n",
           "h T\np Bread.\n");
    expect("# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nBread.\n", "h T\np Bread.\n");
    expect("# T\n\nBread[^1] rises.\n\n[^1]: A footnote\n    goes on.\n", "h T\np Bread rises.\n");
    expect("# T\n\n{{< figure src=\"a.jpg\" >}}\n\nBread.\n\n{% include a.html %}\n",
           "h T\np Bread.\n");
    expect("# T\n\n{% highlight c %}\nint x;\n{% endhighlight %}\n\nBread.\n", "h T\np Bread.\n");
    expect(
        "import A from 'a'\nexport const b = {\n  c: 1\n}\n\n# T\n\nBread.\n\n<A b={{c: 1}} />\n",
        "h T\np Bread.\n");
    expect("# T\n\nBread. ![alt](a.png)\n", "h T\np Bread.\n! alt\n");
}

static void html_blocks_are_read(void **state)
{
    (void)state;
    expect("# T\n\n<div class=\"x\">\n<p>One.</p><p>Two.</p>\n</div>\n", "h T\np One.\np Two.\n");
    expect("# T\n\n<ul><li>One item.</li><li>Another.</li></ul>\n",
           "h T\ni One item.\ni Another.\n");
}

static void lists_and_quotations_are_told_apart(void **state)
{
    struct ncp_article *a =
        read_as("# T\n\n1. one\n2. two\n   - inner\n3. three\n\n> said\n", NCP_MARKUP_MARKDOWN);
    (void)state;
    assert_int_equal(a->block_count, 6);
    assert_true(a->blocks[1].ordered && a->blocks[1].list == 1);
    assert_true(!a->blocks[3].ordered && a->blocks[3].level == 2);
    assert_true(a->blocks[4].ordered && a->blocks[4].list == a->blocks[1].list);
    assert_int_equal(a->blocks[5].kind, NCP_BLOCK_QUOTE);
    ncp_article_free(a);
}

/* A sentence with a hole is known as one. */
static void holes_are_marked(void **state)
{
    struct ncp_article *a =
        read_as("# T\n\nSee {{ site.name }} now. The rest is whole.\n", NCP_MARKUP_MARKDOWN);
    (void)state;
    assert_int_equal(a->sentence_count, 2);
    assert_true(a->sentences[0].marks & 1u << NCP_MARK_HOLE);
    assert_false(a->sentences[1].marks & 1u << NCP_MARK_HOLE);
    ncp_article_free(a);
}

/* ---- offsets --------------------------------------------------------------------------------- */

static void offsets_point_into_the_file(void **state)
{
    static const char *const texts[] = {
        "\xef\xbb\xbf# T\r\n\r\n  One two three four.\r\nFive six seven.\r\n",
        "# T\n\n> > deep quote here.\n> lazy line follows.\n\n\tcode\n\nAfter the tab comes "
        "text.\n",
        "[a]: https://x.example/\nOne two [three\nfour](https://y.example/three) five.\n",
        "# T\n\n- item one\n  goes on. And on.\n\n-   wide item.\n",
        "# T\n\nCaf\xc3\xa9 cafe\xcc\x81 cr\xc3\xa8me\xc2\xa0"
        "br\xc3\xbbl\xc3\xa9"
        "e. Next one here.\n",
    };
    (void)state;
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct ncp_article *a = read_as(texts[t], NCP_MARKUP_MARKDOWN);
        for (size_t i = 0; i < a->sentence_count; i++) {
            const struct ncp_sentence *s = &a->sentences[i];
            assert_true(s->start < s->end && s->end <= strlen(texts[t]));
            assert_int_equal(a->source.ptr[s->start] & 0x7F, s->text.ptr[0] & 0x7F);
            assert_int_equal(a->source.ptr[s->end - 1], s->text.ptr[s->text.len - 1]);
        }
        ncp_article_free(a);
    }
}

/* ---- titles ------------------------------------------------------------------------------------
 */

static void title_is(const char *text, const char *title)
{
    struct ncp_article *a = read_as(text, NCP_MARKUP_AUTO);
    if (!ncp_str_equal(a->title, ncp_str_from(title))) {
        print_error("wanted %s, got %.*s\n", title, (int)a->title.len, a->title.ptr);
        fail();
    }
    ncp_article_free(a);
}

static void titles(void **state)
{
    (void)state;
    title_is("---\ntitle: \"From *front* matter\"\n---\n\n# Not this\n\nText here.\n",
             "From front matter");
    title_is("## Second level\n\nText here.\n\n# First level\n\nMore text.\n", "First level");
    title_is("## Only heading\n\nText here.\n", "Only heading");
    title_is("A bare line\n\nText of the article, with a full stop.\n", "A bare line");
}

/* ---- plain text --------------------------------------------------------------------------------
 */

static void plain_text_has_blocks_too(void **state)
{
    (void)state;
    expect_as(
        "My title\n\nA paragraph that was cut by an editor at a width\nof about fifty columns or "
        "so, as "
        "people do in\nletters and in mail.\n\nA heading\n\n  \xe2\x80\xa2 One thing\n\n  "
        "\xe2\x80\xa2 "
        "Another\n\nThe end of it.\n",
        NCP_MARKUP_TEXT,
        "h My title\np A paragraph that was cut by an editor at a width of about fifty columns or "
        "so, as people do in letters and in mail.\nh A heading\ni One thing\ni Another\np The end "
        "of it.\n");
}

static void what_is_not_the_article_is_left_out(void **state)
{
    (void)state;
    expect_as(
        "My title\n\nBy Ana Ruiz\n\nThe bread is good here and everybody in town knows it.\n\nIt "
        "has been good for forty years, and nobody has changed the flour.\n\nWhat we are posting "
        "on Instagram\n\nBread! It is good.\n\nRead more (linked in bio)\n\n#Bread "
        "#Good\n\nNext\n\nHow to bake\n",
        NCP_MARKUP_TEXT,
        "h My title\np The bread is good here and everybody in town knows it.\np It has been good "
        "for forty years, and nobody has changed the flour.\n");
    expect_as(
        "My title\n\nThe bread is good here and everybody in town knows it.\n\nIt has been good "
        "for "
        "forty years.\n\nWe use cookies to count visits.\n\nShare\n\nRelated posts\n\nCake\n",
        NCP_MARKUP_TEXT,
        "h My title\np The bread is good here and everybody in town knows it.\np It has been good "
        "for forty years.\n");
}

static void a_sales_call_is_kept_apart(void **state)
{
    struct ncp_article *a =
        read_as("# T\n\nThe bread is good.\n\nIt is old.\n\nSchedule a consultation today!\n",
                NCP_MARKUP_MARKDOWN);
    (void)state;
    assert_int_equal(a->blocks[3].part, NCP_PART_APPEAL);
    ncp_article_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_goes_text_stays),
        cmocka_unit_test(what_is_no_prose_goes),
        cmocka_unit_test(html_blocks_are_read),
        cmocka_unit_test(lists_and_quotations_are_told_apart),
        cmocka_unit_test(holes_are_marked),
        cmocka_unit_test(offsets_point_into_the_file),
        cmocka_unit_test(titles),
        cmocka_unit_test(plain_text_has_blocks_too),
        cmocka_unit_test(what_is_not_the_article_is_left_out),
        cmocka_unit_test(a_sales_call_is_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
