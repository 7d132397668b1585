"""Reads tags with mutagen: read_mutagen.py FOLDER; prints path, genre and mood."""

import os
import sys

import mutagen

GENRE = ('TCON', 'genre', '\xa9gen')
MOOD = ('TMOO', 'TXXX:mood', 'TXXX:MOOD', 'mood', '----:com.apple.iTunes:MOOD')


def value(tags, keys):
    for key in keys:
        if tags and key in tags:
            found = tags[key]
            texts = getattr(found, 'text', found)
            return '; '.join(
                text.decode('utf-8') if isinstance(text, bytes) else str(text) for text in texts
            )
    return ''


folder = sys.argv[1]
for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    tags = mutagen.File(path).tags
    print(path, value(tags, GENRE), value(tags, MOOD), sep='\t')
