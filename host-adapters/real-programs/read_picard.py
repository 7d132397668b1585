"""Picard, without a screen: read_picard.py FOLDER [COMMAND...]; prints path, genre and mood.

The files of the folder are opened. With a command: it tags the files (its output goes into 'written'
beside the folder), and the files are removed from Picard and opened again. Without: the plugin hears
them, and Picard saves.
"""

import os
import subprocess
import sys
import time

sys.path.append('/usr/lib/picard')
folder, command = sys.argv[1], sys.argv[2:]
sys.argv = ['picard', '--no-restore', '--no-player', '--no-crash-dialog']

import picard.tagger  # noqa: E402
from picard.config import get_config  # noqa: E402

tagger = picard.tagger.Tagger(picard.tagger.process_picard_args(), None, False)
setting = get_config().setting
setting['enabled_plugins'] = ['tonearm']
paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def wait(condition):
    end = time.monotonic() + 600
    while not condition():
        assert time.monotonic() < end, 'Picard did not come to an end'
        tagger.processEvents()
        time.sleep(0.01)


def opened():
    tagger.add_files(paths)
    wait(lambda: all(tagger.files[path].state == tagger.files[path].NORMAL for path in paths))
    return [tagger.files[path] for path in paths]


files = opened()
assert not any(file.metadata['mood'] for file in files)
if command:
    with open(os.path.join(os.path.dirname(folder), 'written'), 'wb') as written:
        subprocess.run(command, stdout=written, check=True)
    tagger.remove_files(files)
    files = opened()
else:
    setting['tonearm_min_genre'] = '0'
    setting['tonearm_min_mood'] = '0'
    from picard.ui import itemviews

    (action,) = [each for each in itemviews._cluster_actions if each.NAME == 'Hear genre and mood']
    action().callback([tagger.unclustered_files])
    listener = sys.modules['picard.plugins.tonearm'].plugin.listener
    wait(lambda: listener._thread is None)
    tagger.processEvents()
    for file in files:
        file.save()
    wait(lambda: all(file.state == file.NORMAL for file in files))
for file in files:
    print(
        file.filename,
        '; '.join(file.metadata.getall('genre')),
        '; '.join(file.metadata.getall('mood')),
        sep='\t',
    )
sys.stdout.flush()
os._exit(0)
