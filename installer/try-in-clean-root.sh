#!/usr/bin/env bash
# Installs a package of Tonearm in a Debian that holds nothing else, and uses it as a stranger would:
# as an ordinary user, without a network.
#
#   installer/try-in-clean-root.sh PACKAGE.deb [BEFORE.deb]
#
# With BEFORE.deb, a package of an older build, that one is installed and used first, and then
# upgraded. The rest is the same. To be run by root. Needs debootstrap, Xvfb, python3-mutagen and a
# Debian mirror; the mirror is that of this system, or MIRROR. The clean root is kept as a file in
# CACHE for the next time, if that is set. PICTURES, if set, is a folder that gets pictures. With KEEP=yes
# the root is left for a look.
set -euo pipefail
unset CDPATH

package=$(readlink -f "${1:?"usage: try-in-clean-root.sh PACKAGE.deb [BEFORE.deb]"}")
before=${2:+$(readlink -f "$2")}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

step() { printf '\n== %s\n' "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
say() { printf '   %s\n' "$*"; }

# Everything that is mounted goes with this process.
if [[ ${IN_OWN_SPACE-} != yes ]]; then
  [[ $EUID -eq 0 ]] || fail "this is to be run by root: it makes a system of its own in a folder"
  for tool in debootstrap Xvfb unshare; do
    command -v "$tool" >/dev/null || fail "$tool is missing (Debian: apt install debootstrap xvfb util-linux)"
  done
  /usr/bin/python3 -c 'import mutagen' || fail "mutagen is missing (Debian: apt install python3-mutagen)"
  IN_OWN_SPACE=yes exec unshare --mount --propagation private "${BASH_SOURCE[0]}" "$@"
fi

root=$(mktemp -d "${TMPDIR:-/tmp}/tonearm-clean-XXXXXX")
xvfb=
watch=
panel=
finish() {
  [[ -z $watch ]] || pkill -P "$watch" || :
  [[ -z $panel ]] || pkill -P "$panel" || :
  [[ -z $xvfb ]] || kill "$xvfb" 2>/dev/null || :
  umount -R -l "$root" 2>/dev/null || :
  [[ -n ${KEEP-} ]] || rm -rf --one-file-system "$root"
}
trap finish EXIT

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive "$@"; }
# As an ordinary user without a network, with nothing of this system's environment.
as_user() {
  unshare --net chroot --userspec=listener:listener "$root" /usr/bin/env -i \
    PATH=/usr/bin:/bin HOME=/home/listener USER=listener LANG=C.UTF-8 ${DISPLAY_WITHIN:+DISPLAY="$DISPLAY_WITHIN"} \
    sh -c 'cd && exec "$@"' sh "$@"
}
# CPU seconds of a command and what it started; its output goes to the file named first.
cpu() {
  local file=$1
  shift
  local TIMEFORMAT='%U %S'
  { time as_user "$@" >"$file" 2>"$file.err"; } 2>&1 | awk '{ printf "%.1f", $1 + $2 }'
}
# Genre and mood of a file, read from outside by mutagen.
tags() {
  /usr/bin/python3 - "$@" <<'PY'
import sys, mutagen
for name in sys.argv[1:]:
    tags = mutagen.File(name).tags or {}
    shown = {}
    for key in tags.keys() if hasattr(tags, 'keys') else []:
        value = tags[key]
        if key in ('TCON',) or key.lower() in ('genre', 'mood') or key.endswith(':MOOD') or key == 'TMOO':
            shown[key] = str(value)
    print(name.rsplit('/', 1)[-1], shown)
PY
}

step "a Debian with nothing in it"
mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  sed -n 's/^URIs: //p; s/^deb \(\[[^]]*\] \)\?\(http[^ ]*\) .*/\2/p' | head -1 || :)}
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
kept=${CACHE:+$CACHE/clean-$codename.tar}
if [[ -n $kept && -e $kept ]]; then
  tar -C "$root" -xf "$kept"
else
  debootstrap --variant=minbase "$codename" "$root" "$mirror" >"$root.log" 2>&1 ||
    { tail -5 "$root.log"; fail "debootstrap"; }
  rm -f "$root.log"
  if [[ -n $kept ]]; then
    mkdir -p "$CACHE" && tar -C "$root" -cf "$kept" .
  fi
fi
mount --bind "$root" "$root" # a system's root is a mount, by which free space is told
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || :
in_root useradd -m listener
in_root apt-get update -qq >/dev/null
say "$(du -smx "$root" | cut -f1) MB, without Java: $(in_root sh -c 'command -v java || echo none')"

install_package() { # FILE
  cp "$1" "$root/tmp/tonearm.deb"
  in_root apt-get install -y -qq /tmp/tonearm.deb >"$root/tmp/apt.log" 2>&1 || { tail -20 "$root/tmp/apt.log"; fail "install"; }
  rm "$root/tmp/tonearm.deb"
  say "$(in_root dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} KiB' tonearm)"
}

home=$root/home/listener
data=$home/.local/share/tonearm

step "install ${before:+"the build before"}"
install_package "${before:-$package}"

doctor() {
  say "first start: $(cpu "$root/tmp/doctor" tonearm doctor) CPU s (tonearm doctor)"
  cat "$root/tmp/doctor"
  ! grep -q FAULT "$root/tmp/doctor" || fail "doctor tells a fault"
  say "again: $(cpu "$root/tmp/doctor" tonearm doctor) CPU s"
}

step "tonearm --help, tonearm doctor"
as_user tonearm --help >"$root/tmp/help" || fail "--help"
grep -q 'tonearm tag' "$root/tmp/help" || fail "--help tells nothing"
doctor

step "tonearm demo"
say "$(cpu "$root/tmp/demo" tonearm demo) CPU s"
cat "$root/tmp/demo"
grep -q . "$root/tmp/demo" || { cat "$root/tmp/demo.err"; fail "demo"; }
music=$(echo "$root"/tmp/tonearm-demo-*/music)
tags "$music"/*.flac "$music"/*.mp3 | head -4

# A song of the demo without its genre and mood, as it might come from elsewhere.
song=$(find "$music" -name '*.flac' | sort | head -1)
strip_tags() { # FROM TO
  cp "$1" "$2"
  /usr/bin/python3 -c '
import sys, mutagen
f = mutagen.File(sys.argv[1])
for key in ("genre", "mood"):
    if key in f.tags:
        del f.tags[key]
f["title"] = ["Arrived"]
f.save()' "$2"
  chroot "$root" chown listener:listener "${2#"$root"}"
}

if [[ -n $before ]]; then
  step "the build before at work: configuration, index, journal"
  chroot "$root" install -d -o listener -g listener /home/listener/Old /home/listener/.config/tonearm
  strip_tags "$song" "$home/Old/old.flac"
  printf '[tagging]\nprovenance = true\n' >"$home/old.toml"
  configuration=$(as_user tonearm config 2>/dev/null | sed -n 's/^# \([^ ]*tonearm.toml\).*/\1/p' | head -1)
  mkdir -p "$(dirname "$root$configuration")"
  mv "$home/old.toml" "$root$configuration"
  chroot "$root" chown -R listener:listener /home/listener
  as_user tonearm tag /home/listener/Old
  tags "$home/Old/old.flac"
  ls "$data"

  step "upgrade"
  rm -rf "$home/.javacpp" # the build before may have unpacked its libraries there
  install_package "$package"
  doctor
  as_user tonearm history | tee "$root/tmp/history"
  grep -q '/home/listener/Old' "$root/tmp/history" || fail "the old run is not in the history"
  find "$data" -maxdepth 1 -name 'journal*' -printf '   %f\n' | sort
  find "$data" -maxdepth 1 -name 'journal*' | grep -Eq 'journal.*(backup|before|v[0-9])' ||
    say "no backup: the journal had the newest form already"
  as_user tonearm config | grep -q 'provenance.*true.*tonearm.toml' || fail "the configuration does not hold"
  as_user tonearm tag --dry-run /home/listener/Old
  as_user tonearm undo --last
  tags "$home/Old/old.flac" | grep -q '{}' || fail "what the build before wrote was not taken back"
  say "what the build before wrote was taken back"
fi

step "tonearm panel --pictures, without a screen"
as_user tonearm panel --pictures /home/listener/pictures
[[ $(find "$home/pictures" -name '*.png' -size +10k | wc -l) -ge 12 ]] || fail "pictures"

step "tonearm panel on a screen (Xvfb)"
mkdir -p /tmp/.X11-unix "$root/tmp/.X11-unix"
mkfifo "$root/display"
exec 9<>"$root/display"
Xvfb -displayfd 9 -screen 0 1200x820x24 -ac -nolisten tcp -fbdir "$root/home" >/dev/null 2>&1 &
xvfb=$!
read -r -t 20 number <&9 || fail "Xvfb does not start"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
DISPLAY_WITHIN=:$number
as_user tonearm panel "/tmp/${music#"$root/tmp/"}" >"$root/tmp/panel" 2>&1 &
panel=$!
colours() {
  /usr/bin/python3 - "$root/home/Xvfb_screen0" "${1-}" <<'PY'
import struct, sys, zlib
data = open(sys.argv[1], 'rb').read()
head = struct.unpack('>25I', data[:100])
width, height, line = head[4], head[5], head[12]
pixels = data[head[0] + head[19] * 12:]
rows = [pixels[y * line:y * line + width * 4] for y in range(height)]
print(len({row[i:i + 4] for row in rows[::4] for i in range(0, width * 4, 16)}))
if sys.argv[2]:
    def chunk(kind, body):
        return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))
    def rgb(row):
        out = bytearray(width * 3)
        out[0::3], out[1::3], out[2::3] = row[2::4], row[1::4], row[0::4]
        return b'\0' + bytes(out)
    with open(sys.argv[2], 'wb') as png:
        png.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>2I5B', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(b''.join(map(rgb, rows)), 9)) + chunk(b'IEND', b''))
PY
}
shown=0
for _ in $(seq 60); do
  kill -0 "$panel" 2>/dev/null || { cat "$root/tmp/panel"; fail "the panel ended"; }
  shown=$(colours)
  [[ $shown -lt 40 ]] || break
  sleep 1
done
sleep 2
shown=$(colours "${PICTURES:+$PICTURES/panel-in-clean-root.png}")
say "the screen shows $shown colours"
[[ $shown -ge 40 ]] || { cat "$root/tmp/panel"; fail "the panel shows nothing"; }
pkill -P "$panel" || :
wait "$panel" || :
panel=
kill "$xvfb"
xvfb=
umount "$root/tmp/.X11-unix"
DISPLAY_WITHIN=

step "tonearm watch tags what is dropped"
chroot "$root" install -d -o listener -g listener /home/listener/Music
as_user tonearm watch --settle 1s /home/listener/Music >"$root/tmp/watch" 2>&1 &
watch=$!
for _ in $(seq 60); do
  ! grep -q Watching "$root/tmp/watch" || break
  sleep 0.5
done
strip_tags "$song" "$home/arriving.part"
tags "$home/arriving.part" | grep -q '{}' || fail "the dropped file has tags already"
mv "$home/arriving.part" "$home/Music/arrived.flac"
for _ in $(seq 120); do
  tags "$home/Music/arrived.flac" 2>/dev/null | grep -q '{}' || break
  sleep 0.5
done
cat "$root/tmp/watch"
tags "$home/Music/arrived.flac" | tee "$root/tmp/arrived"
! grep -q '{}' "$root/tmp/arrived" || fail "the dropped file was not tagged"
as_user tonearm watch --status || fail "watch --status"
pkill -P "$watch"
wait "$watch" || :
watch=

step "train without the training pack"
as_user tonearm train --task genre --manifest no.csv --id x-1 --out x 2>"$root/tmp/train" && fail "train went on" || :
cat "$root/tmp/train"
grep -q 'training pack' "$root/tmp/train" || fail "the error does not name the pack"

step "tonearm doctor --report"
as_user tonearm doctor --report /home/listener/report.zip | tail -1
/usr/bin/python3 - "$home/report.zip" <<'PY' || fail "the report names files"
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    text = '\n'.join(z.read(n).decode() for n in z.namelist())
    print('  ', z.namelist())
    sys.exit(any(word in text for word in ('listener', 'arrived', '/home')))
PY

step "manuals, completions, unit, menu"
for file in /usr/share/man/man1/tonearm-tag.1.gz /usr/share/bash-completion/completions/tonearm \
  /usr/share/zsh/vendor-completions/_tonearm /usr/share/fish/vendor_completions.d/tonearm.fish \
  /usr/lib/systemd/user/tonearm-watch.service /usr/share/applications/tonearm.desktop \
  /usr/share/icons/hicolor/256x256/apps/tonearm.png /usr/share/doc/tonearm/third-party.txt.gz; do
  [[ -s $root$file ]] || fail "$file is missing"
done
! find "$home/.javacpp" -type f 2>/dev/null | grep . || fail "something was unpacked into the home folder"
! find "$root/etc/systemd" "$home/.config/systemd" -name 'tonearm*' 2>/dev/null | grep . || fail "the unit is enabled"
say "all there; nothing unpacked, nothing enabled"

step "remove"
in_root apt-get remove -y -qq tonearm >/dev/null 2>&1 || fail "remove"
left=$(find "$root/opt" "$root/usr" -name '*tonearm*' -not -path '*/doc/*' 2>/dev/null | head || :)
[[ -z $left && ! -e $root/opt/tonearm ]] || fail "left behind: $left"
[[ -e $data/journal.db ]] || fail "the journal went with the program"
say "gone; the user's journal and index stayed"

printf '\nAll well.\n'
