#!/usr/bin/env bash
# Tags files that are in the libraries of real programs already, and has each program read them back
# through its own code, by the refresh that its page in docs/hosts tells. What is not installed is
# skipped. From a built tree: bash host-adapters/real-programs.sh [PROGRAM...]
#
# Debian: apt-get install beets quodlibet picard mpd kid3-cli xvfb python3-mutagen
set -uo pipefail
unset CDPATH

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
tonearm=$here/../tonearm
python=/usr/bin/python3
work=$(mktemp -d)
passed=0
failed=0
skipped=0

cleanup() {
  [[ -n ${mpd_pid:-} ]] && kill "$mpd_pid" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

say() { printf '\n== %s\n' "$*"; }

skip() {
  printf 'SKIPPED %s: %s\n' "$1" "$2"
  skipped=$((skipped + 1))
}

# check NAME COMMAND...: one line of the result.
check() {
  local name=$1
  shift
  if "$@"; then
    printf 'PASSED  %s\n' "$name"
    passed=$((passed + 1))
  else
    printf 'FAILED  %s\n' "$name"
    failed=$((failed + 1))
  fi
}

installed() { command -v "$1" >/dev/null 2>&1; }

# Whatever is told counts here, however unsure: the pieces are a synthesiser's.
sure=(--min-genre 0 --min-mood 0)

# music NAME: untagged copies of the pieces, in a folder of their own.
music() {
  mkdir -p "$work/music/$1"
  cp "$work"/pieces/* "$work/music/$1/"
}

# agree NAME: does what the program read equal what Tonearm wrote?
agree() { "$python" "$here/real-programs/agree.py" "$work/$1.written" "$work/$1.read" "${@:2}"; }

# version PACKAGE: as Debian says it.
version() { dpkg-query -W -f '${Package} ${Version}' "$1" 2>/dev/null || echo "$1"; }

beets() {
  say "$(version beets)"
  export BEETSDIR=$work/beets
  mkdir -p "$BEETSDIR"
  music beets
  printf 'directory: %s\nimport:\n  copy: no\n' "$work/music" >"$BEETSDIR/config.yaml"
  beet import -A -q -s "$work/music/beets" </dev/null >/dev/null 2>&1
  music beets-album
  # Of opus files Tonearm reads no album's name.
  rm "$work"/music/beets-album/*.opus
  beet import -A -q "$work/music/beets-album" </dev/null >/dev/null 2>&1
  # An album is what lies in a folder and has one album's name.
  beet modify -y path:"$work/music/beets-album" album=Pieces albumartist=Tonearm >/dev/null 2>&1
  "$tonearm" host beets install | sed -n 1p
  printf 'pluginpath: %s\nplugins: tonearm\ntonearm:\n  auto: no\n  min_genre: 0\n  min_mood: 0\n' \
    "$BEETSDIR/tonearm-plugins" >>"$BEETSDIR/config.yaml"
  "$tonearm" host beets tag --json "${sure[@]}" "$work/music/beets" >"$work/beets.written"
  "$tonearm" host beets tag --json --scope album "${sure[@]}" "$work/music/beets-album" \
    >"$work/beets-album.written" 2>/dev/null
  beet update >/dev/null 2>&1
  beet ls -f '$path	$genre	$mood' >"$work/beets.read"
  cp "$work/beets.read" "$work/beets-album.read"
  check "beets: 'tonearm host beets tag', then 'beet update'" agree beets
  check "beets: an album with '--scope album', then 'beet update'" agree beets-album

  music beets-plugin
  beet import -A -q "$work/music/beets-plugin" </dev/null >/dev/null 2>&1
  beet tonearm path:"$work/music/beets-plugin" 2>&1 | sed -n 1,3p
  "$tonearm" analyze --json "${sure[@]}" "$work/music/beets-plugin" >"$work/beets-plugin.written"
  beet ls -f '$path	$genre	$mood' path:"$work/music/beets-plugin" >"$work/beets-plugin.read"
  check "beets: 'beet tonearm QUERY', as beets has it" agree beets-plugin
  "$python" "$here/real-programs/read_mutagen.py" "$work/music/beets-plugin" >"$work/beets-plugin.read"
  check "beets: the same in the files that beets wrote" agree beets-plugin

  mkdir -p "$work/jvm"
  sed -i 's/auto: no/auto: yes/' "$BEETSDIR/config.yaml"
  # Every Java machine leaves a file of its own here.
  TONEARM_HOME=$work/fifty-home JAVA_TOOL_OPTIONS="-XX:+UnlockDiagnosticVMOptions -XX:+LogVMOutput -XX:LogFile=$work/jvm/%p.log" \
    beet import -A -q -s "$work/music/fifty" </dev/null >/dev/null 2>&1
  printf 'beet import of 50 files: %s of them have a mood; the engine was started %s times, its decoders %s\n' \
    "$(beet ls path:"$work/music/fifty" 'mood::.' | wc -l)" \
    "$(grep -l 'analyze --worker' "$work"/jvm/*.log | wc -l)" \
    "$(grep -L 'analyze --worker' "$work"/jvm/*.log | wc -l)"
  check "beets: 50 files imported cost one start" fifty
  unset BEETSDIR
}

fifty() {
  [[ $(grep -l 'analyze --worker' "$work"/jvm/*.log | wc -l) == 1 ]] &&
    [[ $(beet ls path:"$work/music/fifty" | wc -l) == 50 ]]
}

quodlibet_() {
  say "$(version quodlibet)"
  export QUODLIBET_USERDIR=$work/quodlibet
  mkdir -p "$QUODLIBET_USERDIR"
  music quodlibet
  rm "$work"/music/quodlibet/*.wav # Quod Libet reads no tags of wav files
  printf '[settings]\nscan = %s\n' "$work/music/quodlibet" >"$QUODLIBET_USERDIR/config"
  "$tonearm" host quodlibet install | sed -n 1p
  # The library is filled, the files are tagged, and the library is scanned again.
  "$python" -W ignore "$here/real-programs/read_quodlibet.py" "$work/music/quodlibet" \
    "$tonearm" host quodlibet tag --json "${sure[@]}" \
    >"$work/quodlibet.read" 2>"$work/quodlibet.log" || tail -5 "$work/quodlibet.log"
  mv "$work/music/written" "$work/quodlibet.written"
  check "Quod Libet: 'tonearm host quodlibet tag', then Scan Library" agree quodlibet

  music quodlibet-plugin
  rm "$work"/music/quodlibet-plugin/*.wav
  "$python" -W ignore "$here/real-programs/read_quodlibet.py" "$work/music/quodlibet-plugin" \
    >"$work/quodlibet-plugin.read" 2>"$work/quodlibet.log" || tail -5 "$work/quodlibet.log"
  "$tonearm" analyze --json "${sure[@]}" "$work/music/quodlibet-plugin" \
    >"$work/quodlibet-plugin.written"
  check "Quod Libet: the plugin in its menu of songs" agree quodlibet-plugin
  "$python" "$here/real-programs/read_mutagen.py" "$work/music/quodlibet-plugin" \
    >"$work/quodlibet-plugin.read"
  check "Quod Libet: the same in the files that it wrote" agree quodlibet-plugin
  unset QUODLIBET_USERDIR
}

picard_() {
  say "$(version picard)"
  export PICARD_CONFIG_DIR=$work/picard PICARD_PLUGIN_DIR=$work/picard/plugins QT_QPA_PLATFORM=offscreen
  mkdir -p "$PICARD_CONFIG_DIR"
  music picard
  "$tonearm" host picard install | sed -n 1p
  # The files are open, are tagged, and are opened again.
  "$python" -W ignore "$here/real-programs/read_picard.py" "$work/music/picard" \
    "$tonearm" host picard tag --json "${sure[@]}" "$work/music/picard" \
    >"$work/picard.read" 2>"$work/picard.log" || tail -5 "$work/picard.log"
  mv "$work/music/written" "$work/picard.written"
  check "Picard: 'tonearm host picard tag', files removed and added again" agree picard

  music picard-plugin
  "$python" -W ignore "$here/real-programs/read_picard.py" "$work/music/picard-plugin" \
    >"$work/picard-plugin.read" 2>"$work/picard.log" || tail -5 "$work/picard.log"
  "$tonearm" analyze --json "${sure[@]}" "$work/music/picard-plugin" >"$work/picard-plugin.written"
  check "Picard: the plugin on the files of a cluster" agree picard-plugin
  "$python" "$here/real-programs/read_mutagen.py" "$work/music/picard-plugin" \
    >"$work/picard-plugin.read"
  check "Picard: the same in the files that it saved" agree picard-plugin
  unset PICARD_CONFIG_DIR PICARD_PLUGIN_DIR QT_QPA_PLATFORM
}

kid3() {
  say "$(version kid3-cli)"
  music kid3
  "$tonearm" tag --json "${sure[@]}" "$work/music/kid3" >"$work/kid3.written"
  for file in "$work"/music/kid3/*; do
    printf '%s\t%s\t%s\n' "$file" \
      "$(kid3-cli -c 'get genre' "$file" 2>/dev/null)" "$(kid3-cli -c 'get mood' "$file" 2>/dev/null)"
  done >"$work/kid3.read"
  check "kid3-cli: 'tonearm tag', the files looked at anew" agree kid3
}

mpd_() {
  say "$(version mpd)"
  music mpd
  mkdir -p "$work/mpd"
  cat >"$work/mpd/conf" <<EOF
music_directory "$work/music/mpd"
db_file "$work/mpd/database"
bind_to_address "$work/mpd/socket"
audio_output {
  type "null"
  name "none"
}
EOF
  mpd --no-daemon "$work/mpd/conf" >"$work/mpd/log" 2>&1 &
  mpd_pid=$!
  "$python" "$here/real-programs/read_mpd.py" "$work/mpd/socket" "$work/music/mpd" >/dev/null ||
    tail -5 "$work/mpd/log"
  # MPD, too, reads only the files whose time moved on.
  "$tonearm" tag --json --mtime touch "${sure[@]}" "$work/music/mpd" >"$work/mpd.written"
  "$python" "$here/real-programs/read_mpd.py" "$work/mpd/socket" "$work/music/mpd" >"$work/mpd.read"
  kill "$mpd_pid"
  # MPD 0.23 knows no mood.
  check "MPD: 'tonearm tag --mtime touch', then the command update" agree mpd genre
}

wanted() {
  local each
  (($# == 1)) && return 0
  for each in "${@:2}"; do [[ $each == "$1" ]] && return 0; done
  return 1
}

# run NAME PROGRAM FUNCTION PACKAGE [NAMES...]
run() {
  local name=$1 program=$2 function=$3 package=$4
  shift 4
  wanted "$name" "$@" || return 0
  if installed "$program"; then
    "$function"
  else
    skip "$name" "$program is not installed (Debian: apt-get install $package)"
  fi
}

"$python" -c 'import mutagen' 2>/dev/null || {
  echo "python3-mutagen is needed (Debian: apt-get install python3-mutagen)"
  exit 2
}
# Built first, so that nothing of the build comes between.
"$tonearm" --version || exit 2
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
export XDG_RUNTIME_DIR=$work/runtime TONEARM_HOME=$work/home PYTHONDONTWRITEBYTECODE=1
mkdir -p -m 700 "$work/tmp" "$XDG_RUNTIME_DIR" "$work/pieces" "$work/music"

TONEARM_JAVA_OPTS=-Djava.io.tmpdir=$work/tmp "$tonearm" demo >/dev/null 2>&1
"$python" "$here/real-programs/pieces.py" "$work/tmp" "$work/pieces" "$work/music/fifty" || exit 2

run beets beet beets beets "$@"
if installed Xvfb; then
  run quodlibet quodlibet quodlibet_ quodlibet "$@"
else
  wanted quodlibet "$@" && skip quodlibet "Xvfb is not installed (Debian: apt-get install xvfb)"
fi
run picard picard picard_ picard "$@"
run kid3 kid3-cli kid3 kid3-cli "$@"
run mpd mpd mpd_ mpd "$@"

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0))
