#!/usr/bin/env python3
"""What copies of other pitch and tempo are worth as further training examples.

usage: pitch-and-tempo.py make CORPUS COPIES [GROUPS.csv]
       pitch-and-tempo.py hear CORPUS CACHE COPIES [GROUPS.csv]

make has FFmpeg write two copies of each clip of 4Q, the clusters and Emotify into COPIES, with a
manifest: a semitone higher and 6 % slower, a semitone lower and 6 % faster. hear learns from
clips with and without their copies, as untaken.py does with halves of clips; clips held out are
heard as they are, and never learned from through a copy. CACHE holds the features of clips and
copies, as `tonearm evaluate --cache CACHE` leaves them there. Needs FFmpeg, NumPy, SciPy and
scikit-learn; some ten minutes each on one core, and 4 GB in COPIES.
"""
import copy
import csv
import os
import subprocess
import sys

import ablation
import untaken

TASKS = ["4Q", "clusters", "Emotify"]
SETS = ["mood_4q_taffc", "mood_mirex_like", "genre_mood_emotify"]
RATE = 24000
SEMITONE = 2 ** (1 / 12)
COPIES = {"higher-slower": (SEMITONE, 0.94), "lower-faster": (1 / SEMITONE, 1.06)}


def name_of(copies, kind, clip):
    stem = "-".join(clip.path.split(os.sep)[-2:])
    return os.path.join(copies, kind, clip.dataset, os.path.splitext(stem)[0] + ".flac")


def shifted(source, target, pitch, tempo):
    """Read as if at another rate, which shifts pitch and tempo; then stretched to the tempo."""
    filters = [
        f"aresample={RATE}",
        f"asetrate={RATE * pitch:.0f}",
        f"aresample={RATE}",
        f"atempo={tempo / pitch:.6f}",
    ]
    command = ["ffmpeg", "-v", "error", "-y", "-threads", "1", "-i", source]
    subprocess.run([*command, "-af", ",".join(filters), target], check=True)


def make(clips, copies):
    rows = []
    for kind, (pitch, tempo) in COPIES.items():
        for clip in clips:
            target = name_of(copies, kind, clip)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not os.path.exists(target):
                unfinished = target[: -len(".flac")] + ".part.flac"
                shifted(clip.path, unfinished, pitch, tempo)
                os.replace(unfinished, target)
            rows.append({**clip.row, "path": os.path.relpath(target, copies)})
        print(f"{kind}: {len(clips)} copies", file=sys.stderr)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with open(os.path.join(copies, "manifest.csv"), "w", newline="") as lines:
        writer = csv.DictWriter(lines, columns)
        writer.writeheader()
        writer.writerows(rows)


def copied(copies, kind):
    """Reads the frames of a clip's copy; of a clip that has none, its own."""
    own = ablation.frames

    def read(clip, cache):
        if clip.dataset in SETS:
            clip = copy.copy(clip)
            clip.path = name_of(copies, kind, clip)
        return own(clip, cache)

    return read


def hear(clips, cache, copies):
    fold, asked = ablation.folds_of(clips), ablation.questions(clips)
    tasks = {name: labels for name, labels in ablation.tasks_of(clips).items() if name in TASKS}
    axes = ablation.frame_axes(ablation.scattering_of(clips, cache, untaken.SHARE))
    whole = ablation.describe(clips, cache, untaken.SHARE, axes)
    others = [untaken.described(clips, cache, copied(copies, kind), axes) for kind in COPIES]
    ways = {
        "as it ships, the same machine": ([0], [0]),
        "copies of other pitch and tempo as further training examples": ([0, 1, 2], [0]),
        "the clip and its copies vote": ([0], [0, 1, 2]),
        "both": ([0, 1, 2], [0, 1, 2]),
    }
    print("| tried | " + " | ".join(tasks) + " |\n|---|" + "---|" * len(tasks))
    rows = untaken.projected(whole, others)
    for way, shares in untaken.by_parts(rows, asked, tasks, fold, ways):
        print(f"| {way} | " + " | ".join(f"{share:.3f}" for share in shares) + " |", flush=True)


def main():
    arguments = sys.argv[1:]
    most = {"make": 4, "hear": 5}.get(arguments[0] if arguments else "", 0)
    if not most - 1 <= len(arguments) <= most:
        sys.exit(__doc__)
    groups = arguments[most - 1] if len(arguments) == most else None
    clips = ablation.read_clips(arguments[1], groups)
    if arguments[0] == "make":
        make([clip for clip in clips if clip.dataset in SETS], arguments[2])
    else:
        hear(clips, arguments[2], arguments[3])


if __name__ == "__main__":
    main()
