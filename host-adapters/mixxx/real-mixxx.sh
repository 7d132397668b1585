#!/usr/bin/env bash
# Mixxx itself, under Xvfb: it scans a folder; Tonearm fills crates in its database; Mixxx opens that
# again and keeps them. Listens with the models that ship. Usage: real-mixxx.sh [FOLDER], a scratch
# folder. Ends with 0 if all is well, or if a program is missing, which it names.
set -euo pipefail
unset CDPATH
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tonearm=${TONEARM:-$root/tonearm}

for program in mixxx Xvfb ffmpeg sqlite3; do
  command -v "$program" >/dev/null || {
    echo "SKIPPED: $program is not installed (Debian: apt install mixxx xvfb ffmpeg sqlite3)."
    exit 0
  }
done

work=${1:-$(mktemp -d)}
mkdir -p "$work/music" "$work/home" "$work/settings"
database=$work/settings/mixxxdb.sqlite
export TONEARM_HOME=$work/tonearm

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

display=${DISPLAY_NUMBER:-93}
Xvfb :"$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true' EXIT
sleep 2

# Runs Mixxx until a query on its database answers with more than 0, for at most 60 s, and ends it. On
# one processor: with more, the scanner of 2.3 now and then ends before its own tasks, and adds nothing.
mixxx_until() {
  local only=()
  command -v taskset >/dev/null && only=(taskset -c 0)
  HOME=$work/home DISPLAY=:$display QT_QPA_PLATFORM=xcb \
    "${only[@]}" mixxx --settingsPath "$work/settings/" >"$work/mixxx.log" 2>&1 &
  local pid=$! found=0
  for _ in $(seq 60); do
    sleep 1
    found=$(sqlite3 -readonly "$database" "$1" 2>/dev/null || echo 0)
    [[ $found -gt 0 ]] && break
  done
  sleep 3
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  [[ $found -gt 0 ]]
}

pieces=$("$tonearm" demo 2>&1 >/dev/null | sed -n 's/^Making a small collection in \(.*\) …$/\1/p')
[[ -d $pieces ]] || fail "the demo's pieces could not be made"
# Without their tags, since the demo has filled these already.
while IFS= read -r piece; do
  ffmpeg -v error -nostdin -y -i "$piece" -map 0:a -map_metadata -1 -c copy -bitexact \
    "$work/music/$(basename "$piece")" || true
done < <(find "$pieces" -type f | sort)

echo "1. Mixxx makes its database"
mixxx_until "SELECT count(*) FROM settings WHERE name = 'mixxx.schema.version'" ||
  fail "Mixxx made no database"
# What its first question, for the music folder, would have it do.
sqlite3 "$database" "INSERT OR IGNORE INTO directories VALUES ('$work/music'); DELETE FROM LibraryHashes;"
printf '[Library]\nRescanOnStartup 1\n' >"$work/settings/mixxx.cfg"

echo "2. Mixxx scans the folder"
mixxx_until "SELECT count(*) FROM library" || fail "Mixxx found no tracks"
sqlite3 "$database" "SELECT 'schema ' || value FROM settings WHERE name = 'mixxx.schema.version'"
before=$(sqlite3 "$database" "SELECT count(*) FROM library")

echo "3. Tonearm lists $before tracks and fills crates"
"$tonearm" host mixxx scan --library "$database" | tail -2
"$tonearm" host mixxx export --library "$database" --crates
ours="SELECT count(*) FROM crates c JOIN crate_tracks t ON t.crate_id = c.id WHERE c.name LIKE '%(Tonearm)'"
filled=$(sqlite3 "$database" "$ours")
[[ $filled -gt 0 ]] || fail "no crate was filled"

echo "4. Mixxx opens the database and keeps $filled places in crates"
: >"$work/settings/mixxx.log"
mixxx_until "$ours" || fail "the crates are gone"
[[ $(sqlite3 "$database" "$ours") == "$filled" ]] || fail "Mixxx changed the crates"
[[ $(sqlite3 "$database" "SELECT count(*) FROM library") == "$before" ]] || fail "tracks are gone"
[[ $(sqlite3 "$database" "PRAGMA integrity_check") == ok ]] || fail "the database is damaged"
grep -qi 'Critical' "$work/settings/mixxx.log" && fail "Mixxx complains: $work/settings/mixxx.log"
sqlite3 "$database" \
  "SELECT c.name || ': ' || count(*) FROM crates c JOIN crate_tracks t ON t.crate_id = c.id GROUP BY c.id"
echo "OK"
