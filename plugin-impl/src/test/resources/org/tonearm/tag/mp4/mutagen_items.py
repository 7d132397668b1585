"""Prints every item that mutagen finds in an MP4 file: key, tab, values; ASCII, sorted by key.

Bytes that are not text are printed as their type and SHA-256.
"""

import hashlib
import sys

from mutagen.mp4 import MP4, AtomDataType, MP4Cover, MP4FreeForm


def shown(value):
    if isinstance(value, MP4FreeForm) and value.dataformat == AtomDataType.UTF8:
        return value.decode()
    if isinstance(value, MP4FreeForm):
        return int(value.dataformat), hashlib.sha256(value).hexdigest()
    if isinstance(value, MP4Cover):
        return int(value.imageformat), hashlib.sha256(value).hexdigest()
    return value


tags = MP4(sys.argv[1]).tags or {}
for key in sorted(tags):
    values = tags[key] if isinstance(tags[key], list) else [tags[key]]
    print(ascii(key)[1:-1], ascii([shown(value) for value in values]), sep="\t")
