#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A receiver that misbehaves on demand, for the tests of delivery.

    receiver.py DIR [--seconds N]

Listens on free loopback ports and writes DIR/ports (shell assignments: HTTP,
OTHER, HTTPS, REFUSED) when it is ready. The path chooses what happens; every
request is appended to DIR/log as one line of JSON before it is answered, with
"applied": whether this receiver would have published the post.

    /ok  /status/CODE  /say (answers body=)   /later?n=&wait=&form=
    /close  /reset  /hang  /unapplied-hang    cut answers: /half-status /half-head /half-body
    /drip-head  /drip-body  /endless  /huge  /gzip  /garbage  /bare (HTTP/0.9)
    /informed (100, 103, 200)  /redirect/CODE/KIND  /echo (401, repeats all it got)
    /conflict?n=  /verify?key=  /keep-trap  /cookie  /ansi  /xrpc/… (a session, then a record)

Everywhere: /k/ANYTHING/ before the path is a secret and ignored; keep=1 honours
Idempotency-Key; n=N misbehaves only the first N times for one key; applied=0|1; slow=SECONDS before
the answer.
"""
import base64
import gzip
import hashlib
import hmac
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import urllib.parse
from email.utils import formatdate


class Gone(Exception):
    pass


class State:
    def __init__(self, folder):
        self.folder = folder
        self.lock = threading.Lock()
        self.seen = {}      # (path, key) -> times
        self.kept = {}      # key -> hash of the body
        self.not_before = {}
        self.log = open(os.path.join(folder, "log"), "ab", buffering=0)
        self.ports = {}
        self.stop = threading.Event()

    def write(self, entry):
        with self.lock:
            self.log.write((json.dumps(entry) + "\n").encode())


class Exchange:
    """One connection, and the request on it."""

    def __init__(self, sock, state, name):
        self.sock, self.state, self.name = sock, state, name
        self.buf = b""
        self.count = 0

    def fill(self):
        data = self.sock.recv(65536)
        if not data:
            raise Gone
        self.buf += data

    def read(self):
        while b"\r\n\r\n" not in self.buf:
            self.fill()
        head, self.buf = self.buf.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = lines[0].split(" ", 2)
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.lower()] = value.strip()
        length = int(self.headers.get("content-length", 0))
        while len(self.buf) < length:
            self.fill()
        self.body, self.buf = self.buf[:length], self.buf[length:]
        url = urllib.parse.urlsplit(self.target)
        parts = [p for p in url.path.split("/") if p]
        if len(parts) > 1 and parts[0] == "k":
            parts = parts[2:]
        self.path = parts or ["ok"]
        self.query = dict(urllib.parse.parse_qsl(url.query, keep_blank_values=True))
        self.key = self.headers.get("idempotency-key") or self.headers.get("webhook-id")
        self.sha = hashlib.sha256(self.body).hexdigest()
        self.count += 1

    def send(self, data):
        self.sock.sendall(data)

    def answer(self, status, body=b"{\"ok\":true}", headers=()):
        if isinstance(body, str):
            body = body.encode()
        lines = ["HTTP/1.1 %d Answer" % status, "Content-Length: %d" % len(body),
                 "Content-Type: application/json"]
        lines += ["%s: %s" % h for h in headers]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body)

    def reset(self):
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Gone

    def pause(self, seconds):
        """Waits, but no longer than the peer does."""
        end = time.monotonic() + seconds
        self.sock.settimeout(0.05)
        try:
            while time.monotonic() < end and not self.state.stop.is_set():
                try:
                    if not self.sock.recv(1):
                        raise Gone
                except (socket.timeout, ssl.SSLWantReadError):
                    pass
        finally:
            self.sock.settimeout(None)


# ---- behaviours: name -> (what it does, whether the post is applied) ---------------

def status(x, code="200"):
    headers = []
    if "wait" in x.query:
        headers.append(("Retry-After", x.query["wait"]))
    x.answer(int(code), x.query.get("body", "{\"status\":%s}" % code), headers)


def say(x):
    x.answer(int(x.query.get("code", 200)), x.query.get("body", ""))


def later(x):
    wait = float(x.query.get("wait", 1))
    form = x.query.get("form", "seconds")
    value = {"seconds": "%d" % wait, "date": formatdate(time.time() + wait, usegmt=True),
             "garbage": "soon", "none": None}[form]
    x.answer(int(x.query.get("code", 429)), "{}", [("Retry-After", value)] if value else [])


def hang(x):
    x.pause(600)


def half(x, data):
    x.send(data)
    raise Gone


def drip(x, head, piece):
    x.send(head)
    for i in range(600):
        x.send(piece % i if b"%" in piece else piece)
        x.pause(0.2)


def huge(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (8 << 20))
    for _ in range(8):
        x.send(b"x" * (1 << 20))


def zipped(x):
    x.answer(200, gzip.compress(b"\0" * (64 << 20)), [("Content-Encoding", "gzip")])


def informed(x):
    x.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    x.answer(200)


def redirect(x, code, kind):
    ports = x.state.ports
    here = "http://127.0.0.1:%d" % ports["HTTP"]
    n = int(x.query.get("i", 0))
    where = {
        "same": here + "/ok", "relative": "/ok", "other": "http://127.0.0.1:%d/ok" % ports["OTHER"],
        "host": "http://localhost:%d/ok" % ports["HTTP"], "file": "file:///etc/passwd",
        "user": "http://a:b@127.0.0.1:%d/ok" % ports["HTTP"],
        "chain": here + "/redirect/%s/chain?i=%d" % (code, n + 1),
        "two": here + ("/redirect/%s/two?i=1" % code if n == 0 else "/ok"),
        "none": None}[kind]
    x.answer(int(code), "{}", [("Location", where)] if where else [])


def echo(x):
    x.answer(401, json.dumps({"headers": x.headers, "target": x.target,
                              "body": x.body.decode("utf-8", "replace")}),
             [("X-Echo", x.headers.get("authorization", "-"))])


def conflict(x):
    x.answer(409, "{}")


def signature_right(x):
    key = base64.b64decode(x.query["key"].replace(" ", "+").replace("whsec_", ""))
    stamp = x.headers.get("webhook-timestamp", "")
    if not stamp.isdigit() or abs(time.time() - int(stamp)) > 300:
        return False
    message = ("%s.%s." % (x.headers.get("webhook-id"), stamp)).encode() + x.body
    want = base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(part, "v1," + want)
               for part in x.headers.get("webhook-signature", "").split(" "))


def verify(x):
    x.answer(200 if signature_right(x) else 401)


def keep_trap(x):
    if x.count > 1:
        raise Gone
    x.answer(200)


def session(x):
    """A personal data server: a session by password, then a record."""
    if x.target.endswith("createSession"):
        right = json.loads(x.body).get("password") == "app-password-1234"
        x.answer(200 if right else 401,
                 json.dumps({"accessJwt": "jwt.token.abc"} if right else {"error": "AuthRequired"}))
    elif x.headers.get("authorization") != "Bearer jwt.token.abc":
        x.answer(401, "{\"error\":\"AuthMissing\"}")
    else:
        record = json.loads(x.body)
        x.answer(200, json.dumps({"uri": "at://x/%s/%s" % (record["collection"], record["rkey"])}))


BEHAVIOURS = {
    "ok": (lambda x: x.answer(200), True),
    "status": (status, None),
    "say": (say, True),
    "later": (later, False),
    "close": (lambda x: half(x, b""), True),
    "reset": (lambda x: x.reset(), True),
    "hang": (hang, True),
    "unapplied-hang": (hang, False),
    "half-status": (lambda x: half(x, b"HTTP/1.1 20"), True),
    "half-head": (lambda x: half(x, b"HTTP/1.1 200 OK\r\nContent-Le"), True),
    "half-body": (lambda x: half(x, b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"ok\":true}"), True),
    "drip-head": (lambda x: drip(x, b"HTTP/1.1 200 OK\r\n", b"X-Pad-%d: a\r\n"), True),
    "drip-body": (lambda x: drip(x, b"HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n", b"x"), True),
    "endless": (lambda x: drip(x, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                               b"4\r\nabcd\r\n"), True),
    "huge": (huge, True),
    "gzip": (zipped, True),
    "ansi": (lambda x: x.answer(400, b"\x1b[31mred\x07\xff"), False),
    "garbage": (lambda x: half(x, b"\0\1\2\xff not http\r\n" * 4), True),
    "bare": (lambda x: half(x, b"<html>ok</html>\n"), True),
    "informed": (informed, True),
    "redirect": (redirect, False),
    "echo": (echo, False),
    "conflict": (conflict, False),
    "verify": (verify, None),
    "keep-trap": (keep_trap, True),
    "cookie": (lambda x: x.answer(200, b"{}", [("Set-Cookie", "a=b; Path=/")]), True),
    "xrpc": (lambda x, *_: session(x), None),
}


def is_applied(x, name, rest, applied):
    if "applied" in x.query:
        return x.query["applied"] == "1"
    if name == "status":
        return 200 <= int(rest[0]) < 300
    if name == "verify":
        return signature_right(x)
    if name == "xrpc":
        return x.target.endswith("putRecord") and "authorization" in x.headers
    return applied


def serve_one(x):
    x.read()
    name, rest = x.path[0], x.path[1:]
    act, applied = BEHAVIOURS.get(name, (lambda y, *_: y.answer(404, "{}"), False))
    applied = is_applied(x, name, rest, applied)
    ident = (x.target, x.key or x.sha)
    with x.state.lock:
        x.state.seen[ident] = x.state.seen.get(ident, 0) + 1
        times = x.state.seen[ident]
        early = max(0.0, x.state.not_before.get(ident, 0) - time.monotonic())
        if "n" in x.query and times > int(x.query["n"]):
            act, applied, rest = BEHAVIOURS["ok"][0], True, []
        repeat = x.query.get("keep") == "1" and x.key in x.state.kept
        mixed = repeat and x.state.kept[x.key] != x.sha
        if x.query.get("keep") == "1" and applied and x.key and not repeat:
            x.state.kept[x.key] = x.sha
        if name == "later" and act is later and x.query.get("form", "seconds") in ("seconds", "date"):
            x.state.not_before[ident] = time.monotonic() + float(x.query.get("wait", 1))
    x.state.write({"target": x.target, "port": x.name, "headers": x.headers, "key": x.key,
                   "body": x.body.decode("utf-8", "replace"), "times": times, "nth": x.count,
                   "applied": bool(applied) and not repeat, "early": round(early, 3)})
    if "slow" in x.query:
        time.sleep(float(x.query["slow"]))
    if mixed:
        x.answer(422, "{}")
    elif repeat:
        x.answer(200, "{\"ok\":true,\"repeat\":true}")
    else:
        act(x, *rest)


def connection(sock, state, name, context):
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if context:
            sock = context.wrap_socket(sock, server_side=True)
        x = Exchange(sock, state, name)
        while True:
            serve_one(x)
    except (Gone, OSError, ValueError):
        pass
    finally:
        sock.close()


def listen(state, name, context=None):
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(256)
    state.ports[name] = server.getsockname()[1]

    def accept():
        while True:
            sock, _ = server.accept()
            threading.Thread(target=connection, args=(sock, state, name, context),
                             daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()


def certificate(folder):
    """A certificate that is its own authority: DIR/ca.pem to trust it."""
    pem, key = os.path.join(folder, "ca.pem"), os.path.join(folder, "ca.key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", pem, "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    return context


def main():
    folder = sys.argv[1]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 600
    os.makedirs(folder, exist_ok=True)
    state = State(folder)
    listen(state, "HTTP")
    listen(state, "OTHER")
    listen(state, "HTTPS", certificate(folder))
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    state.ports["REFUSED"] = closed.getsockname()[1]
    ports = os.path.join(folder, "ports")
    with open(ports + ".new", "w") as f:
        f.writelines("%s=%d\n" % p for p in state.ports.items())
    os.rename(ports + ".new", ports)
    state.stop.wait(seconds)


if __name__ == "__main__":
    main()
