#!/usr/bin/env python3
"""Groups of a corpus that may be one artist under two spellings, and what that is worth.

usage: same-artists.py CORPUS GROUPS.csv [EVALUATION-CLIPS.csv...]

Prints pairs of artists whose names have the same letters (moto rhead, motorhead) or of whom one has
all words of the other, two at least, and some more (bob marley, bob marley wailers); numbers before a
name are passed over. By names alone: some pairs are two artists. With clips as `tonearm evaluate`
wrote them, prints how many of them are told rightly, and how many without those of both groups of
each pair.
"""
import csv
import os
import sys

import ablation

PREFIX = "artist:"


def words(group):
    return frozenset(w for w in group[len(PREFIX) :].split() if not w.isdigit())


def letters(group):
    return "".join(sorted("".join(words(group))))


def alike(one, other):
    mine, theirs = words(one), words(other)
    fewer, more = sorted((mine, theirs), key=len)
    return letters(one) == letters(other) or (len(fewer) > 1 and fewer < more)


def pairs(counts):
    names = sorted(group for group in counts if group.startswith(PREFIX) and words(group))
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            if alike(one, other):
                yield one, other


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    corpus = sys.argv[1]
    clips = ablation.read_clips(corpus, sys.argv[2])
    counts = {}
    for clip in clips:
        counts[clip.group] = counts.get(clip.group, 0) + 1
    paired = list(pairs(counts))
    for one, other in paired:
        print(f"{one} ({counts[one]})  {other} ({counts[other]})")
    doubtful = {group for pair in paired for group in pair}
    left = {c.path for c in clips if c.group in doubtful}
    print(f"{len(counts)} groups, {len(paired)} pairs, {len(left)} clips in them")
    for path in sys.argv[3:]:
        with open(path, newline="") as lines:
            told = list(csv.DictReader(lines))
        rest = [row for row in told if not held(row, corpus) & left]
        for name, rows in (("all", told), ("without them", rest)):
            right = sum(row["truth"] == row["told"] for row in rows)
            print(f"{path}, {name}: {right / len(rows):.4f} of {len(rows)}")


def held(row, corpus):
    folders = [corpus, os.path.join(corpus, row["dataset"])]
    return {os.path.realpath(os.path.join(folder, row["clip"])) for folder in folders}


if __name__ == "__main__":
    main()
