#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: throughput.sh PROGRAM [POSTS]
# Queues POSTS (10,000) and flushes them to a local receiver, 8 at a time;
# beside it curl --parallel. Counts fsyncs with strace where that is installed.
set -eu
program=$(realpath "$1")
posts=${2:-10000}
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"${CC:-cc}" -O2 -D_POSIX_C_SOURCE=200809L -o "$dir/sink" "$here/../server/sink.c"
export HOME="$dir"
cd "$dir"
mkdir .git
unset XDG_STATE_HOME XDG_CONFIG_HOME NCPOST_PROFILE || true

start_sink() {
    rm -f in
    mkfifo in
    ./sink <in >"$1" &
    exec 9>in
    while [ ! -s "$1" ]; do sleep 0.05; done
    HOOK=http://127.0.0.1:$(head -n1 "$1")/hook
    export HOOK
}
stop_sink() {
    exec 9>&-
    wait
    printf '  receiver counted %s requests\n' "$(tail -n1 "$1")"
}
now() { date +%s.%N; }
rate() { awk -v a="$1" -v b="$2" -v n="$posts" 'BEGIN{printf "%.2f s, %.0f posts/s\n", b-a, n/(b-a)}'; }

printf 'targets:\n  t: {url_env: HOOK, local: yes, concurrency: 8}\n' >ncpost.yaml
awk -v n="$posts" 'BEGIN{for(i=1;i<=n;i++) printf "{\"schema\":1,\"id\":\"%032x\",\"network\":null,\"caption\":\"post %d\",\"hashtags\":[]}\n", i, i}' >results
start_sink one
a=$(now)
"$program" post --queue results >/dev/null
printf 'queue: %s' "$(rate "$a" "$(now)")"
echo
a=$(now)
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f '  %M KiB at most, %U s user, %S s system' "$program" outbox flush >/dev/null
else
    "$program" outbox flush >/dev/null
fi
printf 'flush: %s\n' "$(rate "$a" "$(now)")"
stop_sink one

awk -v n="$posts" -v u="$HOOK" 'BEGIN{for(i=1;i<=n;i++) printf "url = \"%s\"\noutput = \"/dev/null\"\ndata = \"{\\\"text\\\":\\\"post %d\\\"}\"\n%s", u, i, i<n?"next\n":""}' >config
start_sink two
sed -i "s|http://127.0.0.1:[0-9]*/hook|$HOOK|" config
a=$(now)
curl -sS --no-keepalive --parallel --parallel-max 8 -K config
printf 'curl --parallel --parallel-max 8: %s\n' "$(rate "$a" "$(now)")"
stop_sink two

if command -v strace >/dev/null; then
    start_sink three
    "$program" post --queue --again results >/dev/null
    strace -f -c -e trace=fsync,fdatasync -o syncs "$program" outbox flush >/dev/null
    printf 'fsyncs for %s posts: %s\n' "$posts" "$(awk '$NF ~ /sync/ {n+=$4} END{print n+0}' syncs)"
    stop_sink three
fi
