"""Runs the plugin in Quod Libet itself, on a screen that is not there, with a stand-in for Tonearm."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

FAKE = os.environ['FAKE_TONEARM']
FOLDER = tempfile.TemporaryDirectory()
os.environ['QUODLIBET_USERDIR'] = FOLDER.name
os.environ['FAKE_STARTS'] = os.path.join(FOLDER.name, 'starts')
os.environ.pop('FAKE_REFUSES', None)
shutil.copytree(os.environ['PLUGIN_FOLDER'], os.path.join(FOLDER.name, 'plugins'))

try:
    import quodlibet

    MISSING = None if shutil.which('Xvfb') else 'Xvfb is not installed'
except ImportError as error:
    MISSING = 'Quod Libet is not installed here ({})'.format(error)

#: A second of silence, MPEG-1 layer III, 128 kbit/s, 44.1 kHz.
SILENCE = (b'\xff\xfb\x90\x00' + bytes(413)) * 38


@unittest.skipIf(MISSING, MISSING)
class QuodLibetTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        reading, writing = os.pipe()
        cls.screen = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writing), '-nolisten', 'tcp'],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ['DISPLAY'] = ':' + number.readline().strip()
        quodlibet.init(no_translations=True, no_excepthook=True)
        from quodlibet import app, library
        from quodlibet.qltk.songsmenu import SongsMenu

        app.library = library.init(os.path.join(FOLDER.name, 'songs'))
        manager = quodlibet.init_plugins()
        SongsMenu.init_plugins()
        cls.menu = SongsMenu.plugins
        found = [plugin for plugin in manager.plugins if plugin.id == 'tonearm']
        assert len(found) == 1, manager.failures
        manager.enable(found[0], True)
        cls.module = sys.modules[found[0].cls.__module__]
        cls.app = app

    @classmethod
    def tearDownClass(cls):
        cls.screen.terminate()
        cls.screen.wait()

    def setUp(self):
        self.choose(**dict(self.module.background.DEFAULTS))
        self.choose(command=shlex.join([sys.executable, FAKE]))
        self.music = tempfile.TemporaryDirectory()
        self.addCleanup(self.music.cleanup)

    def choose(self, **settings):
        for name, value in settings.items():
            self.module._config.set(name, value)

    def songs(self, *names):
        from quodlibet.formats import MusicFile

        songs = []
        for name in names:
            path = os.path.join(self.music.name, name)
            with open(path, 'wb') as file:
                file.write(SILENCE)
            songs.append(MusicFile(path))
        self.app.library.add(songs)
        self.addCleanup(self.app.library.remove, songs)
        return songs

    def hear(self, songs, meanwhile=lambda: None):
        from gi.repository import GLib

        self.menu.handle('tonearm', self.app.library, None, songs)
        meanwhile()
        listener = self.module.hearing._listener
        context = GLib.MainContext.default()
        end = time.monotonic() + 60
        while listener._thread is not None or context.pending():
            self.assertLess(time.monotonic(), end, 'nothing came of hearing')
            context.iteration(False)
            time.sleep(0.005)

    def starts(self):
        if not os.path.exists(os.environ['FAKE_STARTS']):
            return []
        with open(os.environ['FAKE_STARTS']) as file:
            return [json.loads(line) for line in file]

    def test_quod_libet_writes_what_was_heard(self):
        songs = self.songs('a.mp3', 'b.mp3', 'moodless.mp3')
        changed = []
        connection = self.app.library.connect('changed', lambda _, some: changed.extend(some))
        self.addCleanup(self.app.library.disconnect, connection)
        before = len(self.starts())
        self.hear(songs)
        self.assertEqual([song.list('genre') for song in songs], [['Jazz']] * 3)
        self.assertEqual([song('mood') for song in songs], ['Happy', 'Happy', ''])
        self.assertLessEqual(len(self.starts()) - before, 1)
        self.assertEqual(set(changed), set(songs))
        import mutagen

        tags = mutagen.File(songs[0]('~filename')).tags
        self.assertEqual(tags['TCON'].text, ['Jazz'])
        self.assertEqual(tags['TMOO'].text, ['Happy'])

    def test_what_another_program_wrote_meanwhile_stays(self):
        import mutagen.id3

        songs = self.songs('a.mp3', 'b.mp3', 'c.mp3')
        self.app.library.remove([songs[2]])
        times = [os.stat(song('~filename')) for song in songs]

        def correct():
            for song in songs:
                tags = mutagen.id3.ID3()
                tags.add(mutagen.id3.TIT2(3, ['By hand']))
                tags.save(song('~filename'))
            # One that keeps the time of the file, as Tonearm itself does.
            os.utime(songs[1]('~filename'), ns=(times[1].st_atime_ns, times[1].st_mtime_ns))

        self.hear(songs, correct)
        for song in songs:
            tags = mutagen.File(song('~filename')).tags
            self.assertEqual(tags['TIT2'].text, ['By hand'])
            self.assertEqual(tags['TCON'].text, ['Jazz'])
            self.assertEqual(song('title'), 'By hand')
        self.assertNotIn(songs[2], self.app.library)

    def test_a_song_that_can_not_be_read_meanwhile_is_left_alone(self):
        songs = self.songs('a.mp3', 'b.mp3', 'c.mp3')
        gone, broken = songs[0]('~filename'), songs[1]('~filename')
        songs[1]['~#playcount'] = 7
        time_before = os.stat(broken)

        def spoil():
            os.remove(gone)
            with open(broken, 'wb') as file:
                file.write(b'half of something')
            os.utime(broken, ns=(time_before.st_atime_ns, time_before.st_mtime_ns))

        self.hear(songs, spoil)
        self.assertFalse(os.path.exists(gone))
        with open(broken, 'rb') as file:
            self.assertEqual(file.read(), b'half of something')
        self.assertEqual([song('genre') for song in songs], ['', '', 'Jazz'])
        self.assertEqual(songs[1]('~#playcount'), 7)
        for song in songs:
            self.assertIn(song, self.app.library)

    def test_values_that_are_there_stay_unless_chosen_otherwise(self):
        (song,) = self.songs('a.mp3')
        song['genre'] = 'Polka'
        song['mood'] = 'Mine'
        song.write()
        before = len(self.starts())
        self.hear([song])
        self.assertEqual(len(self.starts()), before)
        self.choose(keep_existing=False, mood=False)
        self.hear([song])
        self.assertEqual((song('genre'), song('mood')), ('Jazz', 'Mine'))

    def test_songs_that_quod_libet_can_not_write_are_not_heard(self):
        import wave

        from quodlibet.formats import MusicFile

        path = os.path.join(self.music.name, 'a.wav')
        with wave.open(path, 'wb') as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(8000)
            sound.writeframes(bytes(1600))
        song = MusicFile(path)
        before = len(self.starts())
        self.hear([song])
        self.assertEqual(song('genre'), '')
        self.assertEqual(len(self.starts()), before)

    def test_a_missing_tonearm_leaves_songs_alone(self):
        self.choose(command='/no/such/tonearm')
        (song,) = self.songs('a.mp3')
        self.hear([song])
        self.assertEqual(song('genre'), '')
        self.assertIsNone(self.module.hearing._task)

    def test_a_death_costs_one_song(self):
        songs = self.songs('die.mp3', 'z.mp3')
        self.hear(songs)
        self.assertEqual([song('genre') for song in songs], ['', 'Jazz'])

    def test_what_is_stopped_can_be_begun_again(self):
        self.module.hearing.stop()
        (song,) = self.songs('a.mp3')
        self.hear([song])
        self.assertEqual(song('genre'), 'Jazz')

    def test_the_preferences_show_and_keep_what_is_chosen(self):
        self.choose(min_mood='0.7')
        box = self.module.TonearmPlugin.PluginPreferences(None)
        entries = [child for child in box.get_children() if hasattr(child, 'set_placeholder_text')]
        self.assertEqual([entry.get_text() for entry in entries[:2]], ['', '0.7'])
        entries[0].set_text('0.8')
        entries[1].set_text('much')
        self.assertEqual(
            self.module.background.options(self.module.settings()),
            ['--fields', 'genre,mood', '--min-genre', '0.8', '--min-mood', '0.7'],
        )


if __name__ == '__main__':
    unittest.main()
