import json
import os
import sys
import tempfile
import threading
import unittest
import unittest.mock

import worker

FAKE = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'fake_tonearm.py')]


class WorkerTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.starts = os.path.join(self.folder.name, 'starts')
        os.environ['FAKE_STARTS'] = self.starts
        os.environ.pop('FAKE_REFUSES', None)

    def worker(self, command=FAKE, options=()):
        made = worker.Worker(command, options)
        self.addCleanup(made.close)
        return made

    def started(self):
        with open(self.starts) as file:
            return [json.loads(line) for line in file]

    def test_many_questions_cost_one_start(self):
        asked = self.worker(options=['--jobs', 2])
        for number in range(50):
            answer = asked.ask('/music/%d.mp3' % number)
            self.assertEqual(answer['path'], '/music/%d.mp3' % number)
            self.assertEqual(worker.words(answer, 'genre'), ['Jazz'])
        self.assertEqual(self.started(), [['analyze', '--worker', '--jobs', '2']])

    def test_names_that_are_no_text(self):
        answer = self.worker().ask(b'/music/caf\xe9\nnew %41.mp3')
        self.assertIn('new %41.mp3', answer['path'])
        self.assertEqual(worker.address(b'/caf\xe9 %'), 'file:///caf%E9%20%25')

    def test_a_death_costs_one_file(self):
        names = ['/a.mp3', '/die.mp3', '/b.mp3', '/c.mp3']
        answers = dict(self.worker().ask_all(names))
        self.assertEqual(list(answers), names)
        self.assertIsInstance(answers['/die.mp3'], worker.WorkerError)
        self.assertIn('code 9', str(answers['/die.mp3']))
        self.assertIn('the end of die.mp3', str(answers['/die.mp3']))
        for name in ('/a.mp3', '/b.mp3', '/c.mp3'):
            self.assertEqual(answers[name]['path'], name)
        self.assertEqual(len(self.started()), 2)

    def test_answers_that_nobody_waits_for_go_to_nobody(self):
        asked = self.worker()
        for path, answer in asked.ask_all(['/a.mp3', '/b.mp3', '/c.mp3']):
            break
        self.assertEqual(asked.ask('/d.mp3')['path'], '/d.mp3')

    def test_gives_up_after_some_deaths_in_a_row(self):
        asked = self.worker()
        for _ in range(6):
            with self.assertRaises(worker.WorkerError):
                asked.ask('/die.mp3')
        self.assertEqual(len(self.started()), worker.DEATHS)

    def test_gives_up_when_it_is_interrupted(self):
        for name in ('/stop.mp3', '/signal.mp3'):
            asked = self.worker()
            answers = dict(asked.ask_all([name, '/a.mp3']))
            self.assertIsInstance(answers['/a.mp3'], worker.WorkerError)
            self.assertTrue(asked.hopeless)
        self.assertEqual(len(self.started()), 2)

    def test_an_answer_that_is_none_is_an_error(self):
        asked = self.worker()
        with self.assertRaises(worker.WorkerError):
            asked.ask('/garbage.mp3')
        with self.assertRaises(worker.WorkerError):
            asked.ask('/other.mp3')
        self.assertEqual(asked.ask('/a.mp3')['path'], '/a.mp3')

    def test_what_it_refuses_is_told_and_not_tried_again(self):
        os.environ['FAKE_REFUSES'] = '1'
        asked = self.worker()
        for _ in range(3):
            with self.assertRaisesRegex(worker.WorkerError, 'No model is installed'):
                asked.ask('/a.mp3')
        self.assertEqual(len(self.started()), 1)

    def test_a_program_that_is_missing_is_named(self):
        asked = self.worker(['/no/such/tonearm'])
        asked.start()
        with self.assertRaisesRegex(worker.WorkerError, '/no/such/tonearm.*Install'):
            asked.ask('/a.mp3')

    def test_threads_take_turns(self):
        asked = self.worker()
        wrong = []

        def ask(name):
            for _ in range(20):
                if asked.ask(name)['path'] != name:
                    wrong.append(name)

        threads = [threading.Thread(target=ask, args=('/%d.mp3' % n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])
        self.assertEqual(len(self.started()), 1)

    def test_a_closed_one_starts_again(self):
        asked = self.worker()
        asked.ask('/a.mp3')
        asked.close()
        asked.close()
        asked.ask('/a.mp3')
        self.assertEqual(len(self.started()), 2)

    def test_the_command_is_the_one_of_the_marked_note(self):
        note = os.path.join(self.folder.name, 'command.json')
        with unittest.mock.patch.object(worker, '_HERE', self.folder.name):
            for other in ('["stranger"]', '{"stranger": ["x"]}', 'null', 'no json'):
                with open(note, 'w') as file:
                    file.write(other)
                self.assertIn('tonearm', worker.command()[0])
            with open(note, 'w') as file:
                file.write('{"tonearm": ["java", "-x"]}')
            self.assertEqual(worker.command(), ['java', '-x'])

    def test_a_command_is_split_as_the_system_writes_paths(self):
        self.assertEqual(worker.split("'/my apps/tonearm' -x"), ['/my apps/tonearm', '-x'])
        with unittest.mock.patch.object(worker.os, 'name', 'nt'):
            self.assertEqual(
                worker.split('"C:\\My Apps\\tonearm.exe" -x'), ['C:\\My Apps\\tonearm.exe', '-x']
            )
            self.assertEqual(worker.split('C:\\tonearm.exe'), ['C:\\tonearm.exe'])

    def test_so_many_are_asked_for_ahead_that_no_job_waits(self):
        self.assertEqual(worker.ahead(2), 8)
        self.assertEqual(worker.ahead('12'), 24)
        self.assertEqual(worker.ahead('many'), worker.ahead())
        with unittest.mock.patch.object(worker.os, 'cpu_count', lambda: 32):
            self.assertEqual(worker.ahead(), 64)

    def test_tells_why_nothing_was_told(self):
        answer = self.worker().ask('/gone.mp3')
        self.assertEqual(worker.problem(answer), 'gone.mp3: no such file.')
        self.assertEqual(worker.words(answer, 'mood'), [])
        self.assertIsNone(worker.problem(self.worker().ask('/a.mp3')))


if __name__ == '__main__':
    unittest.main()
