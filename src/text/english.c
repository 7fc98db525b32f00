/* SPDX-License-Identifier: MIT */
/* English word lists: which words make clauses, which make nouns. */
#include "english.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* clang-format off */
static const char *const auxiliaries[] = {
    "am", "are", "aren't", "can", "can't", "cannot", "could", "couldn't", "did", "didn't", "do",
    "does", "doesn't", "don't", "had", "hadn't", "has", "hasn't", "have", "haven't", "he's",
    "here's", "i'll", "i'm", "i've", "is", "isn't", "it'll", "it's", "may", "might", "must",
    "mustn't", "shall", "she's", "should", "shouldn't", "that's", "there's", "they'll", "they're",
    "they've", "was", "wasn't", "we'll", "we're", "we've", "were", "weren't", "what's", "who's",
    "will", "won't", "would", "wouldn't", "you'll", "you're", "you've",
};

static const char *const verbs[] = {
    "accept", "achieve", "act", "add", "address", "affect", "agree", "aim", "allow", "announce",
    "answer", "appear", "apply", "approach", "argue", "arrive", "ask", "assess", "assume",
    "attend", "attract", "avoid", "bake", "be", "become", "begin", "believe", "belong", "benefit",
    "bind", "blend", "bloom", "boil", "bother", "break", "bring", "build", "burn", "buy", "call",
    "care", "carry", "cause", "change", "check", "choose", "claim", "clean", "clear", "close",
    "collect", "combine", "come", "comfort", "commit", "communicate", "compare", "complete",
    "concern", "confirm", "connect", "consider", "consist", "contain", "continue", "contribute",
    "cook", "cost", "cover", "create", "cross", "cultivate", "cut", "dance", "deal", "decide",
    "deepen", "define", "deliver", "demand", "depend", "describe", "deserve", "design", "destroy",
    "detect", "determine", "develop", "die", "differ", "disappear", "discover", "discuss",
    "display", "divide", "draw", "dream", "drink", "drive", "drop", "earn", "ease", "eat",
    "effect", "elect", "emerge", "employ", "enable", "encourage", "end", "enjoy", "ensure",
    "enter", "establish", "evolve", "examine", "exist", "expand", "expect", "experience",
    "explain", "explore", "express", "extend", "face", "fail", "fall", "favor", "feed", "feel",
    "fight", "fill", "find", "finish", "fit", "fix", "flow", "fly", "focus", "follow", "force",
    "forget", "form", "foster", "gain", "gather", "generate", "get", "give", "go", "grow",
    "guide", "handle", "happen", "hate", "heal", "hear", "help", "hide", "hit", "hold", "honor",
    "hope", "host", "hurt", "identify", "ignore", "imagine", "improve", "include", "increase",
    "indicate", "influence", "inform", "insist", "inspire", "intend", "introduce", "invest",
    "invite", "involve", "join", "judge", "keep", "kick", "kill", "know", "lack", "land", "last",
    "laugh", "launch", "lead", "learn", "leave", "lend", "let", "lie", "lift", "like", "limit",
    "link", "listen", "live", "look", "lose", "love", "lower", "maintain", "make", "manage",
    "mark", "mature", "mean", "measure", "meet", "mention", "mind", "miss", "move", "need",
    "notice", "nourish", "obtain", "occur", "offer", "open", "operate", "organize", "own", "park",
    "pass", "pay", "perform", "pick", "place", "plan", "plant", "play", "point", "possess",
    "pour", "practice", "prefer", "prepare", "present", "press", "prevent", "produce", "promise",
    "promote", "protect", "prove", "provide", "publish", "pull", "push", "put", "raise", "reach",
    "read", "realize", "receive", "recognize", "recommend", "reduce", "refer", "reflect",
    "refuse", "rely", "remain", "remember", "remind", "remove", "render", "repair", "repeat",
    "replace", "reply", "report", "represent", "require", "rescue", "rest", "restore", "result",
    "return", "reveal", "rewire", "ring", "ripple", "rise", "roast", "roll", "run", "save", "say",
    "scale", "see", "seek", "seem", "sell", "send", "serve", "set", "settle", "shake", "shape",
    "share", "shift", "shine", "show", "shut", "simmer", "sing", "sit", "sleep", "slice", "slow",
    "smell", "smile", "soften", "solve", "sound", "speak", "spend", "spread", "stand", "start",
    "state", "stay", "stick", "stir", "stop", "strengthen", "struggle", "study", "succeed",
    "suffer", "suggest", "suit", "support", "suppose", "surround", "survive", "take", "talk",
    "taste", "teach", "tell", "tend", "test", "thank", "think", "thrive", "throw", "touch",
    "train", "transform", "travel", "treat", "trust", "try", "turn", "understand", "use", "value",
    "vary", "view", "visit", "volunteer", "vote", "wait", "wake", "walk", "want", "warm", "warn",
    "wash", "waste", "watch", "wear", "weigh", "welcome", "win", "wish", "wonder", "work",
    "worry", "write",
};

static const char *const past_forms[] = {
    "ate", "became", "began", "bent", "bought", "broke", "brought", "built", "came", "caught",
    "chose", "cost", "cut", "dealt", "did", "drank", "drew", "drove", "fed", "fell", "felt",
    "flew", "forgot", "fought", "found", "froze", "gave", "got", "grew", "heard", "held", "hid",
    "hit", "hurt", "kept", "knew", "laid", "lay", "led", "left", "lent", "let", "lost", "made",
    "meant", "met", "paid", "put", "ran", "rang", "read", "rode", "rose", "said", "sang", "sat",
    "saw", "sent", "set", "shook", "shot", "showed", "shut", "slept", "slid", "sold", "sought",
    "spent", "split", "spoke", "spread", "stole", "stood", "struck", "stuck", "swam", "swept",
    "swore", "taught", "thought", "threw", "told", "took", "understood", "went", "woke", "won",
    "wore", "wrote",
};

static const char *const noun_openers[] = {
    "a", "about", "an", "and", "another", "any", "as", "at", "be", "been", "being", "between",
    "big", "by", "daily", "during", "each", "every", "few", "first", "for", "from", "good",
    "great", "her", "his", "human", "in", "into", "its", "last", "less", "local", "many", "more",
    "most", "my", "new", "no", "not", "of", "on", "only", "open", "or", "other", "our", "own",
    "public", "real", "same", "several", "small", "social", "some", "such", "that", "the",
    "their", "these", "this", "those", "through", "to", "very", "what", "whose", "with",
    "within", "without", "your",
};

static const char *const not_subjects[] = {
    "about", "above", "across", "after", "along", "also", "although", "among", "and", "are",
    "around", "as", "at", "because", "before", "behind", "below", "between", "beyond", "but",
    "by", "can", "could", "despite", "did", "do", "does", "during", "especially", "even",
    "except", "for", "from", "had", "has", "have", "if", "in", "including", "inside", "instead",
    "into", "is", "just", "like", "may", "might", "must", "near", "nor", "not", "of", "off", "on",
    "only", "onto", "or", "out", "outside", "over", "particularly", "past", "per", "rather",
    "should", "since", "so", "than", "that", "then", "though", "through", "to", "toward",
    "towards", "under", "unless", "until", "up", "upon", "via", "was", "were", "when", "whenever",
    "where", "wherever", "whether", "which", "while", "who", "whom", "whose", "will", "with",
    "without", "would", "yet",
};

static const char *const ing_nouns[] = {
    "according", "anything", "beginning", "building", "ceiling", "clothing", "concerning",
    "during", "evening", "everything", "feeling", "finding", "following", "housing", "including",
    "king", "learning", "meaning", "meeting", "morning", "nothing", "offering", "opening",
    "planning", "regarding", "ring", "setting", "something", "spring", "string", "thing",
    "training", "understanding", "wedding", "wing",
};

static const char *const protected[] = {
    "about", "according", "ago", "allegedly", "almost", "always", "apparently", "appear",
    "appears", "approximately", "april", "argue", "argues", "around", "assuming", "august",
    "believe", "believed", "believes", "can", "claim", "claimed", "claims", "could", "december",
    "doubt", "even", "except", "expert", "experts", "february", "few", "found", "friday",
    "generally", "hardly", "if", "january", "july", "june", "know", "known", "largely", "less",
    "likely", "mainly", "many", "march", "may", "maybe", "might", "monday", "month", "most",
    "mostly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "november",
    "october", "often", "only", "otherwise", "partly", "per", "percent", "perhaps", "possibly",
    "potentially", "presumably", "probably", "provided", "rarely", "report", "reported",
    "reportedly", "reports", "research", "researchers", "roughly", "said", "saturday", "say",
    "says", "science", "scientists", "seem", "seems", "seldom", "september", "should", "showed",
    "shown", "shows", "since", "some", "sometimes", "studies", "study", "suggest", "suggests",
    "sunday", "tells", "thursday", "today", "told", "tomorrow", "tuesday", "typically", "unless",
    "unlikely", "until", "up", "usually", "wednesday", "week", "weeks", "when", "whenever",
    "without", "would", "year", "years", "yesterday",
};

static const char *const leading_words[] = {
    "across", "along", "alongside", "amid", "among", "at", "behind", "beneath", "beside",
    "between", "beyond", "by", "certainly", "clearly", "during", "for", "fortunately", "from",
    "happily", "historically", "in", "inside", "interestingly", "luckily", "naturally", "near",
    "obviously", "of", "on", "over", "sadly", "simply", "surprisingly", "through", "throughout",
    "together", "toward", "towards", "traditionally", "under", "underneath", "undoubtedly",
    "unfortunately", "upon", "whether", "while", "with", "within",
};

/* Forms that are verbs and hardly ever nouns. */
static const char *const pure_verbs[] = {
    "accept", "accepts", "achieve", "achieves", "add", "adds", "agree", "agrees", "allow",
    "allows", "announce", "announces", "applies", "apply", "argue", "argues", "ask", "asks",
    "assume", "assumes", "attend", "attends", "avoid", "avoids", "become", "becomes", "begin",
    "begins", "believe", "believes", "belong", "belongs", "bring", "brings", "build", "builds",
    "buy", "buys", "choose", "chooses", "collect", "collects", "combine", "combines",
    "communicate", "communicates", "compare", "compares", "complete", "completes", "confirm",
    "confirms", "connect", "connects", "consider", "considers", "consist", "consists", "contain",
    "contains", "contribute", "contributes", "create", "creates", "decide", "decides", "define",
    "defines", "deliver", "delivers", "depend", "depends", "describe", "describes", "deserve",
    "deserves", "determine", "determines", "develop", "develops", "die", "dies", "disappear",
    "disappears", "discover", "discovers", "discuss", "discusses", "eat", "eats", "emerge",
    "emerges", "enable", "enables", "encourage", "encourages", "enjoy", "enjoys", "ensure",
    "ensures", "establish", "establishes", "exist", "exists", "expect", "expects", "explain",
    "explains", "explore", "explores", "extend", "extends", "feel", "feels", "fill", "fills",
    "find", "finds", "follow", "follows", "forget", "forgets", "generate", "generates", "get",
    "gets", "give", "gives", "go", "goes", "happen", "happens", "hear", "hears", "identifies",
    "identify", "ignore", "ignores", "imagine", "imagines", "improve", "improves", "include",
    "includes", "indicate", "indicates", "inform", "informs", "insist", "insists", "intend",
    "intends", "introduce", "introduces", "invest", "invests", "invite", "invites", "involve",
    "involves", "join", "joins", "keep", "keeps", "know", "knows", "lack", "lacks", "learn",
    "learns", "leave", "leaves", "let", "lets", "listen", "listens", "live", "lives", "lose",
    "loses", "maintain", "maintains", "make", "makes", "meet", "meets", "mention", "mentions",
    "obtain", "obtains", "occur", "occurs", "offer", "offers", "pay", "pays", "perform",
    "performs", "prepare", "prepares", "prevent", "prevents", "produce", "produces", "promote",
    "promotes", "protect", "protects", "prove", "proves", "provide", "provides", "publish",
    "publishes", "raise", "raises", "reach", "reaches", "realize", "realizes", "receive",
    "receives", "recognize", "recognizes", "recommend", "recommends", "reduce", "reduces",
    "refer", "refers", "refuse", "refuses", "relies", "rely", "remain", "remains", "remember",
    "remembers", "remind", "reminds", "remove", "removes", "replace", "replaces", "represent",
    "represents", "require", "requires", "reveal", "reveals", "say", "says", "see", "seek",
    "seeks", "seem", "seems", "sees", "sell", "sells", "send", "sends", "serve", "serves", "sit",
    "sits", "solve", "solves", "speak", "speaks", "spend", "spends", "strengthen", "strengthens",
    "suffer", "suffers", "suggest", "suggests", "suppose", "supposes", "survive", "survives",
    "take", "takes", "teach", "teaches", "tell", "tells", "tend", "tends", "think", "thinks",
    "throw", "throws", "tries", "try", "understand", "understands", "wait", "waits", "want",
    "wants", "wear", "wears", "win", "wins", "wonder", "wonders", "write", "writes",
};

/* clang-format on */

const struct ncpi_word_list ncpi_auxiliaries = {auxiliaries, COUNT(auxiliaries)};
const struct ncpi_word_list ncpi_verbs = {verbs, COUNT(verbs)};
const struct ncpi_word_list ncpi_past_forms = {past_forms, COUNT(past_forms)};
const struct ncpi_word_list ncpi_noun_openers = {noun_openers, COUNT(noun_openers)};
const struct ncpi_word_list ncpi_not_subjects = {not_subjects, COUNT(not_subjects)};
const struct ncpi_word_list ncpi_ing_nouns = {ing_nouns, COUNT(ing_nouns)};
const struct ncpi_word_list ncpi_protected = {protected, COUNT(protected)};
const struct ncpi_word_list ncpi_leading_words = {leading_words, COUNT(leading_words)};
const struct ncpi_word_list ncpi_pure_verbs = {pure_verbs, COUNT(pure_verbs)};
