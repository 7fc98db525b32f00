/* SPDX-License-Identifier: MIT */
/* ncpost-post: the program that delivers. */
#include "outbox.h"

int main(void)
{
    return 2;
}
