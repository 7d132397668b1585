# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""Quod Libet plugin: genre and mood of the selected songs, as Tonearm hears them.

Tonearm listens in a process of its own; Quod Libet alone writes the files.
"""

from gi.repository import GLib, Gtk

from quodlibet import app
from quodlibet.formats import AudioFileError
from quodlibet.plugins import PluginConfig
from quodlibet.plugins.songsmenu import SongsMenuPlugin
from quodlibet.qltk import Icons
from quodlibet.qltk.notif import Task
from quodlibet.util.dprint import print_w
from quodlibet.util.songwrapper import SongWrapper, background_check_wrapper_changed

from . import background
from .worker import problem, words

TITLE = 'Hear Genre and Mood'

CHECKS = (
    ('genre', 'Hear the _genre'),
    ('mood', 'Hear the _mood'),
    ('keep_existing', '_Leave values alone that are there'),
    ('subgenres', 'Tell a _kind of a genre, such as House, where it is sure enough'),
)
TEXTS = (
    ('min_genre', "Least probability of a genre, 0 to 1 (empty: the model's own)"),
    ('min_mood', "Least probability of a mood, 0 to 1 (empty: the model's own)"),
    ('command', 'Command that starts Tonearm (empty: as installed)'),
)

_config = PluginConfig('tonearm')
for _name, _standard in background.DEFAULTS.items():
    _config.defaults.set(_name, str(_standard).lower() if isinstance(_standard, bool) else _standard)


def settings():
    """As the user chose."""
    return {
        name: _config.getboolean(name) if isinstance(standard, bool) else _config.get(name)
        for name, standard in background.DEFAULTS.items()
    }


def missing(song, chosen):
    """The fields of a song that are to be heard: Quod Libet can't write each into every format."""
    return [
        field
        for field in background.fields(chosen)
        if song.can_change(field) and not (chosen['keep_existing'] and song.list(field))
    ]


def take(song, answer, chosen):
    """Puts what was told into a song; returns whether anything differs."""
    changed = False
    for field in missing(song, chosen):
        told = words(answer, field)
        if told and song.list(field) != told:
            song[field] = '\n'.join(told)
            changed = True
    return changed


def read_anew(song):
    """Another program may have changed the file while it was heard: Quod Libet writes all it knows.

    Returns whether the song is as its file is now. Not by the library's own way, which throws a song
    out of playlists if its file can't be read for the moment.
    """
    try:
        song.reload()
    except AudioFileError as error:
        print_w('Tonearm left {} alone: {}'.format(song('~filename'), error))
        return False
    if song in app.library:
        app.library.changed([song])
    return True


class Hearing:
    """The one listener of a running Quod Libet, and the task that shows how far it is."""

    def __init__(self):
        self._listener = background.Listener(
            lambda song: song('~filename'), self._later, self._told, self._lost
        )
        self._task = None
        self._all = 0

    def hear(self, songs):
        """Has songs heard; returns at once."""
        self._all += len(songs)
        if songs and self._task is None:
            self._task = Task('Tonearm', 'listening', stop=self.stop)
        self._listener.hear(songs, settings())

    def stop(self):
        """Ends it; what was heard until now stays."""
        self._listener.stop()
        self._end()
        self.__init__()

    def _told(self, song, answer, left):
        if problem(answer):
            print_w('Tonearm: ' + problem(answer))
        if read_anew(song):
            wrapped = SongWrapper(song)
            if take(wrapped, answer, settings()):
                background_check_wrapper_changed(app.library, [wrapped])
        self._step(left)

    def _lost(self, song, message, left):
        print_w('Tonearm did not hear {}: {}'.format(song('~filename'), message))
        if self._task is not None:
            self._task.desc = message
        self._step(left)

    def _step(self, left):
        if left == 0:
            self._end()
        elif self._task is not None:
            self._task.update(1 - left / max(self._all, 1))

    def _end(self):
        self._all = 0
        if self._task is not None:
            self._task.finish()
            self._task = None

    @staticmethod
    def _later(function, *arguments):
        def run():
            function(*arguments)
            return False

        GLib.idle_add(run)


hearing = Hearing()


class TonearmPlugin(SongsMenuPlugin):
    PLUGIN_ID = 'tonearm'
    PLUGIN_NAME = TITLE
    PLUGIN_DESC = (
        'Hears genre and mood of the selected songs with Tonearm, which must be installed. '
        'Values that are there stay as they are.'
    )
    PLUGIN_ICON = Icons.AUDIO_X_GENERIC if hasattr(Icons, 'AUDIO_X_GENERIC') else Icons.EDIT
    PLUGIN_VERSION = '0.1'

    def plugin_handles(self, songs):
        return all(song.is_file for song in songs or ())

    def plugin_songs(self, songs):
        chosen = settings()
        # Wrapped songs would be written when this returns, long before anything is heard.
        hearing.hear([song._song for song in songs if missing(song, chosen)])

    @classmethod
    def PluginPreferences(cls, window):
        box = Gtk.VBox(spacing=6)
        for name, label in CHECKS:
            check = Gtk.CheckButton(label=label, use_underline=True)
            check.set_active(_config.getboolean(name))
            check.connect('toggled', lambda c, name: _config.set(name, c.get_active()), name)
            box.pack_start(check, False, True, 0)
        for name, label in TEXTS:
            entry = Gtk.Entry(text=_config.get(name))
            entry.connect('changed', cls._typed, name)
            box.pack_start(Gtk.Label(label=label, xalign=0), False, True, 0)
            box.pack_start(entry, False, True, 0)
        return box

    @staticmethod
    def _typed(entry, name):
        # A number that is not whole yet is not kept.
        typed = dict(settings(), **{name: entry.get_text()})
        if background.fault(typed) is None:
            _config.set(name, entry.get_text())
