# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# A receiver on loopback and a state folder of our own for the tests of delivery.

NCPOST=$(realpath "${NCPOST:-$BATS_TEST_DIRNAME/../../build/ncpost-post}")
export NCPOST

receiver_start() {
    LAB=$(mktemp -d)
    export LAB
    python3 "$BATS_TEST_DIRNAME/../server/receiver.py" "$LAB" --seconds 300 3>&- &
    LAB_PID=$!
    for _ in $(seq 100); do
        [ -e "$LAB/ports" ] && break
        sleep 0.05
    done
    # shellcheck disable=SC1091
    . "$LAB/ports"
    BASE=http://127.0.0.1:$HTTP
    export LAB_PID BASE HTTP OTHER HTTPS REFUSED
}

receiver_stop() {
    kill "$LAB_PID" 2>/dev/null || true
    wait "$LAB_PID" 2>/dev/null || true
    rm -rf "$LAB"
}

# A fresh outbox, and a working directory without a profile.
state_start() {
    HOME=$(mktemp -d)
    export HOME
    unset XDG_STATE_HOME XDG_CONFIG_HOME NCPOST_PROFILE
    unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY
    mkdir "$HOME/.git"
    cd "$HOME" || return 1
    : >"$LAB/log"
    composer_start
}

state_stop() {
    cd /
    rm -rf "$HOME"
}

# A stand-in for the composer, whose check objects to "TOO LONG" only: what is
# tested here is delivery.
composer_start() {
    mkdir "$HOME/libexec"
    ln -s "$(dirname "$NCPOST")/ncpost-post" "$HOME/libexec/ncpost-post"
    cat >"$HOME/libexec/ncpost" <<'P'
#!/bin/sh
[ "$1" = check ] || exit 2
grep -q 'TOO LONG' || exit 0
echo '[{"severity":"error","message":"too long by one","rule":"too-long"}]'
exit 1
P
    chmod +x "$HOME/libexec/ncpost"
    export NCPOST_LIBEXEC=$HOME/libexec
}

# say TEXT ARGUMENT…: pipes the result TEXT into ncpost.
say() {
    local text=$1
    shift
    result "$text" | "$NCPOST" "$@"
}

# result TEXT: a result of ncpost with that caption, for no network.
result() {
    python3 -c 'import hashlib, json, signal, sys
t = sys.argv[1]
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
print(json.dumps({"schema": 1, "id": hashlib.sha256(t.encode()).hexdigest()[:32], "network": None,
                  "source": "test", "caption": t, "hashtags": []}))' "$1"
}

# results N: so many of them, one a line.
results() {
    python3 -c 'import hashlib, json, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
for i in range(int(sys.argv[1])):
    t = "caption %d" % i
    print(json.dumps({"schema": 1, "id": hashlib.sha256(t.encode()).hexdigest()[:32],
                      "network": None, "source": "test", "caption": t, "hashtags": []}))' "$1"
}

# requests: how many arrived; applied: how many were published.
requests() { wc -l <"$LAB/log"; }
applied() { grep -c '"applied": true' "$LAB/log" || true; }

# json PATH: a value out of the JSON on standard input, e.g. json 0.state
json() {
    python3 -c 'import json, sys
v = json.load(sys.stdin)
for k in sys.argv[1].split("."):
    v = v[int(k)] if isinstance(v, list) else v[k]
print(v if isinstance(v, str) else json.dumps(v))' "$1"
}

fails_with() {
    [ "$status" -eq "$1" ] || {
        printf 'status %s, expected %s\n%s\n' "$status" "$1" "$output" >&2
        return 1
    }
}
