"""Prints what files say as comment and provenance: name, comment, provenance, the texts in hex."""

import os
import sys

import mutagen
from mutagen.id3 import ID3
from mutagen.mp4 import MP4Tags


def texts(tags):
    if isinstance(tags, ID3):
        comments = [text for frame in tags.getall("COMM") if not frame.desc for text in frame.text]
        notes = [text for frame in tags.getall("TXXX:TONEARM") for text in frame.text]
    elif isinstance(tags, MP4Tags):
        comments = tags.get("\xa9cmt", [])
        notes = [note.decode("utf-8") for note in tags.get("----:com.apple.iTunes:TONEARM", [])]
    else:
        comments = tags.get("comment", [])
        notes = tags.get("tonearm", [])
    return comments, notes


for path in sys.argv[1:]:
    lists = texts(mutagen.File(path).tags)
    print(
        os.path.basename(path),
        *(",".join(text.encode("utf-8").hex() for text in found) for found in lists),
        sep="\t",
    )
