#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kills a flush at random instants and looks whether the outbox told the truth.

    crash.py PROGRAM KILLS [SEED]

Two targets, one that keeps our keys and one that does not, 200 posts each time
the queue runs low. After every kill no post may be *sending*; at the end
nothing may be lost, nothing applied twice, and where keys are kept everything
must be delivered.
"""
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 200

PROFILE = """
targets:
  keeps: {url_env: KEEPS, local: yes, idempotent: 1h, concurrency: 4, retries: {attempts: 50, base: 0, cap: 0}}
  plain: {url_env: PLAIN, local: yes, concurrency: 4}
"""


class Test:
    def __init__(self, program, folder, base):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.made = 0
        self.env = dict(os.environ, HOME=folder, KEEPS=base + "/ok?keep=1&slow=0.004",
                        PLAIN=base + "/ok?slow=0.004")
        for name in ("XDG_STATE_HOME", "NCPOST_PROFILE", "XDG_CONFIG_HOME"):
            self.env.pop(name, None)
        with open(os.path.join(folder, "ncpost.yaml"), "w") as f:
            f.write(PROFILE)

    def run(self, *args, **more):
        return subprocess.run([self.program, *args], env=self.env, cwd=self.folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def posts(self, *more):
        return json.loads(self.run("outbox", "list", "--format", "json", *more).stdout)

    def queue(self):
        """BATCH posts, half of them to each target."""
        lines = []
        for _ in range(BATCH // 2):
            self.made += 1
            lines.append(json.dumps({"schema": 1, "id": "%032x" % self.made, "network": None,
                                     "caption": "post %d" % self.made, "hashtags": []}))
        done = self.run("post", "--queue", "--to", "keeps", "--to", "plain", "-",
                        input="\n".join(lines).encode())
        assert done.returncode == 0, done.stderr

    def kill_once(self, longest):
        flush = subprocess.Popen([self.program, "outbox", "flush"], env=self.env, cwd=self.folder,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, longest))
        flush.send_signal(signal.SIGKILL)
        return flush.wait() == -signal.SIGKILL

    def drain(self):
        """Until nothing is due any more."""
        for _ in range(20):
            self.run("outbox", "flush")
            if not any(p["state"] == "queued" or (p["state"] == "unknown" and p["next"])
                       for p in self.posts()):
                return
            time.sleep(0.2)


def fail(why):
    print("crash: " + why)
    sys.exit(1)


def hunt(test, kills):
    done = 0
    while done < kills:
        if sum(p["state"] == "queued" for p in test.posts()) < BATCH // 4:
            test.queue()
        done += test.kill_once(0.25)
        if any(p["state"] == "sending" for p in test.posts()):
            fail("a dead sender left a post *sending*")


def verdict(test, log):
    test.drain()
    posts = test.posts("--all")
    tally = subprocess.run([sys.executable, os.path.join(HERE, "tally.py"), log],
                           input=json.dumps(posts).encode(), stdout=subprocess.PIPE)
    print(tally.stdout.decode().strip())
    if len(posts) != 2 * test.made:
        fail("posts are missing from the outbox")
    if any(p["target"] == "keeps" and p["state"] != "delivered" for p in posts):
        fail("a post to the receiver that keeps keys is not delivered")
    if tally.returncode != 0:
        fail("lost or sent twice")


def main():
    program, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    random.seed(seed)
    print("crash: %d kills, seed %d" % (kills, seed))
    folder = tempfile.mkdtemp()
    lab = os.path.join(folder, "lab")
    receiver = subprocess.Popen([sys.executable, os.path.join(HERE, "receiver.py"), lab,
                                 "--seconds", "1200"])
    try:
        while not os.path.exists(os.path.join(lab, "ports")):
            time.sleep(0.05)
        ports = dict(line.strip().split("=") for line in open(os.path.join(lab, "ports")))
        test = Test(program, folder, "http://127.0.0.1:" + ports["HTTP"])
        hunt(test, kills)
        verdict(test, os.path.join(lab, "log"))
    finally:
        receiver.kill()
        receiver.wait()
        shutil.rmtree(folder)


main()
