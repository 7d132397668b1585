#!/usr/bin/env python3
"""Makes a small tagged library of a labelled corpus, to try `tonearm learn` on.

usage: tagged-tracks.py CORPUS LIBRARY [TRACKS LABEL...]

Copies TRACKS clips of 29 seconds or more (default 60) of each genre named (default: classical,
electronic, hiphop, jazz, rock) of CORPUS/genre.csv into LIBRARY, of as many artists as there are in
turn, and writes genre and artist into their tags. Needs mutagen (Debian: python3-mutagen).
"""
import collections
import csv
import itertools
import os
import shutil
import sys

import mutagen

LEAST_SECONDS = 29
TRACKS = 60
LABELS = ["classical", "electronic", "hiphop", "jazz", "rock"]


def in_turn(groups):
    """The first clip of each group, then the second of each, and so on."""
    rounds = itertools.zip_longest(*groups)
    return [clip for clips in rounds for clip in clips if clip is not None]


def chosen(corpus, label, tracks):
    groups = collections.defaultdict(list)
    with open(os.path.join(corpus, "genre.csv"), newline="") as lines:
        for row in csv.DictReader(lines):
            if row["genre"] == label and float(row["duration_s"] or 0) >= LEAST_SECONDS:
                groups[row["group"]].append(row)
    clips = in_turn([groups[group] for group in sorted(groups)])
    if len(clips) < tracks:
        sys.exit(f"{label}: only {len(clips)} clips in {corpus}")
    return clips[:tracks]


def copy(corpus, library, label, row):
    source = os.path.join(corpus, row["path"])
    target = os.path.join(library, label, os.path.basename(source))
    os.makedirs(os.path.dirname(target), exist_ok=True)
    shutil.copyfile(source, target)
    tags = mutagen.File(target, easy=True)
    tags["genre"] = [label]
    tags["artist"] = [row["group"]]
    tags.save()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    corpus, library, *rest = sys.argv[1:]
    tracks = int(rest[0]) if rest else TRACKS
    for label in rest[1:] or LABELS:
        for row in chosen(corpus, label, tracks):
            copy(corpus, library, label, row)
    print(library)


main()
