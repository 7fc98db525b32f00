/* SPDX-License-Identifier: MIT */
/* A program that uses the installed library: prints the caption of a text. */
#include <ncpost/ncpost.h>

#include <stdio.h>

static const char input[] =
    "# How to Read Clouds\n\n"
    "Clouds tell the weather of the next six hours to anybody who looks up.\n\n"
    "High thin streaks that thicken from the west bring rain before the evening.\n";

int main(void)
{
    struct ncp_error err = NCP_ERROR_INIT;
    struct ncp_article *article = NULL;
    struct ncp_caption *caption = NULL;
    enum ncp_code code = ncp_article_read(ncp_str_from(input), NULL, &article, &err);
    if (code == NCP_OK)
        code = ncp_compose(article, NULL, &caption, &err);
    if (code == NCP_OK)
        printf("%.*s\n", (int)caption->text.len, caption->text.ptr);
    else
        fprintf(stderr, "%s\n", err.message);
    ncp_caption_free(caption);
    ncp_article_free(article);
    ncp_error_free(&err);
    return ncp_code_exit_status(code);
}
