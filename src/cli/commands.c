/* SPDX-License-Identifier: MIT */
/* The table of commands, and the options that several of them share. */
#include "cli.h"

#include "delegate.h"

#include <stddef.h>
#include <string.h>

#define NETWORKS_ROW                                                                  \
    {                                                                                 \
        "networks", '\0', OPTION_TEXT, FIELD(table), "FILE", NULL,                    \
            "JSON with network figures of your own, as 'ncpost networks' prints them" \
    }
#define PROFILE_ROW                                                                      \
    {                                                                                    \
        "profile", '\0', OPTION_TEXT, FIELD(profile_path), "FILE", NULL,                 \
            "profile to use; by default $NCPOST_PROFILE, else ncpost.yaml here or above" \
    }
#define FIELD(name) offsetof(struct cli_settings, name)
#define OPTIONS(rows)                         \
    {                                         \
        (rows), sizeof(rows) / sizeof *(rows) \
    }

static const char *const formats[] = {"text", "json", "ndjson", NULL};
static const char *const inputs[] = {"files", "ndjson", NULL};
static const char *const markups[] = {"auto", "markdown", "text", NULL};

static const struct cli_option common_rows[] = {
    {"help", 'h', OPTION_FLAG, FIELD(help), NULL, NULL, "print this help"},
};
const struct cli_options cli_common_options = OPTIONS(common_rows);

static const struct cli_option article_rows[] = {
    PROFILE_ROW,
    {"from", '\0', OPTION_WORD, FIELD(from), "auto|markdown|text", markups,
     "what the articles are written in; told from the content by default"},
    {"lang", '\0', OPTION_TEXT, FIELD(lang), "TAG", NULL,
     "language of the articles (en, es, …); by default what front matter says, else told from "
     "the text"},
    {"encoding", '\0', OPTION_TEXT, FIELD(encoding), "NAME", NULL,
     "encoding of the articles, as iconv names it; UTF-8 by default"},
    {"input", '\0', OPTION_WORD, FIELD(input), "files|ndjson", inputs,
     "ndjson: each line of the input is one article as a JSON object"},
    {"max-input", '\0', OPTION_SIZE, FIELD(max_input), "BYTES", NULL,
     "longest article to read; 64M by default, 512M at most"},
};
const struct cli_options cli_article_options = OPTIONS(article_rows);

static const struct cli_option output_rows[] = {
    {"format", '\0', OPTION_WORD, FIELD(format), "text|json|ndjson", formats,
     "form of the output; text by default"},
    {"output", 'o', OPTION_TEXT, FIELD(output), "FILE", NULL,
     "write to FILE, all of it or nothing"},
    {NULL, '0', OPTION_FLAG, FIELD(nul), NULL, NULL, "end each text with NUL, for xargs -0"},
};
const struct cli_options cli_output_options = OPTIONS(output_rows);

static const char *const places[] = {"caption", "first-comment", "none", NULL};

static const struct cli_option caption_rows[] = {
    {"network", 'n', OPTION_TEXT, FIELD(networks), "NAME[,NAME...]", NULL,
     "compose for these networks, a caption each; Instagram by default"},
    NETWORKS_ROW,
    {"hashtags-in", '\0', OPTION_WORD, FIELD(hashtags_in), "caption|first-comment|none", places,
     "where the hashtags stand; in the caption by default"},
    {"max", '\0', OPTION_COUNT, FIELD(max), "N", NULL,
     "limit in characters as readers see them; the network's by default"},
    {"blog", '\0', OPTION_TEXT, FIELD(blog), "NAME", NULL, "name of the blog for the link line"},
    {"url", '\0', OPTION_TEXT, FIELD(url), "URL", NULL, "address of the article, for the result"},
    {"tag", '\0', OPTION_LIST, FIELD(tags), "TAG", NULL,
     "a hashtag that must be there; may be given again"},
    {"bank", '\0', OPTION_TEXT, FIELD(bank_file), "FILE", NULL,
     "weigh in the hashtags of past posts from FILE; by default from the state folder"},
    {"no-bank", '\0', OPTION_FLAG, FIELD(no_bank), NULL, NULL, "leave past posts aside"},
    {"no-emoji", '\0', OPTION_FLAG, FIELD(no_emoji), NULL, NULL, "add no emoji"},
};
static const struct cli_options caption_options = OPTIONS(caption_rows);

static const struct cli_option hashtag_rows[] = {
    {"suggest", '\0', OPTION_FLAG, FIELD(suggest), NULL, NULL,
     "every candidate: tag, score and reason, separated by tabs"},
    {"tag", '\0', OPTION_LIST, FIELD(tags), "TAG", NULL,
     "a hashtag that must be there; may be given again"},
    {"learn", '\0', OPTION_FLAG, FIELD(learn), NULL, NULL,
     "learn from past posts: tagged articles, captions (.txt), results (JSON, NDJSON)"},
    {"forget", '\0', OPTION_LIST, FIELD(forget), "TAG", NULL,
     "take TAG off all posts learnt, or lift its ban; may be given again"},
    {"ban", '\0', OPTION_LIST, FIELD(ban), "TAG", NULL, "never offer TAG; may be given again"},
    {"bank", '\0', OPTION_TEXT, FIELD(bank_file), "FILE", NULL,
     "what past posts taught; by default ncpost/hashtags.bank in $XDG_STATE_HOME"},
    {"no-bank", '\0', OPTION_FLAG, FIELD(no_bank), NULL, NULL, "leave past posts aside"},
};
static const struct cli_options hashtag_options = OPTIONS(hashtag_rows);

static const char *const fields[] = {"caption", "first-comment", "title", "alt-text", NULL};

static const struct cli_option finished_rows[] = {
    {"network", 'n', OPTION_TEXT, FIELD(networks), "NAME[,NAME...]", NULL,
     "these networks; by default all to count for, Instagram to check for"},
    {"field", '\0', OPTION_WORD, FIELD(field), "caption|first-comment|title|alt-text", fields,
     "what the text is for; the caption by default"},
    NETWORKS_ROW,
    PROFILE_ROW,
};
static const struct cli_options finished_options = OPTIONS(finished_rows);

static const char *const check_formats[] = {"text", "json", "ndjson", "sarif", NULL};

static const struct cli_option check_rows[] = {
    {"strict", '\0', OPTION_FLAG, FIELD(strict), NULL, NULL, "warnings count as errors"},
    {"fix", '\0', OPTION_FLAG, FIELD(fix), NULL, NULL,
     "repair what is safe to repair, in the files; standard input is repaired to standard output"},
    {"rules", '\0', OPTION_FLAG, FIELD(rules), NULL, NULL, "list the rules"},
    {"format", '\0', OPTION_WORD, FIELD(format), "text|json|ndjson|sarif", check_formats,
     "form of the output; text by default"},
    {"output", 'o', OPTION_TEXT, FIELD(output), "FILE", NULL,
     "write to FILE, all of it or nothing"},
};
static const struct cli_options check_options = OPTIONS(check_rows);

static const struct cli_option plain_output_rows[] = {
    {"format", '\0', OPTION_WORD, FIELD(format), "text|json|ndjson", formats,
     "form of the output; text by default"},
    {"output", 'o', OPTION_TEXT, FIELD(output), "FILE", NULL,
     "write to FILE, all of it or nothing"},
};
static const struct cli_options plain_output_options = OPTIONS(plain_output_rows);

static const struct cli_option networks_rows[] = {
    NETWORKS_ROW,
    PROFILE_ROW,
};
static const struct cli_options networks_options = OPTIONS(networks_rows);

const struct cli_command cli_commands[] = {
    {"caption",
     "[FILE...]",
     "write the caption of an article",
     NULL,
     {&caption_options, &cli_article_options, &cli_output_options, &cli_common_options},
     cli_caption,
     NULL},
    {"hashtags",
     "[FILE...]",
     "choose the hashtags of an article",
     NULL,
     {&hashtag_options, &cli_article_options, &cli_output_options, &cli_common_options},
     cli_hashtags,
     NULL},
    {"count",
     "[FILE...]",
     "measure a text in every unit and for each network",
     NULL,
     {&finished_options, &plain_output_options, &cli_common_options},
     cli_count,
     NULL},
    {"check",
     "[FILE...]",
     "look for what is wrong with a finished caption",
     "Ends with status 1 if there are errors. ncpost-networks(7) explains each rule.",
     {&check_options, &finished_options, &cli_common_options},
     cli_check,
     NULL},
    {"networks",
     "[NAME...]",
     "print the limits of the networks, with source and date",
     NULL,
     {&networks_options, &plain_output_options, &cli_common_options},
     cli_networks,
     NULL},
    {"post",
     "[FILE...]",
     "deliver a post through a webhook",
     NULL,
     {NULL},
     NULL,
     cli_delegate_post},
    {"outbox",
     "list|show|flush|retry|cancel|purge",
     "the posts not yet delivered",
     NULL,
     {NULL},
     NULL,
     cli_delegate_post},
    {"completion",
     "bash|zsh|fish",
     "print completions for a shell",
     NULL,
     {&cli_common_options},
     cli_completion,
     NULL},
    {"help",
     "[COMMAND]",
     "explain ncpost or a command",
     NULL,
     {&cli_common_options},
     cli_help,
     NULL},
    {NULL, NULL, NULL, NULL, {NULL}, NULL, NULL},
};

const struct cli_command *cli_command_find(const char *name)
{
    for (const struct cli_command *c = cli_commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}
