/* SPDX-License-Identifier: MIT */
/* Templates, filters and facets. */
#include "deliver/template.h"
#include "deliver/filter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char context_text[] =
    "{\"caption\": \"a <b> & \\\"c\\\" {d} #e\", \"hashtags\": [\"#One\", \"#Two\"], \"none\": "
    "null,"
    " \"empty\": \"\", \"n\": 7, \"yes\": true, \"target\": {\"who\": \"me\"}, \"lang\": \"und\"}";

/* What `template` becomes; NULL on an error, with its code in `*code`. */
static char *render(const char *template, enum ncp_code *code)
{
    json_t *context = json_loads(context_text, 0, NULL);
    json_t *doc = json_loads(template, JSON_DECODE_ANY, NULL);
    json_t *out = NULL;
    assert_non_null(context);
    assert_non_null(doc);
    *code = ncpi_template_render(doc, context, &out, NULL);
    char *text = out ? json_dumps(out, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    json_decref(out);
    json_decref(doc);
    json_decref(context);
    return text;
}

static void templates_render(void **state)
{
    (void)state;
    static const struct {
        const char *template, *expected;
    } cases[] = {
        {"\"{caption}\"", "\"a <b> & \\\"c\\\" {d} #e\""},
        {"\"x{n}y{none}z\"", "\"x7yz\""},
        {"\"{n}\"", "7"},
        {"\"{none}\"", "null"},
        {"\"{hashtags}\"", "[\"#One\",\"#Two\"]"},
        {"\"tags: {hashtags}\"", "\"tags: #One #Two\""},
        {"\"{hashtags|join:, }\"", "\"#One, #Two\""},
        {"\"{hashtags|bare}\"", "[\"One\",\"Two\"]"},
        {"\"{hashtags|bare|join:+}\"", "\"One+Two\""},
        {"\"{{caption}}\"", "\"{caption}\""},
        {"\"{caption|slack}\"", "\"a &lt;b&gt; &amp; \\\"c\\\" {d} #e\""},
        {"\"{caption|linkedin}\"", "\"a \\\\<b\\\\> & \\\"c\\\" \\\\{d\\\\} #e\""},
        {"\"{caption|html}\"", "\"a &lt;b&gt; &amp; &quot;c&quot; {d} #e\""},
        {"\"{target.who}\"", "\"me\""},
        {"\"{target.nobody}\"", "null"},
        {"\"{target.nobody|or:you}\"", "\"you\""},
        {"\"{yes|choose:a,b}{none|choose:a,b}\"", "\"ab\""},
        {"\"{lang|list}\"", "[]"},
        {"\"{lang|known}\"", "null"},
        {"{\"a?\": \"{none}\", \"b?\": \"{empty}\", \"c?\": \"{n}\", \"d\": \"{none}\"}",
         "{\"c\":7,\"d\":null}"},
        {"{\"$each\": \"hashtags\", \"$item\": {\"tag\": \"{item|bare}\"}}",
         "[{\"tag\":\"One\"},{\"tag\":\"Two\"}]"},
        {"[true, 1.5, null, \"x\"]", "[true,1.5,null,\"x\"]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum ncp_code code;
        char *text = render(cases[i].template, &code);
        assert_int_equal(code, NCP_OK);
        assert_string_equal(text, cases[i].expected);
        free(text);
    }
}

static void mistakes_are_told(void **state)
{
    (void)state;
    static const char *const bad[] = {"\"{captoin}\"", "\"{caption|slak}\"", "\"a {caption\"",
                                      "\"a } b\"", "{\"$each\": \"nothing\", \"$item\": 1}"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        enum ncp_code code;
        char *text = render(bad[i], &code);
        assert_int_equal(code, NCP_E_CONFIG);
        assert_null(text);
    }
}

static void deep_templates_are_refused(void **state)
{
    (void)state;
    struct ncp_buf deep = NCP_BUF_INIT;
    enum ncp_code code;
    for (int i = 0; i < 1000; i++)
        ncp_buf_add_char(&deep, '[');
    for (int i = 0; i < 1000; i++)
        ncp_buf_add_char(&deep, ']');
    assert_null(render(deep.ptr, &code));
    assert_int_equal(code, NCP_E_CONFIG);
    ncp_buf_free(&deep);
}

/* ---- facets ----------------------------------------------------------------------- */

/* "start-end:value" of each facet. */
static char *facets(const char *text)
{
    struct ncp_buf out = NCP_BUF_INIT;
    json_t *list = ncpi_facets(ncp_str_from(text));
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *facet = json_array_get(list, i);
        int start, end;
        const char *tag = NULL, *uri = NULL;
        assert_int_equal(json_unpack(facet, "{s:{s:i, s:i}, s:[{s?s, s?s}]}", "index", "byteStart",
                                     &start, "byteEnd", &end, "features", "tag", &tag, "uri", &uri),
                         0);
        ncp_buf_add_format(&out, "%s%d-%d:%s", i > 0 ? " " : "", start, end, tag ? tag : uri);
    }
    json_decref(list);
    ncp_buf_add_cstr(&out, "");
    return out.ptr;
}

static void facets_count_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"no tags", ""},
        {"#a", "0-2:a"},
        {"Grüße 🎉 #Freude!", "13-20:Freude"},
        {"#1 #2nd", "3-7:2nd"},
        {"a#b # c", ""},
        {"＃wide", "0-7:wide"},
        {"#one#two", "0-8:one#two"},
        {"#tag. #tag, (#no)", "0-4:tag 6-10:tag"},
        {"see https://a.example/x.", "4-23:https://a.example/x"},
        {"(https://a.example/x)", "1-20:https://a.example/x"},
        {"https://a.example/x_(y)", "0-23:https://a.example/x_(y)"},
        {"HTTP://A.example, then", ""},
        {"see example.com/a.", "4-17:https://example.com/a"},
        {"see @ada.bsky.social #tag", "21-25:tag"},
        {"https://", ""},
        {"xhttps://a.example", ""},
        {"https://a.example/#frag #t", "0-23:https://a.example/#frag 24-26:t"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *got = facets(cases[i].text);
        assert_string_equal(got, cases[i].expected);
        free(got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_render),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(deep_templates_are_refused),
        cmocka_unit_test(facets_count_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
