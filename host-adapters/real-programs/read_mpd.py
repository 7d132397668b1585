"""Has MPD update its database, and prints what it holds: read_mpd.py SOCKET FOLDER."""

import os
import socket
import sys
import time

place, folder = sys.argv[1:]
for _ in range(300):
    try:
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(place)
        break
    except OSError:
        time.sleep(0.1)
else:
    sys.exit('MPD does not answer')
stream = connection.makefile('rw', encoding='utf-8', newline='\n')
print(stream.readline().strip(), file=sys.stderr)


def command(words):
    stream.write(words + '\n')
    stream.flush()
    answer = []
    while True:
        line = stream.readline().rstrip('\n')
        if line == 'OK' or not line:
            return answer
        if line.startswith('ACK'):
            raise SystemExit(line)
        answer.append(tuple(line.split(': ', 1)))


command('update')
while any(key == 'updating_db' for key, _ in command('status')):
    time.sleep(0.1)
songs = []
for key, value in command('listallinfo'):
    if key == 'file':
        songs.append({'file': value})
    elif songs:
        songs[-1].setdefault(key.lower(), []).append(value)
for song in songs:
    print(
        os.path.join(folder, song['file']),
        '; '.join(song.get('genre', [])),
        '; '.join(song.get('mood', [])),
        sep='\t',
    )
