"""Prints each ID3v2 frame of each file as mutagen reads it: file, key, content, in tabs."""
import hashlib
import os
import sys

from mutagen.aiff import AIFF
from mutagen.id3 import ID3, ID3NoHeaderError
from mutagen.wave import WAVE


def tags_of(path):
    if path.endswith(b".wav"):
        return WAVE(path).tags
    if path.endswith(b".aiff"):
        return AIFF(path).tags
    try:
        return ID3(path, translate=False)
    except ID3NoHeaderError:
        return None


def said(frame):
    if frame.FrameID == "TCON":
        return "|".join(frame.genres)
    if hasattr(frame, "text"):
        return "|".join(str(text) for text in frame.text)
    return hashlib.sha256(repr(frame).encode()).hexdigest()


for name in sys.argv[1:]:
    tags = tags_of(os.fsencode(name))
    base = os.path.basename(name)
    for key, frame in (tags or {}).items():
        print(base, key.replace("\n", " "), said(frame), sep="\t")
    for data in tags.unknown_frames if tags else ():
        print(base, "unknown", hashlib.sha256(data).hexdigest(), sep="\t")
