#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# `ncpost hashtags` and `ncpost count`.

setup() {
    ROOT=$BATS_TEST_DIRNAME/../..
    NCPOST=$(realpath "${NCPOST_BUILD:-$ROOT/build}/ncpost")
    SEEDS=$(realpath "$ROOT/seeds")
    export HOME=$BATS_TEST_TMPDIR XDG_CONFIG_HOME=$BATS_TEST_TMPDIR NCPOST_PROFILE=
    export XDG_STATE_HOME=$BATS_TEST_TMPDIR
    cd "$BATS_TEST_TMPDIR" || exit 1
}

@test "hashtags: one line, at most five, those of the caption" {
    for article in "$SEEDS"/*; do
        run "$NCPOST" hashtags "$article"
        [ "$status" -eq 0 ]
        [ "${#lines[@]}" -eq 1 ]
        [ "$(wc -w <<<"$output")" -le 5 ]
        "$NCPOST" caption "$article" | grep -qxF "$output"
    done
}

@test "hashtags: each word has a capital, initialisms stay, nothing generic, no twins" {
    cat >a.md <<'END'
---
title: Recipes
tags: [recipe, Recipes, love, information security, nasa, NASA, "2026", uswds]
---

Good recipes begin with good shopping, as every cook knows.
END
    run "$NCPOST" hashtags a.md
    [[ $output == *'#InformationSecurity'* ]]
    [[ $output != *'#Love'* && $output != *'#love'* && $output != *2026* ]]
    [ "$(tr ' ' '\n' <<<"$output" | grep -ciE '^#recipes?$')" -eq 1 ]
    [ "$(tr ' ' '\n' <<<"$output" | grep -ciE '^#nasa$')" -eq 1 ]
}

@test "hashtags: a named day is found" {
    cat >day.md <<'END'
# Small acts

Every November, World Kindness Day reminds us that kindness matters to everyone.

On World Kindness Day, a kind word costs nothing at all.
END
    run "$NCPOST" hashtags day.md
    [[ $output == *'#WorldKindnessDay'* ]]
}

@test "hashtags --suggest: tag, score and reason, apart by tabs; json too" {
    run "$NCPOST" hashtags --suggest "$SEEDS/council-bus-lanes.md"
    [ "$status" -eq 0 ]
    for line in "${lines[@]}"; do
        [ "$(tr -cd '\t' <<<"$line" | wc -c)" -eq 2 ]
    done
    grep -q 'dropped: ' <<<"$output"
    "$NCPOST" hashtags --suggest --format json "$SEEDS/council-bus-lanes.md" |
        python3 -c 'import json,sys; d=json.load(sys.stdin); assert d["suggestions"][0]["tag"][0]=="#"'
}

@test "count: every unit, the text as given less one final newline" {
    printf 'e\xcc\x81👨‍👩‍👧\n' >t.txt
    run "$NCPOST" count --format json t.txt
    [ "$status" -eq 0 ]
    python3 - "$output" <<'END'
import json, sys
d = json.loads(sys.argv[1])
assert (d["graphemes"], d["code_points"], d["utf16"], d["bytes"]) == (2, 7, 10, 21), d
END
    printf 'two\n\n' | "$NCPOST" count --format json | python3 -c 'import json,sys; assert json.load(sys.stdin)["bytes"]==4'
}

@test "count: not UTF-8 is 65" {
    printf '\xff' >bad
    run "$NCPOST" count bad
    [ "$status" -eq 65 ]
}
