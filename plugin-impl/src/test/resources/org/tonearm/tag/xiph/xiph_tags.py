"""Reads and fills Vorbis comments with mutagen, so that another program's eyes judge the codecs.

dump FILE: one line for each part, in order: what it is, a tab, its bytes in hex.
fill FILE: entries in odd spellings, several values, Serato's entries, a picture of PICTURE bytes.
"""

import base64
import hashlib
import sys

import mutagen
from mutagen.flac import FLAC, Picture


def dump(path):
    audio = mutagen.File(path)
    print("vendor\t" + audio.tags.vendor.encode().hex())
    for key, value in list(audio.tags):
        print(key + "\t" + value.encode().hex())
    for picture in getattr(audio, "pictures", []):
        print("picture\t" + hashlib.sha256(picture.write()).hexdigest())
    print("length\t%.6f" % audio.info.length)


def fill(path, picture_bytes):
    audio = mutagen.File(path)
    if audio.tags is None:
        audio.add_tags()
    picture = Picture()
    picture.type = 3
    picture.mime = "image/jpeg"
    picture.data = bytes(i * i % 251 for i in range(picture_bytes))
    for key, value in [
        ("title", "Lower case"),
        ("Artist", "One"),
        ("Artist", "Two"),
        ("genre", "Rock"),
        ("SERATO_MARKERS_V2", "YXBwbGljYXRpb24vb2N0ZXQtc3RyZWFtAABTZXJhdG8="),
        ("serato_autogain", "AQID"),
        ("COMMENT", "\u00e4\u00f6\u00fc \U0001f3b5\nsecond line"),
        ("empty", ""),
    ]:
        audio.tags.append((key, value))
    if isinstance(audio, FLAC):
        audio.add_picture(picture)
    else:
        data = base64.b64encode(picture.write()).decode()
        audio.tags.append(("METADATA_BLOCK_PICTURE", data))
    padding = int(sys.argv[4])
    audio.save(padding=lambda info: padding)


if sys.argv[1] == "dump":
    dump(sys.argv[2])
else:
    fill(sys.argv[2], int(sys.argv[3]))
