#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# hashtags --learn, --forget, --ban, and what caption and hashtags make of the bank.

NCPOST=$(dirname "$(realpath "${NCPOST:-$BATS_TEST_DIRNAME/../../build/ncpost}")")/ncpost

setup() {
    HOME=$(mktemp -d)
    export HOME
    unset XDG_STATE_HOME XDG_CONFIG_HOME NCPOST_PROFILE
    mkdir "$HOME/.git"
    cd "$HOME" || return 1
    post 1 "Bread" "[Sourdough Baking, Slow Food]" "Flour and water make a dough that rests overnight. The oven must be hot before the loaf goes in."
    post 2 "Rye" "[Sourdough Baking]" "Rye wants a sour dough. The loaf keeps for a week, and the oven can be cooler."
    post 3 "Night train" "[Rail Travel]" "The sleeper leaves the station at nine. A berth costs less than a hotel by the coast."
    printf '# The oven\n\nA loaf rises as dough on the table, and again in the oven. Heat the oven early, for the dough waits for nobody.\n' >new.md
}

teardown() {
    cd /
    rm -rf "$HOME"
}

post() {
    printf -- '---\ntitle: %s\ntags: %s\n---\n\n%s\n' "$2" "$3" "$4" >"post$1.md"
}

@test "learning twice, and in any order, gives the same bytes" {
    run "$NCPOST" hashtags --learn --bank a post1.md post2.md post3.md
    [ "$status" = 0 ] && [ -z "$output" ]
    cp a once
    "$NCPOST" hashtags --learn --bank a post3.md post1.md post1.md
    cmp a once
    for p in 3 2 1; do "$NCPOST" hashtags --learn --bank b post$p.md; done
    cmp a b
    [ "$(head -n1 a)" = "ncpost hashtag bank 1" ]
    [ "$(grep -c '^post ' a)" = 3 ]
}

@test "the bank's place is the state folder, made for nobody else" {
    "$NCPOST" hashtags --learn post1.md
    [ -f .local/state/ncpost/hashtags.bank ]
    [ "$(stat -c %a .local/state/ncpost)" = 700 ]
    XDG_STATE_HOME=$HOME/s "$NCPOST" hashtags --learn post1.md
    cmp s/ncpost/hashtags.bank .local/state/ncpost/hashtags.bank
}

@test "hashtags and caption weigh the bank in, --no-bank leaves it aside" {
    [[ $("$NCPOST" hashtags new.md) != *SourdoughBaking* ]]
    "$NCPOST" hashtags --learn post?.md
    [[ $("$NCPOST" hashtags new.md) == *"#SourdoughBaking"* ]]
    [[ $("$NCPOST" caption new.md) == *"#SourdoughBaking"* ]]
    "$NCPOST" hashtags --suggest new.md | grep -P '^#SourdoughBaking\t[0-9.]+\tpast posts$'
    [[ $("$NCPOST" hashtags --no-bank new.md) != *SourdoughBaking* ]]
    [[ $("$NCPOST" caption --no-bank new.md) != *SourdoughBaking* ]]
}

@test "captions and results teach as articles do" {
    printf 'A sour dough wants a hot oven.\n\nThe loaf rests on the table.\n\n#SourdoughBaking #Oven\n' >past.txt
    "$NCPOST" hashtags --learn --bank a past.txt
    grep -q '#Oven #SourdoughBaking | ' a
    ! grep -q 'sourdoughbak' a
    "$NCPOST" caption --no-bank --tag DoughDay --format ndjson post1.md post2.md >results.ndjson
    "$NCPOST" caption --no-bank --tag DoughDay --format json post1.md post2.md >results.json
    "$NCPOST" hashtags --learn --bank b results.ndjson
    "$NCPOST" hashtags --learn --bank c results.json
    [ "$(grep -c '#DoughDay' b)" = 2 ]
    cmp b c
    printf '{"title":"Loaf","caption":"A loaf.\\n\\n#slowFood","hashtags":["#slowFood","#rye"]}\n' >lower.ndjson
    "$NCPOST" hashtags --learn --bank e lower.ndjson
    grep -q ' #rye #slowFood | ' e
    printf '{"title":"Rye","markdown":"Rye wants a *sour* dough.","meta":{"tags":["Rye Bread"]}}\n' |
        "$NCPOST" hashtags --learn --bank d --input ndjson -
    grep -q '#RyeBread | ' d
}

@test "ban and forget" {
    "$NCPOST" hashtags --learn post?.md
    "$NCPOST" hashtags --ban '#sourdoughbaking' --ban Oven
    [[ $("$NCPOST" hashtags new.md) != *SourdoughBaking* ]]
    [[ $("$NCPOST" hashtags new.md) != *Oven* ]]
    "$NCPOST" hashtags --suggest new.md | grep -P '^#SourdoughBaking\t.*dropped: banned$'
    "$NCPOST" hashtags --learn post?.md
    [[ $("$NCPOST" hashtags new.md) != *SourdoughBaking* ]]
    [[ $("$NCPOST" hashtags --tag SourdoughBaking new.md) == *"#SourdoughBaking"* ]]
    "$NCPOST" hashtags --forget '#SourdoughBaking'
    [ "$(grep -c SourdoughBaking .local/state/ncpost/hashtags.bank)" = 0 ]
    [ "$(grep -c '^post ' .local/state/ncpost/hashtags.bank)" = 2 ]
    run "$NCPOST" hashtags --forget '!?'
    [ "$status" = 2 ]
}

@test "a bad file does not keep the others from teaching" {
    printf 'No tags here at all.\n' >none.md
    run "$NCPOST" hashtags --learn --bank a post1.md gone.md none.md post2.md
    [ "$status" = 1 ]
    [[ $output == *"gone.md: "* ]]
    [[ $output == *"none.md: warning: no hashtags in it: nothing learnt"* ]]
    [ "$(grep -c '^post ' a)" = 2 ]
    printf '{"caption":"#Alone","title":"T"}\n{"caption":"A loaf. #Loaf","title":"T"}\n' >half.ndjson
    run "$NCPOST" hashtags --learn --bank c half.ndjson
    [ "$status" = 65 ]
    [[ $output == "ncpost: half.ndjson:1: "* ]]
    grep -q '#Loaf | ' c
    printf '{"caption":"A loaf. #Loaf","title":"T"}\n{broken\n' >bad.ndjson
    run "$NCPOST" hashtags --learn --bank b bad.ndjson
    [ "$status" = 65 ]
    [[ $output == "ncpost: bad.ndjson:2: "* ]]
}

@test "a broken bank is a wrong configuration, with its line" {
    printf 'ncpost hashtag bank 1\nban #A\npost xyz #B | c\n' >bank
    for command in "hashtags" "caption" "hashtags --learn"; do
        # shellcheck disable=SC2086
        run "$NCPOST" $command --bank bank new.md
        [ "$status" = 78 ]
        [ "$output" = "ncpost: bank:3: not a post's number: 'xyz'" ]
    done
    [ "$(wc -l <bank)" = 3 ]
    run "$NCPOST" hashtags --bank gone new.md
    [ "$status" = 66 ]
    run "$NCPOST" hashtags --no-bank --bank gone new.md
    [ "$status" = 0 ]
}

@test "options that cannot stand together" {
    run "$NCPOST" hashtags --ban A new.md
    [ "$status" = 2 ]
    run "$NCPOST" hashtags --learn --no-bank new.md
    [ "$status" = 2 ]
}
