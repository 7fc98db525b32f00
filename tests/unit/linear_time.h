/* SPDX-License-Identifier: MIT */
#ifndef LINEAR_TIME_H
#define LINEAR_TIME_H

/* Time that grows with the input and no faster, on any machine and under
 * valgrind too. Include after cmocka.h. */

#include "ncpost/base.h"

#include <string.h>
#include <time.h>

static inline double seconds_for(struct ncp_str text, void run(struct ncp_str text))
{
    clock_t start = clock();
    run(text);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Runs on `size` bytes of `open` and then `piece` again and again, and on four
 * times as many. Linear time takes four times as long, quadratic sixteen. */
static inline void assert_linear(const char *open, const char *piece, size_t size,
                                 void run(struct ncp_str text))
{
    struct ncp_buf text = NCP_BUF_INIT;
    ncp_buf_add_cstr(&text, open);
    while (text.len < size)
        ncp_buf_add_cstr(&text, piece);
    double once = seconds_for(ncp_buf_str(&text), run);
    while (text.len < size * 4)
        ncp_buf_add_cstr(&text, piece);
    double four = seconds_for(ncp_buf_str(&text), run);
    if (four > once * 9 + 0.3)
        fail_msg("\"%s\" again and again: %.2f s, four times as much: %.2f s", piece, once, four);
    ncp_buf_free(&text);
}

#endif
