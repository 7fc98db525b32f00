/* SPDX-License-Identifier: MIT */
/* Abbreviations of each language, in byte order (tested), and how they are
 * found. A word that is also an everyday one stands here only with a kind that
 * needs more evidence than a capital letter after it. */
#include "abbreviation.h"

#include <string.h>

#define INNER  NCPI_STOP_INNER
#define NUMBER NCPI_STOP_NUMBER
#define NAME   NCPI_STOP_NAME
#define CLOCK  NCPI_STOP_CLOCK
#define END    NCPI_STOP_END

static const struct ncpi_abbreviation common[] = {
    {"A.M", CLOCK},  {"Abb", NUMBER}, {"Bros", NAME}, {"Co", NAME},    {"Corp", NAME},
    {"Dr", INNER},   {"Fig", NUMBER}, {"Hon", INNER}, {"Inc", NAME},   {"Jr", NAME},
    {"Ltd", NAME},   {"Mio", NAME},   {"Mr", INNER},  {"Mrs", INNER},  {"Ms", INNER},
    {"Mt", INNER},   {"No", NUMBER},  {"Nr", NUMBER}, {"P.M", CLOCK},  {"Ph.D", NAME},
    {"Ph.d", NAME},  {"Prof", INNER}, {"Rev", INNER}, {"Sr", NAME},    {"St", NAME},
    {"Tel", NUMBER}, {"Vol", NUMBER}, {"a.m", CLOCK}, {"al", NAME},    {"ca", INNER},
    {"cf", INNER},   {"e.g", INNER},  {"etc", END},   {"fig", NUMBER}, {"i.e", INNER},
    {"mio", NAME},   {"p.m", CLOCK},  {"pp", NUMBER}, {"tel", NUMBER}, {"vol", NUMBER},
    {"vs", INNER},
};

static const struct ncpi_abbreviation german[] = {
    {"Abb", NUMBER},      {"Abbn", NUMBER},      {"Abg", INNER},     {"Abs", NUMBER},
    {"Absch", NUMBER},    {"Abschn", NUMBER},    {"Abt", NAME},      {"Allg", NAME},
    {"Anm", NUMBER},      {"Apr", NUMBER},       {"Art", NUMBER},    {"Aufl", NAME},
    {"Augepept", NUMBER}, {"Ausg", NAME},        {"Az", NUMBER},     {"BLZ", NUMBER},
    {"Bd", NUMBER},       {"Bde", NUMBER},       {"Betr", INNER},    {"Bez", NAME},
    {"Bf", INNER},        {"Bgm", INNER},        {"Bhf", NAME},      {"Bl", NUMBER},
    {"Bsp", NAME},        {"Chr", NAME},         {"Dez", NUMBER},    {"Dipl", INNER},
    {"Dir", INNER},       {"Doz", INNER},        {"Dr.Ing", INNER},  {"Erzb", INNER},
    {"Feb", NUMBER},      {"Fn", NUMBER},        {"Forts", NAME},    {"Fr", INNER},
    {"Frl", INNER},       {"Gem", NAME},         {"Gen", INNER},     {"Ges", NAME},
    {"Geschf", NAME},     {"Hausnr", NUMBER},    {"Hbf", NAME},      {"Hg", NAME},
    {"Hl", INNER},        {"Hptm", INNER},       {"Hr", INNER},      {"Hrn", INNER},
    {"Hrsg", NAME},       {"Hs", NUMBER},        {"Ing", INNER},     {"Inst", NAME},
    {"Jan", NUMBER},      {"Jh", NAME},          {"Jhd", NAME},      {"Jhdt", NAME},
    {"Jhdts", NAME},      {"Jhs", NAME},         {"Jän", NUMBER},    {"Kap", NUMBER},
    {"Kapp", NUMBER},     {"Kard", INNER},       {"Kfm", INNER},     {"Kgl", INNER},
    {"Kto", NUMBER},      {"Lt", INNER},         {"Ltg", NAME},      {"Mag", INNER},
    {"Maj", INNER},       {"Mill", NAME},        {"Min", NAME},      {"Min.Dir", INNER},
    {"Min.Präs", INNER},  {"Mrd", NAME},         {"Nos", NUMBER},    {"Nov", NUMBER},
    {"Nrn", NUMBER},      {"Okt", NUMBER},       {"PLZ", NUMBER},    {"Pl", NAME},
    {"Priv", INNER},      {"Präs", INNER},       {"Rdnr", NUMBER},   {"Red", NAME},
    {"Reg", NAME},        {"Reg.Bez", INNER},    {"Rn", NUMBER},     {"Rz", NUMBER},
    {"Sek", NAME},        {"Sekt", NAME},        {"Sen", INNER},     {"Skt", INNER},
    {"St", INNER},        {"Staatssekr", INNER}, {"Std", NAME},      {"Stdn", NAME},
    {"Str", NAME},        {"Stv", NAME},         {"Tab", NUMBER},    {"Tsd", NAME},
    {"Univ", NAME},       {"Ver", NUMBER},       {"Verf", NAME},     {"Verl", NAME},
    {"Vers", NUMBER},     {"Vgl", INNER},        {"Vors", NAME},     {"Zi", NUMBER},
    {"Ziff", NUMBER},     {"a.D", NAME},         {"abh", INNER},     {"abzgl", INNER},
    {"allg", INNER},      {"bes", INNER},        {"betr", INNER},    {"bspw", INNER},
    {"bzgl", INNER},      {"bzw", INNER},        {"d.J", NAME},      {"d.h", INNER},
    {"d.Ä", NAME},        {"dgl", END},          {"dt", INNER},      {"e.K", NAME},
    {"e.V", NAME},        {"ehem", INNER},       {"einschl", INNER}, {"engl", INNER},
    {"etc", END},         {"ev", INNER},         {"evang", INNER},   {"eventl", INNER},
    {"evtl", INNER},      {"exkl", INNER},       {"f", NAME},        {"franz", INNER},
    {"geb", INNER},       {"gegr", INNER},       {"gem", INNER},     {"gest", INNER},
    {"gg", INNER},        {"ggf", INNER},        {"ggfs", INNER},    {"griech", INNER},
    {"h.c", NAME},        {"hl", INNER},         {"i.A", NAME},      {"i.R", NAME},
    {"i.V", NAME},        {"i.d.R", INNER},      {"i.d.S", INNER},   {"i.e.S", INNER},
    {"i.w.S", INNER},     {"inkl", INNER},       {"insb", INNER},    {"insbes", INNER},
    {"ital", INNER},      {"kath", INNER},       {"kgl", INNER},     {"lat", INNER},
    {"lt", INNER},        {"m.E", INNER},        {"max", NAME},      {"mind", NAME},
    {"n.Chr", NAME},      {"n.u.Z", NAME},       {"o.g", INNER},     {"o.Ä", END},
    {"o.ä", END},         {"od", INNER},         {"rd", INNER},      {"röm", INNER},
    {"s.o", INNER},       {"s.u", INNER},        {"sog", INNER},     {"span", INNER},
    {"str", NAME},        {"stv", NAME},         {"u.U", INNER},     {"u.a", INNER},
    {"u.dgl", END},       {"u.g", INNER},        {"u.s.w", END},     {"u.v.a", END},
    {"u.v.m", END},       {"u.Ä", END},          {"u.ä", END},       {"ungef", INNER},
    {"urspr", INNER},     {"usf", END},          {"usw", END},       {"uvm", END},
    {"v.Chr", NAME},      {"v.a", INNER},        {"v.g", INNER},     {"v.u.Z", NAME},
    {"verh", INNER},      {"vgl", INNER},        {"vorauss", INNER}, {"wiss", INNER},
    {"z.B", INNER},       {"z.Hd", INNER},       {"z.T", INNER},     {"z.Z", INNER},
    {"z.Zt", INNER},      {"zit", INNER},        {"zzgl", INNER},    {"§§", NUMBER},
};

static const struct ncpi_abbreviation english[] = {
    {"Adm", INNER},    {"Ala", NAME},    {"Ald", INNER},    {"Amb", INNER},    {"App", NUMBER},
    {"Appx", NUMBER},  {"Apr", NUMBER},  {"Apt", NUMBER},   {"Ariz", NAME},    {"Ark", NAME},
    {"Art", NUMBER},   {"Arts", NUMBER}, {"Assn", NAME},    {"Assoc", INNER},  {"Asst", INNER},
    {"Atty", INNER},   {"Aug", NUMBER},  {"Ave", NAME},     {"B.Sc", NAME},    {"Bk", NUMBER},
    {"Bldg", NAME},    {"Blvd", NAME},   {"Brig", INNER},   {"Bt", NAME},      {"Calif", NAME},
    {"Capt", INNER},   {"Ch", NUMBER},   {"Chs", NUMBER},   {"Cllr", INNER},   {"Cmdr", INNER},
    {"Cmdt", INNER},   {"Col", INNER},   {"Colo", NAME},    {"Comdr", INNER},  {"Conn", NAME},
    {"Cos", NAME},     {"Cpl", INNER},   {"Ct", NAME},      {"D.C", NAME},     {"D.Phil", NAME},
    {"Dec", NUMBER},   {"Del", NAME},    {"Dept", NAME},    {"Depts", NAME},   {"Det", INNER},
    {"Dist", NAME},    {"Drs", INNER},   {"E.U", NAME},     {"Ed", NAME},      {"Eds", NAME},
    {"Ens", INNER},    {"Eq", NUMBER},   {"Eqs", NUMBER},   {"Esq", NAME},     {"Est", NAME},
    {"Ex", NUMBER},    {"Exs", NUMBER},  {"Ext", NUMBER},   {"Feb", NUMBER},   {"Fed", NAME},
    {"Figs", NUMBER},  {"Fla", NAME},    {"Fr", INNER},     {"Fri", NUMBER},   {"Ft", INNER},
    {"Ga", NAME},      {"Gal", NAME},    {"Gen", INNER},    {"Gov", INNER},    {"Govs", INNER},
    {"Govt", NAME},    {"Hons", INNER},  {"Hts", NAME},     {"Hwy", NUMBER},   {"Ind", NAME},
    {"Insp", INNER},   {"Inst", NAME},   {"Intl", NAME},    {"Jan", NUMBER},   {"Jnr", NAME},
    {"Jul", NUMBER},   {"Jun", NUMBER},  {"Kan", NAME},     {"Ky", NAME},      {"L.L.C", NAME},
    {"LLC", NAME},     {"LLP", NAME},    {"La", NAME},      {"Lieut", INNER},  {"Ln", NAME},
    {"Lt", INNER},     {"M.Sc", NAME},   {"Maj", INNER},    {"Mar", NUMBER},   {"Md", NAME},
    {"Messrs", INNER}, {"Mfg", NAME},    {"Mich", NAME},    {"Minn", NAME},    {"Mlle", INNER},
    {"Mme", INNER},    {"Mo", NAME},     {"Mon", NUMBER},   {"Mont", NAME},    {"Msgr", INNER},
    {"Mx", INNER},     {"Natl", NAME},   {"Neb", NAME},     {"Nev", NAME},     {"Nos", NUMBER},
    {"Nov", NUMBER},   {"Oct", NUMBER},  {"Okla", NAME},    {"Ont", NAME},     {"Op", NUMBER},
    {"Pa", NAME},      {"Para", NUMBER}, {"Penn", NAME},    {"Ph.D.s", NAME},  {"Pkwy", NAME},
    {"Pl", NAME},      {"Pres", INNER},  {"Profs", INNER},  {"Pt", NUMBER},    {"Pte", INNER},
    {"Pts", NUMBER},   {"Pvt", INNER},   {"Que", NAME},     {"Rd", NAME},      {"Ref", NUMBER},
    {"Refs", NUMBER},  {"Reg", NUMBER},  {"Rep", INNER},    {"Reps", INNER},   {"Revd", INNER},
    {"Rm", NUMBER},    {"Rs", NUMBER},   {"Rt.Hon", INNER}, {"Rte", NUMBER},   {"Sat", NUMBER},
    {"Sch", NAME},     {"Sec", NUMBER},  {"Secs", NUMBER},  {"Sect", NUMBER},  {"Secy", INNER},
    {"Sen", INNER},    {"Sens", INNER},  {"Sep", NUMBER},   {"Sept", NUMBER},  {"Ser", NUMBER},
    {"Sgt", INNER},    {"Sgts", INNER},  {"Snr", NAME},     {"Spc", INNER},    {"Sq", NAME},
    {"Sr", NAME},      {"Sra", INNER},   {"Ste", INNER},    {"Sun", NUMBER},   {"Supt", INNER},
    {"Tab", NUMBER},   {"Tenn", NAME},   {"Tex", NAME},     {"Thu", NUMBER},   {"Thur", NUMBER},
    {"Thurs", NUMBER}, {"Treas", INNER}, {"Tue", NUMBER},   {"Tues", NUMBER},  {"U.A.E", NAME},
    {"U.K", NAME},     {"U.N", NAME},    {"U.S", NAME},     {"U.S.A", NAME},   {"Univ", NAME},
    {"Va", NAME},      {"Ven", INNER},   {"Ver", NUMBER},   {"Vols", NUMBER},  {"Vt", NAME},
    {"Wed", NUMBER},   {"Wis", NAME},    {"Wyo", NAME},     {"approx", INNER}, {"ch", NUMBER},
    {"cm", NAME},      {"ed", NAME},     {"eds", NAME},     {"eg", INNER},     {"esp", INNER},
    {"est", NAME},     {"ext", NUMBER},  {"figs", NUMBER},  {"ft", NAME},      {"gal", NAME},
    {"hr", NAME},      {"hrs", NAME},    {"ie", INNER},     {"incl", INNER},   {"kg", NAME},
    {"lb", NAME},      {"lbs", NAME},    {"mins", NAME},    {"mm", NAME},      {"mph", NAME},
    {"no", NUMBER},    {"nos", NUMBER},  {"op", NUMBER},    {"orig", INNER},   {"oz", NAME},
    {"p.p", NUMBER},   {"para", NUMBER}, {"paras", NUMBER}, {"pt", NUMBER},    {"resp", INNER},
    {"secs", NAME},    {"sq", NAME},     {"trans", INNER},  {"transl", INNER}, {"vers", NUMBER},
    {"viz", INNER},    {"vols", NUMBER}, {"yd", NAME},
};

static const struct ncpi_abbreviation spanish[] = {
    {"AA", NAME},     {"Abr", NUMBER},  {"Admón", NAME},  {"Ago", NUMBER},  {"Arq", INNER},
    {"Art", NUMBER},  {"Arts", NUMBER}, {"Av", INNER},    {"Avda", INNER},  {"Blvd", INNER},
    {"C.V", NAME},    {"CC", INNER},    {"CC.OO", NAME},  {"Cap", INNER},   {"Cia", NAME},
    {"Cmte", INNER},  {"Cnel", INNER},  {"Ctra", INNER},  {"Cía", NAME},    {"Depto", NAME},
    {"Dic", NUMBER},  {"Dpto", INNER},  {"Dra", INNER},   {"Dras", INNER},  {"Dres", INNER},
    {"Dña", INNER},   {"EE", INNER},    {"EE.UU", NAME},  {"EEUU", NAME},   {"Ed", NUMBER},
    {"Edo", NAME},    {"Ej", INNER},    {"Ene", NUMBER},  {"Excma", INNER}, {"Excmo", INNER},
    {"FF", INNER},    {"FF.AA", NAME},  {"Fdez", NAME},   {"Feb", NUMBER},  {"Fig", NUMBER},
    {"Glez", NAME},   {"Gob", NAME},    {"Gral", INNER},  {"HH", NAME},     {"Hna", INNER},
    {"Hno", INNER},   {"Hnos", NAME},   {"Ilma", INNER},  {"Ilmo", INNER},  {"Ing", INNER},
    {"J.C", NAME},    {"JJ", INNER},    {"JJ.OO", NAME},  {"Jul", NUMBER},  {"Jun", NUMBER},
    {"Lic", INNER},   {"Licda", INNER}, {"Lics", INNER},  {"Ltd", NAME},    {"Ltda", NAME},
    {"Mons", INNER},  {"Mtra", INNER},  {"Mtro", INNER},  {"N.º", NUMBER},  {"Nov", NUMBER},
    {"Nº", NUMBER},   {"Núm", NUMBER},  {"OO", NAME},     {"Oct", NUMBER},  {"Pbro", INNER},
    {"Pdta", INNER},  {"Pdte", INNER},  {"Profa", INNER}, {"Pza", INNER},   {"Pág", NUMBER},
    {"Págs", NUMBER}, {"RR", INNER},    {"RR.HH", NAME},  {"Rvdo", INNER},  {"S.A", NAME},
    {"S.A.S", NAME},  {"S.A.U", NAME},  {"S.L", NAME},    {"Sept", NUMBER}, {"Sgto", INNER},
    {"Sr", INNER},    {"Sra", INNER},   {"Sras", INNER},  {"Sres", INNER},  {"Srs", INNER},
    {"Srta", INNER},  {"Sta", INNER},   {"Sto", INNER},   {"Tte", INNER},   {"UU", NAME},
    {"Ud", INNER},    {"Uds", INNER},   {"Univ", NAME},   {"Urb", INNER},   {"Vd", INNER},
    {"Vds", INNER},   {"a.C", NAME},    {"a.n.e", NAME},  {"abr", NUMBER},  {"ago", NUMBER},
    {"aprox", INNER}, {"art", NUMBER},  {"arts", NUMBER}, {"av", INNER},    {"avda", INNER},
    {"cap", NUMBER},  {"d.C", NAME},    {"depto", NAME},  {"dic", NUMBER},  {"dpto", INNER},
    {"ed", NUMBER},   {"ej", INNER},    {"ene", NUMBER},  {"feb", NUMBER},  {"figs", NUMBER},
    {"jul", NUMBER},  {"jun", NUMBER},  {"máx", NAME},    {"mín", NAME},    {"n.º", NUMBER},
    {"no", NUMBER},   {"nov", NUMBER},  {"nº", NUMBER},   {"núm", NUMBER},  {"núms", NUMBER},
    {"oct", NUMBER},  {"p.e", INNER},   {"p.ej", INNER},  {"pág", NUMBER},  {"págs", NUMBER},
    {"sept", NUMBER}, {"tít", NUMBER},
};

static const struct ncpi_abbreviation french[] = {
    {"Arch", INNER},   {"Art", NUMBER},  {"Assoc", NAME},   {"Av", INNER},    {"Bd", INNER},
    {"Bld", INNER},    {"Cdt", INNER},   {"Chap", NUMBER},  {"Cie", NAME},    {"Cies", NAME},
    {"Cne", INNER},    {"Col", INNER},   {"Déc", NUMBER},   {"Dép", NAME},    {"Ets", NAME},
    {"Févr", NUMBER},  {"Gal", INNER},   {"Hab", NAME},     {"Ing", INNER},   {"Inst", NAME},
    {"J.-C", NAME},    {"Janv", NUMBER}, {"Juil", NUMBER},  {"Lt", INNER},    {"M", INNER},
    {"MM", INNER},     {"Maj", INNER},   {"Me", INNER},     {"Mgr", INNER},   {"Mlle", INNER},
    {"Mlles", INNER},  {"Mme", INNER},   {"Mmes", INNER},   {"Nov", NUMBER},  {"N°", NUMBER},
    {"Oct", NUMBER},   {"Pl", INNER},    {"Pr", INNER},     {"Prs", INNER},   {"R.P", INNER},
    {"Réf", NUMBER},   {"S.A", NAME},    {"S.A.R.L", NAME}, {"Sept", NUMBER}, {"Sgt", INNER},
    {"Ste", INNER},    {"Stes", INNER},  {"Sts", INNER},    {"Tél", NUMBER},  {"Univ", NAME},
    {"Vve", INNER},    {"a.k.a", INNER}, {"adj", INNER},    {"apr", INNER},   {"art", NUMBER},
    {"arts", NUMBER},  {"av", INNER},    {"bd", INNER},     {"bld", INNER},   {"boul", INNER},
    {"c.-à-d", INNER}, {"chap", NUMBER}, {"coll", NAME},    {"càd", INNER},   {"dept", NAME},
    {"dir", INNER},    {"div", INNER},   {"déc", NUMBER},   {"dép", NAME},    {"env", INNER},
    {"etc", END},      {"ex", NAME},     {"fasc", NUMBER},  {"fig", NUMBER},  {"figs", NUMBER},
    {"févr", NUMBER},  {"hab", NAME},    {"i.e", INNER},    {"janv", NUMBER}, {"juil", NUMBER},
    {"max", NAME},     {"min", NAME},    {"no", NUMBER},    {"nos", NUMBER},  {"nov", NUMBER},
    {"n°", NUMBER},    {"oct", NUMBER},  {"p.ex", INNER},   {"p.p", NUMBER},  {"pl", INNER},
    {"resp", INNER},   {"réf", NUMBER},  {"sept", NUMBER},  {"suppl", INNER}, {"tom", NUMBER},
    {"tél", NUMBER},   {"vols", NUMBER}, {"Éts", NAME},     {"éd", NUMBER},   {"éds", NAME},
};

static const struct ncpi_abbreviation italian[] = {
    {"Arch", INNER},     {"Art", NUMBER},     {"Avv", INNER},      {"Brig", INNER},
    {"C.so", INNER},     {"Cap", INNER},      {"Cav", INNER},      {"Cfr", INNER},
    {"Col", INNER},      {"Comm", INNER},     {"Coop", NAME},      {"D.L", NUMBER},
    {"D.Lgs", NUMBER},   {"D.P.R", NUMBER},   {"Dip", NAME},       {"Dir", INNER},
    {"Dott", INNER},     {"Dott.ssa", INNER}, {"Dr.ssa", INNER},   {"Egr", INNER},
    {"Es", INNER},       {"F.lli", INNER},    {"Gen", INNER},      {"Gent.mo", INNER},
    {"Geom", INNER},     {"Ill.mo", INNER},   {"Ing", INNER},      {"Isp", INNER},
    {"Ist", NAME},       {"J.C", NAME},       {"L.go", INNER},     {"Magg", INNER},
    {"Mar", INNER},      {"Min", INNER},      {"Mons", INNER},     {"N.B", INNER},
    {"N.d.r", INNER},    {"On", INNER},       {"P.le", INNER},     {"P.zza", INNER},
    {"Pag", NUMBER},     {"Pres", INNER},     {"Prof.ssa", INNER}, {"Rag", INNER},
    {"Rev.do", INNER},   {"S", INNER},        {"S.A.S", NAME},     {"S.n.C", NAME},
    {"S.p.A", NAME},     {"S.r.l", NAME},     {"SS", INNER},       {"Sac", INNER},
    {"Sen", INNER},      {"Serg", INNER},     {"Sig", INNER},      {"Sig.na", INNER},
    {"Sig.ra", INNER},   {"Sig.re", INNER},   {"Sigg", INNER},     {"Soc", NAME},
    {"Sost", INNER},     {"Spett", INNER},    {"Ten", INNER},      {"U.S.A", NAME},
    {"Univ", NAME},      {"V.M", INNER},      {"V.le", INNER},     {"a.C", NAME},
    {"ago", NUMBER},     {"apr", NUMBER},     {"arch", INNER},     {"art", NUMBER},
    {"artt", NUMBER},    {"avv", INNER},      {"cap", NUMBER},     {"capp", NUMBER},
    {"cfr", INNER},      {"d.C", NAME},       {"dic", NUMBER},     {"dott", INNER},
    {"dott.ssa", INNER}, {"ecc", END},        {"ed", NUMBER},      {"es", INNER},
    {"etc", END},        {"feb", NUMBER},     {"figg", NUMBER},    {"fraz", INNER},
    {"gen", NUMBER},     {"geom", INNER},     {"giu", NUMBER},     {"ing", INNER},
    {"loc", INNER},      {"lug", NUMBER},     {"mag", NUMBER},     {"max", NAME},
    {"min", NAME},       {"n", NUMBER},       {"nn", NUMBER},      {"nov", NUMBER},
    {"on.le", INNER},    {"ott", NUMBER},     {"p.es", INNER},     {"pag", NUMBER},
    {"pagg", NUMBER},    {"prof", INNER},     {"prof.ssa", INNER}, {"prov", INNER},
    {"rag", INNER},      {"s.p.a", NAME},     {"s.r.l", NAME},     {"sec", NAME},
    {"sett", NUMBER},    {"sig", INNER},      {"sig.ra", INNER},   {"tav", NUMBER},
    {"tavv", NUMBER},    {"tot", NAME},       {"trad", INNER},
};

static const struct ncpi_abbreviation dutch[] = {
    {"Afb", NUMBER},  {"Art", NUMBER},  {"B.V", NAME},    {"Bijv", INNER},  {"Chr", NAME},
    {"Dhr", INNER},   {"Drs", INNER},   {"Ds", INNER},    {"Fa", NAME},     {"Gebr", NAME},
    {"Gen", INNER},   {"H.K.H", INNER}, {"Hfst", NUMBER}, {"Ing", INNER},   {"Inst", NAME},
    {"Ir", INNER},    {"J.C", NAME},    {"Kap", INNER},   {"Kol", INNER},   {"Lt", INNER},
    {"Maj", INNER},   {"Mevr", INNER},  {"Mij", NAME},    {"Mw", INNER},    {"N.V", NAME},
    {"Nrs", NUMBER},  {"Sgt", INNER},   {"St", INNER},    {"Str", NAME},    {"Tel", NUMBER},
    {"Univ", NAME},   {"V.O.F", NAME},  {"Ver", NAME},    {"Z.K.H", INNER}, {"a.d.h.v", INNER},
    {"a.s", NAME},    {"afb", NUMBER},  {"afd", NUMBER},  {"afl", NAME},    {"apr", NUMBER},
    {"art", NUMBER},  {"artt", NUMBER}, {"aug", NUMBER},  {"bijl", NUMBER}, {"bijv", INNER},
    {"blz", NUMBER},  {"bv", INNER},    {"c.s", NAME},    {"ca", INNER},    {"d.d", INNER},
    {"d.w.z", INNER}, {"dec", NUMBER},  {"dhr", INNER},   {"dl", NUMBER},   {"dr", INNER},
    {"drs", INNER},   {"ds", INNER},    {"e.a", NAME},    {"e.d", END},     {"e.d.m", END},
    {"e.v", NAME},    {"e.v.a", END},   {"enz", END},     {"etc", END},     {"evt", INNER},
    {"excl", INNER},  {"feb", NUMBER},  {"gem", NAME},    {"hfst", NUMBER}, {"i.p.v", INNER},
    {"i.s.m", INNER}, {"i.v.m", INNER}, {"incl", INNER},  {"ing", INNER},   {"ir", INNER},
    {"jan", NUMBER},  {"jl", NAME},     {"jul", NUMBER},  {"jun", NUMBER},  {"l.l", NAME},
    {"m.a.w", INNER}, {"m.b.t", INNER}, {"m.n", INNER},   {"m.u.v", INNER}, {"max", NAME},
    {"mej", INNER},   {"mevr", INNER},  {"min", NAME},    {"mld", NAME},    {"mln", NAME},
    {"mr", INNER},    {"mrt", NUMBER},  {"mw", INNER},    {"n.Chr", NAME},  {"n.a.v", INNER},
    {"nov", NUMBER},  {"nr", NUMBER},   {"nrs", NUMBER},  {"o.a", INNER},   {"o.i.d", END},
    {"o.l.v", INNER}, {"okt", NUMBER},  {"p.p", NUMBER},  {"pag", NUMBER},  {"plm", INNER},
    {"plv", INNER},   {"prof", INNER},  {"red", NAME},    {"resp", INNER},  {"sec", NAME},
    {"sep", NUMBER},  {"sept", NUMBER}, {"sr", INNER},    {"st", NAME},     {"str", NAME},
    {"t.a.v", INNER}, {"t.b.v", INNER}, {"t.g.v", INNER}, {"t.o.v", INNER}, {"tab", NUMBER},
    {"tel", NUMBER},  {"uitg", NAME},   {"v.Chr", NAME},  {"v.d", INNER},   {"vert", NAME},
    {"vgl", INNER},   {"wnd", INNER},   {"z.g", INNER},   {"z.s.m", INNER}, {"zgn", INNER},
};

static const struct ncpi_abbreviation portuguese[] = {
    {"Abr", NUMBER},  {"Adv", INNER},   {"Ago", NUMBER},  {"Alm", INNER},   {"Arq", INNER},
    {"Art", NUMBER},  {"Assoc", NAME},  {"Av", INNER},    {"Avda", INNER},  {"Brig", INNER},
    {"Cap", INNER},   {"Cel", INNER},   {"Cia", NAME},    {"Cía", NAME},    {"Côn", INNER},
    {"Dep", INNER},   {"Dept", NAME},   {"Depto", NAME},  {"Des", INNER},   {"Dez", NUMBER},
    {"Dir", INNER},   {"Dra", INNER},   {"Dras", INNER},  {"Drs", INNER},   {"E.U.A", NAME},
    {"Emb", INNER},   {"Eng", INNER},   {"Enga", INNER},  {"Est", NAME},    {"Estr", INNER},
    {"Ex", INNER},    {"Exa", INNER},   {"Exma", INNER},  {"Exmo", INNER},  {"Fac", NAME},
    {"Fev", NUMBER},  {"Fr", INNER},    {"Fra", INNER},   {"Gal", INNER},   {"Gov", INNER},
    {"Ilma", INNER},  {"Ilmo", INNER},  {"Inst", NAME},   {"J.C", NAME},    {"Jan", NUMBER},
    {"Jd", INNER},    {"Jr", NAME},     {"Jul", NUMBER},  {"Jun", NUMBER},  {"Ltda", NAME},
    {"Maj", INNER},   {"Min", INNER},   {"Mons", INNER},  {"N.º", NUMBER},  {"Nov", NUMBER},
    {"Nº", NUMBER},   {"Pe", INNER},    {"Pres", INNER},  {"Profa", INNER}, {"Profs", INNER},
    {"Pág", NUMBER},  {"Págs", NUMBER}, {"Pç", INNER},    {"Pça", INNER},   {"Rod", INNER},
    {"S.A", NAME},    {"Sen", INNER},   {"Sgt", INNER},   {"Sr", INNER},    {"Sra", INNER},
    {"Sras", INNER},  {"Srs", INNER},   {"Srta", INNER},  {"Sta", INNER},   {"Sto", INNER},
    {"Séc", INNER},   {"Tab", NUMBER},  {"Ten", INNER},   {"Trav", INNER},  {"Univ", NAME},
    {"V.Exa", INNER}, {"V.Sa", INNER},  {"Ver", INNER},   {"Vl", INNER},    {"a.C", NAME},
    {"abr", NUMBER},  {"ago", NUMBER},  {"aprox", INNER}, {"art", NUMBER},  {"arts", NUMBER},
    {"av", INNER},    {"cap", NUMBER},  {"d.C", NAME},    {"dez", NUMBER},  {"ed", NUMBER},
    {"ex", NAME},     {"fev", NUMBER},  {"figs", NUMBER}, {"h", NAME},      {"hab", NAME},
    {"hs", NAME},     {"jan", NUMBER},  {"jul", NUMBER},  {"jun", NUMBER},  {"km", NAME},
    {"mai", NUMBER},  {"min", NAME},    {"máx", NAME},    {"mín", NAME},    {"n.º", NUMBER},
    {"nov", NUMBER},  {"nº", NUMBER},   {"núm", NUMBER},  {"p.ex", INNER},  {"p.p", NUMBER},
    {"pág", NUMBER},  {"págs", NUMBER}, {"séc", INNER},   {"sécs", INNER},  {"tab", NUMBER},
    {"tel", NUMBER},
};

static const struct ncpi_abbreviation russian[] = {
    {"авг", NUMBER},  {"акад", INNER},  {"апр", NUMBER}, {"в", NAME},      {"вв", NAME},
    {"г", NAME},      {"г-жа", INNER},  {"г-н", INNER},  {"гг", NAME},     {"ген", INNER},
    {"гл", NUMBER},   {"гр", INNER},    {"д", END},      {"дек", NUMBER},  {"доц", INNER},
    {"др", END},      {"им", INNER},    {"канд", INNER}, {"кв", NUMBER},   {"км", NAME},
    {"коп", NAME},    {"корп", INNER},  {"мин", NAME},   {"млн", NAME},    {"млрд", NAME},
    {"н.э", NAME},    {"наб", INNER},   {"напр", INNER}, {"нояб", NUMBER}, {"о-в", INNER},
    {"обл", INNER},   {"окт", NUMBER},  {"п", NUMBER},   {"пер", INNER},   {"пл", INNER},
    {"полк", INNER},  {"пп", NUMBER},   {"пр", INNER},   {"просп", INNER}, {"проф", INNER},
    {"р-н", INNER},   {"рис", NUMBER},  {"руб", NAME},   {"св", INNER},    {"сек", NAME},
    {"сент", NUMBER}, {"см", INNER},    {"ср", INNER},   {"ст", NUMBER},   {"стр", NUMBER},
    {"т.д", END},     {"т.е", INNER},   {"т.к", INNER},  {"т.н", INNER},   {"т.п", END},
    {"т.ч", INNER},   {"табл", NUMBER}, {"тел", NUMBER}, {"тов", INNER},   {"тыс", NAME},
    {"ул", INNER},    {"февр", NUMBER}, {"ч", NAME},     {"чел", NAME},    {"экз", NAME},
    {"янв", NUMBER},  {"№", NUMBER},
};

#define LIST(array)                              \
    {                                            \
        (array), sizeof(array) / sizeof *(array) \
    }

static const struct {
    char tag[4];
    struct ncpi_abbreviations list;
} languages[] = {
    {"", LIST(common)},    {"de", LIST(german)},     {"en", LIST(english)},
    {"es", LIST(spanish)}, {"fr", LIST(french)},     {"it", LIST(italian)},
    {"nl", LIST(dutch)},   {"pt", LIST(portuguese)}, {"ru", LIST(russian)},
};

struct ncpi_abbreviations ncpi_abbreviations_of(const char *tag)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].tag, tag) == 0)
            return languages[i].list;
    return (struct ncpi_abbreviations){NULL, 0};
}

static enum ncpi_stop look_up(struct ncpi_abbreviations list, struct ncp_str word)
{
    size_t low = 0, high = list.count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = ncp_str_compare(word, ncp_str_from(list.items[mid].word));
        if (order == 0)
            return list.items[mid].stop;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NCPI_STOP_PLAIN;
}

static enum ncpi_stop look_up_both(const char *tag, struct ncp_str word)
{
    enum ncpi_stop own = look_up(ncpi_abbreviations_of(tag), word);
    return own != NCPI_STOP_PLAIN ? own : look_up(ncpi_abbreviations_of(""), word);
}

/* "Etc", "DR" and "VS" stand in the lists as "etc", "Dr" and "vs". */
static enum ncpi_stop look_up_recased(const char *tag, struct ncp_str word)
{
    struct ncp_buf lower = NCP_BUF_INIT, capital = NCP_BUF_INIT;
    ncp_lower(word, &lower);
    ncp_capitalise(ncp_buf_str(&lower), &capital);
    enum ncpi_stop stop = look_up_both(tag, ncp_buf_str(&lower));
    if (stop == NCPI_STOP_PLAIN)
        stop = look_up_both(tag, ncp_buf_str(&capital));
    ncp_buf_free(&lower);
    ncp_buf_free(&capital);
    return stop;
}

enum ncpi_stop ncpi_abbreviation_find(const char *tag, struct ncp_str word)
{
    enum { LONGEST = 16 };
    int32_t first;
    if (word.len == 0 || word.len > LONGEST)
        return NCPI_STOP_PLAIN;
    enum ncpi_stop stop = look_up_both(tag, word);
    ncp_utf8_next(word, 0, &first);
    if (stop == NCPI_STOP_PLAIN && ncp_is_upper(first))
        stop = look_up_recased(tag, word);
    return stop;
}
