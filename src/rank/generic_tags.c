/* SPDX-License-Identifier: MIT */
/* Words that make no hashtag of their own, and words that make one an event. */
#include "generic_tags.h"

#include <stdlib.h>

/* clang-format off */
/* Both sorted by bytes. */
static const char *const generic[] = {
    "abilities", "ability", "anni", "anno", "announcement", "année", "années", "ano", "anos",
    "answer", "answers", "anyone", "anything", "approach", "approaches", "arbeit", "area",
    "areas", "article", "articles", "authority", "año", "años", "beautiful", "beispiel", "best",
    "better", "big", "billion", "bit", "blog", "blogpost", "blogs", "body", "brain", "building",
    "call", "casa", "case", "cases", "chair", "change", "changes", "child", "children", "chose",
    "choses", "coisa", "coisas", "come", "comes", "content", "cosa", "cosas", "cose", "cute",
    "dag", "dagen", "data-set", "day", "days", "deel", "detail", "details", "dia", "dias", "ding",
    "dinge", "dingen", "donna", "door", "día", "días", "effort", "efforts", "eight", "email",
    "end", "ende", "evening", "everyone", "everything", "example", "examples", "experience",
    "experiences", "explore", "explorepage", "eyes", "f4f", "face", "facebook", "fact", "facts",
    "fashion", "façon", "featured", "feel", "feels", "femme", "first", "five", "focus", "fois",
    "follow", "follow4follow", "followme", "form", "forma", "forms", "foryou", "foryoupage",
    "four", "frau", "fyp", "general", "gens", "gente", "get", "gets", "giorni", "giorno", "give",
    "gives", "go", "goal", "goals", "goes", "good", "google", "great", "group", "groups", "guide",
    "guides", "half", "hand", "hands", "happy", "haus", "head", "heart", "help", "high", "hombre",
    "home", "homem", "homme", "hour", "hours", "huis", "hundred", "idea", "ideas", "information",
    "instadaily", "instagood", "instagram", "instamood", "interact", "issue", "issues", "item",
    "items", "jaar", "jahr", "jahre", "jaren", "jour", "jours", "keer", "kind", "kinder", "kinds",
    "know", "knows", "l4l", "last", "latest", "lavoro", "leben", "left", "leute", "level",
    "levels", "leven", "lieu", "life", "like", "like4like", "likeforlike", "likes", "line",
    "lines", "linkedin", "list", "lists", "little", "long", "look", "looks", "lot", "lots",
    "love", "low", "lugar", "luogo", "make", "makes", "mal", "man", "manera", "manier",
    "manière", "mann", "means", "member", "members", "men", "menschen", "mensen", "million",
    "minute", "minutes", "misc", "modo", "moment", "moments", "mondaymotivation", "monde",
    "mondo", "month", "months", "morning", "morning-routine", "motivationmonday", "mujer",
    "mulher", "mundo", "name", "names", "need", "needs", "new", "newblog", "newblogpost",
    "newpost", "news", "next", "night", "nine", "nobody", "nothing", "number", "numbers",
    "office", "old", "one", "open", "opportunities", "opportunity", "ort", "other", "own", "page",
    "part", "parte", "partie", "parts", "people", "percent", "person", "personas", "persone",
    "personnes", "pessoas", "phone", "photooftheday", "picoftheday", "piece", "pieces", "plaats",
    "place", "places", "please", "point", "points", "post", "posts", "previous", "problem",
    "problems", "process", "processes", "quality", "question", "questions", "reason", "reasons",
    "reel", "reels", "result", "results", "right", "road", "role", "roles", "room", "run", "runs",
    "same", "say", "says", "see", "sees", "seite", "selfie", "set", "sets", "seven", "short",
    "side", "sign", "site", "six", "small", "someone", "something", "sort", "start", "state",
    "states", "stelle", "step", "steps", "stories", "story", "street", "support", "table", "tag",
    "tage", "take", "takes", "talk", "talks", "tbt", "team", "teams", "teil", "tempo", "temps",
    "ten", "thank", "thanks", "thing", "things", "think", "thinks", "thousand", "three",
    "throwbackthursday", "tiempo", "tijd", "tiktok", "time", "times", "today", "tomorrow",
    "trabajo", "trabalho", "travail", "trending", "tries", "try", "turn", "turns", "twitter",
    "two", "type", "types", "uncategorized", "uomo", "update", "updates", "use", "user",
    "user-friendly", "users", "uses", "veces", "vez", "vezes", "vida", "vie", "viral", "vita",
    "voice", "volta", "volte", "vrouw", "walk", "walks", "want", "wants", "way", "ways", "web",
    "website", "week", "weeks", "weise", "welt", "wereld", "werk", "whatsapp", "woman", "women",
    "word", "words", "work", "world", "year", "years", "yesterday", "young", "youtube", "zeit",
    "一つ", "一人", "上", "下", "中", "二つ", "二人", "人", "人々", "今", "今日",
    "何", "僕", "前", "場所", "年", "店", "彼", "彼女", "後", "方", "日", "明日",
    "昨日", "時", "時間", "月", "私", "自分", "話", "頃",
};

static const char *const events[] = {
    "anniversary", "award", "awards", "biennale", "carnival", "championship", "christmas",
    "conference", "convention", "cup", "day", "days", "eve", "expo", "fair", "fest", "festival",
    "forum", "gala", "hackathon", "jubilee", "marathon", "month", "olympics", "parade", "ramadan",
    "summit", "symposium", "week", "year",
};

/* clang-format on */

static int compare(const void *key, const void *item)
{
    return ncp_str_compare(*(const struct ncp_str *)key, ncp_str_from(*(const char *const *)item));
}

bool ncpi_is_generic_tag(struct ncp_str phrase)
{
    return bsearch(&phrase, generic, sizeof generic / sizeof *generic, sizeof *generic, compare);
}

bool ncpi_is_event_word(struct ncp_str word)
{
    return bsearch(&word, events, sizeof events / sizeof *events, sizeof *events, compare);
}

bool ncpi_is_number_phrase(struct ncp_str word)
{
    static const char *const numbers[] = {
        "two",    "three",   "four",   "five",   "six",   "seven", "eight",   "nine",     "ten",
        "eleven", "twelve",  "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "half",
        "dos",    "tres",    "cuatro", "cinco",  "diez",  "deux",  "trois",   "quatre",   "cinq",
        "dix",    "onze",    "zwei",   "drei",   "vier",  "fünf",  "zehn",    "dois",     "duas",
        "due",    "quattro", "dieci",  "twee",   "drie",  "vijf",  "tien"};
    static const char *const figures[] = {"一", "二", "三", "四", "五", "六", "七",
                                          "八", "九", "十", "百", "千", "万"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (ncp_str_equal_nocase(word, ncp_str_from(numbers[i])))
            return true;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (ncp_str_starts(word, ncp_str_from(figures[i])))
            return true;
    return word.len > 0 && word.ptr[0] >= '0' && word.ptr[0] <= '9';
}
