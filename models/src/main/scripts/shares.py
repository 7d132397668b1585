#!/usr/bin/env python3
"""What the networks' share in the joined scores is worth, on clips held out.

usage: shares.py TITLE HELD-OUT-DIR [main|subset [LISTENER]]

HELD-OUT-DIR is a folder below `held-out` of `tonearm evaluate --out`; as many folds count as are there.
LISTENER is `network`, all networks together, unless given; where there are networks of convolutions beside
others, these alone are `network-pictures` and the others `network-leading`. Prints a line of a Markdown
table for each share: accuracy, mean negative log-likelihood of the truths without a temperature, and
precision of the surer half. Needs NumPy.
"""
import glob
import json
import os
import sys

import numpy as np

SHARES = 0, 0.1, 0.2, 0.3, 0.5, 1


def scores(folder, part, listener):
    clips = []
    for path in sorted(glob.glob(os.path.join(folder, "fold-*.json"))):
        if path.split("-")[-1].removesuffix(".json").isdigit():
            with open(path) as lines:
                clips += json.load(lines)[part]
    of = [clip["logProbabilities"] for clip in clips]
    truth = np.array([clip["truth"] for clip in clips])
    return truth, np.array([o["statistics"] for o in of]), np.array([o[listener] for o in of])


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    part = sys.argv[3] if len(sys.argv) > 3 else "main"
    listener = sys.argv[4] if len(sys.argv) > 4 else "network"
    truth, statistics, network = scores(sys.argv[2], part, listener)
    for share in SHARES:
        logs = (1 - share) * statistics + share * network
        logs -= np.log(np.exp(logs).sum(1, keepdims=True))
        right = logs.argmax(1) == truth
        sure = np.argsort(-logs.max(1))[: len(truth) // 2]
        loss = -logs[np.arange(len(truth)), truth].mean()
        print(f"| {sys.argv[1]} | {share} | {right.mean():.3f} | {loss:.3f} | {right[sure].mean():.3f} |")


if __name__ == "__main__":
    main()
