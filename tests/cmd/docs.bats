#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The documents say what the program does: their examples run, their options exist.

setup_file() {
    ROOT=$(realpath "$BATS_TEST_DIRNAME/../..")
    BIN=${NCPOST_BUILD:-$ROOT/build}
    TEMP=$(mktemp -d)
    export ROOT BIN TEMP
    export PATH=$BIN:$PATH HOME=$TEMP/home
    unset NCPOST_PROFILE NCPOST_LIBEXEC XDG_STATE_HOME XDG_CONFIG_HOME
    mkdir -p "$HOME" "$TEMP/work/.git" "$TEMP/work/posts"
    cp -R "$ROOT/seeds" "$TEMP/work"
    cp "$ROOT"/seeds/lemon-tart-recipe.md "$TEMP/work/article.md"
    cp "$ROOT"/seeds/night-train-lisbon.md "$ROOT"/seeds/food-bank-appeal.md "$TEMP/work/posts"
    cp "$ROOT"/tests/data/docs/ncpost.yaml "$TEMP/work"
    echo 'A finished caption.' >"$TEMP/work/caption.txt"
    export SLACK_HOOK=https://example.org/hook HOOK=https://example.org/hook
}
teardown_file() { rm -rf "$TEMP"; }
setup() { cd "$TEMP/work" || return 1; }

# The commands of README.md: lines that begin with "$ ncpost" or "$ … | ncpost".
readme_commands() { sed -n 's/^\$ \(.*ncpost.*\)$/\1/p' "$ROOT/README.md"; }

# The commands of the EXAMPLES of a page.
page_commands() {
    sed -n '/^\.Sh EXAMPLES/,/^\.Sh/s/^\.Dl \$ //p' "$ROOT/man/$1" | sed 's/\\(dq/"/g'
}

# A command that nothing here can answer: it needs a network, a clipboard or root.
elsewhere() {
    case $1 in
    *xclip* | *pbpaste* | *'sudo '*) return 0 ;;
    *'post '*--dry-run* | *'post '*--queue*) return 1 ;;
    *'ncpost post '* | *' flush'* | *'outbox retry '* | *'outbox show '* | *'outbox cancel '*) return 0 ;;
    *jq\ *) ! command -v jq >/dev/null ;;
    *) return 1 ;;
    esac
}

# Runs the commands on standard input; at least one must be there.
run_all() {
    local ran=0 command
    while IFS= read -r command; do
        elsewhere "$command" && continue
        bash -o pipefail -c "$command" >"$TEMP/out" 2>"$TEMP/err" </dev/null || {
            echo "failed: $command"
            cat "$TEMP/err"
            return 1
        }
        ran=$((ran + 1))
    done
    [ "$ran" -gt 0 ]
}

commands() { ncpost help | sed -n 's/^  \([a-z]*\)   *[a-z].*/\1/p'; }

# Long and short options in the help of commands, one a line.
help_options() {
    for command in "$@"; do ncpost help "$command"; done |
        sed -n 's/^  *\(-.*\)$/\1/p' | sed 's/  .*//' | grep -oE '(^|[ ,])--?[a-z0-9][a-z-]*' |
        tr -d ' ,' | sort -u
}

# The same in a manual page.
page_options() {
    grep -E '^\.(It|Op|Nm|Fl)' "$ROOT/man/$1" | grep -oE 'Fl -?[a-z0-9][a-z-]*' |
        sed -E 's/^Fl /-/' | sort -u
}

agree() { # PAGE COMMAND…
    diff <(shift && help_options "$@") <(page_options "$1")
}

@test "the examples of README.md run" {
    readme_commands | run_all
}

@test "the caption in README.md is what the program writes" {
    awk '/^\$ ncpost caption seeds\/lemon-tart-recipe.md$/ {on = 1; next}
         /^```/ {on = 0} on' "$ROOT/README.md" | sed 1d >"$TEMP/shown"
    [ -s "$TEMP/shown" ]
    ncpost caption --no-bank seeds/lemon-tart-recipe.md | diff "$TEMP/shown" - ||
        { echo 'after reading the new caption by eye: tools/refresh-readme'; false; }
}

@test "the files and folders that README.md names are there" {
    sed -n 's/^| `\([^`]*\)` .*/\1/p' "$ROOT/README.md" | grep -v '^ncpost\|^[0-9]' >"$TEMP/names"
    [ -s "$TEMP/names" ]
    while read -r name; do
        [ -e "$ROOT/$name" ] || { echo "no $name"; false; }
    done <"$TEMP/names"
}

@test "the examples of the manual pages run" {
    for page in ncpost.1 ncpost-post.1; do
        page_commands $page | run_all
    done
}

@test "the profiles in the manual pages are profiles" {
    for page in ncpost-profile.5 ncpost-post.1; do
        sed -n '/^\.Bd -literal/,/^\.Ed/{/^\./d;p}' "$ROOT/man/$page" >"$TEMP/profile.yaml"
        [ -s "$TEMP/profile.yaml" ]
        # An unknown target is told only after the profile was found right.
        run ncpost post --profile "$TEMP/profile.yaml" --to nobody --dry-run article.md
        [[ $output == *nobody* ]] || { echo "$page: $output"; false; }
    done
}

@test "the profile in README.md is one, and is obeyed" {
    sed -n '/^```yaml/,/^```/{/^```/d;p}' "$ROOT/README.md" >"$TEMP/profile.yaml"
    ncpost post --profile "$TEMP/profile.yaml" --to team --dry-run article.md
    run ncpost caption --profile "$TEMP/profile.yaml" article.md
    [[ $output == *"The recipe is on Slow Oven: “The Lemon Tart"* ]]
    [[ $output == *"#SlowOven"* ]]
}

@test "mandoc finds nothing wrong with the manual pages" {
    for page in "$ROOT"/man/*.[1-9]; do
        run mandoc -Tlint -Wwarning "$page"
        [ -z "$output" ] || { echo "$output"; false; }
    done
}

@test "every option of ncpost is in ncpost(1), and no other" {
    {
        # shellcheck disable=SC2046 # names
        help_options $(commands | grep -vx 'post\|outbox')
        echo --version
    } | sort -u | diff - <(page_options ncpost.1)
}

@test "every option of post and outbox is in its page, and no other" {
    agree ncpost-post.1 post
    agree ncpost-outbox.1 outbox
}

@test "every command of ncpost help is in ncpost(1) and README.md" {
    commands >"$TEMP/commands"
    [ "$(wc -l <"$TEMP/commands")" -ge 7 ]
    while read -r command; do
        grep -qE "^\.(Cm|Ss) .*\b$command\b" "$ROOT/man/ncpost.1" || { echo "ncpost.1: $command"; false; }
        grep -q "ncpost $command" "$ROOT/README.md" || { echo "README.md: $command"; false; }
    done <"$TEMP/commands"
}

@test "every key of a profile is in ncpost-profile(5)" {
    grep -oE '\{"[a-z_]+"' "$ROOT/src/profile/keys.c" | tr -d '{"' | sort -u >"$TEMP/keys"
    [ "$(wc -l <"$TEMP/keys")" -ge 20 ]
    while read -r key; do
        grep -qE "^\.(It )?(Pq )?Cm .*\b$key\b" "$ROOT/man/ncpost-profile.5" ||
            { echo "no $key"; false; }
    done <"$TEMP/keys"
}

@test "CHANGELOG.md tells of this version" {
    version=$(ncpost --version)
    grep -q "^## ${version#ncpost }" "$ROOT/CHANGELOG.md"
}
