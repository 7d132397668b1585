#!/usr/bin/env bash
# Builds jars and packages twice, from two copies of the committed sources at different places, and
# compares them byte by byte. Takes some minutes.  installer/build-twice.sh [FOLDER]
set -euo pipefail
unset CDPATH
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
for copy in one another; do
  rm -rf "${folder:?}/$copy"
  git -C "$root" clone -q --no-hardlinks . "$folder/$copy" 2>/dev/null || git clone -q "$root" "$folder/$copy"
  (cd "$folder/$copy" && mvn -q -B -o -Pinstaller -DskipTests -Dspotless.check.skip=true package)
done
cd "$folder"
sums() { (cd "$1" && find installer/target/package installer/target/tonearm/lib -type f -name '*tonearm*' -print0 |
  sort -z | xargs -0 sha256sum); }
sums one >one.sums
sums another >another.sums
cat one.sums
if diff one.sums another.sums; then
  echo "The same, byte by byte."
else
  echo "They differ." >&2
  exit 1
fi
