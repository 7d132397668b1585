"""Writes items of many kinds into an MP4 file."""

import sys

from mutagen.mp4 import MP4, AtomDataType, MP4Cover, MP4FreeForm

audio = MP4(sys.argv[1])
audio["\xa9alb"] = "An Album"
audio["trkn"] = [(3, 12)]
audio["cpil"] = True
audio["tmpo"] = [128]
audio["covr"] = [MP4Cover(bytes(range(256)) * 20, MP4Cover.FORMAT_PNG)]
audio["----:com.apple.iTunes:mOoD"] = [b"calm", b"blue"]
audio["----:com.apple.iTunes:ARTISTS"] = [b"One", b"Two"]
audio["----:com.serato.dj:markersv2"] = [
    MP4FreeForm(bytes(range(200)), dataformat=AtomDataType.IMPLICIT)
]
audio.save()
