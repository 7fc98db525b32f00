/* SPDX-License-Identifier: MIT */
#ifndef NCPI_CLI_H
#define NCPI_CLI_H

/*
 * The command line: a table of commands, each with tables of options. Help,
 * hints and completions are read from these tables; the parser fills one struct
 * of settings by the offsets that the rows give.
 */

#include "ncpost/ncpost.h"
#include "profile/profile.h"

#include <stdio.h>

/* ---- settings ---------------------------------------------------------------------- */

struct cli_list {
    const char **items;
    size_t count, cap;
};

struct cli_networks {
    const struct ncp_network **items; /* malloc'ed */
    size_t count, cap;
};

enum cli_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_NDJSON, FORMAT_SARIF };
enum cli_input { INPUT_FILES, INPUT_NDJSON };

struct cli_settings {
    enum cli_format format;
    enum cli_input input;
    enum ncp_markup from;
    size_t max, max_input;
    const char *blog, *url, *lang, *encoding, *output;
    struct cli_list tags, forget, ban;
    const char *bank_file;
    struct ncp_bank *bank; /* owned; NULL: none */
    const char *networks;  /* --network, names apart by commas */
    const char *table;     /* --networks, figures of one's own */
    enum ncp_field field;
    bool strict, fix, rules;
    enum ncp_hashtag_place hashtags_in;
    struct cli_networks found;
    const struct ncp_network *network; /* the one being composed for; NULL: Instagram */
    bool no_emoji, nul, suggest, learn, no_bank, help, version;
    struct cli_list operands;
    const char *profile_path; /* --profile */
    struct ncpi_profile profile;
};

/* ---- options ----------------------------------------------------------------------- */

enum cli_kind {
    OPTION_FLAG,  /* bool */
    OPTION_TEXT,  /* const char * */
    OPTION_LIST,  /* struct cli_list, repeatable */
    OPTION_COUNT, /* size_t, at least 1 */
    OPTION_SIZE,  /* size_t, bytes, with K, M or G behind */
    OPTION_WORD   /* an enum; `words` names its values in order */
};

struct cli_option {
    const char *name; /* without the dashes */
    char letter;      /* '\0': none */
    enum cli_kind kind;
    size_t offset;        /* of the field in struct cli_settings */
    const char *argument; /* what help calls the value; NULL for flags */
    const char *const *words;
    const char *help;
};

struct cli_options {
    const struct cli_option *items;
    size_t count;
};

#define CLI_GROUPS_MAX 4

struct cli_command {
    const char *name;
    const char *operands;                             /* "[FILE…]" */
    const char *summary;                              /* one line */
    const char *help;                                 /* more lines for help, or NULL */
    const struct cli_options *groups[CLI_GROUPS_MAX]; /* up to the first NULL */
    int (*run)(struct cli_settings *);                /* returns the exit status */
    int (*forward)(char **argv); /* instead of `run`: a helper that parses for itself */
};

/* All commands, ending with one without a name. */
extern const struct cli_command cli_commands[];

/* The command `name`, or NULL. */
const struct cli_command *cli_command_find(const char *name);

/* Options that several commands share. */
extern const struct cli_options cli_common_options;  /* --help */
extern const struct cli_options cli_article_options; /* how articles are read */
extern const struct cli_options cli_output_options;  /* --format, --output, -0 */

/*
 * Parses what follows the command's name. Operands go to `settings->operands`.
 * NCP_E_USAGE names the wrong word and the nearest right one.
 */
NCP_CHECK enum ncp_code cli_parse(const struct cli_command *command, char **argv,
                                  struct cli_settings *settings, struct ncp_error *err);

void cli_settings_free(struct cli_settings *settings);

/* ---- diagnostics: standard error -------------------------------------------------------- */

/* "ncpost: FILE:LINE: message (hint)"; `file` may be NULL. */
void cli_error(const char *file, const struct ncp_error *err);

/* The warnings of one article. */
void cli_warnings(const char *file, const json_t *warnings);

/* A usage error: prints it with a pointer to help; returns its exit status. */
int cli_usage(const struct cli_command *command, struct ncp_error *err);

/* True if `stream` is a terminal that wants colour. */
bool cli_colour(FILE *stream);

/* ---- exit status -------------------------------------------------------------------------- */

/* The status of a run over several inputs: that of all of them if they ended
 * alike, else 1. Start from CLI_STATUS_INIT. */
struct cli_status {
    size_t inputs;
    int status;
};

#define CLI_STATUS_INIT \
    {                   \
        0, 0            \
    }

void cli_status_add(struct cli_status *status, enum ncp_code code);

/* ---- input ----------------------------------------------------------------------------------- */

/* The whole of `file` ("-": standard input), at most `limit` bytes and one more.
 * NCP_E_NOINPUT when it cannot be read. */
NCP_CHECK enum ncp_code cli_read(const char *file, size_t limit, struct ncp_buf *out,
                                 struct ncp_error *err);

/* The operands, or "-" where there are none and standard input is no terminal;
 * NCP_E_USAGE on a terminal. */
NCP_CHECK enum ncp_code cli_operands(struct cli_settings *settings, struct ncp_error *err);

/* A finished caption as `file` has it, less one final newline, as a slice of
 * `*input`. NCP_E_DATA if it is not UTF-8. */
NCP_CHECK enum ncp_code cli_read_finished(const char *file, struct ncp_buf *input,
                                          struct ncp_str *text, struct ncp_error *err);

/* ---- networks -------------------------------------------------------------------------------- */

/* The table with the profile's figures and those of --networks laid over it;
 * the networks that --network names go to `settings->found`, by default those
 * of `standard`, all if it is NULL. The profile must have been read. Free with
 * ncp_networks_free(). */
NCP_CHECK enum ncp_code cli_table_open(struct cli_settings *settings, const char *standard,
                                       struct ncp_networks **out, struct ncp_error *err);

/* ---- output ---------------------------------------------------------------------------------- */

/* Where results go: standard output, or a file written aside, synced and
 * renamed. */
struct cli_output {
    FILE *stream;
    const char *path; /* NULL: standard output */
    char *aside;
};

NCP_CHECK enum ncp_code cli_output_open(struct cli_output *out, const char *path,
                                        struct ncp_error *err);

/* Appends. NCP_E_IO when it cannot be written; a closed pipe leaves `err`
 * without a message. */
NCP_CHECK enum ncp_code cli_output_write(struct cli_output *out, struct ncp_str text,
                                         struct ncp_error *err);
NCP_CHECK enum ncp_code cli_output_flush(struct cli_output *out, struct ncp_error *err);

/* Finishes: all or nothing of a file. With `keep` false the file is given up. */
NCP_CHECK enum ncp_code cli_output_close(struct cli_output *out, bool keep, struct ncp_error *err);

/* ---- articles ----------------------------------------------------------------------------------
 */

/* What a command makes of one article: `*result` is a new JSON object, `*text`
 * the text form; only the one that `settings->format` asks for is filled. */
typedef enum ncp_code (*cli_make)(const struct ncp_article *article, const char *source,
                                  const struct cli_settings *settings, json_t **result,
                                  struct ncp_buf *text, struct ncp_error *err);

/* Reads every operand as an article, hands it to `make`, writes the results in
 * order; returns the exit status. */
int cli_each_article(struct cli_settings *settings, cli_make make);

/* How the settings want articles read, and at most how many bytes of each. */
struct ncp_article_options cli_read_options(const struct cli_settings *settings);
size_t cli_input_limit(const struct cli_settings *settings);

/* `file` as messages name it. */
const char *cli_shown_name(const char *file);

/* ---- the bank of hashtags
 * ------------------------------------------------------------------------
 */

/* Reads the bank that the settings name, or the one in the state folder, into
 * `settings->bank`; none is there, or --no-bank: leaves it NULL. Returns the
 * exit status, having printed why it is not 0. */
NCP_CHECK int cli_bank_open(struct cli_settings *settings);

/* hashtags --learn, --forget, --ban: changes the bank; returns the exit status. */
int cli_bank_change(struct cli_settings *settings);

/* Learns all that stands in one file. */
NCP_CHECK enum ncp_code cli_learn_file(const struct cli_settings *settings, const char *file,
                                       struct ncp_bank *bank, struct ncp_error *err);

/* ---- commands
 * ------------------------------------------------------------------------------------ */

int cli_caption(struct cli_settings *settings);
int cli_hashtags(struct cli_settings *settings);
int cli_count(struct cli_settings *settings);
int cli_check(struct cli_settings *settings);
int cli_networks(struct cli_settings *settings);
int cli_help(struct cli_settings *settings);
int cli_completion(struct cli_settings *settings);

/* Finds and reads the profile; its values stand where the command line is
 * silent. Returns 0, or the exit status after it has said what is wrong. */
int cli_profile(struct cli_settings *settings);

/* Compose options as command line and profile have them, with the lists that
 * they borrow. */
struct cli_compose {
    struct ncp_compose_options options;
    struct ncp_str *lists; /* malloc'ed */
};

NCP_CHECK enum ncp_code cli_compose_options(const struct cli_settings *settings,
                                            struct cli_compose *out, struct ncp_error *err);
void cli_compose_free(struct cli_compose *compose);

/* Help for one command, or for all of them (NULL), on `stream`. */
void cli_print_help(const struct cli_command *command, FILE *stream);

#endif
