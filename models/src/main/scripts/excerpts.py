#!/usr/bin/env python3
"""Do three excerpts tell a track as the whole of it does, and what do they save?

    python3 models/src/main/scripts/excerpts.py CORPUS OUT [TRACKS] [TONEARM]

Joins tracks of three minutes (mp3, 192 kbit/s, stereo) out of clips of one group (an artist), six
clips of 30 seconds each, the group's clips in turn where it has fewer; groups of most clips come
first, and groups of one clip are left out. Keeps them in OUT, so that a second run finds them. Then
has `tonearm analyze` hear all of them whole, and by three excerpts, each with a home of its own, and
prints how often the likeliest label is the same, and the CPU seconds of both runs with those of
decoding alone. Needs ffmpeg. Tracks made in this way change every 30 seconds, more than most music
does.
"""
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

SECONDS = 30
CLIPS = 6


def groups(corpus):
    found = defaultdict(list)
    for manifest in sorted(corpus.glob("*/manifest.csv")):
        for row in csv.DictReader(manifest.open(newline="")):
            clip = corpus / row["path"]
            clip = clip if clip.exists() else manifest.parent / row["path"]
            if float(row.get("duration_s") or 0) >= SECONDS - 5 and clip.exists():
                found[manifest.parent.name, row["group"]].append(clip)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [clips for _, clips in ranked if len(clips) > 1]


def join(clips, out):
    chosen = [clips[i % len(clips)] for i in range(CLIPS)]
    inputs = [part for clip in chosen for part in ("-t", str(SECONDS), "-i", str(clip))]
    alike = "".join(
        f"[{i}:a]aresample=44100,aformat=channel_layouts=stereo[a{i}];" for i in range(CLIPS))
    ends = "".join(f"[a{i}]" for i in range(CLIPS))
    partial = out.with_suffix(".partial.mp3")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", *inputs, "-filter_complex",
         f"{alike}{ends}concat=n={CLIPS}:v=0:a=1[o]", "-map", "[o]", "-b:a", "192k", str(partial)],
        check=True)
    partial.rename(out)


def seconds(command, env=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, done.stdout


def hear(tonearm, tracks, excerpts):
    with tempfile.TemporaryDirectory() as home:
        spent, told = seconds(
            [tonearm, "analyze", "--json", "--jobs", "1", "--excerpts", excerpts, str(tracks)],
            dict(os.environ, TONEARM_HOME=home))
    answers = {}
    for line in told.splitlines():
        track = json.loads(line)
        answers[Path(track["path"]).name] = track
    return spent, answers


def best(track, task):
    return max(track[task], key=lambda score: score["score"])


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    corpus, out = Path(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 120
    tonearm = sys.argv[4] if len(sys.argv) > 4 else "./tonearm"
    out.mkdir(parents=True, exist_ok=True)
    for number, clips in enumerate(groups(corpus)[:count]):
        track = out / f"{number:03d}.mp3"
        if not track.exists():
            join(clips, track)
    tracks = sorted(out.glob("[0-9][0-9][0-9].mp3"))
    decoding = sum(
        seconds(["ffmpeg", "-v", "error", "-threads", "1", "-i", str(t), "-f", "null", "-"])[0]
        for t in tracks)
    whole_spent, whole = hear(tonearm, out, "whole")
    part_spent, part = hear(tonearm, out, "3")
    print(f"{len(tracks)} tracks of {SECONDS * CLIPS} seconds, one job, start of the program in it")
    print("| heard | CPU s a track | x decoding |\n|---|---|---|")
    for name, spent in (("decoded only", decoding), ("whole", whole_spent), ("three excerpts", part_spent)):
        print(f"| {name} | {spent / len(tracks):.3f} | {spent / decoding:.2f} |")
    print("\n| | same likeliest label | probability of the whole's label moves by |\n|---|---|---|")
    for task in ("genre", "mood"):
        both = [(whole[n], part[n]) for n in whole if n in part and whole[n].get(task) and part[n].get(task)]
        same = sum(best(a, task)["label"] == best(b, task)["label"] for a, b in both)
        moved = 0.0
        for a, b in both:
            told = best(a, task)
            moved += abs(told["score"] - {s["label"]: s["score"] for s in b[task]}[told["label"]])
        print(f"| {task} | {same / len(both):.3f} of {len(both)} | {moved / len(both):.3f} |")


if __name__ == "__main__":
    main()
