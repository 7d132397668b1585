# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""Where a mood stands in a file's tags, for beets' MediaFile."""

import mediafile
from mutagen.id3 import TMOO, TXXX

import beets


#: Between several values where they are one text.
SEPARATOR = '; '


class Several:
    """For a style of MediaFile: several values are one text in beets, and several in the file."""

    def get(self, mutagen_file):
        return SEPARATOR.join(text(told) for told in self.fetch(mutagen_file)) or None

    def set(self, mutagen_file, value):
        if value == self.get(mutagen_file):
            # As they are: one of them may have the separator in it.
            told = self.fetch(mutagen_file)
        else:
            parts = [part for part in str(value).split(SEPARATOR) if part]
            told = [self.serialize(part) for part in parts or [value]]
        self.store(mutagen_file, told)

    def fetch(self, mutagen_file):
        try:
            return list(mutagen_file[self.key])
        except (KeyError, TypeError):
            return []  # none, or bytes in an APE tag

    def store(self, mutagen_file, told):
        mutagen_file[self.key] = told


class PlainMood(Several, mediafile.StorageStyle):
    """Vorbis comments and APE tags."""


class Mp4Mood(Several, mediafile.MP4StorageStyle):
    """MP4."""


class AsfMood(Several, mediafile.ASFStorageStyle):
    """Windows Media."""


class Id3Mood(Several, mediafile.MP3StorageStyle):
    """ID3: TMOO, or TXXX:MOOD where beets writes ID3v2.3, which has no TMOO. Never both."""

    def __init__(self):
        super().__init__('TMOO')

    def fetch(self, mutagen_file):
        frames = mutagen_file.tags.getall('TMOO') if mutagen_file.tags else []
        told = [word for frame in frames + self._described(mutagen_file) for word in frame.text]
        return list(dict.fromkeys(told))

    def store(self, mutagen_file, told):
        described = self._described(mutagen_file)
        name = described[0].desc if described else 'MOOD'
        self.delete(mutagen_file)
        if beets.config['id3v23'].get(bool):
            # One text: mutagen would put a slash between several in ID3v2.3.
            mutagen_file.tags.add(TXXX(encoding=3, desc=name, text=[SEPARATOR.join(told)]))
        else:
            mutagen_file.tags.add(TMOO(encoding=3, text=told))

    def delete(self, mutagen_file):
        for frame in self._described(mutagen_file):
            del mutagen_file.tags[frame.HashKey]
        mutagen_file.tags.delall('TMOO')

    @staticmethod
    def _described(mutagen_file):
        frames = mutagen_file.tags.getall('TXXX') if mutagen_file.tags else []
        return [frame for frame in frames if frame.desc.lower() == 'mood']


def text(told):
    """A value as mutagen has it, as text."""
    told = getattr(told, 'value', told)
    return told.decode('utf-8', 'replace') if isinstance(told, bytes) else str(told)


def mood_field():
    """The field 'mood'."""
    return mediafile.MediaField(
        Id3Mood(),
        Mp4Mood('----:com.apple.iTunes:MOOD'),
        PlainMood('MOOD'),
        AsfMood('WM/Mood'),
    )
