/* SPDX-License-Identifier: MIT */
/* Addresses, URLs, masking, and strangers' bytes made visible. */
#include "deliver/address.h"
#include "deliver/url.h"
#include "deliver/visible.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>

static bool address_private(const char *text)
{
    struct sockaddr_in in = {.sin_family = AF_INET};
    struct sockaddr_in6 in6 = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &in.sin_addr) == 1)
        return ncpi_address_private((const struct sockaddr *)(const void *)&in);
    assert_int_equal(inet_pton(AF_INET6, text, &in6.sin6_addr), 1);
    return ncpi_address_private((const struct sockaddr *)(const void *)&in6);
}

static void private_addresses_in_every_disguise(void **state)
{
    (void)state;
    static const char *const inside[] = {"0.0.0.0",
                                         "10.1.2.3",
                                         "100.64.0.1",
                                         "100.127.255.255",
                                         "127.0.0.1",
                                         "127.255.0.1",
                                         "169.254.169.254",
                                         "172.16.0.1",
                                         "172.31.255.255",
                                         "192.0.0.1",
                                         "192.168.1.1",
                                         "198.19.0.1",
                                         "224.0.0.1",
                                         "255.255.255.255",
                                         "::",
                                         "::1",
                                         "::ffff:127.0.0.1",
                                         "::ffff:10.0.0.1",
                                         "::127.0.0.1",
                                         "64:ff9b::127.0.0.1",
                                         "64:ff9b:1::1",
                                         "2002:7f00:1::",
                                         "2002:c0a8:101::1",
                                         "2001::1",
                                         "2001:db8::1",
                                         "fc00::1",
                                         "fd12::1",
                                         "fe80::1",
                                         "fec0::1",
                                         "ff02::1",
                                         "3fff::1"};
    static const char *const outside[] = {
        "1.1.1.1",         "100.63.255.255",       "100.128.0.0",    "172.15.255.255",
        "172.32.0.0",      "192.167.1.1",          "198.17.0.1",     "223.255.255.255",
        "2606:4700::1111", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        "2002:808:808::1"};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (!address_private(inside[i]))
            fail_msg("%s", inside[i]);
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        if (address_private(outside[i]))
            fail_msg("%s", outside[i]);
    struct sockaddr other = {.sa_family = AF_UNIX};
    assert_true(ncpi_address_private(&other));
}

static void urls_are_checked_as_libcurl_reads_them(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "nonsense",
                                      "ftp://example.com/",
                                      "file:///etc/passwd",
                                      "http://example.com/",
                                      "https://localhost/",
                                      "https://x.LOCALHOST./",
                                      "https://127.1/",
                                      "https://0177.0.0.1/",
                                      "https://0x7f000001/",
                                      "https://2130706433/",
                                      "https://[::1]/",
                                      "https://[fe80::1%25eth0]/",
                                      "https://10.0.0.1:8443/x",
                                      "https://user@192.168.0.1/",
                                      "https://[::ffff:10.0.0.1]/"};
    static const char *const good[] = {"https://example.com/", "https://8.8.8.8/x",
                                       "https://localhost.example.com/", "https://a@example.com/"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (ncpi_url_check(bad[i], false, "it", NULL) != NCP_E_CONFIG)
            fail_msg("%s", bad[i]);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (ncpi_url_check(good[i], false, "it", NULL) != NCP_OK)
            fail_msg("%s", good[i]);
    assert_int_equal(ncpi_url_check("http://127.0.0.1/", true, "it", NULL), NCP_OK);
}

static void expect_extended(const char *url, const char *path, bool base, const char *query,
                            const char *expected)
{
    struct ncpi_secret out;
    assert_int_equal(ncpi_url_extend(url, path, base, query, &out, NULL), NCP_OK);
    assert_string_equal(out.ptr, expected);
    ncpi_secret_free(&out);
}

static void urls_get_what_the_format_adds(void **state)
{
    (void)state;
    expect_extended("https://h", "/api/x", false, NULL, "https://h/api/x");
    expect_extended("https://h/own", "/api/x", false, NULL, "https://h/own");
    expect_extended("https://h/base/", "/api/x", true, NULL, "https://h/base/api/x");
    expect_extended("https://h/api/x", "/api/x", true, NULL, "https://h/api/x");
    expect_extended("https://h/p", NULL, false, "wait=true", "https://h/p?wait=true");
    expect_extended("https://h/p?wait=false&a=1", NULL, false, "wait=true",
                    "https://h/p?wait=false&a=1");
    expect_extended("https://h/p?a=1#f", NULL, false, "wait=true", "https://h/p?a=1&wait=true");
}

static void only_the_same_origin_is_the_same(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {
        {"https://h/a", "https://h/b", true},         {"https://h/a", "https://H:443/b", true},
        {"https://h/a", "http://h/a", false},         {"https://h/a", "https://h:444/a", false},
        {"https://h/a", "https://h.example/", false}, {"https://h/a", "https://u@h/a", false},
        {"http://127.1/", "http://127.0.0.1/", true}, {"https://h/a", "file:///a", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(ncpi_url_same_origin(cases[i].a, cases[i].b), cases[i].same);
}

static void expect_masked(const struct ncpi_vault *vault, const char *text, const char *expected)
{
    struct ncp_buf out = NCP_BUF_INIT;
    ncpi_vault_mask(vault, ncp_str_from(text), &out);
    assert_string_equal(out.ptr, expected);
    ncp_buf_free(&out);
}

static void secrets_are_masked_in_every_spelling(void **state)
{
    (void)state;
    struct ncpi_vault vault = NCPI_VAULT_INIT;
    ncpi_vault_add_url(&vault, "https://joe:pass%20word@h.example/hooks/AbCdEfGh?token=tok/en+123");
    expect_masked(&vault, "to /hooks/AbCdEfGh?x", "to ***?x");
    expect_masked(&vault, "seen AbCdEfGh here", "seen *** here");
    expect_masked(&vault, "\\/hooks\\/AbCdEfGh", "***");
    expect_masked(&vault, "%2Fhooks%2FAbCdEfGh", "***");
    expect_masked(&vault, "token=tok/en+123", "***");
    expect_masked(&vault, "tok/en+123", "***");
    expect_masked(&vault, "pass%20word", "***");
    expect_masked(&vault, "pass word", "***");
    expect_masked(&vault, "Basic am9lOnBhc3Mgd29yZA==", "Basic ***");
    expect_masked(&vault, "cut in the middle: AbCdE", "cut in the middle: ***");
    expect_masked(&vault, "harmless h.example", "harmless h.example");
    ncpi_vault_free(&vault);
}

static void control_characters_are_made_visible(void **state)
{
    (void)state;
    struct ncp_buf out = NCP_BUF_INIT;
    ncpi_visible((struct ncp_str){"a\x1b[2J\n\x07\xff\xc3(é\0z\xe2\x80\xae", 17}, 100, &out);
    assert_string_equal(out.ptr, "a\\u{1b}[2J\\n\\u{7}\\xff\\xc3(é\\u{0}z\\u{202e}");
    ncp_buf_clear(&out);
    ncpi_visible(NCP_STR("0123456789"), 4, &out);
    assert_string_equal(out.ptr, "0123…");
    ncp_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(private_addresses_in_every_disguise),
        cmocka_unit_test(urls_are_checked_as_libcurl_reads_them),
        cmocka_unit_test(urls_get_what_the_format_adds),
        cmocka_unit_test(only_the_same_origin_is_the_same),
        cmocka_unit_test(secrets_are_masked_in_every_spelling),
        cmocka_unit_test(control_characters_are_made_visible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
