"""Writes two genres and two moods into a file in the way of its format; ID3 version as told."""

import sys

import mutagen
from mutagen.id3 import ID3, TCON, TMOO, TXXX
from mutagen.mp4 import MP4

path, version = sys.argv[1], int(sys.argv[2])
genres, moods = ["Techno", "Drum & Bass"], ["happy", "wärm"]
audio = mutagen.File(path)
if audio.tags is None:
    audio.add_tags()
if isinstance(audio, MP4):
    audio["\xa9gen"] = genres
    audio["----:com.apple.iTunes:MOOD"] = [mood.encode() for mood in moods]
    audio.save()
elif isinstance(audio.tags, ID3) and version == 3:
    audio.tags.add(TCON(encoding=1, text="; ".join(genres)))
    audio.tags.add(TXXX(encoding=1, desc="mood", text="; ".join(moods)))
    audio.save(v2_version=3)
elif isinstance(audio.tags, ID3):
    audio.tags.add(TCON(encoding=3, text=genres))
    audio.tags.add(TMOO(encoding=3, text=moods))
    audio.save(v2_version=4)
else:
    audio["GENRE"] = genres
    audio["MOOD"] = moods
    audio.save()
