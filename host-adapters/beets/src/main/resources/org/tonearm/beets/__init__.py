# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""beets plugin: genre and mood as Tonearm hears them, on import and by 'beet tonearm QUERY'.

Tonearm only listens here; beets keeps the values and writes the files. Works with beets 1.6, which has
one text for the genre, and with 2.x, which has a list.
"""

import collections
import threading

from beets import ui
from beets.plugins import BeetsPlugin
from beets.util import displayable_path, syspath
from mediafile import MediaFile

from .moodfield import SEPARATOR, mood_field
from .worker import Worker, WorkerError, problem, split, words
from .worker import ahead as ask_ahead

FIELDS = ('genre', 'mood')


class TonearmPlugin(BeetsPlugin):
    def __init__(self):
        super().__init__('tonearm')
        self.config.add(
            {
                'auto': True,
                'keep_existing': True,
                'pretend': False,
                'fields': 'genre mood',
                'min_genre': None,
                'min_mood': None,
                'subgenres': False,
                'excerpts': 'whole',
                'jobs': None,
                'command': None,
            }
        )
        if not hasattr(MediaFile, 'mood'):
            self.add_media_field('mood', mood_field())
        self._worker = None
        self._changed = set()
        self._told = set()
        self._lock = threading.Lock()
        if self.config['auto'].get(bool):
            self.import_stages = [self.imported]
            self.register_listener('import_begin', self.begin)
            self.register_listener('import_task_files', self.write_as_is)
        self.register_listener('cli_exit', self.end)

    def commands(self):
        command = ui.Subcommand('tonearm', help='hear genre and mood of tracks')
        command.parser.add_option(
            '-p', '--pretend', action='store_true', help='show what would be set, and set nothing'
        )
        command.parser.add_option(
            '-f',
            '--force',
            dest='keep_existing',
            action='store_false',
            help='replace values that are there',
        )
        command.parser.add_option(
            '-k',
            '--keep-existing',
            dest='keep_existing',
            action='store_true',
            help='leave values alone that are there',
        )
        command.parser.add_option(
            '-w', '--write', dest='write', action='store_true', help='write tags into the files'
        )
        command.parser.add_option(
            '-W', '--nowrite', dest='write', action='store_false', help='write no files'
        )
        command.func = self.command
        return [command]

    def command(self, lib, opts, args):
        """beet tonearm QUERY."""
        write = ui.should_write(opts.write)
        self.config.set_args(opts)
        # Listening takes long: what was changed in the library meanwhile is not to be written over.
        for item in self.hear(list(lib.items(args)), lambda item: lib.get_item(item.id)):
            if write:
                item.try_write()

    def begin(self, session):
        """Loads the models while the user is still asked about the first album."""
        self.worker().start()

    def imported(self, session, task):
        """Import stage: before the files are moved and written, which beets does next."""
        for item in self.hear(task.imported_items()):
            self._changed.add(item.id)

    def write_as_is(self, session, task):
        """Writes what beets would not: it leaves files alone that are imported as they are."""
        if task.apply or not ui.should_write():
            return
        for item in task.imported_items():
            if item.id in self._changed:
                item.try_write()

    def end(self, lib):
        """The command is over."""
        if self._worker is not None:
            self._worker.close()

    def worker(self):
        """The one Tonearm process of this beets."""
        with self._lock:
            if self._worker is None:
                command = self.config['command'].get()
                if isinstance(command, str):
                    try:
                        command = split(command)
                    except ValueError as error:
                        raise ui.UserError('tonearm.command: {}: {}'.format(error, command))
                self._worker = Worker(command, self.options())
            return self._worker

    def options(self):
        """The settings as options of 'tonearm analyze'."""
        options = ['--fields', ','.join(self.fields())]
        for key in ('min_genre', 'min_mood', 'excerpts', 'jobs'):
            value = self.config[key].get()
            if value is not None:
                options += ['--' + key.replace('_', '-'), str(value)]
        if self.config['subgenres'].get(bool):
            options.append('--subgenres')
        return options

    def fields(self):
        """Which of the two are heard."""
        wanted = [str(field) for field in self.config['fields'].as_str_seq()]
        unknown = [field for field in wanted if field not in FIELDS]
        if unknown or not wanted:
            raise ui.UserError('tonearm.fields names genre and mood, not: ' + ' '.join(unknown))
        return wanted

    def hear(self, items, anew=lambda item: item):
        """Fills the fields of these items and yields those that changed, stored.

        What anew returns is filled in an item's place; None leaves it alone.
        """
        for item in items:
            self.adopt_mood(item)
        wanted = {item.path: item for item in items if self.missing(item)}
        albums = {}
        ahead = ask_ahead(self.config['jobs'].get())
        for path, answer in self.worker().ask_all(list(wanted), ahead) if wanted else ():
            if isinstance(answer, WorkerError):
                self.complain(path, str(answer))
                continue
            if problem(answer):
                self._log.info('{}', problem(answer))
            item = anew(wanted[path])
            if item is None:
                continue
            self.adopt_mood(item)
            if self.take(item, answer):
                if item.album_id and 'genre' in self.fields():
                    albums[item.album_id] = item
                yield item
        for item in albums.values():
            self.fill_album(item)

    def adopt_mood(self, item):
        """Items imported before this plugin was there have a mood in their file only."""
        if 'mood' in self.fields() and 'mood' not in item:
            try:
                item['mood'] = MediaFile(syspath(item.path)).mood
            except Exception:  # beets itself tells of files that it can't read
                pass

    def complain(self, path, message):
        """Says once what holds for all files."""
        if message not in self._told:
            self._told.add(message)
            self._log.warning('{}', message)
        self._log.warning('not heard: {}', displayable_path(path))

    def missing(self, item):
        """The fields that are to be heard."""
        if not self.config['keep_existing'].get(bool):
            return self.fields()
        return [field for field in self.fields() if not existing(item, field)]

    def take(self, item, answer):
        """Sets what was told; returns whether anything was stored."""
        changed = False
        pretend = self.config['pretend'].get(bool)
        for field in self.missing(item):
            told = words(answer, field)
            if told and told != existing(item, field):
                line = '{}: {} = {}'.format(
                    displayable_path(item.path), field, SEPARATOR.join(told)
                )
                if pretend:
                    ui.print_(line)
                else:
                    self._log.info('{}', line)
                    put(item, field, told)
                    changed = True
        if changed:
            item.store()
        return changed

    def fill_album(self, item):
        """Gives an album without a genre that of most of its tracks.

        beets finds albums, and names folders, by the album's genre.
        """
        album = item.get_album()
        if album is None or existing(album, 'genre'):
            return
        tracks = list(album.items())
        count = collections.Counter(tuple(existing(track, 'genre')) for track in tracks)
        del count[()]
        if not count:
            return
        put(album, 'genre', list(count.most_common(1)[0][0]))
        try:
            album.store(inherit=False)
        except TypeError:
            # beets 1.6 always hands the album's genre on to its tracks: give each its own again.
            own = {track.id: track.get('genre') for track in tracks}
            with album._db.transaction():
                album.store()
                for track in album.items():
                    track['genre'] = own[track.id]
                    track.store()


def existing(item, field):
    """The values of an item as a list; empty if it has none."""
    if field == 'genre' and 'genres' in item._fields:
        return list(item.get('genres') or [])
    value = item.get(field)
    return [part.strip() for part in value.split(SEPARATOR.strip()) if part.strip()] if value else []


def put(item, field, told):
    """Sets the values of an item."""
    if field == 'genre' and 'genres' in item._fields:
        item['genres'] = told
    else:
        item[field] = SEPARATOR.join(told)
