"""Runs beets itself, with a stand-in for Tonearm."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
import wave

FAKE = os.environ['FAKE_TONEARM']
PLUGINS = os.environ['PLUGIN_FOLDER']
BEET = shutil.which('beet')


@unittest.skipIf(BEET is None, 'the program beet is not installed')
class BeetsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.starts = os.path.join(self.folder, 'starts')
        self.environment = dict(os.environ, BEETSDIR=self.folder, FAKE_STARTS=self.starts)
        self.environment.pop('FAKE_REFUSES', None)
        self.configure()

    def configure(self, plugin='', more='', command=None):
        words = json.dumps(command or [sys.executable, FAKE])
        with open(os.path.join(self.folder, 'config.yaml'), 'w') as file:
            file.write(
                'directory: %s/library\npluginpath: %s\nplugins: tonearm\n'
                'import:\n  copy: no\n%s\n'
                'tonearm:\n  command: %s\n%s\n' % (self.folder, PLUGINS, more, words, plugin)
            )

    def music(self, *names):
        folder = os.path.join(self.folder, 'music')
        os.makedirs(folder, exist_ok=True)
        for name in names:
            with wave.open(os.path.join(folder, name), 'wb') as sound:
                sound.setnchannels(1)
                sound.setsampwidth(2)
                sound.setframerate(8000)
                sound.writeframes(bytes(1600))
        return folder

    def beet(self, *words):
        done = subprocess.run(
            [BEET, *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
        )
        said = done.stdout.decode('utf-8', 'replace')
        self.assertEqual(done.returncode, 0, said)
        return said

    def listed(self, pattern='$title|$genre|$mood', *query):
        # Without the plugin's own work: what stands in beets' database.
        return sorted(self.beet('ls', '-f', pattern, *query).splitlines())

    def in_file(self, name):
        """What another reader of tags finds."""
        import mutagen

        for root, _, names in os.walk(os.path.join(self.folder, 'music')):
            if name in names:
                tags = mutagen.File(os.path.join(root, name)).tags or {}
                texts = {key: getattr(tags[key], 'text', []) for key in tags}
                return {key: [str(text) for text in texts[key]] for key in tags}
        raise AssertionError(name + ' is not there')

    def flac(self, name, comments):
        """A FLAC file without sound, with these comments."""
        import mutagen.flac

        path = os.path.join(self.music(), name)
        with open(path, 'wb') as file:
            # Blocks of 4096 samples, 44100 Hz, 2 channels, 16 bits.
            head = bytes.fromhex('10001000000000000000' + '0ac442f000000000')
            file.write(b'fLaC\x80\x00\x00\x22' + head + bytes(16))
        sound = mutagen.flac.FLAC(path)
        sound.add_tags()
        for key, values in comments.items():
            sound[key] = values
        sound.save()
        return path

    def test_several_moods_stay_several_in_the_files(self):
        import mutagen.flac
        import mutagen.id3
        import mutagen.wave

        self.configure(plugin='  auto: no')
        flac = self.flac('a.flac', {'MOOD': ['Happy', 'Sad']})
        wav = os.path.join(self.music('b.wav'), 'b.wav')
        tags = mutagen.wave.WAVE(wav)
        tags.add_tags()
        tags.tags.add(mutagen.id3.TMOO(encoding=3, text=['Happy', 'Sad']))
        tags.save()
        self.beet('import', '-A', '-q', self.music())
        self.assertEqual(self.listed('$mood'), ['Happy; Sad'] * 2)
        self.beet('modify', '-y', 'title=New')
        self.assertEqual(mutagen.flac.FLAC(flac)['title'], ['New'])
        self.assertEqual(mutagen.flac.FLAC(flac)['MOOD'], ['Happy', 'Sad'])
        self.assertEqual(self.in_file('b.wav')['TIT2'], ['New'])
        self.assertEqual(self.in_file('b.wav')['TMOO'], ['Happy', 'Sad'])
        self.beet('modify', '-y', 'mood=Calm; Sad')
        self.assertEqual(mutagen.flac.FLAC(flac)['MOOD'], ['Calm', 'Sad'])
        self.assertEqual(self.in_file('b.wav')['TMOO'], ['Calm', 'Sad'])
        self.configure(plugin='  auto: no', more='id3v23: yes')
        self.beet('modify', '-y', 'title=Newer')
        self.assertEqual(self.in_file('b.wav')['TXXX:MOOD'], ['Calm; Sad'])
        self.assertEqual(self.listed('$mood'), ['Calm; Sad'] * 2)

    def test_a_track_keeps_its_genre_to_the_letter_when_the_album_gets_one(self):
        self.configure(plugin='  auto: no')
        self.beet('import', '-A', '-q', self.music('a.wav', 'b.wav', 'c.wav'))
        self.beet('modify', '-y', 'path::a.wav', 'genre=R&B;Soul')
        self.beet('tonearm')
        self.assertEqual(self.beet('ls', '-a', '-f', '$genre').split(), ['Jazz'])
        self.assertEqual(self.listed('$genre', 'path::a.wav'), ['R&B;Soul'])

    def started(self):
        if not os.path.exists(self.starts):
            return []
        with open(self.starts) as file:
            return [json.loads(line) for line in file]

    def test_an_import_of_fifty_files_costs_one_start(self):
        folder = self.music(*('%02d.wav' % number for number in range(50)))
        self.beet('import', '-A', '-q', '-s', folder)
        self.assertEqual(self.listed('$genre $mood'), ['Jazz Happy'] * 50)
        self.assertEqual(len(self.started()), 1)

    def test_beets_writes_the_files(self):
        self.beet('import', '-A', '-q', self.music('a.wav', 'moodless.wav'))
        self.assertEqual(self.in_file('a.wav')['TCON'], ['Jazz'])
        self.assertEqual(self.in_file('a.wav')['TMOO'], ['Happy'])
        self.assertNotIn('TMOO', self.in_file('moodless.wav'))
        self.assertEqual(self.listed('$genre $mood')[1], 'Jazz Happy')

    def test_old_id3_tags_take_the_mood_in_a_frame_they_have(self):
        self.configure(more='id3v23: yes')
        self.beet('import', '-A', '-q', self.music('a.wav'))
        self.assertEqual(self.in_file('a.wav')['TXXX:MOOD'], ['Happy'])
        self.assertNotIn('TMOO', self.in_file('a.wav'))

    def test_import_write_is_obeyed(self):
        self.configure(more='  write: no')
        self.beet('import', '-A', '-q', self.music('a.wav'))
        self.assertEqual(self.listed('$genre $mood'), ['Jazz Happy'])
        self.assertNotIn('TCON', self.in_file('a.wav'))
        self.beet('tonearm')
        self.assertNotIn('TCON', self.in_file('a.wav'))
        self.beet('write')
        self.assertEqual(self.in_file('a.wav')['TMOO'], ['Happy'])

    def test_auto_off_leaves_imports_alone(self):
        self.configure(plugin='  auto: no')
        self.beet('import', '-A', '-q', self.music('a.wav'))
        self.assertEqual(self.started(), [])
        self.assertEqual(self.listed('$genre'), [''])
        said = self.beet('tonearm', '-p')
        self.assertIn('genre = Jazz', said)
        self.assertEqual(self.listed('$genre'), [''])
        self.beet('tonearm', 'path:' + self.folder)
        self.assertEqual(self.listed('$genre $mood'), ['Jazz Happy'])
        self.assertEqual(self.in_file('a.wav')['TMOO'], ['Happy'])

    def test_what_was_changed_in_the_library_meanwhile_stays(self):
        self.configure(plugin='  auto: no')
        self.beet('import', '-A', '-q', self.music('a.wav', 'b.wav', 'c.wav'))
        meanwhile = os.path.join(self.folder, 'meanwhile.py')
        with open(meanwhile, 'w') as file:
            file.write(
                'import os, subprocess, sys\n'
                'def beet(*words):\n'
                '    subprocess.run([%r, *words], check=True, stdin=subprocess.DEVNULL,\n'
                '                   stdout=subprocess.DEVNULL)\n'
                'beet("modify", "-y", "path::b.wav", "title=By hand", "mood=Mine")\n'
                'beet("remove", "-f", "path::c.wav")\n'
                'os.execv(sys.executable, [sys.executable, %r] + sys.argv[1:])\n' % (BEET, FAKE)
            )
        self.configure(plugin='  auto: no', command=[sys.executable, meanwhile])
        self.beet('tonearm', '-w')
        self.assertEqual(self.listed(), ['By hand|Jazz|Mine', '|Jazz|Happy'])
        self.assertEqual(self.in_file('b.wav')['TIT2'], ['By hand'])
        self.assertEqual(self.in_file('b.wav')['TCON'], ['Jazz'])
        self.assertNotIn('TCON', self.in_file('c.wav'))

    def test_values_that_are_there_stay_until_forced(self):
        self.configure(plugin='  auto: no')
        self.beet('import', '-A', '-q', self.music('a.wav', 'b.wav'))
        self.beet('modify', '-y', 'path::a.wav', 'genre=Polka', 'mood=Mine')
        self.beet('tonearm')
        self.assertEqual(self.listed('$genre $mood', 'path::a.wav'), ['Polka Mine'])
        self.assertEqual(self.in_file('a.wav')['TCON'], ['Polka'])
        starts = len(self.started())
        self.beet('tonearm', 'path::a.wav')
        self.assertEqual(len(self.started()), starts, 'a full track needs not be heard')
        self.beet('tonearm', '-f', 'path::a.wav')
        self.assertEqual(self.in_file('a.wav')['TCON'], ['Jazz'])
        self.assertEqual(self.in_file('a.wav')['TMOO'], ['Happy'])

    def test_tracks_keep_their_own_genre_when_the_album_gets_one(self):
        self.configure(plugin='  auto: no')
        self.beet('import', '-A', '-q', self.music('a.wav', 'b.wav', 'c.wav'))
        self.beet('modify', '-y', 'path::a.wav', 'genre=Polka')
        self.beet('tonearm')
        self.assertEqual(self.beet('ls', '-a', '-f', '$genre').split(), ['Jazz'])
        self.assertEqual(self.in_file('a.wav')['TCON'], ['Polka'])
        self.beet('write')
        self.assertEqual(self.in_file('a.wav')['TCON'], ['Polka'])
        self.assertEqual(self.in_file('b.wav')['TCON'], ['Jazz'])

    def test_settings_reach_tonearm(self):
        self.configure(plugin='  fields: mood\n  min_mood: 0.7\n  jobs: 1\n  subgenres: yes')
        self.beet('import', '-A', '-q', self.music('a.wav'))
        self.assertEqual(
            self.started()[0],
            'analyze --worker --fields mood --min-mood 0.7 --excerpts whole --jobs 1'
            ' --subgenres'.split(),
        )
        self.assertEqual(self.listed('$genre $mood'), [' Happy'])

    def test_an_import_goes_on_without_tonearm(self):
        self.configure(command=['/no/such/tonearm'])
        said = self.beet('import', '-A', '-q', '-s', self.music('a.wav', 'b.wav'))
        self.assertIn('/no/such/tonearm', said)
        self.assertEqual(said.count('could not be started'), 1)
        self.assertEqual(len(self.listed()), 2)

    def test_an_import_goes_on_when_tonearm_dies(self):
        folder = self.music('a.wav', 'die.wav', 'z.wav')
        said = self.beet('import', '-A', '-q', '-s', folder)
        self.assertIn('ended before it answered', said)
        self.assertEqual(self.listed('$genre'), ['', 'Jazz', 'Jazz'])

    def test_a_mood_from_before_the_plugin_is_kept(self):
        self.configure(plugin='  auto: no', more='')
        folder = self.music('a.wav')
        self.beet('import', '-A', '-q', folder)
        import sqlite3

        with sqlite3.connect(os.path.join(self.folder, 'library.db')) as database:
            database.execute("DELETE FROM item_attributes WHERE key = 'mood'")
        database.close()
        path = self.beet('ls', '-f', '$path').strip()
        import mediafile
        import mutagen.id3
        import mutagen.wave

        tags = mutagen.wave.WAVE(path)
        if tags.tags is None:
            tags.add_tags()
        tags.tags.add(mutagen.id3.TXXX(encoding=3, desc='mood', text=['Old']))
        tags.save()
        self.beet('tonearm')
        self.assertEqual(self.listed('$genre $mood'), ['Jazz Old'])
        self.assertTrue(mediafile.MediaFile(path).genre)


@unittest.skipIf(BEET is None, 'the program beet is not installed')
class MoodInEveryContainerTest(unittest.TestCase):
    """The field on mutagen's own objects, without a file."""

    def moods(self, kind, tags, key, encode=str):
        """Reads two, writes them, writes two others."""
        sys.path.append('/usr/share/beets')
        import beetsplug

        beetsplug.__path__.insert(0, PLUGINS)
        from beetsplug.tonearm.moodfield import mood_field

        sound = kind()
        sound.tags = tags
        sound[key] = [encode('Happy'), encode('Sad; or so')]
        field = mood_field()
        media = unittest.mock.Mock(mgfile=sound)
        self.assertEqual(field.__get__(media), 'Happy; Sad; or so')
        field.__set__(media, 'Happy; Sad; or so')
        told = [list(sound[key])]
        field.__set__(media, 'Calm; Sad')
        return told + [list(sound[key])]

    def test_mp4(self):
        import mutagen.mp4

        self.assertEqual(
            self.moods(
                mutagen.mp4.MP4,
                mutagen.mp4.MP4Tags(),
                '----:com.apple.iTunes:MOOD',
                lambda text: text.encode('utf-8'),
            ),
            [[b'Happy', b'Sad; or so'], [b'Calm', b'Sad']],
        )

    def test_windows_media(self):
        import mutagen.asf

        told = self.moods(mutagen.asf.ASF, mutagen.asf.ASFTags(), 'WM/Mood')
        self.assertEqual(
            [[str(one) for one in some] for some in told],
            [['Happy', 'Sad; or so'], ['Calm', 'Sad']],
        )

    def test_ape(self):
        import mutagen.apev2
        import mutagen.monkeysaudio

        self.assertEqual(
            self.moods(mutagen.monkeysaudio.MonkeysAudio, mutagen.apev2.APEv2(), 'MOOD'),
            [['Happy', 'Sad; or so'], ['Calm', 'Sad']],
        )

    def test_vorbis_comments(self):
        import mutagen._vorbis
        import mutagen.oggopus

        self.assertEqual(
            self.moods(mutagen.oggopus.OggOpus, mutagen._vorbis.VCommentDict(), 'MOOD'),
            [['Happy', 'Sad; or so'], ['Calm', 'Sad']],
        )


@unittest.skipIf(BEET is None, 'the program beet is not installed')
class ListOfGenresTest(unittest.TestCase):
    """beets 2.x keeps a list; this is what the plugin does with an item that has one."""

    class Item(dict):
        _fields = ('genre', 'genres')

    def test_the_list_is_read_and_set(self):
        sys.path.append('/usr/share/beets')
        import beetsplug

        beetsplug.__path__.insert(0, PLUGINS)
        from beetsplug import tonearm

        item = self.Item(genres=['Polka', 'Folk'], mood='Calm; Sad')
        self.assertEqual(tonearm.existing(item, 'genre'), ['Polka', 'Folk'])
        self.assertEqual(tonearm.existing(item, 'mood'), ['Calm', 'Sad'])
        tonearm.put(item, 'genre', ['House', 'Jazz'])
        tonearm.put(item, 'mood', ['Happy'])
        self.assertEqual(item, {'genres': ['House', 'Jazz'], 'mood': 'Happy'})
        self.assertEqual(tonearm.existing(self.Item(), 'genre'), [])


if __name__ == '__main__':
    unittest.main()
