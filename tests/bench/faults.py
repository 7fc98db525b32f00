#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ncpost post and curl --retry 5 against a receiver's faults, side by side.

    faults.py PROGRAM [--posts N] [--lab SERVER.py] [--only WORD] [--no-curl]

For every fault N posts (20) by each, to a receiver that honours idempotency
keys and to one that does not. A post is lost when its sender calls it
delivered and it was not applied, or done with and it was; doubled when it was
applied twice. --lab names another server with the command line `serve --dir
DIR`, which writes DIR/state.json ("http") and DIR/requests.ndjson.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SECRET = "s3cr3t-path-of-the-bench"

# path, payload format; "{key}" in the path asks for keys to be kept.
OURS = ["ok", "status/204", "status/400", "status/404", "status/408", "status/500", "status/503",
        "status/503?wait=1&n=1", "later?n=1&wait=1", "later?n=1&wait=1&form=date",
        "later?n=1&form=garbage", "close", "close?n=1", "reset?n=1", "hang", "unapplied-hang",
        "half-status", "half-head", "half-body", "drip-head", "drip-body", "endless", "huge", "gzip",
        "garbage", "bare", "informed", "redirect/302/same", "redirect/307/same",
        "redirect/307/other", "redirect/308/chain", "echo", "conflict?n=1", "keep-trap", "cookie",
        "status/500?applied=1&n=1"]
LAB = ["200", "204", "400", "404", "408", "413", "500", "502", "503", "503?retry_after=1&n=1",
       "flaky?n=1", "flaky?n=1&apply=1", "ratelimit?retry_after=1", "ratelimit?retry_after=1&form=date",
       "ratelimit?form=garbage", "ratelimit?form=huge", "close-after-accept", "close-after-accept?n=1",
       "rst-after-accept", "rst-after-accept?n=1", "hang", "hang?n=1", "hang-unapplied", "delay?s=0.5",
       "rst-mid-response", "short-body", "status-only", "half-status", "endless-chunked",
       "slow-headers", "slow-status", "slow-body", "big", "big?chunked=1", "big-headers", "gzip-bomb",
       "redirect/301/same", "redirect/302/same", "redirect/303/same", "redirect/307/same",
       "redirect/308/relative", "redirect/307/other", "redirect/307/file", "redirect/307/loop",
       "redirect/307/creds", "garbage", "http09", "http10", "bad-status", "informational",
       "info-hang", "bad-utf8", "ansi", "nul", "html", "json-error?style=slack|slack",
       "json-error?style=telegram|telegram", "json-error?style=graphql|buffer", "reflect",
       "set-cookie", "auth", "verify", "keepalive-trap", "conflict", "apply-then", "apply-then?n=1",
       "rst-before-body", "stall-body", "early-413"]
FIELDS = {"telegram": "fields: {chat_id: '1'}", "buffer": "fields: {channel_id: c}"}


class Lab:
    def __init__(self, folder, server):
        self.folder = os.path.join(folder, "lab")
        if server:
            args = [server, "serve", "--dir", self.folder]
            self.ready, self.log = os.path.join(self.folder, "state.json"), "requests.ndjson"
        else:
            args = [os.path.join(HERE, "../server/receiver.py"), self.folder, "--seconds", "3600"]
            self.ready, self.log = os.path.join(self.folder, "ports"), "log"
        self.keep = "dedupe=1" if server else "keep=1"
        self.process = subprocess.Popen([sys.executable] + args, stdout=subprocess.DEVNULL)
        while not os.path.exists(self.ready):
            time.sleep(0.05)
        with open(self.ready) as f:
            text = f.read()
        self.base = json.loads(text)["http"] if server else \
            "http://127.0.0.1:" + re.search(r"HTTP=(\d+)", text).group(1)

    def applied(self):
        """Marker of a post -> how often it was applied."""
        counts = collections.Counter()
        with open(os.path.join(self.folder, self.log), errors="replace") as f:
            for line in f:
                entry = json.loads(line)
                found = re.search(r"post-[0-9]+-", entry.get("body") or "")
                if entry.get("applied") and found:
                    counts[found.group(0)] += 1
        return counts


class Ncpost:
    name = "ncpost"

    def __init__(self, program, folder, lab):
        self.program, self.folder, self.lab = os.path.abspath(program), folder, lab
        self.env = dict(os.environ, HOME=folder, NCPOST_LIBEXEC=os.path.join(folder, "libexec"))
        os.makedirs(self.env["NCPOST_LIBEXEC"])
        for name in ("ncpost-post", "ncpost"):
            path = os.path.join(self.env["NCPOST_LIBEXEC"], name)
            if name == "ncpost":
                with open(path, "w") as f:
                    f.write("#!/bin/sh\nexit 0\n")
                os.chmod(path, 0o755)
            else:
                os.symlink(os.path.join(os.path.dirname(self.program), name), path)

    def send(self, path, payload, keeps, markers):
        """marker -> state; and whether a secret showed."""
        with open(os.path.join(self.folder, "ncpost.yaml"), "w") as f:
            f.write("targets:\n  t: {url_env: HOOK, local: yes, format: %s, timeout: 1.5, "
                    "concurrency: 8, idempotent: %s, %s retries: {attempts: 4, base: 0.2, cap: 0.5}}\n"
                    % (payload, "1h" if keeps else "no",
                       FIELDS[payload] + "," if payload in FIELDS else ""))
        lines = [json.dumps({"schema": 1, "id": ("%032x" % hash(m))[-32:], "network": None,
                             "caption": m + " text", "hashtags": []}) for m in markers]
        env = dict(self.env, HOOK=path)
        done = subprocess.run([self.program, "post", "--format", "json", "--verbose", "-"], env=env,
                              cwd=self.folder, input="\n".join(lines).encode(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        posts = json.loads(subprocess.run([self.program, "outbox", "list", "--all", "--format", "json"],
                                          env=env, cwd=self.folder, stdout=subprocess.PIPE).stdout)
        state = {p["caption"].split(" ")[0]: p["state"] for p in posts}
        leak = SECRET.encode() in done.stdout + done.stderr + json.dumps(posts).encode()
        return {m: state.get(m, "missing") for m in markers}, leak


class Curl:
    name = "curl --retry 5"

    def send(self, path, payload, keeps, markers):
        def one(marker):
            done = subprocess.run(["curl", "-sS", "-f", "-o", "/dev/null", "--retry", "5",
                                   "--retry-delay", "1", "-m", "1.5", "-H",
                                   "Idempotency-Key: " + marker, "-H",
                                   "Content-Type: application/json", "-d",
                                   json.dumps({"text": marker + " text"}), path],
                                  stderr=subprocess.DEVNULL)
            return marker, "delivered" if done.returncode == 0 else "failed"
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            return dict(pool.map(one, markers)), False


# What the receiver may have done, by what the sender says.
TRUTH = {"delivered": (1,), "refused": (0,), "unknown": (0, 1), "queued": (0,), "dead": (0,),
         "failed": (0,)}


def measure(sender, lab, fault, keeps, count, number):
    path, _, payload = fault.partition("|")
    joint = "&" if "?" in path else "?"
    url = "%s/k/%s/%s" % (lab.base, SECRET, path) + (joint + lab.keep if keeps else "")
    markers = ["post-%d-" % (number * 1000 + i) for i in range(count)]
    start = time.monotonic()
    states, leak = sender.send(url, payload or "generic", keeps, markers)
    seconds = time.monotonic() - start
    applied = lab.applied()
    lost = sum(1 for m in markers if min(applied[m], 1) not in TRUTH.get(states[m], ()))
    return {"lost": lost, "doubled": sum(applied[m] > 1 for m in markers), "seconds": seconds,
            "leak": leak, "states": dict(collections.Counter(states.values()))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--posts", type=int, default=20)
    parser.add_argument("--lab")
    parser.add_argument("--only", default="")
    parser.add_argument("--no-curl", action="store_true")
    args = parser.parse_args()
    folder = tempfile.mkdtemp()
    lab = Lab(folder, args.lab)
    senders = [Ncpost(args.program, folder, lab)] + ([] if args.no_curl else [Curl()])
    total = {s.name: collections.Counter() for s in senders}
    number = 0
    print("fault | keys kept | sender | lost | doubled | seconds | outcome")
    print("--- | --- | --- | --- | --- | --- | ---")
    try:
        for fault in (LAB if args.lab else OURS):
            for keeps in (True, False):
                for sender in senders:
                    if args.only not in fault:
                        continue
                    number += 1
                    m = measure(sender, lab, fault, keeps, args.posts, number)
                    total[sender.name].update(lost=m["lost"], doubled=m["doubled"],
                                              leaks=int(m["leak"]), seconds=m["seconds"])
                    print("%s | %s | %s | %d | %d | %.1f | %s" % (
                        fault.replace("|", " as "), "yes" if keeps else "no", sender.name, m["lost"],
                        m["doubled"], m["seconds"],
                        ", ".join("%d %s" % (n, s) for s, n in sorted(m["states"].items()))), flush=True)
        files = subprocess.run(["grep", "-rlE", SECRET, folder, "--exclude-dir=lab"],
                               stdout=subprocess.PIPE).stdout.decode().split()
        for name, t in total.items():
            print("total %s: lost %d, doubled %d, secrets shown %d, %.0f s" % (
                name, t["lost"], t["doubled"], t["leaks"], t["seconds"]))
        print("files with a secret: %s" % (" ".join(files) or "none"))
        bad = total["ncpost"]
        return 1 if bad["lost"] or bad["doubled"] or bad["leaks"] or files else 0
    finally:
        lab.process.kill()
        shutil.rmtree(folder)


sys.exit(main())
