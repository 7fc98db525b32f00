/* SPDX-License-Identifier: MIT */
#ifndef CASE_FILES_H
#define CASE_FILES_H

/* Cases that are files: an input and, beside it, what is expected of it. Include
 * after cmocka.h. */

#include "ncpost/base.h"

#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The file's content; the caller frees it. */
static inline struct ncp_buf read_case(const char *path)
{
    struct ncp_buf text = NCP_BUF_INIT;
    char part[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s is missing", path);
    ncp_buf_add_cstr(&text, "");
    while ((got = fread(part, 1, sizeof part, file)) > 0)
        ncp_buf_add(&text, (struct ncp_str){part, got});
    fclose(file);
    return text;
}

/* Calls `run` with the path of each file in `folder` that ends in `ending`, and
 * the path with `expected` for its ending. Returns how many there were. */
static inline int each_case(const char *folder, const char *ending, const char *expected,
                            void run(const char *input, const char *expected))
{
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        fail_msg("%s is missing", folder);
    for (struct dirent *entry; (entry = readdir(dir));) {
        struct ncp_str name = ncp_str_from(entry->d_name);
        if (!ncp_str_ends(name, ncp_str_from(ending)))
            continue;
        struct ncp_buf input = NCP_BUF_INIT, beside = NCP_BUF_INIT;
        int stem = (int)(name.len - strlen(ending));
        ncp_buf_add_format(&input, "%s/%s", folder, name.ptr);
        ncp_buf_add_format(&beside, "%s/%.*s%s", folder, stem, name.ptr, expected);
        run(input.ptr, beside.ptr);
        ncp_buf_free(&input);
        ncp_buf_free(&beside);
        count++;
    }
    closedir(dir);
    return count;
}

/* Fails and shows both unless they are equal. */
static inline void assert_json(const char *what, const json_t *got, const json_t *expected)
{
    if (json_equal(got, expected))
        return;
    size_t flags = JSON_ENCODE_ANY | JSON_SORT_KEYS | JSON_REAL_PRECISION(15);
    char *shown = got ? json_dumps(got, flags) : NULL;
    char *wanted = expected ? json_dumps(expected, flags) : NULL;
    print_error("%s\n  gives    %s\n  expected %s\n", what, shown ? shown : "nothing",
                wanted ? wanted : "nothing");
    free(shown);
    free(wanted);
    fail();
}

/* The same with what is expected as JSON text. */
static inline void assert_json_text(const char *what, const json_t *got, const char *expected)
{
    json_t *value = json_loads(expected, JSON_DECODE_ANY, NULL);
    if (!value)
        fail_msg("the test expects what is not JSON: %s", expected);
    assert_json(what, got, value);
    json_decref(value);
}

#endif
