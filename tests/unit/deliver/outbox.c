/* SPDX-License-Identifier: MIT */
/* The outbox: each post once, each transition on disk, the dead told from the
 * living, and clocks that jump. */
#include "deliver/outbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define HOUR (INT64_C(3600) * 1000)

/* ---- a box in a folder of its own, on a clock of ours ---------------------- */

struct fixture {
    char dir[64];
    struct ncpi_moment now;
    struct ncpi_clock clock;
    struct ncpi_outbox *box;
};

static struct ncpi_moment told(void *data)
{
    struct fixture *f = data;
    return f->now;
}

static void open_box(struct fixture *f)
{
    struct ncp_error err = NCP_ERROR_INIT;
    if (ncpi_outbox_open(f->dir, &f->clock, &f->box, &err) != NCP_OK)
        fail_msg("%s", err.message);
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    memcpy(f->dir, "/tmp/ncpost-outbox.XXXXXX", sizeof "/tmp/ncpost-outbox.XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    f->now = (struct ncpi_moment){INT64_C(1795514400000), 5000000};
    f->clock = (struct ncpi_clock){told, f};
    open_box(f);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"outbox.lock", "outbox.sqlite", "outbox.sqlite-wal",
                                        "outbox.sqlite-shm"};
    ncpi_outbox_close(f->box);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", f->dir, names[i]);
        unlink(path);
    }
    rmdir(f->dir);
    free(f);
    return 0;
}

static char *make_body(void *data, const char *id, struct ncp_error *err)
{
    (void)data;
    (void)err;
    struct ncp_buf body = NCP_BUF_INIT;
    ncp_buf_add_format(&body, "{\"key\":\"%s\"}", id);
    return body.ptr;
}

static bool add(struct fixture *f, const char *target, const char *result, const char *text,
                bool again, char *id)
{
    struct ncpi_new_post post = {
        .target = target, .format = "generic", .result_id = result, .text = text, .at = -1};
    bool made;
    assert_int_equal(ncpi_outbox_add(f->box, &post, again, make_body, NULL, id, &made, NULL),
                     NCP_OK);
    return made;
}

static bool claim(struct fixture *f, int64_t keeps, struct ncpi_claim *c)
{
    bool got;
    assert_int_equal(ncpi_outbox_claim(f->box, "t", NULL, keeps, c, &got, NULL), NCP_OK);
    return got;
}

static void settle(struct fixture *f, struct ncpi_claim *c, enum ncpi_outcome outcome,
                   enum ncpi_state state, bool doubt, int64_t wait)
{
    struct ncpi_attempt attempt = {outcome == NCPI_DELIVERED ? 200 : 500, outcome, NULL, NULL};
    struct ncpi_next next = {state, doubt, false, wait};
    assert_int_equal(ncpi_outbox_settle(f->box, c, &attempt, &next, NULL), NCP_OK);
    ncpi_claim_free(c);
}

static void expect_state(struct fixture *f, const char *id, const char *state, const char *outcome,
                         size_t attempts)
{
    json_t *post = NULL;
    assert_int_equal(ncpi_outbox_show(f->box, id, &post, NULL), NCP_OK);
    assert_string_equal(json_string_value(json_object_get(post, "state")), state);
    assert_string_equal(json_string_value(json_object_get(post, "outcome")), outcome);
    assert_int_equal(json_array_size(json_object_get(post, "attempts")), attempts);
    json_decref(post);
}

static void later(struct fixture *f, int64_t ms)
{
    f->now.wall += ms;
    f->now.mono += ms;
}

/* ---- each post once --------------------------------------------------------- */

static void the_same_id_or_text_is_not_made_anew(void **state)
{
    struct fixture *f = *state;
    char first[33], id[33];
    assert_true(add(f, "t", "r1", "hello", false, first));
    assert_false(add(f, "t", "r1", "another text", false, id));
    assert_string_equal(id, first);
    assert_false(add(f, "t", "r2", "hello", false, id));
    assert_string_equal(id, first);
    assert_true(add(f, "u", "r1", "hello", false, id));
    assert_true(add(f, "t", "r3", "new", false, id));
}

static void only_refused_and_cancelled_make_room(void **state)
{
    struct fixture *f = *state;
    static const struct {
        enum ncpi_outcome outcome;
        enum ncpi_state end;
        bool doubt, again;
    } cases[] = {
        {NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, false},
        {NCPI_UNKNOWN, NCPI_STATE_UNKNOWN, true, false},
        {NCPI_NOT_SENT, NCPI_DEAD, false, false},
        {NCPI_REFUSED, NCPI_STATE_REFUSED, false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char id[33], second[33], text[32];
        struct ncpi_claim c;
        snprintf(text, sizeof text, "text %zu", i);
        assert_true(add(f, "t", text, text, false, id));
        assert_true(claim(f, 0, &c));
        assert_string_equal(c.id, id);
        assert_false(add(f, "t", text, text, false, second)); /* sending */
        settle(f, &c, cases[i].outcome, cases[i].end, cases[i].doubt, -1);
        assert_int_equal(add(f, "t", text, text, false, second), cases[i].again);
        if (cases[i].again) {
            assert_string_not_equal(id, second);
            assert_int_equal(ncpi_outbox_cancel(f->box, second, NULL), NCP_OK);
            assert_true(add(f, "t", text, text, false, id));
        }
    }
}

static void again_makes_a_new_key(void **state)
{
    struct fixture *f = *state;
    char first[33], second[33], third[33];
    assert_true(add(f, "t", "r", "x", false, first));
    assert_true(add(f, "t", "r", "x", true, second));
    assert_true(add(f, "t", "r", "x", true, third));
    assert_string_not_equal(first, second);
    assert_string_not_equal(second, third);
    char expected[33];
    ncpi_post_id("r", "t", 2, expected);
    assert_string_equal(third, expected);
}

static void ids_are_as_documented(void **state)
{
    (void)state;
    char id[33];
    /* printf 'ncpost-post-1\0r\0t\0000\0' | sha256sum | cut -c1-32 */
    ncpi_post_id("r", "t", 0, id);
    assert_string_equal(id, "76d8cbc5f823da634848a088831cf425");
    ncpi_post_id("r", "t", 120, id);
    assert_string_equal(id, "d6db3e04f4b65232432c33472851998b");
}

/* ---- sending ------------------------------------------------------------------ */

static void the_oldest_due_post_goes_first_and_only_once(void **state)
{
    struct fixture *f = *state;
    char a[33], b[33];
    struct ncpi_claim first, second, third;
    add(f, "t", "r1", "one", false, a);
    later(f, 10);
    add(f, "t", "r2", "two", false, b);
    assert_true(claim(f, 0, &first));
    assert_true(claim(f, 0, &second));
    assert_false(claim(f, 0, &third));
    assert_string_equal(first.id, a);
    assert_string_equal(second.id, b);
    expect_state(f, a, "sending", "unknown", 1);
    settle(f, &first, NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, -1);
    settle(f, &second, NCPI_NOT_SENT, NCPI_QUEUED, false, 1000);
    expect_state(f, a, "delivered", "delivered", 1);
    expect_state(f, b, "queued", "not_sent", 1);
    assert_false(claim(f, 0, &third));
    int64_t wait;
    assert_int_equal(ncpi_outbox_wait(f->box, &wait, NULL), NCP_OK);
    assert_int_equal(wait, 1000);
    later(f, 1000);
    assert_true(claim(f, 0, &third));
    assert_int_equal(third.n, 2);
    assert_int_equal(third.tries, 1);
    settle(f, &third, NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, -1);
    expect_state(f, b, "delivered", "delivered", 2);
}

static void a_scheduled_post_waits_for_the_wall_clock(void **state)
{
    struct fixture *f = *state;
    char id[33];
    bool made;
    struct ncpi_claim c;
    struct ncpi_new_post post = {.target = "t",
                                 .format = "generic",
                                 .result_id = "r",
                                 .text = "x",
                                 .at = f->now.wall + HOUR};
    assert_int_equal(ncpi_outbox_add(f->box, &post, false, make_body, NULL, id, &made, NULL),
                     NCP_OK);
    expect_state(f, id, "scheduled", "not_sent", 0);
    f->now.mono += 2 * HOUR;
    assert_false(claim(f, 0, &c));
    f->now.wall += HOUR;
    assert_true(claim(f, 0, &c));
    settle(f, &c, NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, -1);
}

static void a_clock_set_back_holds_no_retry_up(void **state)
{
    struct fixture *f = *state;
    char id[33];
    struct ncpi_claim c;
    add(f, "t", "r", "x", false, id);
    assert_true(claim(f, 0, &c));
    settle(f, &c, NCPI_NOT_SENT, NCPI_QUEUED, false, 2000);
    f->now.wall -= 24 * HOUR;
    assert_false(claim(f, 0, &c));
    f->now.mono += 2000;
    assert_true(claim(f, 0, &c));
    settle(f, &c, NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, -1);
}

static void a_clock_set_back_keeps_no_key_alive(void **state)
{
    struct fixture *f = *state;
    char id[33];
    struct ncpi_claim c;
    add(f, "t", "r", "x", false, id);
    assert_true(claim(f, HOUR, &c));
    settle(f, &c, NCPI_UNKNOWN, NCPI_STATE_UNKNOWN, true, 1000);
    f->now.wall -= 24 * HOUR;
    f->now.mono += HOUR;
    assert_false(claim(f, HOUR, &c)); /* an hour has passed, whatever the wall says */
    later(f, HOUR);
    assert_false(claim(f, 24 * HOUR, &c)); /* and it was left to a person */
    expect_state(f, id, "unknown", "unknown", 1);
}

static void doubt_is_left_to_a_person_without_keys(void **state)
{
    struct fixture *f = *state;
    char id[33];
    struct ncpi_claim c;
    add(f, "t", "r", "x", false, id);
    assert_true(claim(f, 0, &c));
    settle(f, &c, NCPI_UNKNOWN, NCPI_STATE_UNKNOWN, true, 0);
    assert_false(claim(f, 0, &c));
    assert_int_equal(ncpi_outbox_retry(f->box, id, NULL), NCP_OK);
    expect_state(f, id, "unknown", "unknown", 1);
    assert_true(claim(f, 0, &c)); /* one permit, one attempt */
    assert_true(c.doubt);
    settle(f, &c, NCPI_UNKNOWN, NCPI_STATE_UNKNOWN, true, 0);
    assert_false(claim(f, 0, &c));
    expect_state(f, id, "unknown", "unknown", 2);
}

/* ---- the dead and the living ---------------------------------------------------- */

static void a_dead_sender_leaves_unknown(void **state)
{
    struct fixture *f = *state;
    char id[33];
    struct ncpi_claim c;
    add(f, "t", "r", "x", false, id);
    ncpi_outbox_close(f->box);
    pid_t child = fork();
    if (child == 0) {
        struct ncpi_outbox *box;
        bool got = false;
        if (ncpi_outbox_open(f->dir, &f->clock, &box, NULL) != NCP_OK ||
            ncpi_outbox_claim(box, "t", NULL, 0, &c, &got, NULL) != NCP_OK)
            _exit(1);
        _exit(got ? 42 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 42);
    open_box(f);
    expect_state(f, id, "sending", "unknown", 1);
    json_t *ids = json_array();
    assert_int_equal(ncpi_outbox_recover(f->box, ids, NULL), NCP_OK);
    assert_int_equal(json_array_size(ids), 1);
    json_decref(ids);
    expect_state(f, id, "unknown", "unknown", 1);
    assert_true(claim(f, HOUR, &c)); /* keys are kept: at once, and it does not count */
    assert_int_equal(c.tries, 0);
    settle(f, &c, NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, -1);
}

static void a_living_sender_is_left_alone(void **state)
{
    struct fixture *f = *state;
    char id[33];
    int ready[2], done[2];
    char byte = 0;
    add(f, "t", "r", "x", false, id);
    ncpi_outbox_close(f->box);
    assert_int_equal(pipe(ready) + pipe(done), 0);
    pid_t child = fork();
    if (child == 0) {
        struct ncpi_outbox *box;
        struct ncpi_claim c;
        bool got = false;
        close(done[1]);
        if (ncpi_outbox_open(f->dir, &f->clock, &box, NULL) != NCP_OK ||
            ncpi_outbox_claim(box, "t", NULL, 0, &c, &got, NULL) != NCP_OK || !got)
            _exit(1);
        _exit(write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) != 0);
    }
    close(done[0]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    open_box(f);
    later(f, 1000 * HOUR);
    assert_int_equal(ncpi_outbox_recover(f->box, NULL, NULL), NCP_OK);
    expect_state(f, id, "sending", "unknown", 1);
    assert_int_equal(ncpi_outbox_cancel(f->box, id, NULL), NCP_E_USAGE);
    close(done[1]);
    waitpid(child, NULL, 0);
    assert_int_equal(ncpi_outbox_recover(f->box, NULL, NULL), NCP_OK);
    expect_state(f, id, "unknown", "unknown", 1);
    close(ready[0]);
    close(ready[1]);
}

static void a_stranger_cannot_settle_our_post(void **state)
{
    struct fixture *f = *state;
    char id[33];
    struct ncpi_claim c;
    add(f, "t", "r", "x", false, id);
    assert_true(claim(f, 0, &c));
    ncpi_outbox_close(f->box); /* and with it the lock */
    open_box(f);
    assert_int_equal(ncpi_outbox_recover(f->box, NULL, NULL), NCP_OK);
    settle(f, &c, NCPI_NOT_SENT, NCPI_QUEUED, false, 0);
    expect_state(f, id, "unknown", "unknown", 1);
}

/* ---- decisions -------------------------------------------------------------------- */

static void ids_may_be_cut_short(void **state)
{
    struct fixture *f = *state;
    char id[33], cut[9];
    json_t *post;
    add(f, "t", "r", "x", false, id);
    memcpy(cut, id, 8);
    cut[8] = '\0';
    assert_int_equal(ncpi_outbox_show(f->box, cut, &post, NULL), NCP_OK);
    json_decref(post);
    assert_int_equal(ncpi_outbox_show(f->box, "%", &post, NULL), NCP_E_USAGE);
    assert_int_equal(ncpi_outbox_show(f->box, "", &post, NULL), NCP_E_USAGE);
    assert_int_equal(ncpi_outbox_show(f->box, "ffffffffffffffffffffffffffffffff", &post, NULL),
                     NCP_E_NOINPUT);
    for (int i = 0; i < 40; i++) {
        char text[16], other[33];
        snprintf(text, sizeof text, "%d", i);
        add(f, "t", text, text, false, other);
    }
    cut[1] = '\0'; /* 41 ids, 16 digits */
    int ambiguous = 0;
    for (char digit = '0'; digit <= '9'; digit++) {
        cut[0] = digit;
        post = NULL;
        ambiguous += ncpi_outbox_show(f->box, cut, &post, NULL) == NCP_E_USAGE;
        json_decref(post);
    }
    assert_true(ambiguous > 0);
}

static void a_purged_post_is_still_not_sent_twice(void **state)
{
    struct fixture *f = *state;
    char id[33], other[33];
    struct ncpi_claim c;
    int64_t count;
    json_t *posts;
    add(f, "t", "r", "a secret plan", false, id);
    assert_true(claim(f, 0, &c));
    settle(f, &c, NCPI_DELIVERED, NCPI_STATE_DELIVERED, false, -1);
    later(f, HOUR);
    assert_int_equal(ncpi_outbox_purge(f->box, 2 * HOUR, &count, NULL), NCP_OK);
    assert_int_equal(count, 0);
    assert_int_equal(ncpi_outbox_purge(f->box, HOUR, &count, NULL), NCP_OK);
    assert_int_equal(count, 1);
    assert_int_equal(ncpi_outbox_list(f->box, true, &posts, NULL), NCP_OK);
    assert_int_equal(json_array_size(posts), 0);
    json_decref(posts);
    assert_false(add(f, "t", "other", "a secret plan", false, other));
    assert_string_equal(id, other);
}

static void the_files_are_for_their_owner_only(void **state)
{
    struct fixture *f = *state;
    char path[128];
    struct stat st;
    snprintf(path, sizeof path, "%s/outbox.sqlite", f->dir);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 077, 0);
    snprintf(path, sizeof path, "%s/outbox.lock", f->dir);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 077, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_id_or_text_is_not_made_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(only_refused_and_cancelled_make_room, setup, teardown),
        cmocka_unit_test_setup_teardown(again_makes_a_new_key, setup, teardown),
        cmocka_unit_test_setup_teardown(ids_are_as_documented, setup, teardown),
        cmocka_unit_test_setup_teardown(the_oldest_due_post_goes_first_and_only_once, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_scheduled_post_waits_for_the_wall_clock, setup, teardown),
        cmocka_unit_test_setup_teardown(a_clock_set_back_holds_no_retry_up, setup, teardown),
        cmocka_unit_test_setup_teardown(a_clock_set_back_keeps_no_key_alive, setup, teardown),
        cmocka_unit_test_setup_teardown(doubt_is_left_to_a_person_without_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(a_dead_sender_leaves_unknown, setup, teardown),
        cmocka_unit_test_setup_teardown(a_living_sender_is_left_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stranger_cannot_settle_our_post, setup, teardown),
        cmocka_unit_test_setup_teardown(ids_may_be_cut_short, setup, teardown),
        cmocka_unit_test_setup_teardown(a_purged_post_is_still_not_sent_twice, setup, teardown),
        cmocka_unit_test_setup_teardown(the_files_are_for_their_owner_only, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
