/* SPDX-License-Identifier: MIT */
/* Sentences: the cases of tests/data/sentences, one file a language. */
#include "ncpost/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CASES TESTS_DIR "/data/sentences/"

static const char *const languages[] = {"en", "es", "fr", "de", "pt", "it", "nl", "ja",
                                        "zh", "ko", "th", "ar", "ru", "el", "und"};

/* A case: the text without its `|`, and the sentences joined by `|` as found. */
struct sample {
    struct ncp_buf text, found;
};

/* A line of a case file; `|` marks a boundary, `\n` a line end. */
static void read_line(struct sample *sample, const char *line)
{
    ncp_buf_clear(&sample->text);
    for (; *line && *line != '\n'; line++) {
        if (line[0] == '\\' && line[1] == 'n') {
            ncp_buf_add_char(&sample->text, '\n');
            line++;
        } else if (*line != '|') {
            ncp_buf_add_char(&sample->text, *line);
        }
    }
}

/* Writes the text with a `|` before each sentence but the first. */
static void split(struct sample *sample, struct ncp_language *lang)
{
    struct ncp_str text = ncp_buf_str(&sample->text);
    struct ncp_spans spans = {NULL, 0, 0};
    struct ncp_error err = NCP_ERROR_INIT;
    ncp_buf_clear(&sample->found);
    assert_int_equal(ncp_sentences(lang, text, &spans, &err), NCP_OK);
    for (size_t i = 0, at = 0; i <= spans.count; i++) {
        size_t next = i < spans.count ? spans.items[i].start : text.len;
        for (; at < next; at++)
            if (text.ptr[at] == '\n')
                ncp_buf_add_cstr(&sample->found, "\\n");
            else
                ncp_buf_add_char(&sample->found, text.ptr[at]);
        if (i > 0 && i < spans.count)
            ncp_buf_add_char(&sample->found, '|');
    }
    ncp_spans_free(&spans);
}

struct tally {
    int cases, wrong;
};

static struct tally run_file(const char *tag)
{
    char path[1024], line[4096];
    struct tally tally = {0, 0};
    struct sample sample = {NCP_BUF_INIT, NCP_BUF_INIT};
    struct ncp_language *lang = NULL;
    snprintf(path, sizeof path, CASES "%s.txt", tag);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s is missing", path);
    assert_int_equal(ncp_language_new(tag, &lang, NULL), NCP_OK);
    for (int number = 1; fgets(line, sizeof line, file); number++) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || line[0] == '\0')
            continue;
        read_line(&sample, line);
        split(&sample, lang);
        tally.cases++;
        if (strcmp(sample.found.ptr, line) != 0) {
            tally.wrong++;
            print_error("%s.txt:%d\n  wanted %s\n  found  %s\n", tag, number, line,
                        sample.found.ptr);
        }
    }
    fclose(file);
    ncp_language_free(lang);
    ncp_buf_free(&sample.text);
    ncp_buf_free(&sample.found);
    return tally;
}

static void every_case_splits_as_marked(void **state)
{
    (void)state;
    struct tally all = {0, 0};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        struct tally one = run_file(languages[i]);
        assert_in_range(one.cases, 1, 100000);
        all.cases += one.cases;
        all.wrong += one.wrong;
    }
    if (all.wrong > 0)
        fail_msg("%d of %d cases are wrong", all.wrong, all.cases);
    assert_in_range(all.cases, 150, 100000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_splits_as_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
