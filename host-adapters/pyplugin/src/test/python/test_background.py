import os
import queue
import sys
import tempfile
import time
import types
import unittest

import worker

# In a host both lie in one package.
package = types.ModuleType('tonearm')
package.__path__ = [os.path.dirname(worker.__file__)]
sys.modules.setdefault('tonearm', package)
from tonearm import background  # noqa: E402

FAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'fake_tonearm.py')


class BackgroundTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        os.environ['FAKE_STARTS'] = os.path.join(folder.name, 'starts')
        os.environ.pop('FAKE_REFUSES', None)
        self.said = queue.Queue()
        self.listener = background.Listener(
            self.path,
            lambda function, *arguments: function(*arguments),
            lambda file, answer, left: self.said.put((file, background.summary(answer))),
            lambda file, message, left: self.said.put((file, message)),
        )
        self.addCleanup(self.listener.stop)

    def path(self, file):
        if file == 'odd':
            raise LookupError('the file is gone')
        return '/' + file

    def settings(self, command):
        return dict(background.DEFAULTS, command=command)

    def test_what_goes_wrong_costs_one_file(self):
        good = self.settings('"{}" "{}"'.format(sys.executable, FAKE))
        self.listener.hear(['a.mp3'], self.settings('tonearm "open'))
        self.assertEqual(self.said.get(timeout=60), ('a.mp3', 'No closing quotation'))
        self.listener.hear(['odd', 'b.mp3'], good)
        self.assertEqual(self.said.get(timeout=60), ('odd', 'the file is gone'))
        self.assertEqual(self.said.get(timeout=60), ('b.mp3', 'Jazz, Happy'))

    def test_what_was_mended_is_heard_without_a_restart(self):
        good = self.settings('"{}" "{}"'.format(sys.executable, FAKE))
        os.environ['FAKE_REFUSES'] = '1'
        self.listener.hear(['a.mp3', 'b.mp3'], good)
        for file in ('a.mp3', 'b.mp3'):
            self.assertIn('No model is installed', self.said.get(timeout=60)[1])
        with open(os.environ['FAKE_STARTS']) as starts:
            self.assertEqual(len(starts.readlines()), 1)
        del os.environ['FAKE_REFUSES']
        deadline = time.monotonic() + 60
        while self.listener._thread is not None and time.monotonic() < deadline:
            time.sleep(0.01)
        self.listener.hear(['a.mp3'], good)
        self.assertEqual(self.said.get(timeout=60), ('a.mp3', 'Jazz, Happy'))

    def test_a_command_that_can_not_be_split_is_a_fault(self):
        self.assertIn('quote', background.fault(self.settings('tonearm "open')))
        self.assertIsNone(background.fault(self.settings('"/my apps/tonearm" -x')))
        self.assertIn('probability', background.fault(dict(background.DEFAULTS, min_mood='2')))


if __name__ == '__main__':
    unittest.main()
