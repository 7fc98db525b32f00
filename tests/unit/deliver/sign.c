/* SPDX-License-Identifier: MIT */
/* Signatures and record keys, against values that openssl and Python's hmac gave. */
#include "deliver/sign.h"
#include "deliver/tid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BODY NCP_STR("{\"text\":\"Grüße\"}")
#define KEY  "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
#define MAC  "v1,58fOPZpPKsZSlXL0Tatr5e5yEJxlDwUP/FsXqk/ZQGQ="

static struct ncpi_secret secret(const char *text)
{
    struct ncpi_secret s;
    assert_int_equal(ncpi_secret_copy(&s, ncp_str_from(text), NULL), NCP_OK);
    return s;
}

static void standard_webhooks_sign_id_time_and_body(void **state)
{
    (void)state;
    struct ncpi_secret keys[] = {secret("whsec_" KEY), secret("b2xkIGtleQ==")};
    struct ncp_buf out = NCP_BUF_INIT;
    assert_int_equal(ncpi_sign_standard(keys, 1, "0123456789abcdef", 1795514400, BODY, &out, NULL),
                     NCP_OK);
    assert_string_equal(out.ptr, MAC);
    ncp_buf_clear(&out);
    assert_int_equal(ncpi_sign_standard(keys, 2, "0123456789abcdef", 1795514400, BODY, &out, NULL),
                     NCP_OK);
    assert_string_equal(out.ptr, MAC " v1,uWHzx9+iZgm+uFayntf96HMkcetajNr+dZx2pmovAYQ=");
    ncp_buf_free(&out);
    ncpi_secret_free(&keys[0]);
    ncpi_secret_free(&keys[1]);
}

static void a_key_that_is_no_base64_is_refused_without_showing(void **state)
{
    (void)state;
    static const char *const bad[] = {"whsec_", "plain words", "whsec_abc", "====", "AAEC_w=="};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct ncpi_secret key = secret(bad[i]);
        struct ncp_buf out = NCP_BUF_INIT;
        struct ncp_error err = NCP_ERROR_INIT;
        assert_int_equal(ncpi_sign_standard(&key, 1, "a", 1, BODY, &out, &err), NCP_E_CONFIG);
        if (i > 0)
            assert_null(strstr(err.message, bad[i]));
        ncp_error_free(&err);
        ncp_buf_free(&out);
        ncpi_secret_free(&key);
    }
}

static void github_signs_the_body(void **state)
{
    (void)state;
    struct ncpi_secret key = secret("a secret");
    struct ncp_buf out = NCP_BUF_INIT;
    assert_int_equal(ncpi_sign_github(&key, BODY, &out, NULL), NCP_OK);
    assert_string_equal(out.ptr,
                        "sha256=c74e036f96786ff8948c7d9a186be608a666749e3717ac933bc6a2f20bed87a5");
    ncp_buf_free(&out);
    ncpi_secret_free(&key);
}

static void basic_encodes_user_and_password(void **state)
{
    (void)state;
    struct ncpi_secret password = secret("pass wörd");
    struct ncp_buf out = NCP_BUF_INIT;
    assert_int_equal(ncpi_sign_basic("me", &password, &out, NULL), NCP_OK);
    assert_string_equal(out.ptr, "Basic bWU6cGFzcyB3w7ZyZA==");
    ncp_buf_free(&out);
    ncpi_secret_free(&password);
}

static void a_record_key_has_the_form_of_a_tid(void **state)
{
    (void)state;
    char tid[NCPI_TID_LENGTH + 1], other[NCPI_TID_LENGTH + 1],
        id[] = "0123456789abcdef0123456789abcdef";
    ncpi_tid(id, tid);
    assert_string_equal(tid, "24znzmfskgehb");
    for (int i = 0; i < 200; i++) {
        id[0] = (char)('!' + i % 90);
        id[1] = (char)('a' + i % 7);
        ncpi_tid(id, other);
        assert_int_equal(strlen(other), 13);
        assert_int_equal(strspn(other, "234567abcdefghijklmnopqrstuvwxyz"), 13);
        assert_non_null(strchr("234567abcdefghij", other[0]));
        assert_string_not_equal(tid, other);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_webhooks_sign_id_time_and_body),
        cmocka_unit_test(a_key_that_is_no_base64_is_refused_without_showing),
        cmocka_unit_test(github_signs_the_body),
        cmocka_unit_test(basic_encodes_user_and_password),
        cmocka_unit_test(a_record_key_has_the_form_of_a_tid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
