# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
# Copyright the Tonearm contributors.
"""Picard plugin: genre and mood of the selected files, as Tonearm hears them.

Runs in Picard 2 (plugin API 2) and Picard 3 (API 3). Tonearm listens in a process of its own; Picard
alone writes the files, when the user saves.
"""

PLUGIN_NAME = 'Tonearm'
PLUGIN_AUTHOR = 'The Tonearm contributors'
PLUGIN_DESCRIPTION = (
    'Hears genre and mood of the selected files with Tonearm, which must be installed. What it tells '
    'is shown as a change of the tags, and written when you save.'
)
PLUGIN_VERSION = '0.1'
PLUGIN_API_VERSIONS = ['2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '2.10']
PLUGIN_LICENSE = 'GPL-2.0-or-later'
PLUGIN_LICENSE_URL = 'https://www.gnu.org/licenses/gpl-2.0.html'

try:
    from picard.plugin3.api import BaseAction, OptionsPage

    from PyQt6 import QtCore, QtWidgets

    API = 3
except ImportError:
    from picard.ui.itemviews import BaseAction
    from picard.ui.options import OptionsPage

    from PyQt5 import QtCore, QtWidgets

    API = 2

from picard.util import thread

from . import background
from .worker import problem, words

TITLE = 'Hear genre and mood'


class Plugin:
    """This plugin in a running Picard: its settings, and the one listener."""

    def __init__(self, settings, log, tagger):
        self.settings = settings
        self.log = log
        self.tagger = tagger
        self.listener = background.Listener(
            lambda file: file.filename, thread.to_main, self.told, self.lost
        )

    def hear(self, objects):
        """Has the files below these objects heard that lack something."""
        settings = self.settings.all()
        files = [file for file in files_of(objects) if missing(file.metadata, settings)]
        if files:
            self.say('Tonearm is listening to {} files'.format(len(files)))
            self.listener.hear(files, settings)
        else:
            self.say('Nothing to hear: the selected files have genre and mood')

    def told(self, file, answer, left):
        """On the main thread: an answer came."""
        if take(file.metadata, answer, self.settings.all()):
            file.update()
        if problem(answer):
            self.log.info('Tonearm: %s', problem(answer))
        self.say('Tonearm: {} ({} left)'.format(background.summary(answer), left))

    def lost(self, file, message, left):
        """On the main thread: there will be no answer."""
        self.log.error('Tonearm did not hear %r: %s', file.filename, message)
        self.say(message)

    def say(self, text):
        """Shows a line at the foot of the window."""
        window = getattr(self.tagger(), 'window', None)
        if window is not None:
            window.set_statusbar_message('%(text)s', {'text': text}, timeout=10000)


class Settings2:
    """In Picard 2, settings stand among Picard's own."""

    def __init__(self):
        from picard.config import BoolOption, TextOption

        kinds = {bool: BoolOption, str: TextOption}
        for name, standard in background.DEFAULTS.items():
            kinds[type(standard)]('setting', 'tonearm_' + name, standard)

    def all(self):
        from picard.config import get_config

        return {name: get_config().setting['tonearm_' + name] for name in background.DEFAULTS}

    def put(self, values):
        from picard.config import get_config

        for name, value in values.items():
            get_config().setting['tonearm_' + name] = value


class Settings3:
    """In Picard 3, a plugin has settings of its own."""

    def __init__(self, own):
        self._own = own
        for name, standard in background.DEFAULTS.items():
            own.register_option(name, standard)

    def all(self):
        return {name: self._own[name] for name in background.DEFAULTS}

    def put(self, values):
        for name, value in values.items():
            self._own[name] = value


#: Set when Picard switches the plugin on.
plugin = None


def files_of(objects):
    """The files below files, tracks, albums and clusters, each once."""
    return list({id(file): file for each in objects for file in each.iterfiles()}.values())


def missing(metadata, settings):
    """The fields of a file that are to be heard."""
    return [
        field
        for field in background.fields(settings)
        if not settings['keep_existing'] or not metadata.getall(field)
    ]


def take(metadata, answer, settings):
    """Puts what was told into a file's new metadata; returns whether anything differs."""
    changed = False
    for field in missing(metadata, settings):
        told = words(answer, field)
        if told and metadata.getall(field) != told:
            metadata[field] = told
            changed = True
    return changed


class HearAction(BaseAction):
    NAME = TITLE
    TITLE = TITLE

    def callback(self, objs):
        plugin.hear(objs)


class TonearmOptionsPage(OptionsPage):
    NAME = 'tonearm'
    TITLE = 'Tonearm'
    PARENT = 'plugins'

    CHECKS = (
        ('genre', 'Hear the genre'),
        ('mood', 'Hear the mood'),
        ('keep_existing', 'Leave values alone that are there'),
        ('subgenres', 'Tell a kind of a genre, such as House, where it is sure enough'),
    )
    TEXTS = (
        ('min_genre', 'Least probability of a genre, 0 to 1', "the model's own"),
        ('min_mood', 'Least probability of a mood, 0 to 1', "the model's own"),
        ('command', 'Command that starts Tonearm', 'the one that installed this plugin'),
    )

    def __init__(self, parent=None):
        super().__init__(parent)
        layout = QtWidgets.QFormLayout(self)
        self.fields = {}
        for name, label in self.CHECKS:
            self.fields[name] = QtWidgets.QCheckBox(label, self)
            layout.addRow(self.fields[name])
        for name, label, standard in self.TEXTS:
            self.fields[name] = QtWidgets.QLineEdit(self)
            self.fields[name].setPlaceholderText(standard)
            layout.addRow(label, self.fields[name])

    def values(self):
        """As the fields stand."""
        chosen = {name: self.fields[name].isChecked() for name, _ in self.CHECKS}
        chosen.update({name: self.fields[name].text() for name, _, _ in self.TEXTS})
        return chosen

    def load(self):
        settings = plugin.settings.all()
        for name, _ in self.CHECKS:
            self.fields[name].setChecked(settings[name])
        for name, _, _ in self.TEXTS:
            self.fields[name].setText(settings[name])

    def check(self):
        wrong = background.fault(self.values())
        if wrong:
            from picard.ui.options import OptionsCheckError

            raise OptionsCheckError('Tonearm', wrong)

    def save(self):
        plugin.settings.put(self.values())


def enable(api):
    """Picard 3 switches the plugin on."""
    global plugin
    plugin = Plugin(Settings3(api.plugin_config), api.logger, lambda: api.tagger)
    api.register_options_page(TonearmOptionsPage)
    # The menu of a track shows the actions for its file too.
    for register in (
        api.register_file_action,
        api.register_album_action,
        api.register_cluster_action,
        api.register_clusterlist_action,
    ):
        register(HearAction)


def disable():
    """Picard 3 switches the plugin off."""
    if plugin is not None:
        plugin.listener.stop()


def _enable2():
    from picard import log
    from picard.ui import itemviews
    from picard.ui.options import register_options_page

    global plugin
    plugin = Plugin(Settings2(), log, QtCore.QCoreApplication.instance)
    register_options_page(TonearmOptionsPage)
    itemviews.register_file_action(HearAction)
    itemviews.register_album_action(HearAction)
    itemviews.register_cluster_action(HearAction)
    itemviews.register_clusterlist_action(HearAction)
    application = QtCore.QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(plugin.listener.stop)


if API == 2:
    _enable2()
