/* SPDX-License-Identifier: MIT */
#ifndef NCPI_SCRIPT_H
#define NCPI_SCRIPT_H

/* Which scripts a text is written in, as far as languages follow from them. */

#include "ncpost/text.h"

enum ncpi_script {
    NCPI_SCRIPT_NONE,
    NCPI_SCRIPT_LATIN,
    NCPI_SCRIPT_GREEK,
    NCPI_SCRIPT_CYRILLIC,
    NCPI_SCRIPT_HEBREW,
    NCPI_SCRIPT_ARABIC,
    NCPI_SCRIPT_THAI,
    NCPI_SCRIPT_HANGUL,
    NCPI_SCRIPT_KANA,
    NCPI_SCRIPT_HAN,
    NCPI_SCRIPT_FOREIGN /* a letter of a known script that no known language uses */
};

#define NCPI_SCRIPTS (NCPI_SCRIPT_FOREIGN + 1)

/* The script of a letter; NCPI_SCRIPT_NONE for anything else. */
enum ncpi_script ncpi_script_of(int32_t cp);

/* The language that the letters tell, counted by script: "ja", "und", …;
 * "" if most are Latin. */
const char *ncpi_script_language(const size_t letters[NCPI_SCRIPTS]);

#endif
