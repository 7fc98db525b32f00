/* SPDX-License-Identifier: MIT */
/* Frequent words of languages that are not told apart: Catalan, Croatian, Czech,
 * Danish, Finnish, Hungarian, Indonesian, Norwegian, Polish, Romanian, Slovak,
 * Swedish, Turkish. In byte order (tested). */
#include "language.h"

static const char *const foreign_words[] = {
    "adalah",  "akan",      "ako",    "alebo",  "ali",    "alla",   "ama",    "amb",      "ani",
    "aquest",  "aquesta",   "ar",     "at",     "att",    "av",     "az",     "azért",    "bahwa",
    "bez",     "bij",       "bir",    "bisa",   "ble",    "blev",   "blir",   "bo",       "bog",
    "bolo",    "bu",        "bude",   "budou",  "byl",    "byla",   "bylo",   "byly",     "być",
    "był",     "była",      "było",   "ca",     "care",   "ce",     "cei",    "cel",      "cele",
    "co",      "csak",      "cu",     "czy",    "când",   "că",     "către",  "daha",     "dan",
    "dari",    "dat",       "deci",   "dels",   "dengan", "der",    "deras",  "det",      "detta",
    "değil",   "din",       "dla",    "dupa",   "după",   "efter",  "ei",     "ekki",     "eli",
    "elle",    "els",       "em",     "ennen",  "eru",    "està",   "et",     "ett",      "että",
    "ez",      "ezt",       "fins",   "fordi",  "fra",    "från",   "för",    "fără",     "gdy",
    "gibi",    "hade",      "han",    "hans",   "har",    "havde",  "hay",    "hem",      "hende",
    "hennes",  "hi",        "ho",     "hogy",   "hon",    "hun",    "hvad",   "hvis",     "hvor",
    "hvordan", "hänen",     "ikke",   "ili",    "ini",    "inte",   "itu",    "için",     "jag",
    "jak",     "jako",      "jau",    "jeg",    "jej",    "jen",    "jest",   "jesu",     "joka",
    "jos",     "jotta",     "još",    "jsem",   "jsou",   "juga",   "już",    "kadar",    "kami",
    "kan",     "kann",      "kanssa", "karena", "kde",    "když",   "kell",   "kogu",     "která",
    "které",   "ktoré",     "która",  "które",  "który",  "kun",    "kunne",  "lor",      "mai",
    "med",     "meg",       "meget",  "men",    "mer",    "mereka", "mert",   "met",      "mig",
    "mikä",    "minden",    "mit",    "molt",   "mukaan", "mutta",  "mycket", "myös",     "måtte",
    "még",     "més",       "nad",    "nagyon", "nebo",   "nej",    "nem",    "není",     "nere",
    "nie",     "niet",      "niin",   "niitä",  "nimi",   "nincs",  "noe",    "noen",     "nogle",
    "non",     "nosaltres", "not",    "nu",     "nära",   "några",  "ob",     "och",      "od",
    "og",      "også",      "olan",   "olarak", "oleh",   "oli",    "olla",   "ols",      "olyan",
    "om",      "ona",       "oni",    "oraz",   "ovat",   "pa",     "pada",   "pak",      "pe",
    "pel",     "pels",      "pentru", "perché", "perquè", "però",   "po",     "pod",      "pokud",
    "pot",     "pre",       "prin",   "pro",    "proti",  "przez",  "przy",   "på",       "při",
    "quan",    "rok",       "s",      "sa",     "sam",    "saya",   "sedan",  "sekä",     "sen",
    "seu",     "seva",      "sia",    "sig",    "sin",    "sina",   "sitten", "ska",      "skal",
    "skulle",  "sobie",     "som",    "sou",    "sudah",  "sunt",   "své",    "são",      "så",
    "són",     "sú",        "tai",    "tak",    "také",   "tam",    "també",  "tento",    "tidak",
    "til",     "till",      "to",     "tot",    "toto",   "tudi",   "tylko",  "tämä",     "tästä",
    "tím",     "und",       "under",  "untuk",  "už",     "v",      "vagy",   "var",      "vara",
    "ve",      "ved",       "veya",   "vi",     "vid",    "vil",    "vilket", "voi",      "volt",
    "vom",     "vor",       "vse",    "være",   "však",   "w",      "więc",   "wszystko", "yang",
    "yra",     "z",         "za",     "zakaj",  "zas",    "ze",     "zo",     "ä",        "är",
    "çok",     "és",        "în",     "över",   "ő",      "şi",     "šta",    "što",      "że",
    "și",
};

struct ncpi_words ncpi_foreign_words(void)
{
    return (struct ncpi_words){foreign_words, sizeof foreign_words / sizeof *foreign_words};
}
