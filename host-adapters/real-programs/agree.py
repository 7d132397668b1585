"""Compares what a program read with what Tonearm wrote: agree.py WRITTEN READ.

WRITTEN: JSON Lines of 'tonearm tag' or 'tonearm analyze'. READ: lines of path, genre and mood, with
tabs between. A file that Tonearm told nothing of does not count.
"""

import json
import sys

written, read = sys.argv[1:]
told = {}
with open(written, encoding='utf-8') as lines:
    for track in map(json.loads, lines):
        if 'words' in track:
            told[track['path']] = tuple('; '.join(track['words'][f]) for f in ('genre', 'mood'))
        elif track['status'] == 'written':
            after = {change['field']: '; '.join(change['after']) for change in track['changes']}
            told[track['path']] = (after.get('genre', ''), after.get('mood', ''))
told = {path: values for path, values in told.items() if any(values)}
with open(read, encoding='utf-8') as lines:
    seen = {parts[0]: tuple(parts[1:]) for parts in (line.rstrip('\n').split('\t') for line in lines)}
wrong = 0
for path, values in sorted(told.items()):
    if seen.get(path) != values:
        wrong += 1
        print('  %s: written %s, read %s' % (path.rsplit('/', 1)[1], values, seen.get(path)))
print(
    '  %d files, %d of them read back as they were written; such as %s'
    % (len(told), len(told) - wrong, next(iter(told.values()), None))
)
sys.exit(1 if wrong or not told else 0)
