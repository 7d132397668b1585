"""Copies the demo's pieces, under short names and without any tags: pieces.py FROM TO."""

import os
import shutil
import sys

import mutagen

came, to = sys.argv[1:]
number = 0
for root, _, names in sorted(os.walk(came)):
    for name in sorted(names):
        try:
            if mutagen.File(os.path.join(root, name)) is None:
                continue
        except mutagen.MutagenError:
            continue
        number += 1
        copy = os.path.join(to, '%02d%s' % (number, os.path.splitext(name)[1]))
        shutil.copy(os.path.join(root, name), copy)
        mutagen.File(copy).delete()
print('%d pieces of %s' % (number, ', '.join(sorted({n[3:] for n in os.listdir(to)}))))
sys.exit(0 if number else 'the demo made no pieces')
