# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""Where a mood stands in a file's tags, for beets' MediaFile."""

import mediafile
from mutagen.id3 import TMOO, TXXX

import beets


class Id3Mood(mediafile.MP3StorageStyle):
    """ID3: TMOO, or TXXX:MOOD where beets writes ID3v2.3, which has no TMOO. Never both."""

    def __init__(self):
        super().__init__('TMOO')

    def fetch(self, mutagen_file):
        told = super().fetch(mutagen_file)
        for frame in self._described(mutagen_file) if told is None else ():
            return frame.text[0] if frame.text else None
        return told

    def store(self, mutagen_file, value):
        described = self._described(mutagen_file)
        name = described[0].desc if described else 'MOOD'
        self.delete(mutagen_file)
        if beets.config['id3v23'].get(bool):
            mutagen_file.tags.add(TXXX(encoding=3, desc=name, text=[value]))
        else:
            mutagen_file.tags.add(TMOO(encoding=3, text=[value]))

    def delete(self, mutagen_file):
        for frame in self._described(mutagen_file):
            del mutagen_file.tags[frame.HashKey]
        mutagen_file.tags.delall('TMOO')

    @staticmethod
    def _described(mutagen_file):
        frames = mutagen_file.tags.getall('TXXX') if mutagen_file.tags else []
        return [frame for frame in frames if frame.desc.lower() == 'mood']


def mood_field():
    """The field 'mood'."""
    return mediafile.MediaField(
        Id3Mood(),
        mediafile.MP4StorageStyle('----:com.apple.iTunes:MOOD'),
        mediafile.StorageStyle('MOOD'),
        mediafile.ASFStorageStyle('WM/Mood'),
    )
