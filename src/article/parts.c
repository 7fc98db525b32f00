/* SPDX-License-Identifier: MIT */
/* What is the article, and what only stood on its page. */
#include "parts.h"

#include "furniture.h"
#include "ncpost/text.h"

#include <string.h>

#define BYLINE_MAX     100 /* bytes */
#define NOTICE_MAX     420
#define APPEAL_MAX     320
#define HEAD_BLOCKS    5   /* a byline stands among the first */
#define TAIL_SHARE     4   /* a tail holds at most a quarter of the text */
#define CAPTION_BLOCKS 8   /* paragraphs of a finished caption, at most */
#define SECTION_WORDS  100 /* bytes of text that make a section an article's again */

static struct ncp_str text_of(const struct ncpi_draft_block *block)
{
    return ncp_buf_str(&block->text.text);
}

/* The text in lower case, curly apostrophes straight. */
static void plain_words(struct ncp_str text, struct ncp_buf *out)
{
    struct ncp_buf lower = NCP_BUF_INIT;
    ncp_buf_clear(out);
    ncp_lower(text, &lower);
    struct ncp_str s = ncp_buf_str(&lower);
    for (size_t at = 0; at < s.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(s, at, &cp);
        if (cp == 0x2019)
            ncp_buf_add_char(out, '\'');
        else
            ncp_buf_add(out, ncp_str_sub(s, at, at + len));
        at += len;
    }
    ncp_buf_free(&lower);
}

/* The letters, digits and spaces of `text`: a menu's word without the arrows
 * and bars around it. */
static struct ncp_str without_marks(struct ncp_str text, struct ncp_buf *out)
{
    ncp_buf_clear(out);
    for (size_t at = 0; at < text.len;) {
        int32_t cp;
        size_t len = ncp_utf8_next(text, at, &cp);
        if (ncp_is_letter(cp) || ncp_is_digit(cp) || cp == ' ' || cp == '\'')
            ncp_buf_add(out, ncp_str_sub(text, at, at + len));
        at += len;
    }
    return ncp_str_trim(ncp_buf_str(out));
}

static bool is_one_of(struct ncp_str text, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (ncp_str_equal(text, ncp_str_from(*phrases)))
            return true;
    return false;
}

static bool has_one_of(struct ncp_str text, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (ncp_str_find(text, ncp_str_from(*phrases), 0) != SIZE_MAX)
            return true;
    return false;
}

static bool starts_with_one_of(struct ncp_str text, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (ncp_str_starts(text, ncp_str_from(*phrases)))
            return true;
    return false;
}

static bool is_prose(const struct ncpi_draft_block *block)
{
    return block->kind == NCP_BLOCK_PARAGRAPH || block->kind == NCP_BLOCK_QUOTE ||
           block->kind == NCP_BLOCK_ITEM;
}

static void set_aside(struct ncpi_draft *draft, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        draft->items[i].part = NCP_PART_ASIDE;
}

/* ---- a finished caption ------------------------------------------------------------------ */

static bool is_hashtag_line(struct ncp_str text)
{
    size_t tags = 0;
    for (size_t at = 0; at < text.len;) {
        struct ncp_str rest = ncp_str_trim(ncp_str_sub(text, at, text.len));
        size_t end = ncp_str_find(rest, NCP_STR(" "), 0);
        struct ncp_str word = ncp_str_sub(rest, 0, end);
        if (word.len < 2 || word.ptr[0] != '#' || word.ptr[1] == '#')
            return false;
        tags++;
        at = (size_t)(word.ptr - text.ptr) + word.len;
    }
    return tags >= 2;
}

static bool is_caption_end(const struct ncpi_draft_block *block, struct ncp_str words)
{
    return block->kind != NCP_BLOCK_IMAGE &&
           (is_hashtag_line(text_of(block)) || has_one_of(words, ncpi_bio_phrases));
}

/* True if the section that starts at heading `i` holds an article's text. */
static bool is_article_section(const struct ncpi_draft *draft, size_t i)
{
    size_t bytes = 0;
    for (i++; i < draft->count && draft->items[i].kind != NCP_BLOCK_HEADING; i++)
        if (is_prose(&draft->items[i]))
            bytes += text_of(&draft->items[i]).len;
    return bytes >= SECTION_WORDS;
}

/* The heading above block `i` that announces a caption, or `i` itself. */
static size_t announcement(const struct ncpi_draft *draft, size_t i, struct ncp_buf *words)
{
    size_t farthest = i > CAPTION_BLOCKS ? i - CAPTION_BLOCKS : 0;
    for (size_t at = i; at > farthest; at--) {
        if (draft->items[at - 1].kind != NCP_BLOCK_HEADING)
            continue;
        plain_words(text_of(&draft->items[at - 1]), words);
        if (has_one_of(ncp_buf_str(words), ncpi_caption_headings))
            return at - 1;
    }
    return i;
}

/* From its announcement, if it has one, to the next section of the article;
 * else the block alone. */
static void set_caption_aside(struct ncpi_draft *draft, size_t i, struct ncp_buf *words)
{
    size_t first = announcement(draft, i, words), last = i + 1;
    while (first < i && last < draft->count &&
           (draft->items[last].kind != NCP_BLOCK_HEADING || !is_article_section(draft, last)))
        last++;
    set_aside(draft, first, last);
}

static void find_captions(struct ncpi_draft *draft, struct ncp_buf *words)
{
    for (size_t i = 0; i < draft->count; i++) {
        if (draft->items[i].part == NCP_PART_ASIDE || text_of(&draft->items[i]).len > NOTICE_MAX)
            continue;
        plain_words(text_of(&draft->items[i]), words);
        if (is_caption_end(&draft->items[i], ncp_buf_str(words)))
            set_caption_aside(draft, i, words);
    }
}

/* ---- navigation ------------------------------------------------------------------------------ */

/* True for a short block that is a button or starts a page's tail. */
static bool is_menu(const struct ncpi_draft_block *block, const char *const *phrases,
                    struct ncp_buf *words, struct ncp_buf *letters)
{
    if (block->kind == NCP_BLOCK_IMAGE || text_of(block).len > BYLINE_MAX)
        return false;
    plain_words(text_of(block), words);
    return is_one_of(without_marks(ncp_buf_str(words), letters), phrases);
}

static void find_navigation(struct ncpi_draft *draft, struct ncp_buf *words)
{
    struct ncp_buf letters = NCP_BUF_INIT;
    size_t total = 0, before = 0;
    for (size_t i = 0; i < draft->count; i++)
        total += text_of(&draft->items[i]).len;
    for (size_t i = 0; i < draft->count; i++) {
        bool tail = is_menu(&draft->items[i], ncpi_tail_starts, words, &letters);
        before += text_of(&draft->items[i]).len;
        if (tail && total - before <= total / TAIL_SHARE) {
            set_aside(draft, i, draft->count);
            break;
        }
        if (tail || is_menu(&draft->items[i], ncpi_menu_words, words, &letters))
            draft->items[i].part = NCP_PART_ASIDE;
    }
    draft->failed |= letters.failed;
    ncp_buf_free(&letters);
}

/* ---- notices, bylines, sales calls
 * --------------------------------------------------------------- */

static bool is_notice(const struct ncpi_draft_block *block, struct ncp_str words)
{
    return is_prose(block) && words.len <= NOTICE_MAX &&
           (has_one_of(words, ncpi_notices) || starts_with_one_of(words, ncpi_notice_starts));
}

static bool has_digit(struct ncp_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            return true;
    return false;
}

/* "By Ana Ruiz", "March 5, 2026 · 4 min read": short, at the head, no sentence. */
static bool is_byline(const struct ncpi_draft_block *block, struct ncp_str words)
{
    bool sentence = words.len > 0 && strchr(".!?", words.ptr[words.len - 1]);
    bool dated =
        words.len <= BYLINE_MAX * 2 / 3 && has_digit(words) && has_one_of(words, ncpi_date_words);
    bool line = block->kind == NCP_BLOCK_PARAGRAPH ||
                (block->kind == NCP_BLOCK_HEADING && block->level > 1);
    return line && words.len <= BYLINE_MAX && !sentence &&
           (dated || starts_with_one_of(words, ncpi_byline_starts));
}

static bool is_sales_call(const struct ncpi_draft_block *block, struct ncp_str words)
{
    return block->kind == NCP_BLOCK_PARAGRAPH && words.len <= APPEAL_MAX &&
           has_one_of(words, ncpi_sales_calls);
}

static void find_small_parts(struct ncpi_draft *draft, struct ncp_buf *words)
{
    for (size_t i = 0; i < draft->count; i++) {
        struct ncpi_draft_block *block = &draft->items[i];
        if (block->part == NCP_PART_ASIDE || text_of(block).len > NOTICE_MAX)
            continue;
        plain_words(text_of(block), words);
        struct ncp_str said = ncp_buf_str(words);
        if (is_notice(block, said) || (i < HEAD_BLOCKS && is_byline(block, said)))
            block->part = NCP_PART_ASIDE;
        else if (i >= draft->count / 2 && is_sales_call(block, said))
            block->part = NCP_PART_APPEAL;
    }
}

void ncpi_find_parts(struct ncpi_draft *draft)
{
    struct ncp_buf words = NCP_BUF_INIT;
    find_captions(draft, &words);
    find_navigation(draft, &words);
    find_small_parts(draft, &words);
    draft->failed |= words.failed;
    ncp_buf_free(&words);
}

bool ncpi_is_furniture(struct ncp_str line)
{
    struct ncp_buf words = NCP_BUF_INIT, letters = NCP_BUF_INIT;
    plain_words(line, &words);
    struct ncp_str said = ncp_buf_str(&words);
    bool found = (said.len <= NOTICE_MAX && has_one_of(said, ncpi_notices)) ||
                 starts_with_one_of(said, ncpi_notice_starts) ||
                 is_one_of(without_marks(said, &letters), ncpi_menu_words);
    ncp_buf_free(&words);
    ncp_buf_free(&letters);
    return found;
}
