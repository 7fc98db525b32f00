#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what a receiver applied with what the outbox says.

    tally.py LOG <outbox-list.json

Posts are told apart by the text of their body ("text", "content", "status").
Prints one line of JSON and fails when a post is lost (said to be delivered and
not applied; refused and applied; in no state at all) or was applied twice.
"""
import collections
import json
import sys

TRUE = {"delivered": {True}, "refused": {False}, "unknown": {True, False}, "queued": {False},
        "scheduled": {False}, "dead": {False}, "cancelled": {False}}


def main():
    applied = collections.Counter()
    with open(sys.argv[1], "rb") as log:
        for line in log:
            entry = json.loads(line)
            if entry.get("applied"):
                applied[entry["body"]] += 1
    posts = json.load(sys.stdin)
    states = collections.Counter(p["state"] for p in posts)
    lost = [p["id"] for p in posts if (applied[p["body"]] > 0) not in TRUE.get(p["state"], ())]
    twice = [p["id"] for p in posts if applied[p["body"]] > 1]
    print(json.dumps({"posts": len(posts), "states": states, "lost": len(lost),
                      "twice": len(twice)}))
    return 1 if lost or twice else 0


sys.exit(main())
