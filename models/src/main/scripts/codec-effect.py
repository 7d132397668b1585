#!/usr/bin/env python3
"""What codec, bandwidth and level do to the answers: the same clips as they are, and spoilt.

    python3 models/src/main/scripts/codec-effect.py CORPUS [CLIPS] [TONEARM]

Takes clips of the corpus at random (150, always the same), makes spoilt copies of them with ffmpeg,
has `tonearm analyze` hear all, and prints how often the likeliest label stays, by how much the
probability of the first answer moves, and how often nothing is told since all labels are alike (a
recording of a narrow band). The models have met these clips: what is measured is whether a
spoilt clip is still told as the clip it is, not how often that is right. Needs ffmpeg.
"""
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

VARIANTS = {
    "mp3, 64 kbit/s": (["-b:a", "64k"], "mp3"),
    "opus, 32 kbit/s": (["-ar", "48000", "-b:a", "32k"], "opus"),
    "treble above 5 kHz turned down": (["-af", "lowpass=f=5000:p=2,lowpass=f=5000:p=2"], "flac"),
    "nothing above 5 kHz": (["-af", "aresample=10000,aresample=22050"], "flac"),
    "mp3, one channel, 24 kbit/s": (["-ac", "1", "-b:a", "24k"], "mp3"),
    "11,025 Hz": (["-ar", "11025"], "wav"),
    "8,000 Hz": (["-ac", "1", "-ar", "8000"], "wav"),
    "12 dB softer": (["-af", "volume=-12dB"], "flac"),
    "6 dB louder, clipped": (["-af", "volume=6dB", "-sample_fmt", "s16"], "flac"),
}


def clips(corpus, count):
    found = []
    for manifest in sorted(corpus.glob("*/manifest.csv")):
        for row in csv.DictReader(manifest.open(newline="")):
            if float(row["duration_s"]) >= 8:
                found.append(corpus / row["path"])
    return random.Random(1).sample([f for f in found if f.exists()], count)


def hear(tonearm, folder, home):
    done = subprocess.run(
        [tonearm, "analyze", "--json", str(folder)],
        env=dict(os.environ, TONEARM_HOME=str(home)), capture_output=True, text=True)
    answers = {}
    for line in done.stdout.splitlines():
        track = json.loads(line)
        answers[Path(track["path"]).stem] = {
            task: {s["label"]: s["score"] for s in track[task]}
            for task in ("genre", "mood") if track.get(task)}
    return answers


def main():
    corpus = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 150
    tonearm = sys.argv[3] if len(sys.argv) > 3 else "./tonearm"
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        chosen = clips(corpus, count)
        plain = scratch / "plain"
        plain.mkdir()
        for number, clip in enumerate(chosen):
            (plain / f"{number:04d}{clip.suffix}").symlink_to(clip.resolve())
        truth = hear(tonearm, plain, scratch / "home")
        print(f"{len(truth)} clips\n")
        print("| copy | all genres alike | else same genre | its probability moves "
              "| all moods alike | else same mood | its probability moves |")
        print("|---|---|---|---|---|---|---|")
        for name, (options, suffix) in VARIANTS.items():
            folder = scratch / name.replace("/", " ")
            folder.mkdir()
            for number, clip in enumerate(chosen):
                subprocess.run(
                    ["ffmpeg", "-v", "error", "-i", str(clip), *options,
                     str(folder / f"{number:04d}.{suffix}")], check=True)
            heard = hear(tonearm, folder, scratch / "home")
            cells = [name]
            for task in ("genre", "mood"):
                same, moved, alike = [], [], []
                for key, before in truth.items():
                    if task in before and task in heard.get(key, {}):
                        first = max(before[task], key=before[task].get)
                        after = heard[key][task]
                        alike.append(max(after.values()) - min(after.values()) < 1e-4)
                        if not alike[-1]:
                            same.append(max(after, key=after.get) == first)
                            moved.append(abs(after[first] - before[task][first]))
                cells += [f"{sum(v) / len(v):.3f}" if v else "-" for v in (alike, same, moved)]
            print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
