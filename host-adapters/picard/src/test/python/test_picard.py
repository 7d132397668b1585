"""Runs the plugin in Picard itself, without a screen, with a stand-in for Tonearm."""

import json
import os
import shlex
import sys
import tempfile
import time
import unittest
import wave

FAKE = os.environ['FAKE_TONEARM']
FOLDER = tempfile.TemporaryDirectory()
os.environ['PICARD_CONFIG_DIR'] = FOLDER.name
os.environ['PICARD_PLUGIN_DIR'] = os.environ['PLUGIN_FOLDER']
os.environ['FAKE_STARTS'] = os.path.join(FOLDER.name, 'starts')
os.environ.pop('FAKE_REFUSES', None)
sys.path.append('/usr/lib/picard')

try:
    import picard
    import picard.tagger

    MISSING = None
except ImportError as error:
    MISSING = 'Picard is not installed here ({})'.format(error)


@unittest.skipIf(MISSING, MISSING)
class PicardTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        sys.argv = ['picard', '--no-restore', '--no-player', '--no-crash-dialog']
        cls.tagger = picard.tagger.Tagger(picard.tagger.process_picard_args(), None, False)
        from picard.config import get_config

        cls.setting = get_config().setting
        cls.setting['enabled_plugins'] = ['tonearm']

    def setUp(self):
        import picard.plugins.tonearm

        self.plugin = picard.plugins.tonearm
        for name, standard in self.plugin.background.DEFAULTS.items():
            self.setting['tonearm_' + name] = standard
        self.setting['tonearm_command'] = shlex.join([sys.executable, FAKE])
        self.music = tempfile.TemporaryDirectory()
        self.addCleanup(self.music.cleanup)

    def wait(self, what, condition):
        end = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), end, 'nothing came of: ' + what)
            self.tagger.processEvents()
            time.sleep(0.01)

    def open(self, *names):
        paths = [os.path.join(self.music.name, name) for name in names]
        for path in paths:
            with wave.open(path, 'wb') as sound:
                sound.setnchannels(1)
                sound.setsampwidth(2)
                sound.setframerate(8000)
                sound.writeframes(bytes(1600))
        self.tagger.add_files(paths)
        files = [self.tagger.files[path] for path in paths]
        self.wait('opening', lambda: all(file.state == file.NORMAL for file in files))
        self.addCleanup(self.tagger.remove_files, files)
        return files

    def hear(self, *objects):
        from picard.ui import itemviews

        actions = [action for action in itemviews._file_actions if action.NAME == self.plugin.TITLE]
        self.assertEqual(len(actions), 1)
        actions[0]().callback(list(objects))
        listener = self.plugin.plugin.listener
        self.wait('hearing', lambda: listener._thread is None)
        self.tagger.processEvents()

    def starts(self):
        if not os.path.exists(os.environ['FAKE_STARTS']):
            return []
        with open(os.environ['FAKE_STARTS']) as file:
            return [json.loads(line) for line in file]

    def test_tells_genre_and_mood_and_leaves_saving_to_the_user(self):
        files = self.open('a.wav', 'b.wav', 'moodless.wav')
        before = len(self.starts())
        self.hear(*files)
        self.assertEqual(files[0].metadata.getall('genre'), ['Jazz'])
        self.assertEqual(files[0].metadata.getall('mood'), ['Happy'])
        self.assertEqual(files[2].metadata.getall('mood'), [])
        self.assertTrue(all(file.state == file.CHANGED for file in files))
        self.assertLessEqual(len(self.starts()) - before, 1)
        import mutagen

        self.assertFalse(mutagen.File(files[0].filename).tags)
        files[0].save()
        self.wait('saving', lambda: files[0].state == files[0].NORMAL)
        tags = mutagen.File(files[0].filename).tags
        self.assertEqual(tags['TCON'].text, ['Jazz'])
        # Picard writes ID3v2.3 or 2.4, as its options say.
        self.assertEqual((tags.get('TMOO') or tags['TXXX:mood']).text, ['Happy'])

    def test_hears_the_files_of_a_cluster(self):
        self.open('a.wav', 'b.wav')
        cluster = self.tagger.unclustered_files
        self.assertEqual(len(cluster.files), 2)
        self.hear(cluster, cluster.files[0])
        self.assertEqual(
            [file.metadata['genre'] for file in cluster.files], ['Jazz', 'Jazz']
        )

    def test_values_that_are_there_stay_unless_the_options_say_otherwise(self):
        (file,) = self.open('a.wav')
        file.metadata['genre'] = 'Polka'
        self.hear(file)
        self.assertEqual(file.metadata['genre'], 'Polka')
        self.assertEqual(file.metadata['mood'], 'Happy')
        before = len(self.starts())
        self.hear(file)
        self.assertEqual(len(self.starts()), before)
        self.setting['tonearm_keep_existing'] = False
        self.hear(file)
        self.assertEqual(file.metadata['genre'], 'Jazz')

    def test_a_missing_tonearm_is_told(self):
        self.setting['tonearm_command'] = '/no/such/tonearm'
        (file,) = self.open('a.wav')
        said = []
        self.plugin.plugin.say = said.append
        self.addCleanup(delattr, self.plugin.plugin, 'say')
        self.hear(file)
        self.assertEqual(file.metadata['genre'], '')
        self.assertIn('/no/such/tonearm', ' '.join(said))

    def test_a_death_costs_one_file(self):
        files = self.open('die.wav', 'z.wav')
        self.hear(*files)
        self.assertEqual([file.metadata['genre'] for file in files], ['', 'Jazz'])

    def test_the_options_page_keeps_what_is_chosen(self):
        from picard.ui.options import OptionsCheckError, _pages

        pages = [page for page in _pages if page.NAME == 'tonearm']
        self.assertEqual(len(pages), 1)
        page = pages[0]()
        page.load()
        self.assertTrue(page.fields['keep_existing'].isChecked())
        page.fields['mood'].setChecked(False)
        page.fields['min_genre'].setText('0,8')
        page.check()
        page.save()
        self.assertEqual(
            self.plugin.background.options(self.plugin.plugin.settings.all()),
            ['--fields', 'genre', '--min-genre', '0.8'],
        )
        page.fields['min_genre'].setText('80 %')
        with self.assertRaises(OptionsCheckError):
            page.check()

    def test_the_manifest_for_picard_3(self):
        import tomllib
        import uuid

        path = os.path.join(os.environ['PLUGIN_FOLDER'], 'tonearm', 'MANIFEST.toml')
        with open(path, 'rb') as file:
            manifest = tomllib.load(file)
        self.assertEqual(uuid.UUID(manifest['uuid']).version, 4)
        self.assertLessEqual(len(manifest['description']), 200)
        self.assertLessEqual(len(manifest['long_description']), 2000)
        self.assertEqual(manifest['api'], ['3.0'])
        self.assertIn(manifest['categories'], [['metadata']])


if __name__ == '__main__':
    unittest.main()
