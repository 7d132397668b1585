"""Stands in for 'tonearm analyze --worker': answers by the file's name, and notes each start.

A name with 'die' in it ends the process, one with 'stop' or 'signal' as Ctrl-C does, one with
'garbage' gets no JSON, one with 'other' JSON that is no answer, one with 'gone' an error.
"""

import json
import os
import signal
import sys
import urllib.parse

with open(os.environ['FAKE_STARTS'], 'a') as starts:
    starts.write(json.dumps(sys.argv[1:]) + '\n')
if os.environ.get('FAKE_REFUSES'):
    print('No model is installed.', file=sys.stderr)
    print('  Run tonearm models.', file=sys.stderr)
    sys.exit(2)
for line in sys.stdin.buffer:
    address = line.decode('ascii').rstrip('\n')
    path = os.fsdecode(urllib.parse.unquote_to_bytes(address[len('file://') :]))
    name = os.path.basename(path)
    if 'die' in name:
        print('the end of ' + name, file=sys.stderr)
        sys.exit(9)
    if 'stop' in name:
        sys.exit(130)
    if 'signal' in name:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    if 'garbage' in name:
        print('no json', flush=True)
        continue
    if 'other' in name:
        print('["genre"]', flush=True)
        continue
    answer = {
        'path': path.encode('utf-8', 'replace').decode('utf-8'),
        'words': {'genre': [os.environ.get('FAKE_GENRE', 'Jazz')], 'mood': ['Happy']},
        'error': None,
    }
    if 'gone' in name:
        answer['words'] = {'genre': [], 'mood': []}
        answer['error'] = {'code': 'missing', 'message': name + ': no such file.', 'remedy': ''}
    if 'moodless' in name:
        answer['words']['mood'] = []
    print(json.dumps(answer), flush=True)
