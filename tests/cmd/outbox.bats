#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# `ncpost outbox`, and what must hold when disks, clocks and processes fail.

load receiver.bash

setup_file() { receiver_start; }
teardown_file() { receiver_stop; }
setup() { state_start; }
teardown() { state_stop; }

# queue N PATH [OPTION…]
queue() {
    results "$1" >in
    export HOOK=$BASE$2
    shift 2
    "$NCPOST" post --webhook-env HOOK --local --queue "$@" in >/dev/null
}

first() { "$NCPOST" outbox list --all | head -n1 | cut -f1; }

tally() {
    "$NCPOST" outbox list --all --format json |
        python3 "$BATS_TEST_DIRNAME/../server/tally.py" "$LAB/log"
}

@test "list shows what is not finished, --all the rest" {
    queue 2 /ok
    [ "$("$NCPOST" outbox list | wc -l)" = 2 ]
    [ "$("$NCPOST" outbox list --format json | json 0.state)" = queued ]
    "$NCPOST" outbox flush
    [ -z "$("$NCPOST" outbox list)" ]
    [ "$("$NCPOST" outbox list --format json)" = "[]" ]
    [ "$("$NCPOST" outbox list --all --format json | json 1.state)" = delivered ]
}

@test "flush ends 0, 69 or 75 by what it touched" {
    run "$NCPOST" outbox flush
    fails_with 0
    queue 1 /status/410
    run "$NCPOST" outbox flush
    fails_with 69
    run "$NCPOST" outbox flush
    fails_with 0
    queue 1 /status/429
    run "$NCPOST" outbox flush
    fails_with 75
    "$NCPOST" outbox cancel "$("$NCPOST" outbox list | cut -f1)"
    queue 1 /close
    run "$NCPOST" outbox flush
    fails_with 75
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$("$NCPOST" outbox list --format json | json 0.state)" = unknown ]
}

@test "show tells the history, with control characters made visible" {
    queue 1 /ansi
    run "$NCPOST" outbox flush
    run "$NCPOST" outbox show "$(first)"
    fails_with 0
    [[ $output == *"status    400"* && $output == *'\u{1b}[31mred\u{7}\xff'* ]]
    [[ $output != *$'\e'* ]]
}

@test "cancel takes a post out, retry brings a dead one back" {
    queue 1 /ok
    id=$(first)
    run "$NCPOST" outbox cancel "${id:0:8}"
    fails_with 0
    run "$NCPOST" outbox flush
    [ "$(requests)" = 0 ]
    run "$NCPOST" outbox cancel "$id"
    fails_with 2
    run "$NCPOST" outbox show 0123456789abcdef0123456789abcdef
    fails_with 66
    queue 1 /later?n=1 --retries 0
    run "$NCPOST" outbox flush
    fails_with 75
    [ "$("$NCPOST" outbox list --format json | json 0.state)" = dead ]
    run "$NCPOST" outbox retry "$("$NCPOST" outbox list | cut -f1)"
    fails_with 0
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$(applied)" = 1 ]
}

@test "an unknown post goes out again only when a person says so, with its key" {
    queue 1 "/close?n=1"
    run "$NCPOST" outbox flush
    fails_with 75
    run "$NCPOST" outbox flush
    [ "$(requests)" = 1 ]
    run "$NCPOST" outbox retry "$(first)"
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$(requests)" = 2 ]
    [ "$(python3 -c 'import json, os
print(len({json.loads(l)["key"] for l in open(os.environ["LAB"] + "/log")}))')" = 1 ]
}

@test "purge forgets texts and still sends nothing twice" {
    queue 1 /ok
    "$NCPOST" outbox flush
    run "$NCPOST" outbox purge
    [ "$output" = "0 purged" ]
    run "$NCPOST" outbox purge --older-than 0s
    [ "$output" = "1 purged" ]
    [ -z "$("$NCPOST" outbox list --all)" ]
    run "$NCPOST" post --webhook-env HOOK --local in
    fails_with 0
    [ "$(requests)" = 1 ]
}

@test "a missing variable is told, and the posts stay" {
    queue 2 /ok
    unset HOOK
    run "$NCPOST" outbox flush
    fails_with 78
    [[ $output == *HOOK* ]]
    export HOOK=$BASE/ok
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$(applied)" = 2 ]
}

@test "flush --watch sends what falls due, and ends on SIGTERM" {
    export HOOK=$BASE/ok
    "$NCPOST" outbox flush --watch 3>&- >out &
    pid=$!
    queue 3 /ok
    for _ in $(seq 100); do
        [ "$(applied)" = 3 ] && break
        sleep 0.1
    done
    kill "$pid"
    wait "$pid"
    [ "$(applied)" = 3 ]
    [ "$(wc -l <out)" = 3 ]
}

@test "post beside a watching flush: both send, each post once, and post knows the end" {
    results 40 >in
    export HOOK=$BASE/ok?slow=0.05
    "$NCPOST" outbox flush --watch 3>&- >out &
    pid=$!
    run "$NCPOST" post --webhook-env HOOK --local in
    kill "$pid"
    wait "$pid"
    fails_with 0
    [ "$(applied)" = 40 ]
    [ "$(requests)" = 40 ]
}

@test "two and eight flushers at once send each post once" {
    for n in 2 8; do
        queue 100 "/ok?round=$n" --again
        pids=()
        for _ in $(seq "$n"); do
            "$NCPOST" outbox flush 3>&- >/dev/null &
            pids+=($!)
        done
        for pid in "${pids[@]}"; do wait "$pid"; done
        run tally
        fails_with 0
    done
    [ "$(applied)" = 200 ]
}

@test "kill -9 in the middle leaves unknown at once, and no second post" {
    queue 4 /hang
    "$NCPOST" outbox flush 3>&- >/dev/null &
    pid=$!
    for _ in $(seq 100); do
        [ "$(requests)" = 2 ] && break
        sleep 0.05
    done
    [ "$("$NCPOST" outbox list --format json | grep -c '"state": "sending"')" = 2 ]
    run "$NCPOST" outbox cancel "$(first)"
    fails_with 2
    kill -9 "$pid"
    wait "$pid" || true
    [ "$("$NCPOST" outbox list --format json | grep -c '"state": "unknown"')" = 2 ]
    run tally
    fails_with 0
}

@test "kill -9 at 100 random instants: nothing lost, nothing twice" {
    run python3 "$BATS_TEST_DIRNAME/../server/crash.py" "$NCPOST" 100
    fails_with 0
}

@test "a full disk: nothing is lost, nothing is sent that is not written down" {
    queue 60 "/ok?long=$(printf 'x%.0s' $(seq 2000))"
    size=$(stat -c %s "$HOME/.local/state/ncpost/outbox.sqlite")
    # A limit on file sizes a little above what the outbox holds now: its log
    # can grow for some posts and not for all.
    run bash -c 'trap "" XFSZ; ulimit -f '$((size / 1024 + 40))'; "$NCPOST" outbox flush >out 2>err'
    [ "$status" -ne 0 ]
    run bash -c '"$NCPOST" outbox list --all --format json'
    fails_with 0
    run tally
    fails_with 0
    run bash -c 'trap "" XFSZ; ulimit -f 1; results 1 | "$NCPOST" post --webhook-env HOOK --local --again >out 2>err'
    [ "$status" -eq 74 ] || [ "$status" -eq 73 ]
    run tally
    fails_with 0
}
export -f results

@test "a state folder that cannot be written: 73, and nothing is sent" {
    if [ "$(id -u)" -eq 0 ]; then
        command -v setpriv >/dev/null || skip "no setpriv: cannot try it as another user"
        run_as="setpriv --reuid 65534 --regid 65534 --clear-groups"
    fi
    mkdir -p "$HOME/closed"
    chmod 555 "$HOME/closed"
    chmod 711 "$HOME"
    results 1 >in
    chmod 644 in
    export HOOK=$BASE/ok XDG_STATE_HOME=$HOME/closed
    run ${run_as:-} "$NCPOST" post --webhook-env HOOK --local in
    fails_with 73
    [ "$(requests)" = 0 ]
}

@test "the outbox is for its owner only" {
    queue 1 /ok
    [ "$(stat -c %a "$HOME/.local/state/ncpost")" = 700 ]
    [ "$(stat -c %a "$HOME/.local/state/ncpost/outbox.sqlite")" = 600 ]
}
