"""Quod Libet's own library: read_quodlibet.py FOLDER [COMMAND...]; prints path, genre and mood.

The files of the folder are taken into the library. With a command: it tags the files (its output goes
into 'written' beside the folder), and then the library is scanned. Without: the plugin hears them.
"""

import os
import subprocess
import sys
import time

folder, command = sys.argv[1], sys.argv[2:]
reading, writing = os.pipe()
screen = subprocess.Popen(
    ['Xvfb', '-displayfd', str(writing), '-nolisten', 'tcp'],
    pass_fds=[writing],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
os.close(writing)
with os.fdopen(reading) as number:
    os.environ['DISPLAY'] = ':' + number.readline().strip()
try:
    import quodlibet

    quodlibet.init(no_translations=True, no_excepthook=True)
    from gi.repository import GLib
    from quodlibet import app, library

    app.library = library.init(os.path.join(quodlibet.get_user_dir(), 'songs'))
    for _ in app.library.scan([folder]):
        pass
    songs = list(app.library)
    assert songs, 'Quod Libet took no files'
    assert not any(song('mood') for song in songs)
    if command:
        with open(os.path.join(os.path.dirname(folder), 'written'), 'wb') as written:
            subprocess.run(command, stdout=written, check=True)
        assert not any(song('mood') for song in songs), 'nothing was read again yet'
        for _ in app.library.rebuild([folder]):
            pass
    else:
        manager = quodlibet.init_plugins()
        from quodlibet.qltk.songsmenu import SongsMenu

        SongsMenu.init_plugins()
        (plugin,) = [each for each in manager.plugins if each.id == 'tonearm']
        manager.enable(plugin, True)
        module = sys.modules[plugin.cls.__module__]
        module._config.set('min_genre', '0')
        module._config.set('min_mood', '0')
        SongsMenu.plugins.handle('tonearm', app.library, None, songs)
        context = GLib.MainContext.default()
        while module.hearing._listener._thread is not None or context.pending():
            context.iteration(False)
            time.sleep(0.01)
    for song in app.library:
        print(
            song('~filename'), '; '.join(song.list('genre')), '; '.join(song.list('mood')), sep='\t'
        )
finally:
    screen.terminate()
    screen.wait()
