"""Copies the demo's pieces, under short names and without genre and mood: pieces.py FROM TO FIFTY.

FIFTY becomes a folder of fifty different short ones.
"""

import os
import shutil
import sys
import wave

import mutagen

came, to, fifty = sys.argv[1:]
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
        if copy.endswith('.wav'):
            # Anew, since tags stand in more than one place of it.
            with wave.open(os.path.join(root, name)) as piece, wave.open(copy, 'wb') as bare:
                bare.setparams(piece.getparams())
                bare.writeframes(piece.readframes(piece.getnframes()))
            whole = copy
        else:
            shutil.copy(os.path.join(root, name), copy)
            mutagen.File(copy).delete()
os.makedirs(fifty)
with wave.open(whole) as piece:
    for part in range(50):
        length = 6 * piece.getframerate()
        piece.setpos((piece.getnframes() - length) * part // 50)
        with wave.open(os.path.join(fifty, '%02d.wav' % part), 'wb') as short:
            short.setparams(piece.getparams())
            short.writeframes(piece.readframes(length))
print('%d pieces of %s' % (number, ', '.join(sorted({n[3:] for n in os.listdir(to)}))))
sys.exit(0 if number else 'the demo made no pieces')
