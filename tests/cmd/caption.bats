#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# `ncpost caption`: formats, standard streams, exit status, bad input.

bats_require_minimum_version 1.5.0

setup() {
    ROOT=$BATS_TEST_DIRNAME/../..
    NCPOST=$(realpath "${NCPOST_BUILD:-$ROOT/build}/ncpost")
    SEED=$(realpath "$ROOT/seeds/therapy-boundaries.md")
    export HOME=$BATS_TEST_TMPDIR XDG_CONFIG_HOME=$BATS_TEST_TMPDIR NCPOST_PROFILE=
    cd "$BATS_TEST_TMPDIR" || exit 1
    printf '# A title of its own\n\nBread rises because yeast eats sugar and breathes out gas.\n' >a.md
    printf '# Another title\n\nCold water keeps pastry from shrinking in the oven.\n' >b.md
}

# caption ARG…: runs it; standard error in $stderr.
caption() { run --separate-stderr "$NCPOST" caption "$@"; }

says() { grep -qF -- "$1" <<<"$stderr" || { echo "stderr: $stderr"; false; }; }

json() { python3 -c 'import json,sys; print(eval("d"+sys.argv[1], {"d": json.load(sys.stdin)}))' "$1"; }

# ---- formats -------------------------------------------------------------------------

@test "text: hook, link line, hashtags, a blank line between, one newline at the end" {
    caption a.md
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'Bread rises because yeast eats sugar and breathes out gas.' ]
    grep -qxF 'Read more: “A title of its own” (linked in bio)' <<<"$output"
    [ -z "$stderr" ]
    [ "$("$NCPOST" caption a.md | tail -c 1 | od -An -c | tr -d ' ')" = '\n' ]
}

@test "with a blog the title gets a full stop, unless it has a mark of its own" {
    caption --blog 'Crumbs' a.md
    grep -qxF 'Read more on Crumbs: “A title of its own.” (linked in bio)' <<<"$output"
    printf '# Why does bread rise?\n\nYeast eats sugar and breathes out gas, all night long.\n' >q.md
    caption --blog 'Crumbs' q.md
    grep -qxF 'Read more on Crumbs: “Why does bread rise?” (linked in bio)' <<<"$output"
}

@test "several captions are apart by a form feed, or end with NUL" {
    [ "$("$NCPOST" caption a.md b.md | grep -c "$(printf '\f')")" -eq 1 ]
    [ "$("$NCPOST" caption -0 a.md b.md | tr -cd '\0' | wc -c)" -eq 2 ]
}

@test "json is an object for one article and an array for several" {
    [ "$("$NCPOST" caption --format json a.md | json '["title"]')" = 'A title of its own' ]
    [ "$("$NCPOST" caption --format json a.md b.md | json '[1]["title"]')" = 'Another title' ]
}

@test "every key of the result is there" {
    keys=$("$NCPOST" caption --format json a.md | json '.keys() and " ".join(d.keys())')
    for key in schema source id title lang network caption summary hook body invitation link_line \
        hashtags url image alt_text count provenance warnings; do
        grep -qw "$key" <<<"$keys" || { echo "no $key"; false; }
    done
}

@test "ndjson keeps the order of the input" {
    run "$NCPOST" caption --format ndjson b.md a.md
    [ "${#lines[@]}" -eq 2 ]
    grep -q '"source":"b.md"' <<<"${lines[0]}"
    grep -q '"source":"a.md"' <<<"${lines[1]}"
}

@test "the same input gives the same bytes and the same id, whatever its path" {
    cp a.md copy.md
    one=$("$NCPOST" caption --format json a.md | json '["id"]')
    two=$("$NCPOST" caption --format json - <copy.md | json '["id"]')
    [ "$one" = "$two" ]
    [ "${#one}" -eq 32 ]
    [ "$one" != "$("$NCPOST" caption --format json --max 100 a.md | json '["id"]')" ]
}

@test "input ndjson: a result for each line, a bad line tells and the run goes on" {
    printf '%s\n' '{"id":"one","title":"T","markdown":"Bread rises because yeast eats sugar."}' \
        'broken' '{"id":"two","text":"Cold water keeps pastry from shrinking in the oven."}' >in
    caption --input ndjson --format ndjson in
    [ "$status" -eq 1 ]
    [ "${#lines[@]}" -eq 3 ]
    grep -q '"source":"one"' <<<"${lines[0]}"
    grep -q '"error":{"code":"bad-data"' <<<"${lines[1]}"
    grep -q '"source":"two"' <<<"${lines[2]}"
    says 'in:2: '
}

@test "one result for each network, within its limits" {
    run "$NCPOST" caption --format ndjson --network instagram,x --url https://a.example/b "$SEED"
    [ "${#lines[@]}" -eq 2 ]
    [ "$(json '["network"]' <<<"${lines[1]}")" = x ]
    [ "$(json '["count"]["remaining"] >= 0' <<<"${lines[1]}")" = True ]
    [ "$(json '["caption"].count("https://a.example/b")' <<<"${lines[0]}")" = 0 ]
    [ "$(json '["caption"].count("https://a.example/b")' <<<"${lines[1]}")" = 1 ]
}

@test "hashtags can stand in the first comment, or nowhere" {
    run "$NCPOST" caption --format json --hashtags-in first-comment "$SEED"
    [ "$(json '["first_comment"][0]' <<<"$output")" = '#' ]
    [ "$(json '["caption"].count("#")' <<<"$output")" = 0 ]
    [ "$("$NCPOST" caption --hashtags-in none "$SEED" | grep -c '#')" = 0 ]
}

@test "--tag is always there, --no-emoji adds none" {
    caption --tag 'sour dough' "$SEED"
    grep -q '#SourDough' <<<"$output"
    caption --no-emoji "$SEED"
    ! grep -q '🌿' <<<"$output"
}

@test "the profile gives blog, link line and brand hashtags; it is read strictly" {
    printf 'blog: Crumbs\nhashtags:\n  always: [TheBakery]\n' >ncpost.yaml
    caption a.md
    grep -qF 'Read more on Crumbs: ' <<<"$output"
    grep -q '#TheBakery$' <<<"$output"
    printf 'blgo: Crumbs\n' >wrong.yaml
    caption --profile wrong.yaml a.md
    [ "$status" -eq 78 ]
    says 'wrong.yaml:1:1: '
    says 'blog'
}

# ---- limits ----------------------------------------------------------------------------

@test "--max holds, and where nothing fits the smallest that would do is named" {
    caption --max 10 a.md
    [ "$status" -eq 65 ]
    least=$(grep -oE -- '--max [0-9]+' <<<"$stderr" | tr -dc 0-9)
    caption --max "$((least - 1))" a.md
    [ "$status" -eq 65 ]
    caption --max "$least" a.md
    [ "$status" -eq 0 ]
    for max in 60 90 125 200 300 500 800 2200; do
        caption --max "$max" --format json "$SEED"
        if [ "$status" -eq 0 ]; then
            [ "$(json '["count"]["graphemes"]' <<<"$output")" -le "$max" ]
        else
            says 'the smallest limit that would do'
        fi
    done
}

# ---- usage -------------------------------------------------------------------------------

@test "an unknown command, option, word or network names the nearest right one" {
    run "$NCPOST" captoin
    [ "$status" -eq 2 ]
    [[ $output == *'ncpost caption?'* ]]
    caption --fromat json a.md
    [ "$status" -eq 2 ]
    says '--format'
    caption --format jsn a.md
    [ "$status" -eq 2 ]
    says 'json'
    caption --network instagran a.md
    [ "$status" -eq 2 ]
    says 'instagram'
    caption --max 0 a.md
    [ "$status" -eq 2 ]
    caption --max
    [ "$status" -eq 2 ]
}

@test "help and version answer on standard output; no command is a usage error" {
    run --separate-stderr "$NCPOST" --help
    [ "$status" -eq 0 ]
    [ -n "$output" ]
    [ -z "$stderr" ]
    run "$NCPOST" help caption
    [ "$status" -eq 0 ]
    [[ $output == *'--max'* ]]
    run "$NCPOST" --version
    [[ $output =~ ^ncpost\ [0-9]+\.[0-9]+ ]]
    run --separate-stderr "$NCPOST"
    [ "$status" -eq 2 ]
    [ -z "$output" ]
}

@test "completions name every command" {
    for shell in bash zsh fish; do
        run "$NCPOST" completion "$shell"
        [ "$status" -eq 0 ]
        [[ $output == *caption* && $output == *hashtags* && $output == *outbox* ]]
    done
    "$NCPOST" completion bash | bash -n
}

@test "-- ends options, - is standard input" {
    cp a.md ./--odd.md
    caption -- --odd.md
    [ "$status" -eq 0 ]
    [ "$("$NCPOST" caption - <a.md | head -n 1)" = "$("$NCPOST" caption a.md | head -n 1)" ]
}

# ---- bad input ------------------------------------------------------------------------------

@test "a missing file or a folder is named, and the other files still run" {
    caption missing.md a.md
    [ "$status" -eq 1 ]
    says 'missing.md'
    [[ $output == *'Bread rises'* ]]
    caption missing.md
    [ "$status" -eq 66 ]
    caption "$BATS_TEST_TMPDIR"
    [ "$status" -eq 66 ]
    says "$BATS_TEST_TMPDIR"
}

@test "a file that may not be read is 66" {
    chmod 000 a.md
    chmod 755 "$BATS_TEST_TMPDIR"
    if [ "$(id -u)" -eq 0 ]; then
        chmod 755 "$BATS_RUN_TMPDIR" "$BATS_FILE_TMPDIR" 2>/dev/null || true
        command -v setpriv >/dev/null || skip 'no setpriv'
        cp "$NCPOST" ./ncpost-copy && chmod 755 ./ncpost-copy
        run setpriv --reuid 65534 --regid 65534 --clear-groups ./ncpost-copy caption a.md
    else
        run "$NCPOST" caption a.md
    fi
    [ "$status" -eq 66 ]
}

@test "nothing to tell is 65, one line" {
    : >empty
    printf -- '---\ntitle: T\n---\n' >front.md
    printf '# T\n\n```\ncode();\n```\n' >code.md
    printf '![a](b.png)\n' >image.md
    printf '# T\n\n- [one](https://a.example/)\n- [two](https://b.example/)\n' >links.md
    for file in empty front.md code.md image.md links.md; do
        caption "$file"
        [ "$status" -eq 65 ] || { echo "$file: $status"; false; }
        [ "$(wc -l <<<"$stderr")" -eq 1 ]
        says "$file"
    done
}

@test "what is not UTF-8 is refused with its offset; --encoding converts" {
    printf 'Caf\xe9 opens its doors to everybody in the morning.\n' >latin.txt
    caption latin.txt
    [ "$status" -eq 65 ]
    says 'offset 3'
    caption --encoding latin1 latin.txt
    [ "$status" -eq 0 ]
    [[ $output == *'Café opens'* ]]
    caption --encoding klingon latin.txt
    [ "$status" -eq 2 ]
}

@test "UTF-16 with a byte-order mark is converted" {
    iconv -f UTF-8 -t UTF-16 a.md >wide.md
    [ "$("$NCPOST" caption wide.md)" = "$("$NCPOST" caption a.md)" ]
}

@test "control characters, bidi overrides and invisible junk go, with a warning" {
    printf '# T\n\nBread\0 rises\x07 because \xe2\x80\xaeyeast\xe2\x80\xac eats\xe2\x80\x8b sugar at night.\n' >junk.md
    caption junk.md
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'Bread rises because yeast eats sugar at night.' ]
    says 'control characters'
    says 'bidirectional'
    says 'invisible'
}

@test "joiners inside emoji stay, without a warning" {
    printf '# T\n\nThe family 👨‍👩‍👧 came to the market on a sunny day.\n' >emoji.md
    caption emoji.md
    [[ $output == *'👨‍👩‍👧'* ]]
    [ -z "$stderr" ]
}

@test "line ends, no-break spaces, soft hyphens and decomposed accents are put right, silently" {
    printf '\xef\xbb\xbf# T\r\n\r\nThe cafe\xcc\x81 sells\xc2\xa0bread that ri\xc2\xadses\r\nall night long.\r\n' >crlf.md
    caption crlf.md
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'The café sells bread that rises all night long.' ]
    [ -z "$stderr" ]
    tr '\n' '\r' <a.md >mac.md
    [ "$("$NCPOST" caption mac.md)" = "$("$NCPOST" caption a.md)" ]
}

@test "broken front matter is a warning with its line; the article still runs" {
    printf -- '---\ntitle: "open\n---\n\n# Real title\n\nBread rises because yeast eats sugar.\n' >broken.md
    caption broken.md
    [ "$status" -eq 0 ]
    grep -qE 'broken.md:[0-9]+: warning' <<<"$stderr"
    [[ $output == *'Bread rises'* ]]
    [[ $output != *'title:'* ]]
}

@test "a draft and a date in the future warn" {
    printf -- '---\ntitle: T\ndraft: true\ndate: 2999-01-01\n---\n\nBread rises because yeast eats sugar.\n' >draft.md
    caption draft.md
    [ "$status" -eq 0 ]
    says 'draft'
    says 'future'
}

@test "--max-input refuses what is longer" {
    caption --max-input 20 a.md
    [ "$status" -eq 65 ]
    says 'max-input'
    caption --max-input 1K a.md
    [ "$status" -eq 0 ]
}

@test "long lines, deep quotations and many headings end in time" {
    python3 - <<'END'
open('line.md', 'w').write('# T\n\n' + 'word ' * 1000000 + 'end.\n\nBread rises because yeast eats sugar.\n')
open('deep.md', 'w').write('>' * 10000 + ' Bread rises because yeast eats sugar.\n')
open('heads.md', 'w').write(''.join('# Heading %d\n\n' % i for i in range(100000)) + 'Bread rises because yeast eats sugar.\n')
END
    for file in line.md deep.md heads.md; do
        run timeout 60 "$NCPOST" caption "$file"
        [ "$status" -eq 0 ] || { echo "$file: $status"; false; }
        [[ $output == *'Bread rises'* ]]
    done
}

@test "a file name that is not UTF-8 still gives JSON" {
    name=$(printf 'caf\xe9.md')
    cp a.md "$name" || skip 'the file system refuses the name'
    caption --format json "$name"
    [ "$status" -eq 0 ]
    [ "$(json '["source"]' <<<"$output")" = 'caf?.md' ]
}

# ---- output -----------------------------------------------------------------------------------

@test "a full disk is 74" {
    [ -e /dev/full ] || skip 'no /dev/full'
    run bash -c '"$1" caption a.md >/dev/full' - "$NCPOST"
    [ "$status" -eq 74 ]
}

@test "a closed pipe is 74, and quiet" {
    run bash -c 'set -o pipefail; { sleep 0.3; "$1" caption a.md; echo $? >status; } 2>err | true; cat status err' - "$NCPOST"
    [ "${lines[0]}" -eq 74 ]
    [ "${#lines[@]}" -eq 1 ]
}

@test "--output is there whole or not at all" {
    caption --output out.txt a.md
    [ "$status" -eq 0 ]
    [ -z "$output" ]
    grep -q 'Bread rises' out.txt
    caption --output out.txt missing.md
    [ "$status" -eq 66 ]
    grep -q 'Bread rises' out.txt
    caption --output no/such/folder/out.txt a.md
    [ "$status" -eq 73 ]
    [ "$(find . -name 'out.txt*' | wc -l)" -eq 1 ]
}

@test "colour never reaches a pipe" {
    run bash -c '"$1" caption missing.md 2>&1' - "$NCPOST"
    [[ $output != *$'\033'* ]]
}
