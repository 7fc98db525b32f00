/* SPDX-License-Identifier: MIT */
/* Scripts, and the languages that follow from them. */
#include "script.h"

/* In order of code points; the first range that holds a letter counts. */
static const struct {
    int32_t first, last;
    enum ncpi_script script;
} ranges[] = {
    {0x0041, 0x02AF, NCPI_SCRIPT_LATIN},   {0x0370, 0x03FF, NCPI_SCRIPT_GREEK},
    {0x0400, 0x0400, NCPI_SCRIPT_FOREIGN}, {0x0401, 0x0401, NCPI_SCRIPT_CYRILLIC},
    {0x0402, 0x040F, NCPI_SCRIPT_FOREIGN}, {0x0410, 0x044F, NCPI_SCRIPT_CYRILLIC},
    {0x0450, 0x0450, NCPI_SCRIPT_FOREIGN}, {0x0451, 0x0451, NCPI_SCRIPT_CYRILLIC},
    {0x0452, 0x052F, NCPI_SCRIPT_FOREIGN}, {0x05D0, 0x05F2, NCPI_SCRIPT_HEBREW},
    {0x0620, 0x064A, NCPI_SCRIPT_ARABIC},  {0x066E, 0x06D3, NCPI_SCRIPT_FOREIGN},
    {0x0E01, 0x0E4E, NCPI_SCRIPT_THAI},    {0x1100, 0x11FF, NCPI_SCRIPT_HANGUL},
    {0x1E00, 0x1EFF, NCPI_SCRIPT_LATIN},   {0x1F00, 0x1FFF, NCPI_SCRIPT_GREEK},
    {0x3041, 0x30FF, NCPI_SCRIPT_KANA},    {0x3130, 0x318F, NCPI_SCRIPT_HANGUL},
    {0x3400, 0x4DBF, NCPI_SCRIPT_HAN},     {0x4E00, 0x9FFF, NCPI_SCRIPT_HAN},
    {0xAC00, 0xD7A3, NCPI_SCRIPT_HANGUL},  {0xF900, 0xFAFF, NCPI_SCRIPT_HAN},
    {0xFF66, 0xFF9D, NCPI_SCRIPT_KANA},    {0x20000, 0x3134F, NCPI_SCRIPT_HAN},
};

static bool is_ascii_letter(int32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
}

enum ncpi_script ncpi_script_of(int32_t cp)
{
    if (cp < 0x80)
        return is_ascii_letter(cp) ? NCPI_SCRIPT_LATIN : NCPI_SCRIPT_NONE;
    if (!ncp_is_letter(cp))
        return NCPI_SCRIPT_NONE;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= cp; i++)
        if (cp <= ranges[i].last)
            return ranges[i].script;
    return NCPI_SCRIPT_NONE;
}

static const struct {
    enum ncpi_script script;
    const char *language;
    size_t weight; /* how many Latin letters one letter is worth */
} languages[] = {
    {NCPI_SCRIPT_LATIN, "", 1},    {NCPI_SCRIPT_GREEK, "el", 1},  {NCPI_SCRIPT_CYRILLIC, "ru", 1},
    {NCPI_SCRIPT_HEBREW, "he", 1}, {NCPI_SCRIPT_ARABIC, "ar", 1}, {NCPI_SCRIPT_THAI, "th", 1},
    {NCPI_SCRIPT_HANGUL, "ko", 2}, {NCPI_SCRIPT_KANA, "ja", 2},   {NCPI_SCRIPT_HAN, "zh", 3},
};

const char *ncpi_script_language(const size_t letters[NCPI_SCRIPTS])
{
    size_t most = 0, best = 0;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        size_t weighed = letters[languages[i].script] * languages[i].weight;
        if (weighed > most) {
            most = weighed;
            best = i;
        }
    }
    if (most == 0)
        return "und";
    enum ncpi_script script = languages[best].script;
    /* Ukrainian, Serbian, Persian and others have letters of their own. */
    bool mixable = script == NCPI_SCRIPT_CYRILLIC || script == NCPI_SCRIPT_ARABIC;
    if (mixable && letters[NCPI_SCRIPT_FOREIGN] * 100 > letters[script])
        return "und";
    /* Every Japanese sentence has kana; Chinese has none. */
    if (script == NCPI_SCRIPT_HAN && letters[NCPI_SCRIPT_KANA] * 20 > letters[script])
        return "ja";
    return languages[best].language;
}
