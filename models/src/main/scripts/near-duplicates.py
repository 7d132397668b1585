#!/usr/bin/env python3
"""Finds recordings that stand more than once in a corpus, by acoustic fingerprint.

usage: near-duplicates.py CORPUS [GROUPS.csv]

Needs fpcalc (Debian: libchromaprint-tools). Prints one line a pair: the share of equal 32-bit
subfingerprints at the best offset, whether both clips carry one group, and the two paths. A pair
whose groups differ stands on both sides of a split by group. GROUPS.csv gets one common group for
all clips of such pairs' groups; given to tonearm as the first --manifest, it prevails. Its paths are
relative to the folder it lies in.
"""
import collections
import csv
import glob
import os
import subprocess
import sys

# Two different recordings share hardly any of a clip's 200 or so subfingerprints at one offset.
LEAST_SHARE = 0.10
LEAST_EQUAL = 8
# A subfingerprint that many clips have (silence, a held tone) tells nothing.
MOST_CLIPS = 25


def clips(manifests):
    groups = {}
    for manifest in manifests:
        folder = os.path.dirname(manifest)
        with open(manifest, newline="") as lines:
            for row in csv.DictReader(lines):
                path = os.path.join(folder, row["path"])
                if not os.path.exists(path):
                    path = os.path.join(os.path.dirname(folder), row["path"])
                groups.setdefault(os.path.normpath(path), row["group"])
    return groups


def fingerprint(path):
    told = subprocess.run(
        ["fpcalc", "-raw", "-length", "60", path], capture_output=True, text=True, check=False
    )
    for line in told.stdout.splitlines():
        if line.startswith("FINGERPRINT="):
            return [int(word) for word in line[12:].split(",") if word]
    return []


def root(joined, group):
    """The common group of all that were joined with this one, one pair after the other."""
    while joined.get(group, group) != group:
        group = joined[group]
    return group


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    corpus = sys.argv[1]
    groups = clips(sorted(glob.glob(os.path.join(corpus, "*", "manifest.csv"))))
    joined = {}
    prints = {}
    where = collections.defaultdict(list)
    for path in groups:
        prints[path] = fingerprint(path)
        for at, word in enumerate(prints[path]):
            where[word].append((path, at))
    offsets = collections.Counter()
    for places in where.values():
        if len({path for path, _ in places}) <= MOST_CLIPS:
            for i, (a, at) in enumerate(places):
                for b, bt in places[i + 1 :]:
                    if a != b:
                        offsets[(a, b, at - bt) if a < b else (b, a, bt - at)] += 1
    best = {}
    for (a, b, _), count in offsets.items():
        best[a, b] = max(count, best.get((a, b), 0))
    found = split = 0
    for (a, b), count in sorted(best.items(), key=lambda item: -item[1]):
        share = count / max(1, min(len(prints[a]), len(prints[b])))
        if count >= LEAST_EQUAL and share >= LEAST_SHARE:
            same = groups[a] == groups[b]
            found += 1
            split += not same
            if not same:
                joined[root(joined, groups[b])] = root(joined, groups[a])
            kind = "same group" if same else "GROUPS DIFFER"
            print(f"{share:.2f}  {kind}  {os.path.relpath(a, corpus)}  {os.path.relpath(b, corpus)}")
    if len(sys.argv) > 2:
        beside = os.path.dirname(os.path.abspath(sys.argv[2]))
        with open(sys.argv[2], "w", newline="") as out:
            table = csv.writer(out)
            table.writerow(["path", "group"])
            for path, group in sorted(groups.items()):
                common = root(joined, group)
                if common != group:
                    table.writerow([os.path.relpath(os.path.abspath(path), beside), common])
    print(f"{len(groups)} clips, {found} pairs alike, {split} of them in different groups")


if __name__ == "__main__":
    main()
