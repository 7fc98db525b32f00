#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# `ncpost post` against a receiver that misbehaves.

load receiver.bash

setup_file() { receiver_start; }
teardown_file() { receiver_stop; }
setup() {
    state_start
    export HOOK=$BASE/ok
}
teardown() { state_stop; }

# hook PATH [OPTION…]: posts the result "hello" to the receiver's PATH.
hook() {
    HOOK=$BASE/k/s3cr3t-token-of-the-hook$1
    shift
    result hello | "$NCPOST" post --webhook-env HOOK --local "$@"
}

# ---- outcomes ---------------------------------------------------------------------

@test "a 2xx answer delivers, and says so in JSON" {
    run hook /ok --format json
    fails_with 0
    [ "$(json outcome <<<"$output")" = delivered ]
    [ "$(json state <<<"$output")" = delivered ]
    [ "$(json attempts.0.status <<<"$output")" = 200 ]
    [ "$(applied)" = 1 ]
}

@test "a repeat of what was delivered sends nothing and ends 0" {
    hook /ok
    run hook /ok --format json
    fails_with 0
    [ "$(json state <<<"$output")" = delivered ]
    [ "$(requests)" = 1 ]
    run hook /ok --again
    fails_with 0
    [ "$(requests)" = 2 ]
}

@test "a refusal ends 69 and makes room for another post" {
    run hook /status/404
    fails_with 69
    run hook /status/404
    fails_with 69
    [ "$(requests)" = 2 ]
}

@test "answers that are lost, cut or no HTTP leave the post unknown: 75, sent once" {
    for path in /close /reset /half-status /half-head /garbage /bare; do
        run hook "$path" --again --format json
        fails_with 75
        [ "$(json outcome <<<"${lines[-1]}")" = unknown ]
    done
    [ "$(requests)" = 6 ]
}

@test "an unknown post is not made anew" {
    run hook /close
    fails_with 75
    run hook /ok
    fails_with 75
    [ "$(requests)" = 1 ]
}

@test "a whole head delivers whatever becomes of the body" {
    for path in /half-body /drip-body /endless /huge /gzip /informed /cookie; do
        run hook "$path" --again
        fails_with 0
    done
    [ "$(applied)" = 7 ]
}

@test "no answer ends with the timeout" {
    start=$SECONDS
    run hook /hang --timeout 1
    fails_with 75
    run hook /drip-head --timeout 1 --again
    fails_with 75
    [ $((SECONDS - start)) -lt 8 ]
}

@test "an idempotent receiver is asked again with the same key, and applies once" {
    for path in "/close?keep=1&n=1" "/reset?keep=1&n=2" "/status/500?keep=1&n=1&applied=1" \
        "/half-head?keep=1&n=1"; do
        run hook "$path" --again --idempotent
        fails_with 0
    done
    [ "$(applied)" = 4 ]
    [ "$(python3 -c 'import json, os
keys = {}
for line in open(os.environ["LAB"] + "/log"):
    e = json.loads(line)
    keys.setdefault(e["target"], set()).add(e["key"])
print(max(len(k) for k in keys.values()))')" = 1 ]
}

@test "Retry-After is waited for in both forms, and garbage is ignored" {
    for form in seconds date garbage none; do
        run hook "/later?n=1&wait=1&form=$form" --again
        fails_with 0
    done
    [ "$(applied)" = 4 ]
    ! grep -v '"early": 0.0' "$LAB/log"
}

@test "503 is not sent with Retry-After and unknown without" {
    run hook "/later?code=503&n=1&wait=1"
    fails_with 0
    run hook "/status/503" --again
    fails_with 75
}

@test "409 to our key is in progress there, and asked again" {
    run hook "/conflict?n=1" --format json
    fails_with 0
    [ "$(applied)" = 1 ]
    [ "$(requests)" = 2 ]
}

@test "nobody there: not sent, kept" {
    export HOOK=http://127.0.0.1:$REFUSED/x
    run say hello post --webhook-env HOOK --local --retries 1 --format json
    fails_with 75
    [ "$(json outcome <<<"${lines[-1]}")" = not_sent ]
    [ "$(json state <<<"${lines[-1]}")" = dead ]
}

@test "redirects: 307 on the same origin is followed, nothing else" {
    for path in /redirect/307/same /redirect/308/relative /redirect/307/two; do
        run hook "$path" --again
        fails_with 0
    done
    for path in /redirect/307/other /redirect/308/host /redirect/307/file /redirect/307/user \
        /redirect/307/chain /redirect/307/none; do
        run hook "$path" --again
        fails_with 69
    done
    for code in 301 302 303; do
        run hook /redirect/$code/same --again
        fails_with 75
    done
    ! grep -q '"port": "OTHER"' "$LAB/log"
    [ "$(applied)" = 3 ]
}

# ---- safety -------------------------------------------------------------------------

@test "without --local no private address and no http" {
    for url in "http://127.0.0.1:$HTTP/ok" "https://127.0.0.1:$HTTPS/ok" "https://localhost:$HTTPS/" \
        "https://[::1]:$HTTPS/" "https://[::ffff:127.0.0.1]/" "https://2130706433/" \
        "https://0x7f.1/" "https://169.254.169.254/" "http://example.com/" "ftp://example.com/x"; do
        export HOOK=$url
        run say hello post --webhook-env HOOK
        fails_with 78
    done
    [ "$(requests)" = 0 ]
}

@test "certificates are checked" {
    export HOOK=https://localhost:$HTTPS/ok
    run say hello post --webhook-env HOOK --local --retries 0
    fails_with 75
    [ "$(requests)" = 0 ]
    export SSL_CERT_FILE=$LAB/ca.pem
    run say hello post --webhook-env HOOK --local --again
    fails_with 0
    HOOK=https://127.0.0.1:$HTTPS/ok
    run say hello post --webhook-env HOOK --local --again --retries 0
    fails_with 75
}

@test "each post has a connection of its own" {
    results 3 >three
    export HOOK=$BASE/keep-trap
    run "$NCPOST" post --webhook-env HOOK --local three
    fails_with 0
    ! grep -v '"nth": 1,' "$LAB/log"
}

@test "a local target uses no proxy, and any other does" {
    export http_proxy=http://127.0.0.1:$OTHER https_proxy=http://127.0.0.1:$OTHER
    run hook /ok
    fails_with 0
    grep -q '"port": "HTTP"' "$LAB/log"
    export HOOK=https://receiver.invalid/x
    run say other post --webhook-env HOOK --retries 0 --format json
    fails_with 75
    [ "$(json outcome <<<"${lines[-1]}")" = not_sent ]
}

@test "no secret shows: not in output, outbox, files or arguments" {
    export TOKEN=bearer-token-of-the-test
    for path in /echo /close /ok /status/500 /redirect/307/same; do
        run hook "$path" --again --header-env Authorization=TOKEN --verbose
        [[ $output != *s3cr3t* && $output != *bearer-token* ]]
    done
    run hook /ok --dry-run --header-env Authorization=TOKEN
    fails_with 0
    [[ $output != *s3cr3t* && $output != *bearer-token* ]]
    ! grep -rE 's3cr3t-token|bearer-token-of' "$HOME/.local"
    run "$NCPOST" outbox list --all --format json
    [[ $output != *s3cr3t* && $output != *bearer-token* ]]
    for id in $("$NCPOST" outbox list --all | cut -f1); do
        run "$NCPOST" outbox show "$id"
        [[ $output != *s3cr3t* && $output != *bearer-token* ]]
    done
    export HOOK="https://user:passw0rd@/"
    run say hello post --webhook-env HOOK
    [[ $output != *passw0rd* ]]
}

@test "secret files must be closed to others" {
    printf '%s/ok\n' "$BASE" >url
    cat >ncpost.yaml <<'P'
targets:
  here: {url_file: url, local: yes}
P
    chmod 644 url
    run say hello post --to here
    fails_with 78
    [[ $output == *"open to others"* ]]
    chmod 600 url
    run say hello post --to here
    fails_with 0
}

# ---- options -------------------------------------------------------------------------

@test "a terminal asks before the first post to a target, and not again" {
    echo hello >c
    cat >ask.py <<'P'
import os, pty, sys
answer = sys.argv[1].encode()
def read(fd):
    data = os.read(fd, 1024)
    if b"[y/N]" in data:
        os.write(fd, answer + b"\n")
    return data
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[2:], read)))
P
    run python3 ask.py n "$NCPOST" post --webhook-env HOOK --local --caption c
    fails_with 1
    [ "$(requests)" = 0 ]
    run python3 ask.py y "$NCPOST" post --webhook-env HOOK --local --caption c
    fails_with 0
    [[ $output == *"[y/N]"* ]]
    run python3 ask.py n "$NCPOST" post --webhook-env HOOK --local --again --caption c
    fails_with 0
    [[ $output != *"[y/N]"* ]]
    [ "$(requests)" = 2 ]
}

@test "--dry-run prints the request and sends nothing" {
    run hook /ok --dry-run
    fails_with 0
    [[ ${lines[0]} == "POST http://127.0.0.1:$HTTP/***" ]]
    [[ $output == *"Idempotency-Key: "* ]]
    run hook /ok --dry-run --format json
    [ "$(json body.text <<<"$output")" = hello ]
    [ "$(requests)" = 0 ]
    [ ! -e "$HOME/.local/state/ncpost/outbox.sqlite" ]
}

@test "the dry run shows the very body and key that are sent" {
    run hook /ok --dry-run --format json
    shown=$(json body.idempotency_key <<<"$output")
    hook /ok
    [ "$(tail -n1 "$LAB/log" | json key)" = "$shown" ]
}

@test "--queue sends nothing until flush" {
    run hook /ok --queue
    fails_with 0
    [ "$(requests)" = 0 ]
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$(applied)" = 1 ]
}

@test "--at holds the post until its time" {
    run hook /ok --at "$(date -u -d '+2 seconds' +%FT%TZ)" --format json
    fails_with 0
    [ "$(json state <<<"$output")" = scheduled ]
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$(requests)" = 0 ]
    sleep 3
    run "$NCPOST" outbox flush
    fails_with 0
    [ "$(applied)" = 1 ]
}

@test "--at: a local time that the clocks skip or repeat names both readings" {
    printf 'timezone: Europe/Berlin\n' >ncpost.yaml
    run hook /ok --at "2027-03-28 02:30"
    fails_with 2
    [[ $output == *"2027-03-28T03:30:00+02:00"* && $output == *"2027-03-28T01:30:00+01:00"* ]]
    run hook /ok --at "2027-10-31 02:30"
    fails_with 2
    [[ $output == *"2027-10-31T02:30:00+02:00"* && $output == *"2027-10-31T02:30:00+01:00"* ]]
    run hook /ok --at "2027-10-31 03:30" --format json
    fails_with 0
    run hook /ok --at "2020-01-01 00:00"
    fails_with 2
    run hook /ok --at "soon"
    fails_with 2
    printf 'timezone: Europe/Atlantis\n' >ncpost.yaml
    run hook /ok --at "tomorrow 09:30"
    fails_with 78
}

@test "--draft only where the format knows drafts" {
    run hook /ok --draft --dry-run --format json
    [ "$(json body.draft <<<"$output")" = true ]
    run hook /ok --draft --payload slack
    fails_with 2
}

@test "unknown options, targets, formats and fields name the nearest" {
    run "$NCPOST" post --wehbook-env X
    fails_with 2
    [[ $output == *"--webhook-env"* ]]
    run hook /ok --payload slak
    fails_with 78
    [[ $output == *"slack"* ]]
    printf 'targets:\n  blog:\n    url_env: HOOK\n    local: yes\n' >ncpost.yaml
    run say hello post --to blg
    fails_with 78
    [[ $output == *"blog"* ]]
    run hook /ok --payload telegram
    fails_with 78
    [[ $output == *chat_id* ]]
}

@test "the profile is read strictly, with line and column" {
    printf 'targets:\n  blog:\n    url_env: HOOK\n    fromat: slack\n' >ncpost.yaml
    run say hello post
    fails_with 78
    [[ $output == *"ncpost.yaml:4:5: unknown key “fromat” (did you mean “format”?)"* ]]
    printf 'targets:\n  blog:\n    local: perhaps\n' >ncpost.yaml
    run say hello post
    fails_with 78
    [[ $output == *":3:5: "*"yes or no"* ]]
    printf 'targets: [\n' >ncpost.yaml
    run say hello post
    fails_with 78
}

@test "--caption posts a text as it is" {
    printf 'Two lines\nas they are\n' >c
    export HOOK=$BASE/ok
    run "$NCPOST" post --webhook-env HOOK --local --caption c
    fails_with 0
    [ "$(tail -n1 "$LAB/log" | json body | json text)" = $'Two lines\nas they are' ]
    printf '\n' >c
    run "$NCPOST" post --webhook-env HOOK --local --caption c
    fails_with 65
    run "$NCPOST" post --webhook-env HOOK --local --caption nowhere
    fails_with 66
}

@test "many results: each is posted once, bad lines do not stop the others" {
    { results 20; echo '{"schema":1,"error":{"code":"bad-data","message":"line 3 is no article"}}'; results 20; } >all
    export HOOK=$BASE/ok
    run "$NCPOST" post --webhook-env HOOK --local all
    fails_with 1
    [ "$(applied)" = 20 ]
}

@test "an article is composed on the way" {
    unset NCPOST_LIBEXEC
    cat >article.md <<'A'
# Bread that keeps

A loaf with a little rye stays soft for five days. The rye holds water that wheat lets go.

Knead it for ten minutes, then let it rest overnight in a cool room. Bake it hot, with steam.
A
    run "$NCPOST" post --webhook-env HOOK --local article.md
    fails_with 0
    [ "$(tail -n1 "$LAB/log" | json body | json title)" = "Bread that keeps" ]
    run bash -c '"$NCPOST" post --webhook-env HOOK --local --again <article.md'
    fails_with 0
    printf -- '---\ndraft: true\n---\n' | cat - article.md >draft.md
    run "$NCPOST" post --webhook-env HOOK --local draft.md
    fails_with 65
    run "$NCPOST" post --webhook-env HOOK --local /nowhere.md
    fails_with 66
    [ "$(applied)" = 2 ]
}

@test "an article that is a draft is refused without --force" {
    result hello | python3 -c 'import json, sys
r = json.load(sys.stdin); r["warnings"] = [{"code": "draft", "message": "m"}]; print(json.dumps(r))' >d
    export HOOK=$BASE/ok
    run "$NCPOST" post --webhook-env HOOK --local d
    fails_with 65
    [ "$(requests)" = 0 ]
    run "$NCPOST" post --webhook-env HOOK --local --force d
    fails_with 0
}

# ---- formats -----------------------------------------------------------------------------

@test "errors inside 200 refuse, and neither sign is unknown" {
    run hook '/say?body=%7B%22ok%22%3Atrue%7D' --payload slack
    fails_with 0
    run hook '/say?body=ok' --payload slack --again
    fails_with 0
    run hook '/say?body=%7B%22ok%22%3Afalse%2C%22error%22%3A%22channel_not_found%22%7D' --payload slack --again
    fails_with 69
    [[ $output == *channel_not_found* ]]
    for body in '' '<html>Sign%20in' '%7B%22ok%22%3Atrue%7D%00%00' '%7B%22ok%22'; do
        run hook "/say?body=$body" --payload slack --again
        fails_with 75
    done
    for path in /half-body /huge /gzip; do
        run hook "$path" --payload slack --again
        fails_with 75
    done
}

@test "bluesky: a session, then a record under one key" {
    cat >ncpost.yaml <<'P'
targets:
  sky: {url_env: PDS, format: bluesky, user: me.example, password_env: APP, local: yes}
P
    export PDS=$BASE APP=app-password-1234
    result 'Ein Grüß 🎉 #Freude https://example.com/a.' >r
    run "$NCPOST" post --to sky r
    fails_with 0
    [ "$(requests)" = 2 ]
    tail -n1 "$LAB/log" | json body >body
    [ "$(json record.facets.0.index.byteStart <body)" = 16 ]
    [ "$(json record.facets.1.features.0.uri <body)" = https://example.com/a ]
    [[ $(json rkey <body) =~ ^[234567abcdefghij][234567a-z]{12}$ ]]
    APP=wrong-password
    run "$NCPOST" post --to sky --again r --format json
    fails_with 75
    [ "$(json outcome <<<"${lines[-1]}")" = not_sent ]
    ! grep -rE 'app-password-1234|jwt.token' "$HOME/.local"
}

@test "signatures are right for a Standard Webhooks receiver, also during rotation" {
    cat >ncpost.yaml <<'P'
targets:
  one:
    url_env: HOOK
    local: yes
    sign: {method: standard-webhooks, secret_env: NEW, second_env: OLD}
P
    export NEW=whsec_$(printf 'a new key of 32 bytes, or nearly' | base64) OLD=whsec_$(printf 'the old key' | base64)
    for key in "$NEW" "$OLD"; do
        export HOOK="$BASE/verify?key=$key"
        run say hello post --to one --again
        fails_with 0
    done
}

@test "a mastodon target waits for its own time on the server" {
    printf 'targets:\n  m: {url_env: HOOK, format: mastodon, local: yes, schedule: remote}\n' >ncpost.yaml
    export HOOK=$BASE/say?body=%7B%22id%22%3A%221%22%7D
    run say hello post --to m --at 2030-01-01T00:00:00Z
    fails_with 0
    [ "$(tail -n1 "$LAB/log" | json body | json scheduled_at)" = 2030-01-01T00:00:00.000Z ]
    [ -n "$(tail -n1 "$LAB/log" | json key)" ]
}

@test "a caption that its network does not take is not sent" {
    result 'TOO LONG for slack' >r
    export HOOK=$BASE/say?body=ok
    run "$NCPOST" post --webhook-env HOOK --local --payload slack r
    fails_with 1
    [[ $output == *"too long by one"* ]]
    [ "$(requests)" = 0 ]
}

@test "users add their own formats" {
    mkdir formats
    echo '{"body": {"message": "»{caption}«", "tags?": "{hashtags}", "who": "{target.who|or:me}"}}' >formats/mine.json
    printf 'targets:\n  m: {url_env: HOOK, format: mine, local: yes, fields: {who: you}}\n' >ncpost.yaml
    export HOOK=$BASE/ok
    run say 'a "quoted" {caption}' post --to m
    fails_with 0
    [ "$(tail -n1 "$LAB/log" | json body)" = '{"message":"»a \"quoted\" {caption}«","who":"you"}' ]
    echo '{"bdy": {}, "body": {}}' >formats/mine.json
    run say other post --to m
    fails_with 78
    [[ $output == *"did you mean “body”"* ]]
}

@test "--profile names the profile, for the composer too" {
    mkdir elsewhere
    printf 'targets:\n  p: {url_env: HOOK, local: yes}\n' >elsewhere/mine.yaml
    printf 'nonsense: yes\n' >ncpost.yaml
    run say hello post --profile elsewhere/mine.yaml
    fails_with 0
    printf '#!/bin/sh\n[ "$NCPOST_PROFILE" = elsewhere/mine.yaml ] || exit 78\n' >libexec/ncpost
    printf 'echo %s\n' "'$(result composed)'" >>libexec/ncpost
    echo article >a.md
    run "$NCPOST" post --profile elsewhere/mine.yaml a.md
    fails_with 0
    [ "$(tail -n1 "$LAB/log" | json body | json text)" = composed ]
}
