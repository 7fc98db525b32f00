/* SPDX-License-Identifier: MIT */
/*
 * Character classes of links. twitter-text 3.1.0 (regexp/, read 2026-11-24),
 * matching without regard to case as its engine does it, which lets in a few
 * letters whose other case is listed; Mastodon's changes to them
 * (config/initializers/twitter_regex.rb, read 2026-11-24).
 */
#include "link_class.h"

#include "range.h"
#include "tokens_priv.h"

#include <string.h>

static const struct ncpi_range latin_accents[] = {
    {0xC0, 0xD6},   {0xD8, 0xF6},   {0xF8, 0x24F},  {0x253, 0x254},  {0x256, 0x257}, {0x259, 0x259},
    {0x25B, 0x25B}, {0x263, 0x263}, {0x268, 0x268}, {0x26F, 0x26F},  {0x272, 0x272}, {0x289, 0x289},
    {0x28B, 0x28B}, {0x2BB, 0x2BB}, {0x300, 0x36F}, {0x1E00, 0x1EFF}};

/* The same, without regard to case. */
static const struct ncpi_range latin_any_case[] = {
    {0xC0, 0xD6},   {0xD8, 0xF6},     {0xF8, 0x24F},    {0x253, 0x254},   {0x256, 0x257},
    {0x259, 0x259}, {0x25B, 0x25B},   {0x260, 0x260},   {0x263, 0x263},   {0x268, 0x269},
    {0x26F, 0x26F}, {0x272, 0x272},   {0x275, 0x275},   {0x280, 0x280},   {0x283, 0x283},
    {0x288, 0x28C}, {0x292, 0x292},   {0x2BB, 0x2BB},   {0x300, 0x36F},   {0x399, 0x399},
    {0x3B9, 0x3B9}, {0x1E00, 0x1EFF}, {0x1FBE, 0x1FBE}, {0x2C65, 0x2C66}, {0x2C7E, 0x2C7F}};

static const struct ncpi_range cyrillic[] = {{0x400, 0x4FF}, {0x1C80, 0x1C87}};

/* White space, directional marks and non-characters beyond ASCII. */
static const struct ncpi_range never_in_domain[] = {
    {0x85, 0x85},     {0xA0, 0xA0},     {0x61C, 0x61C},   {0x1680, 0x1680}, {0x180E, 0x180E},
    {0x2000, 0x200A}, {0x200E, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x205F}, {0x2066, 0x2069},
    {0x3000, 0x3000}, {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF}};

static const struct ncpi_range never_in_mastodon_domain[] = {
    {0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x180E, 0x180E},
    {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
    {0x3000, 0x3000}, {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF}};

bool ncpi_is_latin_accent(int32_t cp)
{
    return NCPI_IN(latin_accents, cp);
}

static bool is_alnum(int32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
}

static bool is_ascii_of(int32_t cp, const char *set)
{
    return cp > 0 && cp < 0x80 && strchr(set, (int)cp) != NULL;
}

static bool x_domain(int32_t cp)
{
    if (cp < 0x80)
        return cp >= 0 && !(cp >= 9 && cp <= 13) &&
               !is_ascii_of(cp, " !'#%&()*+,\\-./:;<=>?@[]^_{|}~$");
    return !NCPI_IN(never_in_domain, cp);
}

static bool mastodon_domain(int32_t cp)
{
    return cp < 0x80 ? is_alnum(cp) : !NCPI_IN(never_in_mastodon_domain, cp);
}

static bool x_letter(int32_t cp)
{
    return is_alnum(cp) || NCPI_IN(cyrillic, cp) || NCPI_IN(latin_any_case, cp);
}

static bool x_path(int32_t cp)
{
    return x_letter(cp) || cp == 0x2013 || is_ascii_of(cp, "!*';:=+,.$/%#[]-_~@|&");
}

static bool x_path_end(int32_t cp)
{
    return x_letter(cp) || is_ascii_of(cp, "+-=_#/");
}

static bool x_query(int32_t cp)
{
    return is_alnum(cp) || is_ascii_of(cp, "!?*'@();:&=+$/%#[]-_.,~|");
}

static bool x_query_end(int32_t cp)
{
    return is_alnum(cp) || is_ascii_of(cp, "-_&=#/");
}

static bool mastodon_path(int32_t cp)
{
    return cp >= 0 && !ncp_is_space(cp) && !is_ascii_of(cp, "<>()?");
}

static bool mastodon_path_end(int32_t cp)
{
    return mastodon_path(cp) && !is_ascii_of(cp, "!*\"';:=,.$%[]~&|@") && cp != 0x300C &&
           cp != 0x300D;
}

/* What RFC 3987 calls ucschar and iprivate, and U+00A0 to U+00FF. */
static bool is_uchar(int32_t cp)
{
    bool surrogates_or_nonchars = (cp >= 0xD800 && cp <= 0xDFFF) || (cp >= 0xFDD0 && cp <= 0xFDEF);
    return cp >= 0xA0 && !surrogates_or_nonchars && (cp & 0xFFFE) != 0xFFFE;
}

static bool mastodon_query(int32_t cp)
{
    return is_alnum(cp) || is_uchar(cp) || is_ascii_of(cp, "!?*'();:&=+$/%#[]-_.,~|@^");
}

static bool mastodon_query_end(int32_t cp)
{
    return is_alnum(cp) || is_uchar(cp) || is_ascii_of(cp, "_&=#/-");
}

bool ncpi_in_bare_label(int32_t cp)
{
    return is_alnum(cp) || cp == '-' || NCPI_IN(latin_any_case, cp);
}

static const char *const web[] = {"https://", "http://", NULL};
static const char *const fediverse[] = {"https://", "http://", "dat://",    "dweb://",   "ipfs://",
                                        "ipns://",  "ssb://",  "gopher://", "gemini://", NULL};

static const struct ncpi_link_class classes[] = {
    [NCPI_LINK_X] = {x_domain, x_path, x_path_end, x_query, x_query_end, web, true, true,
                     NCPI_TLD_X},
    [NCPI_LINK_MASTODON] = {mastodon_domain, mastodon_path, mastodon_path_end, mastodon_query,
                            mastodon_query_end, fediverse, false, true, NCPI_TLD_X},
    [NCPI_LINK_URL] = {x_domain, x_path, x_path_end, x_query, x_query_end, web, true, false,
                       NCPI_TLD_IANA},
};

const struct ncpi_link_class *ncpi_link_class(enum ncpi_link_syntax syntax)
{
    return &classes[syntax];
}
