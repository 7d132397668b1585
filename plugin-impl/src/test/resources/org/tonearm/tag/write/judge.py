"""Judges songs by mutagen and ffmpeg, neither of which shares code with Tonearm.

dress FILE...   adds tags that must survive a write: a picture, cue points of DJ programs, text.
judge           reads lines "STAGE<tab>SONG<tab>ORIGINAL<tab>TAGGED" and answers each with one
                line: "old" or "new" (the song is the original, or the tagged one), or "damaged",
                "lost" with what is wrong; then a tab and the names of strange files beside it.
"""

import base64
import hashlib
import os
import struct
import subprocess
import sys
import zlib

import mutagen
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, GEOB, ID3, PRIV, TIT1, TXXX
from mutagen.mp4 import MP4, MP4Cover



def chunk(name, data):
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


PICTURE = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
           + chunk(b"IDAT", zlib.compress(bytes(16 * (1 + 16 * 3)))) + chunk(b"IEND", b""))
CUES = b"\x01\x01" + base64.b64encode(bytes(range(200)))


def dress(path):
    audio = mutagen.File(path)
    if audio.tags is None:
        audio.add_tags()
    tags = audio.tags
    if isinstance(tags, ID3):
        encoding = 1 if tags.version[:2] == (2, 3) else 3
        tags.add(APIC(encoding=0, mime="image/png", type=3, desc="", data=PICTURE))
        tags.add(GEOB(encoding=0, mime="application/octet-stream", filename="",
                      desc="Serato Markers2", data=CUES))
        tags.add(PRIV(owner="TRAKTOR4", data=CUES))
        tags.add(TXXX(encoding=encoding, desc="INITIALKEY", text="8A"))
        tags.add(TIT1(encoding=encoding, text="warm-up; späti"))
        if tags.version[:2] == (2, 3):
            audio.save(v2_version=3)
        else:
            audio.save()
    elif isinstance(audio, MP4):
        tags["covr"] = [MP4Cover(PICTURE, imageformat=MP4Cover.FORMAT_PNG)]
        tags["----:com.serato.dj:markersv2"] = [CUES]
        tags["\xa9grp"] = ["warm-up; späti"]
        audio.save()
    else:
        picture = Picture()
        picture.type, picture.mime, picture.data = 3, "image/png", PICTURE
        if isinstance(audio, FLAC):
            audio.add_picture(picture)
        else:
            tags["METADATA_BLOCK_PICTURE"] = base64.b64encode(picture.write()).decode()
        tags["SERATO_MARKERS_V2"] = CUES.decode("latin-1")
        tags["GROUPING"] = ["warm-up", "späti"]
        audio.save()


def shown(value):
    if isinstance(value, bytes):
        return hashlib.md5(value).hexdigest()
    if isinstance(value, list):
        return [shown(v) for v in value]
    return repr(value)


def heard_and_read(path):
    """Decode hash by ffmpeg, and every field by mutagen and ffprobe."""
    decoded = subprocess.run(
        ["ffmpeg", "-nostdin", "-v", "error", "-i", path, "-map", "0:a", "-f", "md5", "-"],
        capture_output=True, text=True, check=False)
    if decoded.returncode != 0 or decoded.stderr.strip():
        return "undecodable: " + decoded.stderr.strip()[:200], ({}, "")
    audio = mutagen.File(path)
    fields = {} if audio.tags is None else {k: shown(v) for k, v in sorted(dict(audio.tags).items())}
    if isinstance(audio, FLAC):
        fields["pictures"] = [hashlib.md5(p.data).hexdigest() for p in audio.pictures]
    probed = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format_tags:stream_tags", "-of", "json", path],
        capture_output=True, text=True, check=False).stdout
    return decoded.stdout.strip(), (fields, probed)


# Answers by the bytes that they were given on: most songs are copies of two files.
KNOWN = {}


def look(path):
    with open(path, "rb") as file:
        sha = hashlib.sha256(file.read()).hexdigest()
    if sha not in KNOWN:
        KNOWN[sha] = heard_and_read(path)
    return KNOWN[sha]


def verdict(stage, song, original, tagged):
    if not os.path.exists(song):
        return "damaged: it is gone"
    with open(song, "rb") as a, open(original, "rb") as b:
        same = a.read() == b.read()
    stat, was = os.stat(song), os.stat(original)
    if (stat.st_mode, stat.st_mtime_ns, stat.st_uid) != (was.st_mode, was.st_mtime_ns, was.st_uid):
        return "lost: mode, time or owner"
    if same:
        return "old"
    if stage == "undone":
        return "lost: not the original's bytes after undo"
    sound, fields = look(song)
    if sound.startswith("undecodable") or sound != look(original)[0]:
        return "damaged: " + sound
    if fields == look(tagged)[1]:
        return "new"
    if fields == look(original)[1]:
        return "old"
    return "lost: " + str(fields)


def changed_fields(original, tagged):
    """What mutagen sees differing, so that a reference that tagged too much is not trusted."""
    before, after = look(original)[1][0], look(tagged)[1][0]
    return sorted(k for k in before.keys() | after.keys() if before.get(k) != after.get(k))


def main():
    if sys.argv[1] == "dress":
        for path in sys.argv[2:]:
            dress(path)
    elif sys.argv[1] == "changed":
        for line in sys.stdin:
            original, tagged = line.rstrip("\n").split("\t")
            same = look(original)[0] == look(tagged)[0]
            print(("" if same else "SOUND ") + " ".join(changed_fields(original, tagged)))
    else:
        for line in sys.stdin:
            stage, song, original, tagged = line.rstrip("\n").split("\t")
            folder = os.path.dirname(song)
            strange = sorted(set(os.listdir(folder)) - {os.path.basename(song)})
            print(verdict(stage, song, original, tagged) + "\t" + " ".join(strange), flush=True)


main()
