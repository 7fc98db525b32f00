/* SPDX-License-Identifier: MIT */
/* What front matter means: every key, and the forms people write values in. */
#include "ncpost/article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "case_files.h"

struct meta_case {
    const char *front_matter; /* JSON */
    const char *expected;     /* JSON: the value of the meaning */
    const char *used;         /* the key path, or NULL: nothing was used */
};

static json_t *metadata_of(const char *front_matter)
{
    json_t *object = json_loads(front_matter, 0, NULL);
    if (!object)
        fail_msg("the test holds what is not JSON: %s", front_matter);
    json_t *meta = ncp_metadata(object);
    json_decref(object);
    assert_non_null(meta);
    return meta;
}

static void run_case(const char *meaning, const struct meta_case *c)
{
    json_t *meta = metadata_of(c->front_matter);
    assert_json_text(c->front_matter, json_object_get(meta, meaning), c->expected);
    const char *used = json_string_value(json_object_get(json_object_get(meta, "used"), meaning));
    if (strcmp(used ? used : "nothing", c->used ? c->used : "nothing") != 0)
        fail_msg("%s\n  used     %s\n  expected %s", c->front_matter, used ? used : "nothing",
                 c->used ? c->used : "nothing");
    json_decref(meta);
}

#define RUN(meaning, cases)                                      \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
    run_case((meaning), &(cases)[i])

static void every_meaning_is_there_even_for_nothing(void **state)
{
    (void)state;
    static const char empty[] =
        "{\"title\": null, \"caption\": null, \"summary\": null, \"url\": null, \"image\": null,"
        "\"image_alt\": null, \"lang\": null, \"date\": null, \"blog\": null, \"hashtags\": [],"
        "\"tags\": [], \"authors\": [], \"draft\": false, \"used\": {}}";
    static const char *const nothings[] = {
        "{}",
        "{\"title\": null, \"tags\": [], \"author\": {}, \"image\": {}, \"params\": null}",
        "{\"title\": \"  \", \"tags\": \" , \", \"author\": [null], \"params\": [1]}",
        "{\"title\": {}, \"lang\": true, \"url\": [], \"date\": false, \"seo\": \"x\"}",
    };
    for (size_t i = 0; i < sizeof nothings / sizeof *nothings; i++) {
        json_t *meta = metadata_of(nothings[i]);
        assert_json_text(nothings[i], meta, empty);
        json_decref(meta);
    }
}

static void titles(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"title\": \"Rain\"}", "\"Rain\"", "title"},
        {"{\"Title\": \"Rain\"}", "\"Rain\"", "Title"},
        {"{\"linkTitle\": \"Rain\"}", "\"Rain\"", "linkTitle"},
        {"{\"seo_title\": \"Rain\"}", "\"Rain\"", "seo_title"},
        {"{\"meta_title\": \"Rain\"}", "\"Rain\"", "meta_title"},
        {"{\"og:title\": \"Rain\"}", "\"Rain\"", "og:title"},
        {"{\"linkTitle\": \"Short\", \"title\": \"Rain\"}", "\"Rain\"", "title"},
        {"{\"title\": \"\", \"meta-title\": \"Rain\"}", "\"Rain\"", "meta-title"},
        {"{\"title\": 1984}", "\"1984\"", "title"},
        {"{\"title\": 2.5}", "\"2.5\"", "title"},
        {"{\"title\": true}", "null", NULL},
        {"{\"title\": \"{{ page.name }}\"}", "null", NULL},
        {"{\"title\": \"  Rain \\n in\\u00a0\\tLisbon \"}", "\"Rain in Lisbon\"", "title"},
        {"{\"title\": \"Ra\\u0007in\\u202e \\ufeffin\\u200b\\u00ad Lisbon\"}", "\"Rain in Lisbon\"",
         "title"},
        {"{\"title\": \"cafe\\u0301\"}", "\"caf\\u00e9\"", "title"},
        {"{\"seo\": {\"title\": \"Rain | Blog\"}}", "\"Rain | Blog\"", "seo.title"},
        {"{\"seo\": {\"title\": \"B\"}, \"params\": {\"title\": \"A\"}}", "\"A\"", "params.title"},
        {"{\"params\": {\"seo\": {\"title\": \"A\"}}}", "\"A\"", "params.seo.title"},
        {"{\"SEO\": {\"title\": \"A\"}}", "\"A\"", "seo.title"},
    };
    RUN("title", cases);
}

static void captions(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"caption\": \"One  two.\"}", "\"One two.\"", "caption"},
        {"{\"caption\": \" One.\\n\\n\\n \\nTwo. \\nThree.\\n\"}", "\"One.\\n\\nTwo.\\nThree.\"",
         "caption"},
        {"{\"summary\": \"S\", \"social\": {\"caption\": \"C\"}}", "\"C\"", "social.caption"},
        {"{\"params\": {\"caption\": \"C\"}}", "\"C\"", "params.caption"},
        {"{\"summary\": \"S\"}", "null", NULL},
    };
    RUN("caption", cases);
}

static void summaries(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"summary\": \"S\", \"excerpt\": \"E\"}", "\"S\"", "summary"},
        {"{\"excerpt\": \"E\", \"description\": \"D\"}", "\"E\"", "excerpt"},
        {"{\"description\": \"D\", \"custom_excerpt\": \"C\"}", "\"D\"", "description"},
        {"{\"custom_excerpt\": \"C\", \"subtitle\": \"T\"}", "\"C\"", "custom_excerpt"},
        {"{\"subtitle\": \"T\"}", "\"T\"", "subtitle"},
        {"{\"summary\": null, \"description\": \"Two\\nlines\"}", "\"Two lines\"", "description"},
        {"{\"og\": {\"description\": \"D\"}}", "\"D\"", "og.description"},
        {"{\"params\": {\"summary\": \"S\"}, \"subtitle\": \"T\"}", "\"T\"", "subtitle"},
    };
    RUN("summary", cases);
}

static void urls(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"canonical_url\": \"https://a.example/x\"}", "\"https://a.example/x\"",
         "canonical_url"},
        {"{\"canonical\": \"https://a.example/x\"}", "\"https://a.example/x\"", "canonical"},
        {"{\"canonicalURL\": \"https://a.example/x\"}", "\"https://a.example/x\"", "canonicalURL"},
        {"{\"permalink\": \"/rain/\"}", "\"/rain/\"", "permalink"},
        {"{\"url\": \"/rain/\", \"slug\": \"r\"}", "\"/rain/\"", "url"},
        {"{\"slug\": \"rain\"}", "\"rain\"", "slug"},
        {"{\"slug\": 2026}", "\"2026\"", "slug"},
        {"{\"slug\": \"rain\", \"seo\": {\"canonical\": \"https://a.example/x\"}}",
         "\"https://a.example/x\"", "seo.canonical"},
        {"{\"permalink\": \"/:year/:title/\", \"slug\": \"rain\"}", "\"rain\"", "slug"},
        {"{\"permalink\": \"pretty\"}", "null", NULL},
        {"{\"permalink\": false}", "null", NULL},
        {"{\"permalink\": \"/{{ title | slug }}/\"}", "null", NULL},
        {"{\"url\": \"javascript:alert(1)\"}", "null", NULL},
        {"{\"url\": \"two words\"}", "null", NULL},
        {"{\"url\": \"HTTPS://A.example\"}", "\"HTTPS://A.example\"", "url"},
    };
    RUN("url", cases);
}

static void images(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"image\": \"a.jpg\"}", "\"a.jpg\"", "image"},
        {"{\"image\": {\"path\": \"a.jpg\", \"height\": 3}}", "\"a.jpg\"", "image.path"},
        {"{\"image\": {\"url\": \"a.jpg\"}}", "\"a.jpg\"", "image.url"},
        {"{\"image\": {\"src\": \"a.jpg\"}}", "\"a.jpg\"", "image.src"},
        {"{\"image\": {\"alt\": \"x\"}, \"thumbnail\": \"t.jpg\"}", "\"t.jpg\"", "thumbnail"},
        {"{\"images\": [\"a.jpg\", \"b.jpg\"]}", "\"a.jpg\"", "images"},
        {"{\"images\": [\"\", {\"src\": \"b.jpg\"}]}", "\"b.jpg\"", "images.src"},
        {"{\"heroImage\": \"a.jpg\"}", "\"a.jpg\"", "heroImage"},
        {"{\"cover\": {\"image\": \"a.jpg\"}}", "\"a.jpg\"", "cover.image"},
        {"{\"cover\": \"a.jpg\"}", "\"a.jpg\"", "cover"},
        {"{\"coverImage\": \"a.jpg\"}", "\"a.jpg\"", "coverImage"},
        {"{\"featured_image\": \"a.jpg\"}", "\"a.jpg\"", "featured_image"},
        {"{\"feature_image\": \"a.jpg\"}", "\"a.jpg\"", "feature_image"},
        {"{\"og_image\": \"a.jpg\"}", "\"a.jpg\"", "og_image"},
        {"{\"og\": {\"image\": \"a.jpg\"}}", "\"a.jpg\"", "og.image"},
        {"{\"thumbnail\": \"a b.jpg\"}", "\"a b.jpg\"", "thumbnail"},
        {"{\"image\": \"data:image/png;base64,AAAA\"}", "null", NULL},
        {"{\"image\": 3}", "null", NULL},
    };
    RUN("image", cases);
}

static void alternative_texts(void **state)
{
    (void)state;
    static const struct {
        const char *front_matter, *expected;
    } cases[] = {
        {"{\"image\": {\"src\": \"a.jpg\", \"alt\": \"A  hill\"}}", "\"A hill\""},
        {"{\"cover\": {\"image\": \"a.jpg\", \"alt\": \"A hill\"}}", "\"A hill\""},
        {"{\"images\": [{\"src\": \"a.jpg\", \"alt\": \"A hill\"}]}", "\"A hill\""},
        {"{\"heroImage\": \"a.jpg\", \"heroImageAlt\": \"A hill\"}", "\"A hill\""},
        {"{\"feature_image\": \"a.jpg\", \"feature_image_alt\": \"A hill\"}", "\"A hill\""},
        {"{\"heroImage\": \"a.jpg\", \"image_alt\": \"A hill\"}", "\"A hill\""},
        {"{\"image\": \"a.jpg\", \"alt\": \"A hill\"}", "\"A hill\""},
        {"{\"image\": \"a.jpg\"}", "null"},
        {"{\"image_alt\": \"A hill\"}", "null"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *meta = metadata_of(cases[i].front_matter);
        assert_json_text(cases[i].front_matter, json_object_get(meta, "image_alt"),
                         cases[i].expected);
        json_decref(meta);
    }
}

static void languages(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"lang\": \"en\"}", "\"en\"", "lang"},
        {"{\"locale\": \"en_GB\", \"lang\": \"de\"}", "\"en-GB\"", "locale"},
        {"{\"language\": \"pt-BR\"}", "\"pt-BR\"", "language"},
        {"{\"locale\": \"en_US.UTF-8\"}", "\"en-US\"", "locale"},
        {"{\"lang\": \"zh-Hant\"}", "\"zh-Hant\"", "lang"},
        {"{\"lang\": \"English\"}", "null", NULL},
        {"{\"lang\": \"English\", \"language\": \"en\"}", "\"en\"", "language"},
        {"{\"lang\": \"e\"}", "null", NULL},
        {"{\"lang\": \".\"}", "null", NULL},
        {"{\"lang\": \"en-waytoolong\"}", "null", NULL},
        {"{\"lang\": \"d\\u00e9\"}", "null", NULL},
        {"{\"isCJKLanguage\": true}", "null", NULL},
    };
    RUN("lang", cases);
}

static void dates(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"date\": \"2026-11-13\"}", "\"2026-11-13\"", "date"},
        {"{\"publishDate\": \"2026-11-13\"}", "\"2026-11-13\"", "publishDate"},
        {"{\"pubDate\": \"Jul 08 2026\"}", "\"Jul 08 2026\"", "pubDate"},
        {"{\"pubdate\": \"2026-11-13\"}", "\"2026-11-13\"", "pubdate"},
        {"{\"published\": \"2026-11-13\"}", "\"2026-11-13\"", "published"},
        {"{\"published_at\": \"2026-11-13\"}", "\"2026-11-13\"", "published_at"},
        {"{\"date\": \"\", \"publishDate\": \"2026-11-13\"}", "\"2026-11-13\"", "publishDate"},
        {"{\"date\": 20261113}", "\"20261113\"", "date"},
        {"{\"published\": true}", "null", NULL},
        {"{\"published\": \"yes\"}", "null", NULL},
    };
    RUN("date", cases);
}

static void drafts(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"draft\": true}", "true", "draft"},
        {"{\"draft\": \"true\"}", "true", "draft"},
        {"{\"draft\": false}", "false", NULL},
        {"{\"published\": false}", "true", "published"},
        {"{\"published\": true}", "false", NULL},
        {"{\"published\": \"2026-11-13\"}", "false", NULL},
        {"{\"status\": \"Draft\"}", "true", "status"},
        {"{\"status\": \"private\"}", "true", "status"},
        {"{\"status\": \"published\"}", "false", NULL},
        {"{\"draft\": false, \"status\": \"draft\"}", "true", "status"},
        {"{\"params\": {\"draft\": true}}", "true", "params.draft"},
    };
    RUN("draft", cases);
}

static void blogs(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"blog\": \"Turning the Page\"}", "\"Turning the Page\"", "blog"},
        {"{\"site\": \"Turning the Page\"}", "\"Turning the Page\"", "site"},
        {"{\"site\": \"https://a.example\", \"publication\": \"Rain\"}", "\"Rain\"", "publication"},
        {"{\"site\": {\"url\": \"a\"}}", "null", NULL},
        {"{\"og\": {\"site_name\": \"Turning the Page\"}}", "\"Turning the Page\"", "og.site_name"},
        {"{\"publication\": \"Turning the Page\"}", "\"Turning the Page\"", "publication"},
    };
    RUN("blog", cases);
}

static void own_hashtags(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"hashtags\": [\"#WorldKindnessDay\", \"Kindness\"]}",
         "[\"WorldKindnessDay\", \"Kindness\"]", "hashtags"},
        {"{\"hashtags\": \"#One #Two\"}", "[\"One\", \"Two\"]", "hashtags"},
        {"{\"hashtags\": [\"#One #Two\", \"three four\"]}", "[\"One\", \"Two\", \"three four\"]",
         "hashtags"},
        {"{\"hashtags\": \"One, #Two,Three\"}", "[\"One\", \"Two\", \"Three\"]", "hashtags"},
        {"{\"hashtags\": [\"post\"]}", "[\"post\"]", "hashtags"},
        {"{\"social\": {\"hashtags\": [\"One\"]}}", "[\"One\"]", "social.hashtags"},
        {"{\"tags\": [\"One\"]}", "[]", NULL},
    };
    RUN("hashtags", cases);
}

static void tags(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"tags\": [\"rain\", \"Lisbon\", \"Rain\", null, \" \", 2026]}",
         "[\"rain\", \"Lisbon\", \"2026\"]", "tags"},
        {"{\"tags\": [\"Paris, France\"]}", "[\"Paris, France\"]", "tags"},
        {"{\"tags\": \"The Old Man and the Sea\"}", "[\"The Old Man and the Sea\"]", "tags"},
        {"{\"tags\": \"another tag\"}", "[\"another tag\"]", "tags"},
        {"{\"tags\": \"World Kindness Day\"}", "[\"World Kindness Day\"]", "tags"},
        {"{\"tags\": \"kindness health community news\"}",
         "[\"kindness\", \"health\", \"community\", \"news\"]", "tags"},
        {"{\"tags\": \"mental health, kindness ,, rain\"}",
         "[\"mental health\", \"kindness\", \"rain\"]", "tags"},
        {"{\"tags\": \"mental health\\nkindness\"}", "[\"mental health\", \"kindness\"]", "tags"},
        {"{\"tags\": \"\xE9\x9B\xA8\xE3\x80\x81\xE6\x95\xA3\xE6\xAD\xA9\"}",
         "[\"\xE9\x9B\xA8\", \"\xE6\x95\xA3\xE6\xAD\xA9\"]", "tags"},
        {"{\"tags\": [\"#internal\", \"rain\"]}", "[\"rain\"]", "tags"},
        {"{\"tags\": [{\"name\": \"rain\"}, {\"name\": \"#import\"}, {\"slug\": \"x\"}]}",
         "[\"rain\"]", "tags"},
        {"{\"tags\": [\"posts\", \"rain\", \"all\", \"nav\", \"Post\"]}", "[\"rain\"]", "tags"},
        {"{\"tags\": \"post\", \"keywords\": \"rain, Lisbon\"}", "[\"rain\", \"Lisbon\"]",
         "keywords"},
        {"{\"tag\": \"news of the whole world\"}", "[\"news of the whole world\"]", "tag"},
        {"{\"categories\": [\"Travel\"], \"category\": \"x\"}", "[\"Travel\"]", "categories"},
        {"{\"category\": \"Arts and crafts at home\"}", "[\"Arts and crafts at home\"]",
         "category"},
        {"{\"category\": \"Uncategorized\"}", "[]", NULL},
        {"{\"categories\": [\"Travel\"], \"tags\": [\"rain\"]}", "[\"rain\"]", "tags"},
        {"{\"taxonomies\": {\"tags\": [\"rain\"]}}", "[\"rain\"]", "taxonomies.tags"},
        {"{\"tags\": [[\"rain\"]]}", "[]", NULL},
    };
    RUN("tags", cases);
}

static void authors(void **state)
{
    (void)state;
    static const struct meta_case cases[] = {
        {"{\"author\": \"Ada Byron\"}", "[\"Ada Byron\"]", "author"},
        {"{\"author\": {\"name\": \"Ada Byron\", \"twitter\": \"@ada\"}}", "[\"Ada Byron\"]",
         "author"},
        {"{\"author\": [\"Ada\", {\"name\": \"Grace\"}, \"ada\"]}", "[\"Ada\", \"Grace\"]",
         "author"},
        {"{\"authors\": [\"Ada\"]}", "[\"Ada\"]", "authors"},
        {"{\"author\": {\"twitter\": \"@ada\"}, \"authors\": \"Ada\"}", "[\"Ada\"]", "authors"},
    };
    RUN("authors", cases);
}

static void many_keys_take_linear_time(void **state)
{
    (void)state;
    json_t *object = json_object(), *list = json_array();
    for (int i = 0; i < 100000; i++) {
        char name[32];
        snprintf(name, sizeof name, "k%d", i);
        json_object_set_new(object, name, json_null());
        json_array_append_new(list, json_string(name));
    }
    json_object_set_new(object, "tags", list);
    json_t *meta = ncp_metadata(object);
    assert_int_equal(json_array_size(json_object_get(meta, "tags")), 100000);
    json_decref(meta);
    json_decref(object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_meaning_is_there_even_for_nothing),
        cmocka_unit_test(titles),
        cmocka_unit_test(captions),
        cmocka_unit_test(summaries),
        cmocka_unit_test(urls),
        cmocka_unit_test(images),
        cmocka_unit_test(alternative_texts),
        cmocka_unit_test(languages),
        cmocka_unit_test(dates),
        cmocka_unit_test(drafts),
        cmocka_unit_test(blogs),
        cmocka_unit_test(own_hashtags),
        cmocka_unit_test(tags),
        cmocka_unit_test(authors),
        cmocka_unit_test(many_keys_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
