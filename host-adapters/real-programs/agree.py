"""Compares what a program read with what Tonearm wrote: agree.py WRITTEN READ [genre] [mood].

WRITTEN: JSON Lines of 'tonearm tag' or 'tonearm analyze'. READ: lines of path, genre and mood, with
tabs between. A field that Tonearm did not write does not count.
"""

import json
import sys

FIELDS = ('genre', 'mood')

written, read, *wanted = sys.argv[1:]
told = {}
with open(written, encoding='utf-8') as lines:
    for track in map(json.loads, lines):
        if 'words' in track:
            values = track['words']
        elif track['status'] == 'written':
            values = {change['field']: change['after'] for change in track['changes']}
        else:
            continue
        for field in wanted or FIELDS:
            if values.get(field):
                told[track['path'], field] = '; '.join(values[field])
with open(read, encoding='utf-8') as lines:
    seen = {parts[0]: tuple(parts[1:]) for parts in (line.rstrip('\n').split('\t') for line in lines)}
wrong = 0
for (path, field), value in sorted(told.items()):
    found = seen[path][FIELDS.index(field)] if path in seen else 'no such track'
    if found != value:
        wrong += 1
        print("  %s: %s '%s' was written, '%s' is read" % (path.rsplit('/', 1)[1], field, value, found))
print(
    '  %d values in %d files: %d read back as they were written (%s)'
    % (
        len(told),
        len({path for path, _ in told}),
        len(told) - wrong,
        ', '.join(sorted(set(told.values()))),
    )
)
sys.exit(1 if wrong or not told else 0)
