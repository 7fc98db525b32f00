/* SPDX-License-Identifier: MIT */
/* Classes of code points, from utf8proc's and ICU's data. */
#include "ncpost/text.h"

#include <unicode/uscript.h>
#include <utf8proc.h>

/* One bit for each general category. */
#define BIT(category) (UINT32_C(1) << UTF8PROC_CATEGORY_##category)

static const uint32_t letters =
    BIT(LU) | BIT(LL) | BIT(LT) | BIT(LM) | BIT(LO) | BIT(MN) | BIT(MC) | BIT(ME);
static const uint32_t spaces = BIT(ZS) | BIT(ZL) | BIT(ZP);
static const uint32_t marks = BIT(PC) | BIT(PD) | BIT(PS) | BIT(PE) | BIT(PI) | BIT(PF) | BIT(PO);

static bool in(uint32_t categories, int32_t cp)
{
    return (categories >> utf8proc_category(cp)) & 1;
}

bool ncp_is_letter(int32_t cp)
{
    return in(letters, cp);
}

bool ncp_is_digit(int32_t cp)
{
    return in(BIT(ND), cp);
}

bool ncp_is_upper(int32_t cp)
{
    return in(BIT(LU) | BIT(LT), cp);
}

bool ncp_is_lower(int32_t cp)
{
    return in(BIT(LL), cp);
}

bool ncp_is_space(int32_t cp)
{
    return (cp >= '\t' && cp <= '\r') || cp == 0x85 || in(spaces, cp);
}

bool ncp_is_punct(int32_t cp)
{
    return in(marks, cp);
}

bool ncp_is_unspaced(int32_t cp)
{
    static const UScriptCode scripts[] = {USCRIPT_HAN,    USCRIPT_HIRAGANA, USCRIPT_KATAKANA,
                                          USCRIPT_THAI,   USCRIPT_LAO,      USCRIPT_KHMER,
                                          USCRIPT_MYANMAR};
    const int32_t long_vowel = 0x30FC; /* common to both kana */
    if (cp < 0x0E00)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(cp, &status);
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (script == scripts[i])
            return true;
    return cp == long_vowel;
}
