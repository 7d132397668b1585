# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""One Tonearm process that hears files for the program this plugin runs in.

It is started at the first question and answers until it is closed, so that a whole import costs one
start. A line of its input is the address of a file, a line of its output the answer (see docs/json.md).
"""

import atexit
import collections
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import threading
import urllib.parse

_HERE = os.path.dirname(os.path.abspath(__file__))

#: Deaths in a row after which no further process is started.
DEATHS = 3

#: Codes after which none is started either: with 2 it says that it can't work as it was started, so it
#: would the next time; with 130 and -2, that somebody pressed Ctrl-C.
FOR_GOOD = (2, 130, -2)


class WorkerError(Exception):
    """Tonearm can't answer; the text is for the user."""


class Worker:
    """Asks Tonearm. May be used by several threads; questions are asked one after the other.

    command: words that start Tonearm; None for where it was installed from, else the search path.
    options: further words for 'tonearm analyze --worker', such as ['--min-mood', '0.6'].
    """

    def __init__(self, command=None, options=()):
        self._words = list(command) if command else None
        self._options = [str(option) for option in options]
        self._lock = threading.RLock()
        self._process = None
        self._said = collections.deque(maxlen=5)
        self._listener = None
        self._deaths = 0
        self._hopeless = None
        atexit.register(self._leave)

    @property
    def hopeless(self):
        """Whether it will not start a process again."""
        return self._hopeless is not None

    def ask(self, path):
        """The answer for one file, a dict. Raises WorkerError."""
        for _, answer in self.ask_all([path]):
            if isinstance(answer, WorkerError):
                raise answer
            return answer

    def ask_all(self, paths, ahead=8):
        """Yields (path, answer) in order; an answer is a dict, or a WorkerError.

        Some files are asked for ahead, so that Tonearm can hear several at a time. When its process
        dies, the file it owed an answer for gets the error, and the others are asked again.
        """
        waiting = collections.deque(paths)
        asked = collections.deque()
        with self._lock:
            try:
                while waiting or asked:
                    try:
                        self._start()
                        while waiting and len(asked) < ahead:
                            asked.append(waiting.popleft())
                            self._put(asked[-1])
                        answer = self._get()
                        self._deaths = 0
                    except WorkerError as error:
                        path = asked.popleft() if asked else waiting.popleft()
                        waiting.extendleft(reversed(asked))
                        asked.clear()
                        yield path, error
                    else:
                        yield asked.popleft(), answer
            finally:
                if asked:
                    # Nobody waits for these answers: the next question must not get them.
                    self._kill()

    def start(self):
        """Starts the process ahead of the first question. Never raises: the first question will."""
        with self._lock:
            try:
                self._start()
            except WorkerError:
                pass

    def close(self):
        """Ends the process, if there is one. A later question starts another."""
        with self._lock:
            process, self._process = self._process, None
            if process is None:
                return
            try:
                process.stdin.close()
            except OSError:
                pass
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()

    def _leave(self):
        # A thread may wait for an answer still; nobody will hear of it.
        self._hopeless = 'The program is being closed.'
        if self._lock.acquire(timeout=0.1):
            self._lock.release()
        else:
            self.kill()
        self.close()

    def kill(self):
        """Ends the process at once, also while another thread waits for its answer."""
        process = self._process
        if process is not None:
            process.kill()
            try:
                process.wait(timeout=1)  # or it stays in the list of processes
            except subprocess.TimeoutExpired:
                pass

    def _start(self):
        if self._process is not None:
            return
        if self._hopeless is not None:
            raise WorkerError(self._hopeless)
        words = self._words or command()
        self._said.clear()
        try:
            self._process = subprocess.Popen(
                words + ['analyze', '--worker'] + self._options,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, 'CREATE_NO_WINDOW', 0),
            )
        except OSError as error:
            self._hopeless = (
                "Tonearm could not be started: '{}': {}. Install it, or name the program in this "
                "plugin's settings.".format(words[0], error.strerror or error)
            )
            raise WorkerError(self._hopeless)
        self._listener = threading.Thread(
            target=self._listen, args=(self._process.stderr,), daemon=True
        )
        self._listener.start()

    def _listen(self, stream):
        # What it says must be read, or it would stand still when the pipe is full.
        with stream:
            for line in stream:
                self._said.append(line.decode('utf-8', 'replace').strip())

    def _put(self, path):
        try:
            self._process.stdin.write(address(path).encode('ascii') + b'\n')
            self._process.stdin.flush()
        except OSError:
            self._died()

    def _get(self):
        try:
            line = self._process.stdout.readline()
            if line.endswith(b'\n'):
                answer = json.loads(line.decode('utf-8'))
                if isinstance(answer, dict):
                    return answer
        except (OSError, ValueError):
            pass
        self._died()

    def _kill(self):
        process, self._process = self._process, None
        process.kill()
        code = process.wait()
        self._listener.join(5)
        process.stdout.close()
        try:
            process.stdin.close()
        except OSError:
            pass
        return code

    def _died(self):
        code = self._kill()
        self._deaths += 1
        told = 'Tonearm ended before it answered (code {}). {}'.format(code, ' '.join(self._said))
        if code in FOR_GOOD or self._deaths >= DEATHS:
            self._hopeless = told.strip()
        raise WorkerError(told.strip())


def command():
    """The words that start Tonearm: as noted when the plugin was installed, else from the path."""
    try:
        with open(os.path.join(_HERE, 'command.json'), encoding='utf-8') as file:
            return [str(word) for word in json.load(file)['tonearm']]
    except (OSError, ValueError, KeyError, TypeError):
        return [shutil.which('tonearm') or 'tonearm']


def ahead(jobs=None):
    """How many files to ask for ahead, so that none of its jobs waits; None for one for each core."""
    try:
        jobs = int(jobs or 0)
    except (TypeError, ValueError):  # Tonearm itself says what is wrong with it
        jobs = 0
    return max(8, 2 * (jobs or os.cpu_count() or 1))


def split(text):
    """The words of a command; a backslash is part of a path on Windows. Raises ValueError."""
    if os.name != 'nt':
        return shlex.split(text)
    parts = shlex.split(text, posix=False)
    return [part[1:-1] if part[0] in '"\'' and part[-1] == part[0] else part for part in parts]


def address(path):
    """A file's address, which can tell any name: bytes that are no text, and line ends."""
    if os.name == 'nt':
        return pathlib.PureWindowsPath(os.path.abspath(os.fsdecode(path))).as_uri()
    return 'file://' + urllib.parse.quote(os.path.abspath(os.fsencode(path)))


def words(answer, field):
    """What was told for 'genre' or 'mood', as it goes into a tag: a list, empty if nothing was."""
    return [str(word) for word in (answer.get('words') or {}).get(field) or []]


def problem(answer):
    """Why nothing was told, in a sentence; None if all is well."""
    error = answer.get('error')
    return None if not error else str(error.get('message') or error.get('code'))
