#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What `make install` leaves behind, what can be built on it, and `make uninstall`.

setup_file() {
    ROOT=$(realpath "$BATS_TEST_DIRNAME/../..")
    BUILT=${NCPOST_BUILD:-$ROOT/build}
    PLACE=$(mktemp -d)
    # Built again in a copy, so that another PREFIX leaves the build as it was.
    mkdir "$PLACE/build"
    cp -a "$BUILT"/obj "$BUILT"/gen "$BUILT"/*.a "$BUILT"/*.so* "$BUILT"/ncpost* "$PLACE/build"
    case $BUILT in */sanitize) SANITIZE='-fsanitize=address,undefined' ;; esac
    export ROOT BUILT PLACE SANITIZE
    build install
}
teardown_file() { rm -rf "$PLACE"; }

# build TARGET [VARIABLE=VALUE…]: make, for the prefix $PLACE/usr, in the copy.
build() {
    env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -s -C "$ROOT" "$@" \
        ${SANITIZE:+SANITIZE=1} BUILD="$PLACE/build" PREFIX="$PLACE/usr" 3>&-
}

# Every file and link below a folder.
files_below() { (cd "$1" && find . ! -type d | sort); }

# The client, with the flags that pkg-config gives.
client() {
    export PKG_CONFIG_PATH=$PLACE/usr/lib/pkgconfig
    # shellcheck disable=SC2046,SC2086 # flags are words
    ${CC:-cc} -std=c11 -Wall -Wextra -Werror $SANITIZE -o "$PLACE/client" \
        "$BATS_TEST_DIRNAME/../data/install/client.c" $(pkg-config --cflags --libs ncpost)
}

@test "what is installed is what the tree holds: nothing less, nothing more" {
    cd "$ROOT"
    {
        printf '%s\n' ./bin/ncpost ./libexec/ncpost/ncpost-post ./share/doc/ncpost/crontab \
            ./lib/libncpost.a ./lib/libncpost.so ./lib/libncpost.so.0 ./lib/libncpost.so.0.1.0 \
            ./lib/pkgconfig/ncpost.pc ./share/bash-completion/completions/ncpost \
            ./share/zsh/site-functions/_ncpost ./share/fish/vendor_completions.d/ncpost.fish
        for f in include/ncpost/*.h; do echo "./$f"; done
        for f in man/*.[1-9]; do echo "./share/man/man${f##*.}/${f##*/}"; done
        for f in contrib/systemd/*; do echo "./lib/systemd/user/${f##*/}"; done
    } | sort >"$PLACE/expected"
    files_below "$PLACE/usr" | diff "$PLACE/expected" -
}

@test "no installed file holds a placeholder" {
    run grep -rIl '@[A-Z]*@' "$PLACE/usr"
    [ -z "$output" ]
}

@test "the installed program finds its helper, and the helper finds the program" {
    run env -u NCPOST_LIBEXEC "$PLACE/usr/bin/ncpost" post --help
    [ "$status" -eq 0 ]
    run env -u NCPOST_LIBEXEC -u NCPOST_PROFILE HOME="$PLACE" HOOK=https://example.org/hook \
        "$PLACE/usr/bin/ncpost" post --webhook-env HOOK --dry-run "$ROOT/seeds/lemon-tart-recipe.md"
    [ "$status" -eq 0 ]
    [[ $output == *"Lemon Tart"* ]]
}

@test "a client compiles against the installed library and runs with it" {
    client
    run env LD_LIBRARY_PATH="$PLACE/usr/lib" "$PLACE/client"
    [ "$status" -eq 0 ]
    [[ $output == "Clouds tell the weather"* ]]
    LD_LIBRARY_PATH="$PLACE/usr/lib" ldd "$PLACE/client" | grep -q "$PLACE/usr/lib/libncpost.so.0"
}

@test "a client links the static library with pkg-config --static" {
    rm -rf "$PLACE/static"
    mkdir "$PLACE/static"
    cp "$PLACE/usr/lib/libncpost.a" "$PLACE/static"
    export PKG_CONFIG_PATH=$PLACE/usr/lib/pkgconfig
    # shellcheck disable=SC2046,SC2086 # flags are words
    ${CC:-cc} -std=c11 $SANITIZE -o "$PLACE/static/client" \
        "$BATS_TEST_DIRNAME/../data/install/client.c" -L"$PLACE/static" \
        $(pkg-config --static --cflags --libs --define-variable=libdir="$PLACE/static" ncpost)
    run "$PLACE/static/client"
    [ "$status" -eq 0 ]
    [[ $output == *"(linked in bio)"* ]]
}

@test "the shared library shows the functions of the headers and nothing else" {
    nm -D --defined-only "$PLACE/usr/lib/libncpost.so" | sed -n 's/@.*//; s/^.* [^A] //p' |
        sort >"$PLACE/shown"
    [ -s "$PLACE/shown" ]
    run grep -v '^ncp_' "$PLACE/shown"
    [ -z "$output" ]
    "${CC:-cc}" -E -P -I"$ROOT/include" "$ROOT/include/ncpost/ncpost.h" \
        >"$PLACE/headers"
    while read -r name; do
        grep -qE "\\b$name\\(" "$PLACE/headers" || { echo "$name is in no header"; false; }
    done <"$PLACE/shown"
    grep -ohE '\bncp_[a-z0-9_]+\(' "$PLACE/headers" | tr -d '(' | sort -u |
        comm -23 - "$PLACE/shown" >"$PLACE/absent"
    diff /dev/null "$PLACE/absent"
}

@test "each header compiles alone, as C and as C++" {
    for header in "$PLACE"/usr/include/ncpost/*.h; do
        echo "#include <ncpost/${header##*/}>" >"$PLACE/alone.c"
        cc -std=c11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I"$PLACE/usr/include" \
            "$PLACE/alone.c"
        ! command -v c++ >/dev/null || c++ -x c++ -std=c++11 -Wall -Wextra -Werror -fsyntax-only \
            -I"$PLACE/usr/include" "$PLACE/alone.c"
    done
}

@test "the completions are scripts that their shells can read" {
    bash -n "$PLACE/usr/share/bash-completion/completions/ncpost"
    for shell in zsh fish; do
        ! command -v $shell >/dev/null || $shell -n "$PLACE"/usr/share/$shell/*/*ncpost*
    done
    # shellcheck disable=SC1091
    . "$PLACE/usr/share/bash-completion/completions/ncpost"
    COMP_WORDS=(ncpost cap) COMP_CWORD=1
    _ncpost
    [ "${COMPREPLY[*]}" = caption ]
    COMP_WORDS=(ncpost caption --no-e) COMP_CWORD=2
    _ncpost
    [ "${COMPREPLY[*]}" = --no-emoji ]
}

@test "DESTDIR goes before every path and into no file" {
    build install DESTDIR="$PLACE/stage"
    diff <(files_below "$PLACE/usr") <(files_below "$PLACE/stage$PLACE/usr")
    run grep -rIl "$PLACE/stage" "$PLACE/stage"
    [ -z "$output" ]
    build uninstall DESTDIR="$PLACE/stage"
    [ -z "$(files_below "$PLACE/stage")" ]
}

@test "uninstall leaves nothing but what others put there" {
    echo mine >"$PLACE/usr/bin/other"
    build uninstall
    [ "$(files_below "$PLACE/usr")" = ./bin/other ]
    [ ! -e "$PLACE/usr/libexec/ncpost" ]
    [ ! -e "$PLACE/usr/include/ncpost" ]
}
