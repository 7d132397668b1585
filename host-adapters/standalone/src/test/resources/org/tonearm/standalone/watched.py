"""Reads WAVE files with mutagen and Python's own reader, and prints what is wrong with them.

Arguments: a folder; the number of files expected. File NUMBER.wav must hold one
genre and one mood, Jazz and Happy, and the second of noise that TinyWave makes of NUMBER, whose
SHA-256 stands in FOLDER/../sums.txt as "NUMBER HASH".
"""

import hashlib
import pathlib
import sys

import mutagen.wave


def pcm(path):
    data = path.read_bytes()
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"data":
            return data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return b""


folder = pathlib.Path(sys.argv[1])
sums = dict(line.split() for line in (folder.parent / "sums.txt").read_text().splitlines())
files = sorted(folder.rglob("*"))
waves = [f for f in files if f.suffix == ".wav" and f.is_file()]
strangers = [f for f in files if f.is_file() and f.suffix != ".wav"]
wrong = [f"{f}: left over" for f in strangers]
for wave in waves:
    tags = mutagen.wave.WAVE(wave).tags or {}
    genres = [t for frame in tags.values() if frame.FrameID == "TCON" for t in frame.genres]
    moods = [t for frame in tags.values() if frame.FrameID == "TMOO" for t in frame.text]
    moods += [
        t
        for frame in tags.values()
        if frame.FrameID == "TXXX" and frame.desc.upper() == "MOOD"
        for t in frame.text
    ]
    if genres != ["Jazz"] or moods != ["Happy"]:
        wrong.append(f"{wave}: genres {genres}, moods {moods}")
    if hashlib.sha256(pcm(wave)).hexdigest() != sums[wave.stem]:
        wrong.append(f"{wave}: the audio is another one")
if len(waves) != int(sys.argv[2]):
    wrong.append(f"{len(waves)} files, expected {sys.argv[2]}")
print("\n".join(wrong[:20]))
print(f"{len(waves)} files, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
