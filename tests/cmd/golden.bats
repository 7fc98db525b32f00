#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The caption of every sample article is the one that was read and approved.
# After a change for the better: tests/golden/update, then read the difference.

setup() {
    ROOT=$BATS_TEST_DIRNAME/../..
    NCPOST=${NCPOST_BUILD:-$ROOT/build}/ncpost
    cd "$ROOT" || exit 1
    export HOME=$BATS_TEST_TMPDIR XDG_CONFIG_HOME=$BATS_TEST_TMPDIR NCPOST_PROFILE=
}

@test "every sample article has its golden caption, and gets it" {
    for article in seeds/*; do
        golden=tests/golden/$(basename "$article").caption
        [ -e "$golden" ] || { echo "no $golden"; false; }
        "$NCPOST" caption --blog 'The Sample Blog' "$article" | diff -u "$golden" -
    done
}

@test "every golden caption has its article" {
    for golden in tests/golden/*.caption; do
        [ -e "seeds/$(basename "$golden" .caption)" ] || { echo "$golden"; false; }
    done
}
