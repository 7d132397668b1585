# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""Hearing in the background of a program with windows: settings, and the thread that waits."""

import collections
import threading

from .worker import Worker, problem, split, words

FIELDS = ('genre', 'mood')

#: The settings: name and what holds where the user chose nothing.
DEFAULTS = {
    'genre': True,
    'mood': True,
    'keep_existing': True,
    'subgenres': False,
    'min_genre': '',
    'min_mood': '',
    'command': '',
}


def fields(settings):
    """Which of the two are heard."""
    return [field for field in FIELDS if settings[field]]


def options(settings):
    """The settings as options of 'tonearm analyze'."""
    said = ['--fields', ','.join(fields(settings))]
    for name in ('min_genre', 'min_mood'):
        if settings[name].strip():
            said += ['--' + name.replace('_', '-'), settings[name].strip().replace(',', '.')]
    if settings['subgenres']:
        said.append('--subgenres')
    return said


def fault(settings):
    """What is wrong with the settings, as a sentence; None if nothing is."""
    for name in ('min_genre', 'min_mood'):
        text = settings[name].strip().replace(',', '.')
        try:
            if text and not 0 <= float(text) <= 1:
                raise ValueError
        except ValueError:
            return "'{}' is no probability: it is a number from 0 to 1, or nothing.".format(text)
    try:
        split(settings['command'])
    except ValueError:
        return "'{}' is no command: a quote in it is not closed.".format(settings['command'])
    return None


class Listener:
    """Hears files, one batch after the other, on a thread that is there while there is work.

    path(file) is a file's path. to_main(function, *arguments) has a function run on the main thread;
    told(file, answer, left) or lost(file, message, left) is run there for each file.
    """

    def __init__(self, path, to_main, told, lost):
        self._path = path
        self._to_main = to_main
        self._told = told
        self._lost = lost
        self._lock = threading.Lock()
        self._waiting = collections.deque()
        self._thread = None
        self._worker = None
        self._asked = None
        self._stopping = False

    def hear(self, files, settings):
        """Adds files; returns at once."""
        with self._lock:
            self._waiting.extend((file, dict(settings)) for file in files)
            if self._thread is None and not self._stopping:
                if self._worker is not None and self._worker.hopeless:
                    # Whoever asks again may have mended what stood in the way.
                    self._worker.close()
                    self._worker = None
                self._thread = threading.Thread(target=self._run, name='tonearm', daemon=True)
                self._thread.start()

    def stop(self):
        """Forgets what waits and ends Tonearm's process."""
        with self._lock:
            self._stopping = True
            self._waiting.clear()
            thread = self._thread
        self._kill()  # first: the thread waits for an answer
        if thread is not None:
            thread.join(1)
        self._kill()  # that it may have started meanwhile

    def _kill(self):
        worker = self._worker
        if worker is not None:
            worker.kill()

    def _run(self):
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                file, settings = self._waiting.popleft()
                left = len(self._waiting)
            try:
                answer = self._ask(settings).ask(self._path(file))
            except Exception as error:  # such as a command with an open quote: the next must go on
                self._to_main(self._lost, file, str(error) or type(error).__name__, left)
            else:
                self._to_main(self._told, file, answer, left)

    def _ask(self, settings):
        command = split(settings['command'])
        asked = (command, options(settings))
        if self._worker is None or self._asked != asked:
            if self._worker is not None:
                self._worker.close()
            self._worker = Worker(command or None, asked[1])
            self._asked = asked
        return self._worker


def summary(answer):
    """What an answer says, in a line."""
    told = [word for field in FIELDS for word in words(answer, field)]
    return ', '.join(told) or problem(answer) or 'nothing was told'
