#!/usr/bin/env python3
"""Does the description know the data set, and what becomes of it in a set that it never met?

usage: across-sets.py CORPUS CACHE [GROUPS.csv]

As ablation.py, on whose blocks and folds it stands: a plain support-vector machine (C = 3) on the
description that ships, without answers and network. Prints two Markdown tables:

- of clips of one label, how often their data set is told from the description, by artist in ten
  folds, beside the share of the commonest set;
- of each data set, how often its clips are told rightly by a machine that learned from other sets
  alone, and by one that learned from this set's other artists too (ten folds). Only labels that two
  sets have are asked for.
"""
import collections
import sys

import numpy as np
from sklearn.svm import SVC

import ablation

SHARE = 0.5
LEAST = 20


def held_out(kernel, truth, fold):
    """What each clip is told to be by a machine that did not learn from its fold."""
    told = np.full(len(truth), -1)
    known = truth >= 0
    for part in range(ablation.FOLDS):
        training = np.where(known & (fold != part))[0]
        test = np.where(known & (fold == part))[0]
        if len(test):
            told[test] = machine(kernel, truth, training).predict(kernel[np.ix_(test, training)])
    return told


def machine(kernel, truth, training):
    part = kernel[np.ix_(training, training)]
    return SVC(C=3, kernel="precomputed").fit(part, truth[training])


def sources(kernel, labels, sets, fold):
    """Of each label that two sets have: how often a clip's set is told, and the commonest's share."""
    for label in sorted(set(labels) - {""}):
        own = labels == label
        counts = collections.Counter(sets[own])
        large = [name for name, count in counts.items() if count >= LEAST]
        if len(large) > 1:
            truth = ablation.numbered([s if o and s in large else "" for s, o in zip(sets, own)])
            told = held_out(kernel, truth, fold)
            asked = truth >= 0
            most = np.bincount(truth[asked]).max() / asked.sum()
            yield label, asked.sum(), len(large), (told == truth)[asked].mean(), most


def strangers(kernel, labels, sets, fold):
    """Of each set: clips told rightly from other sets alone, and with the set's other artists."""
    where = collections.defaultdict(set)
    for label, name in zip(labels, sets):
        if label:
            where[label].add(name)
    shared = np.array([bool(label) and len(where[label]) > 1 for label in labels])
    truth = ablation.numbered([label if s else "" for label, s in zip(labels, shared)])
    usual = held_out(kernel, truth, fold)
    for name in sorted(set(sets[shared])):
        test = np.where(shared & (sets == name))[0]
        known = {labels[i] for i in np.where(shared & (sets != name))[0]}
        test = np.array([i for i in test if labels[i] in known])
        if len(test) < LEAST:
            continue
        right = np.zeros(len(test), bool)
        for part in range(ablation.FOLDS):
            mine = fold[test] == part
            if mine.any():
                training = np.where(shared & (sets != name) & (fold != part))[0]
                heard = machine(kernel, truth, training).predict(kernel[np.ix_(test[mine], training)])
                right[mine] = heard == truth[test[mine]]
        yield name, len(test), right.mean(), (usual == truth)[test].mean()


def tell(clips, kernel, fold):
    sets = np.array([clip.dataset for clip in clips])
    tasks = {
        "genre": np.array([clip.scored_genre for clip in clips]),
        "mood": np.array([clip.scored_quadrant for clip in clips]),
    }
    print("| label | clips | sets | set told rightly | commonest set |\n|---|---|---|---|---|")
    for labels in tasks.values():
        for label, count, large, right, most in sources(kernel, labels, sets, fold):
            print(f"| {label} | {count} | {large} | {right:.3f} | {most:.3f} |")
    print("\n| task | data set | clips | from other sets alone | with this set's other artists |")
    print("|---|---|---|---|---|")
    for task, labels in tasks.items():
        for name, count, right, usual in strangers(kernel, labels, sets, fold):
            print(f"| {task} | {name} | {count} | {right:.3f} | {usual:.3f} |")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    clips = ablation.read_clips(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else None)
    blocks = ablation.describe(clips, sys.argv[2], SHARE)
    rows = ablation.components(ablation.joined(blocks, list(ablation.WEIGHTS)), 200)
    tell(clips, np.exp(-0.7 * ablation.squared(rows)), ablation.folds_of(clips))


if __name__ == "__main__":
    main()
