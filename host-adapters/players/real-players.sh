#!/usr/bin/env bash
# Rhythmbox and Strawberry themselves, under Xvfb: they scan a folder, Tonearm tags the files that they
# list, and after the refresh that the pages tell their own databases hold what was written. Listens
# with the models that ship. Usage: real-players.sh [FOLDER], a scratch folder. Ends with 0 if all is
# well, or if a program is missing, which it names.
set -euo pipefail
unset CDPATH
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tonearm=${TONEARM:-$root/tonearm}

for program in rhythmbox strawberry dbus-run-session Xvfb ffmpeg sqlite3; do
  command -v "$program" >/dev/null || {
    echo "SKIPPED: $program is not installed (Debian: apt install rhythmbox strawberry dbus xvfb ffmpeg sqlite3)."
    exit 0
  }
done

work=${1:-$(mktemp -d)}
mkdir -p "$work/home" "$work/rhythmbox" "$work/strawberry"
export TONEARM_HOME=$work/tonearm
rhythmdb=$work/home/.local/share/rhythmbox/rhythmdb.xml
database=$work/home/.local/share/strawberry/strawberry/strawberry.db

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

display=${DISPLAY_NUMBER:-94}
Xvfb :"$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true' EXIT
sleep 2

# Runs a program for some seconds in a session of its own, then has it end as its user would.
for_seconds() {
  local seconds=$1 quit=$2
  shift 2
  HOME=$work/home DISPLAY=:$display GSETTINGS_BACKEND=keyfile XDG_RUNTIME_DIR=$work \
    dbus-run-session bash -c '"${@:3}" & sleep "$1"; eval "$2"; sleep 5; kill %1 2>/dev/null; wait' \
    session "$seconds" "$quit" "$@" >"$work/program.log" 2>&1 || true
}

pieces=$("$tonearm" demo 2>&1 >/dev/null | sed -n 's/^Making a small collection in \(.*\) …$/\1/p')
[[ -d $pieces ]] || fail "the demo's pieces could not be made"
# Without their tags, since the demo has filled these already.
while IFS= read -r piece; do
  for player in rhythmbox strawberry; do
    ffmpeg -v error -nostdin -y -i "$piece" -map 0:a -map_metadata -1 -c copy -bitexact \
      "$work/$player/$(basename "$piece")" || true
  done
done < <(find "$pieces" -type f | sort)

# How many lines of a program's own listing have the block in the comment.
blocks() {
  "$tonearm" host "$1" scan --json --library "$2" | grep -c '\[Tonearm: ' || true
}

echo "1. Rhythmbox $(dpkg-query -W -f '${Version}' rhythmbox 2>/dev/null) scans the folder"
settings=$work/home/.config/glib-2.0/settings
mkdir -p "$settings"
printf "[org/gnome/rhythmbox/rhythmdb]\nlocations=['file://%s']\nmonitor-library=true\n" \
  "$work/rhythmbox" >"$settings/keyfile"
for_seconds 30 'rhythmbox-client --quit' rhythmbox
[[ $(grep -c 'type="song"' "$rhythmdb") -gt 0 ]] || fail "Rhythmbox found no songs"
[[ $(blocks rhythmbox "$rhythmdb") == 0 ]] || fail "the files were tagged before"
"$tonearm" host rhythmbox tag --library "$rhythmdb" | tail -3
for_seconds 30 'rhythmbox-client --quit' rhythmbox
shown=$(blocks rhythmbox "$rhythmdb")
echo "   Rhythmbox shows $shown songs with what was written"
[[ $shown -gt 0 ]] || fail "Rhythmbox did not read the new tags"

echo "2. Strawberry $(dpkg-query -W -f '${Version}' strawberry 2>/dev/null) scans the folder"
for_seconds 15 true strawberry
sqlite3 "$database" "INSERT INTO directories VALUES ('$work/strawberry', 1)"
for_seconds 30 true strawberry
[[ $(sqlite3 "$database" 'SELECT count(*) FROM songs') -gt 0 ]] || fail "Strawberry found no songs"
[[ $(blocks strawberry "$database") == 0 ]] || fail "the files were tagged before"
"$tonearm" host strawberry tag --library "$database" | tail -3
for_seconds 30 true strawberry
shown=$(sqlite3 "$database" "SELECT count(*) FROM songs WHERE comment LIKE '%[Tonearm: %' AND genre <> ''")
echo "   Strawberry shows $shown songs with what was written"
[[ $shown -gt 0 ]] || fail "Strawberry did not read the new tags"
echo "OK"
