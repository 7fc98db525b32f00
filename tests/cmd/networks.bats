#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# count, networks and check.

setup() {
    ncpost=$NCPOST_BUILD/ncpost
    cd "$BATS_TEST_TMPDIR"
    export HOME=$BATS_TEST_TMPDIR
    unset NCPOST_PROFILE XDG_CONFIG_HOME
}

# json EXPRESSION: of the object or array on standard input
json() { python3 -c 'import json,sys; d=json.load(sys.stdin); print(eval(sys.argv[1]))' "$1"; }

# ---- count ------------------------------------------------------------------------

@test "count gives the units and every network's own arithmetic" {
    run bash -c "printf '👍🏽 https://example.com/kindness\n' | $ncpost count --format json"
    [ "$status" -eq 0 ]
    [ "$(json 'd["graphemes"], d["code_points"], d["utf16"], d["bytes"]' <<<"$output")" = "(30, 31, 33, 37)" ]
    [ "$(json 'd["networks"]["x"]["used"]' <<<"$output")" = 26 ]
    [ "$(json 'd["networks"]["mastodon"]["used"]' <<<"$output")" = 25 ]
    [ "$(json 'd["networks"]["threads"]["used"]' <<<"$output")" = 37 ]
    [ "$(json 'd["networks"]["bluesky"]["used"], d["networks"]["bluesky"]["second"]["used"]' <<<"$output")" = "(30, 37)" ]
    [ "$(json 'd["networks"]["instagram"]["unit"], d["networks"]["instagram"]["limit"]' <<<"$output")" = "('grapheme', 2200)" ]
}

@test "count takes one final newline off, and nothing else" {
    run bash -c "printf 'a\n\n' | $ncpost count --format json"
    [ "$(json 'd["bytes"]' <<<"$output")" = 2 ]
    run bash -c "printf 'a' | $ncpost count --format json"
    [ "$(json 'd["bytes"]' <<<"$output")" = 1 ]
}

@test "count prints an aligned table without colour into a pipe" {
    run bash -c "printf 'Start small.' | $ncpost count -n x,bluesky"
    [ "${lines[0]}" = "graphemes          12" ]
    [ "${lines[4]}" = "network              used   limit    left  fold hashtags  verdict" ]
    [ "${lines[5]}" = "x                      12     280     268     -        0  fits" ]
    [ "${lines[6]}" = "bluesky                12     300     288     -        0  fits" ]
    [ "${#lines[@]}" -eq 7 ]
}

@test "count shows what is over" {
    run bash -c "printf '%0281d' 0 | $ncpost count -n x"
    [ "$status" -eq 0 ]
    [ "${lines[5]}" = "x                     281     280      -1     -        0  over" ]
}

@test "count of several files is an array; a bad one ends with its status" {
    printf 'a' >a
    printf '\377' >b
    run bash -c "$ncpost count --format json a a"
    [ "$(json 'len(d)' <<<"$output")" = 2 ]
    run bash -c "$ncpost count --format json b 2>/dev/null"
    [ "$status" -eq 65 ]
    run bash -c "$ncpost count --format json a missing 2>/dev/null"
    [ "$status" -eq 1 ]
    [ "$(json 'len(d)' <<<"$output")" = 1 ]
}

@test "count knows other texts of a post" {
    run bash -c "printf 'a title' | $ncpost count --field title --format json"
    [ "$(json 'sorted(d["networks"])' <<<"$output")" = "['pinterest', 'tiktok', 'youtube']" ]
}

# ---- networks ------------------------------------------------------------------------

@test "networks is an array of objects with a name each" {
    run bash -c "$ncpost networks --format json"
    [ "$status" -eq 0 ]
    [ "$(json 'len(d), all(isinstance(n["name"], str) for n in d)' <<<"$output")" = "(16, True)" ]
    [ "$(json '[n["caption"]["limit"]["value"] for n in d if n["name"] == "bluesky"]' <<<"$output")" = "[300]" ]
}

@test "networks NAME tells figures with source and date" {
    run bash -c "$ncpost networks instagram"
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = "Instagram (instagram)" ]
    [[ "$output" == *"caption.limit: 2200 grapheme, documented"* ]]
    [[ "$output" == *"read 2026-"* ]]
}

@test "an unknown network is a usage error with the nearest right name" {
    run bash -c "$ncpost networks instagrm 2>&1"
    [ "$status" -eq 2 ]
    [[ "$output" == *'did you mean "instagram"?'* ]]
    run bash -c "printf a | $ncpost count -n x,blusky 2>&1"
    [ "$status" -eq 2 ]
    [[ "$output" == *'did you mean "bluesky"?'* ]]
}

@test "figures come from a file and from the profile, the file last" {
    printf '{"mastodon": {"caption": {"limit": 5000}}, "mine": {"like": "mastodon"}}' >own.json
    printf 'networks:\n  mastodon:\n    caption:\n      limit: 7000\n' >ncpost.yaml
    run bash -c "printf a | $ncpost count --format json"
    [ "$(json 'd["networks"]["mastodon"]["limit"]' <<<"$output")" = 7000 ]
    run bash -c "printf a | $ncpost count --networks own.json --format json"
    [ "$(json 'd["networks"]["mastodon"]["limit"], d["networks"]["mine"]["limit"]' <<<"$output")" = "(5000, 5000)" ]
}

@test "the printed table can be read back" {
    "$ncpost" networks --format json >table.json
    run bash -c "$ncpost networks --networks table.json --format json | cmp - table.json"
    [ "$status" -eq 0 ]
}

@test "wrong figures end with 78" {
    printf '{"mastodon": {"captoin": 1}}' >own.json
    run bash -c "printf a | $ncpost count --networks own.json 2>&1"
    [ "$status" -eq 78 ]
    [[ "$output" == *'did you mean "caption"?'* ]]
    printf '{' >own.json
    run bash -c "printf a | $ncpost count --networks own.json 2>&1"
    [ "$status" -eq 78 ]
    [[ "$output" == *own.json:1:* ]]
}

# ---- check ------------------------------------------------------------------------

@test "check says file, line, column, severity and rule, and ends 1 for errors" {
    printf 'Start small.\n\n#C++ #foo-bar\n' >post.txt
    run bash -c "$ncpost check post.txt"
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "post.txt:3:1: error: the hashtag ends after #C [broken-hashtag]" ]
    [ "${lines[1]}" = "post.txt:3:6: error: the hashtag ends after #foo [broken-hashtag]" ]
    [ "${#lines[@]}" -eq 2 ]
}

@test "check is silent about a good caption" {
    printf 'Start small. 💛\n\n#WorldKindnessDay\n' >post.txt
    run bash -c "$ncpost check post.txt"
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "warnings end 0, with --strict 1" {
    printf 'Start small. 💛💛💛\n' >post.txt
    run bash -c "$ncpost check post.txt"
    [ "$status" -eq 0 ]
    [[ "$output" == *"warning: "*"[emoji-run]" ]]
    run bash -c "$ncpost check --strict post.txt"
    [ "$status" -eq 1 ]
    [[ "$output" == *"error: "*"[emoji-run]" ]]
}

@test "check as JSON and as SARIF" {
    printf 'kind\342\200\213ness #C++\n' >'a post.txt'
    run bash -c "$ncpost check --format json 'a post.txt'"
    [ "$status" -eq 1 ]
    [ "$(json 'd["errors"], [f["rule"] for f in d["findings"]], d["findings"][0]["fix"]' <<<"$output")" = \
        "(2, ['invisible-character', 'broken-hashtag'], '')" ]
    run bash -c "$ncpost check --format sarif 'a post.txt'"
    [ "$status" -eq 1 ]
    [ "$(json 'd["version"], [r["ruleId"] for r in d["runs"][0]["results"]]' <<<"$output")" = \
        "('2.1.0', ['invisible-character', 'broken-hashtag'])" ]
    [ "$(json 'd["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]' <<<"$output")" = "a%20post.txt" ]
}

@test "check for several networks names each" {
    printf 'See https://example.com/kindness\n' >post.txt
    run bash -c "$ncpost check -n instagram,x post.txt"
    [ "$status" -eq 1 ]
    [ "${#lines[@]}" -eq 1 ]
    [[ "${lines[0]}" == *"error: instagram: "*"[dead-link]" ]]
    run bash -c "$ncpost check -n instagram,x --format json post.txt"
    [ "$(json '[(o["network"], o["errors"]) for o in d]' <<<"$output")" = "[('instagram', 1), ('x', 0)]" ]
}

@test "check --fix repairs a file in place and keeps its final newline" {
    printf 'Ki\342\200\213nd  \n\n\n\nwords. #worldkindnessday #C++\n' >post.txt
    run bash -c "$ncpost check --fix post.txt"
    [ "$status" -eq 1 ]
    [ "${#lines[@]}" -eq 1 ]
    [[ "${lines[0]}" == *"[broken-hashtag]" ]]
    [ "$(cat post.txt; echo .)" = "$(printf 'Kind\n\nwords. #WorldKindnessDay #C++\n.')" ]
}

@test "check --fix repairs standard input to standard output" {
    run bash -c "printf 'Start small. \n' | $ncpost check --fix - 2>/dev/null"
    [ "$status" -eq 0 ]
    [ "$output" = "Start small." ]
}

@test "check --rules lists every rule with its severity" {
    run bash -c "$ncpost check --rules"
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -eq 22 ]
    [[ "${lines[0]}" == "too-long "*"error"* ]]
    run bash -c "$ncpost check --rules --format json"
    [ "$(json 'len(d), sorted(set(r["severity"] for r in d))' <<<"$output")" = "(22, ['error', 'warning'])" ]
}

@test "the profile switches and grades rules" {
    printf 'Start small. 💛💛💛\n' >post.txt
    printf 'check:\n  emoji-run: off\n' >ncpost.yaml
    run bash -c "$ncpost check post.txt"
    [ -z "$output" ]
    printf 'check:\n  emoji-run: error\n' >ncpost.yaml
    run bash -c "$ncpost check post.txt"
    [ "$status" -eq 1 ]
    printf 'check:\n  emoji-runs: error\n' >ncpost.yaml
    run bash -c "$ncpost check post.txt 2>&1"
    [ "$status" -eq 78 ]
    [[ "$output" == *'did you mean "emoji-run"?'* ]]
}

@test "nothing is found in what ncpost composes, for every sample and network" {
    networks=$("$ncpost" networks --format json | json '",".join(n["name"] for n in d)')
    for article in "$BATS_TEST_DIRNAME"/../../seeds/*; do
        for network in ${networks//,/ }; do
            "$ncpost" caption -n "$network" "$article" >caption.txt
            run bash -c "$ncpost check --strict -n $network caption.txt"
            [ "$status" -eq 0 ] || { echo "$article on $network: $output"; false; }
        done
    done
}

@test "every rule has its paragraph in the manual, and every name stands there" {
    manual=$BATS_TEST_DIRNAME/../../man/ncpost-networks.7
    for rule in $("$ncpost" check --rules | cut -d' ' -f1); do
        grep -q "^\.It Cm $rule\$" "$manual" || { echo "no paragraph for $rule"; false; }
    done
    for network in $("$ncpost" networks --format json | json '" ".join(n["name"] for n in d)'); do
        grep -qw -- "$network" "$manual" || { echo "$network is not named"; false; }
    done
}
