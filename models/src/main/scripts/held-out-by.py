#!/usr/bin/env python3
"""Accuracy on held-out clips by the values of any column of a manifest.

usage: held-out-by.py CLIPS.csv MANIFEST.csv COLUMN

CLIPS.csv is evaluation-clips.csv of `tonearm evaluate`. Needs nothing but Python. Example: the clips
of GTZAN that the fault-filtered split holds out, told by the folds of a whole evaluation:

  held-out-by.py results/evaluation-clips.csv corpus/genre.csv split_ff
"""
import csv
import sys
from collections import defaultdict

if len(sys.argv) != 4:
    sys.exit(__doc__)
clips, manifest, column = sys.argv[1:]
with open(manifest, newline="", encoding="utf-8") as file:
    values = {row["path"]: row[column] for row in csv.DictReader(file)}
told = defaultdict(list)
with open(clips, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if values.get(row["clip"]):
            key = row["dataset"], values[row["clip"]]
            told[key].append(row["truth"] == row["told"])
print(f"| data set | {column} | clips | accuracy | standard error |\n|---|---|---|---|---|")
for (dataset, value), right in sorted(told.items()):
    share = sum(right) / len(right)
    error = (share * (1 - share) / len(right)) ** 0.5
    print(f"| {dataset} | {value} | {len(right)} | {share:.3f} | {error:.3f} |")
