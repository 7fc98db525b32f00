/* SPDX-License-Identifier: MIT */
/* Phrases that tell hooks, appeals and pointers at the page, by language. */
#include "cue_words.h"

#include <stddef.h>
#include <string.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* clang-format off */
static const struct ncpi_cues cues[] = {
    {
        .lang = "en",
        .contrasts = LIST("not just", "not only", "more than just", "is more than", "are more than",
            "instead of", "rather than", "isn't about", "doesn't have to", "don't have to", "not about"),
        .to_reader = LIST("you", "your", "you're", "you've"),
        .scenes = LIST("every january", "every february", "every march", "every april", "every may",
            "every june", "every july", "every august", "every september", "every october",
            "every november", "every december", "last", "one day", "one morning", "one evening",
            "on monday", "on tuesday", "on wednesday", "on thursday", "on friday", "on saturday",
            "on sunday", "years ago", "back in", "when i was", "when we", "once upon", "since the", "in the early",
            "it was a", "i was", "we were", "earlier this", "over the past", "over the last", "in recent",
            "for many years", "for decades", "throughout history", "i remember", "my grandmother",
            "in january", "in february", "in march", "in april", "in may", "in june", "in july",
            "in august", "in september", "in october", "in november", "in december"),
        .generalities = LIST("many people", "most people", "in today's", "in a world", "these days",
            "nowadays", "people often", "we all", "everyone", "as we all know", "it is important",
            "it's important", "there are many", "there is", "there are", "some people", "we've all"),
        .about_text = LIST("this post", "this article", "this blog", "this series", "this guide",
            "in this section", "blog post", "our blog", "read on", "the following", "this interview"),
        .unnamed = LIST("he said", "she said", "they said", "he says", "she says", "they say", "he told", "she told", "he asked", "she asked", "he added", "she added", "said he", "said she", "i said", "he explained", "she explained"),
        .page = LIST("below", "click", "see above", "above", "table", "figure", "chart", "screenshot", "footnote",
            "pdf", "read on", "subscribe", "newsletter", "download", "this page", "sidebar", "photo", "photos",
            "pictured", "tomorrow", "next week", "next month", "yesterday", "last week", "last month", "this week",
            "this past", "last summer", "last fall", "last spring", "last winter", "last year", "recently", "this morning", "tonight", "see the", "check out", "scroll", "this video", "the video",
            "this post", "this article", "in part", "previous post", "last post", "next post", "comments", "follow us"),
        .appeals = LIST("we invite you", "i invite you", "we encourage you", "i encourage you", "join us",
            "we hope you'll", "we hope you will", "we'd love", "we would love", "please consider", "let us know",
            "you can help", "i hope you'll", "come and", "come by", "stop by", "drop by", "drop in"),
        .imperatives = LIST("start", "try", "take", "join", "donate", "visit", "give", "come", "ask", "share",
            "bring", "call", "plant", "cook", "make", "tell", "consider", "choose", "go", "pick", "let's", "let",
            "send", "remember", "find", "help", "volunteer", "sign", "register", "apply", "begin", "put", "please",
            "support", "write", "talk", "reach", "keep", "look", "listen", "use", "pay", "leave", "buy", "get",
            "open", "invite", "celebrate", "pause", "enjoy", "explore", "learn", "discover", "save", "spend"),
    },
    {
        .lang = "es",
        .contrasts = LIST("no solo", "no sólo", "no es solo", "más que", "en lugar de", "en vez de", "sino"),
        .to_reader = LIST("tú", "tu", "tus", "usted", "te"),
        .scenes = LIST("cada año", "el año pasado", "hace años", "cuando era", "un día", "érase"),
        .generalities = LIST("mucha gente", "muchas personas", "hoy en día", "todo el mundo", "en la actualidad"),
        .about_text = LIST("este artículo", "esta entrada", "este post"),
        .unnamed = LIST("dijo él", "dijo ella", "me dijo", "dice"),
        .page = LIST("haz clic", "más abajo", "arriba", "figura", "tabla", "boletín", "suscríbete", "mañana mismo", "la semana que viene", "la foto", "en la foto"),
        .appeals = LIST("te invitamos", "os invitamos", "les invitamos", "te invito", "te animamos", "te animo", "anímate"),
        .imperatives = LIST("prueba", "empieza", "únete", "ven", "visita", "comparte", "cuéntanos", "recuerda",
            "dona", "llama", "pregunta", "haz", "prepara", "sirve", "anímate", "busca", "elige", "lleva", "pruébalo", "pruebe"),
    },
    {
        .lang = "fr",
        .contrasts = LIST("pas seulement", "plus qu'un", "plus que", "au lieu de", "plutôt que", "bien plus"),
        .to_reader = LIST("vous", "votre", "vos", "tu", "ton"),
        .scenes = LIST("chaque année", "l'année dernière", "il y a des années", "quand j'étais", "un jour"),
        .generalities = LIST("beaucoup de gens", "de nos jours", "aujourd'hui", "tout le monde"),
        .about_text = LIST("cet article", "ce billet"),
        .unnamed = LIST("dit il", "dit elle", "m'a dit", "explique t il", "explique t elle"),
        .page = LIST("cliquez", "ci dessous", "ci dessus", "tableau", "figure", "abonnez vous", "la photo", "demain", "la semaine prochaine"),
        .appeals = LIST("nous vous invitons", "je vous invite", "n'hésitez pas", "venez", "rejoignez nous"),
        .imperatives = LIST("essayez", "commencez", "venez", "rejoignez", "partagez", "donnez", "visitez", "prenez",
            "choisissez", "apportez", "appelez", "pensez", "laissez", "faites", "goûtez", "osez", "parlez", "demandez"),
    },
    {
        .lang = "de",
        .contrasts = LIST("nicht nur", "mehr als", "statt", "anstatt", "sondern"),
        .to_reader = LIST("sie", "ihr", "du", "dein", "ihre", "euch"),
        .scenes = LIST("jedes jahr", "letztes jahr", "vor jahren", "eines tages", "als ich", "neulich"),
        .generalities = LIST("viele menschen", "heutzutage", "jeder kennt", "in der heutigen zeit"),
        .about_text = LIST("dieser artikel", "dieser beitrag", "diesem artikel", "diesem beitrag"),
        .unnamed = LIST("sagte er", "sagte sie", "sagte ich", "sagt er", "sagt sie", "meinte er", "meinte sie"),
        .page = LIST("klicken", "unten", "oben", "tabelle", "abbildung", "newsletter", "morgen", "nächste woche", "foto"),
        .appeals = LIST("wir laden sie ein", "wir laden euch ein", "wir laden dich ein", "machen sie mit", "mach mit",
            "kommen sie", "probieren sie", "schauen sie", "fragen sie", "sprechen sie", "fangen sie", "besuchen sie"),
        .imperatives = LIST("probiert", "probier", "komm", "kommt", "mach", "macht", "fang", "nehmt", "nimm", "schau",
            "schaut", "pflanzt", "pflanze", "helft", "hilf", "spende", "spendet", "wer mag", "frag", "fragt"),
    },
    {
        .lang = "pt",
        .contrasts = LIST("não só", "não é só", "não apenas", "mais do que", "em vez de", "em lugar de"),
        .to_reader = LIST("você", "seu", "sua", "tu", "teu", "tua"),
        .scenes = LIST("todos os anos", "no ano passado", "há anos", "quando era", "um dia"),
        .generalities = LIST("muita gente", "muitas pessoas", "hoje em dia", "toda a gente"),
        .about_text = LIST("este artigo", "este texto", "este post"),
        .unnamed = LIST("disse ele", "disse ela", "disse me", "diz ele", "diz ela"),
        .page = LIST("clique", "abaixo", "acima", "tabela", "figura", "newsletter", "amanhã", "na próxima semana", "a foto"),
        .appeals = LIST("convidamos", "convido", "venha", "junte se", "experimente"),
        .imperatives = LIST("experimente", "experimenta", "comece", "venha", "visite", "partilhe", "compartilhe", "leve",
            "olhe", "olha", "pare", "escolha", "pergunte", "procure", "doe", "lembre", "suba", "entre"),
    },
    {
        .lang = "it",
        .contrasts = LIST("non solo", "più che", "più di", "invece di", "anziché", "piuttosto che"),
        .to_reader = LIST("tu", "tuo", "tua", "voi", "vostro", "vostra", "te"),
        .scenes = LIST("ogni anno", "l'anno scorso", "anni fa", "quando ero", "un giorno"),
        .generalities = LIST("molte persone", "tanta gente", "oggigiorno", "al giorno d'oggi", "tutti"),
        .about_text = LIST("questo articolo", "questo post"),
        .unnamed = LIST("ha detto", "dice lui", "dice lei", "mi disse"),
        .page = LIST("clicca", "qui sotto", "sopra", "tabella", "figura", "newsletter", "domani", "la prossima settimana", "foto"),
        .appeals = LIST("vi invitiamo", "ti invitiamo", "vieni a", "venite a", "unisciti"),
        .imperatives = LIST("prova", "provate", "inizia", "iniziate", "vieni", "venite", "porta", "portate", "dona", "condividi",
            "chiedi", "chiedete", "passa", "passate", "scegli", "cerca", "cercate", "pianta", "piantate", "fatevi"),
    },
    {
        .lang = "nl",
        .contrasts = LIST("niet alleen", "meer dan", "in plaats van", "niet zomaar"),
        .to_reader = LIST("je", "jij", "jouw", "u", "uw", "jullie"),
        .scenes = LIST("elk jaar", "vorig jaar", "jaren geleden", "toen ik", "op een dag"),
        .generalities = LIST("veel mensen", "tegenwoordig", "iedereen", "de meeste mensen"),
        .about_text = LIST("dit artikel", "deze blog"),
        .unnamed = LIST("zei hij", "zei ze", "zegt hij", "zegt ze", "zei ik"),
        .page = LIST("klik", "hieronder", "hierboven", "tabel", "figuur", "nieuwsbrief", "morgen", "volgende week", "foto"),
        .appeals = LIST("we nodigen je uit", "wij nodigen u uit", "doe mee", "kom langs", "loop binnen"),
        .imperatives = LIST("probeer", "begin", "kom", "doe", "ga", "neem", "deel", "vraag", "kies", "geef", "help", "breng", "bel", "loop", "laat"),
    },
    {
        .lang = "ja",
        .contrasts = LIST("だけではない", "だけではなく", "だけでなく", "よりも"),
        .to_reader = LIST("あなた", "みなさん", "皆さん"),
        .scenes = LIST("昨年", "去年", "ある日", "先日"),
        .generalities = LIST("多くの人", "近年", "最近"),
        .about_text = LIST("この記事", "本記事"),
        .unnamed = LIST("と彼は", "と彼女は"),
        .page = LIST("クリック", "下記", "上記", "写真", "明日", "来週", "購読"),
        .appeals = LIST("てみてください", "ましょう", "てみませんか", "ください", "てみてほしい"),
        .imperatives = LIST("ぜひ"),
    },
};
/* clang-format on */

const struct ncpi_cues *ncpi_cues_of(const char *lang)
{
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (strcmp(cues[i].lang, lang) == 0)
            return &cues[i];
    return NULL;
}
