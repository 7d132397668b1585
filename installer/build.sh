#!/usr/bin/env bash
# Makes the packages of Tonearm for this system (Debian, x86-64) from what Maven gathered. Started by
#
#   mvn -Pinstaller -DskipTests package
#
# or by itself after a build:  installer/build.sh [OPTIONS]
#
#   --version V   version of the package (default: 0.1.0~snapshot)
#   --lib DIR     the jars, with the file "classpath" beside their folder (default: target/tonearm/lib)
#   --out DIR     where the packages go (default: target/package)
#   --whole       leave all jars as they are, and make the .deb alone: for builds of older sources
#   --fast        compress less, for trying out
#
# The same jars give the same packages, byte by byte; their time is that of the jars, or
# SOURCE_DATE_EPOCH.
set -euo pipefail
unset CDPATH
export LC_ALL=C TZ=UTC
umask 022

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
source=$here/src/packaging
version=0.1.0~snapshot
lib=$here/target/tonearm/lib
out=$here/target/package
whole=false
level=9
while (($#)); do
  case $1 in
    --version) version=$2 && shift ;;
    --lib) lib=$2 && shift ;;
    --out) out=$2 && shift ;;
    --whole) whole=true ;;
    --fast) level=1 ;;
    *) echo "build.sh: $1 is not known; see the head of this file" >&2 && exit 2 ;;
  esac
  shift
done
version=${version/-SNAPSHOT/~snapshot}
plain=${version%%[~+-]*}
stamp=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$here/../pom.xml")
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -d "$stamp" +%s)}
PATH=${JAVA_HOME:+$JAVA_HOME/bin:}$PATH

say() { echo "installer: $*" >&2; }
fail() {
  say "$1"
  say "  $2"
  exit 2
}

for tool in jlink jpackage java unzip zip fakeroot dpkg-deb dpkg-shlibdeps xz gzip; do
  command -v "$tool" >/dev/null ||
    fail "$tool is missing" "Debian: apt install openjdk-17-jdk unzip zip fakeroot dpkg-dev xz-utils"
done
[[ $(uname -sm) == "Linux x86_64" ]] ||
  fail "this makes packages for Linux on x86-64" "docs/install.md tells of other systems."
[[ -e $lib/../classpath ]] || fail "$lib is not there or not whole" "Run: mvn -DskipTests package"

mkdir -p "$out"
out=$(cd "$out" && pwd -P)
lib=$(cd "$lib" && pwd -P)
work=$out/.tonearm-work
# What was made before, and nothing else: the folder may be anyone's.
rm -rf "$work" "$out"/tonearm_*_amd64.deb "$out"/tonearm-*-linux-x86_64.{tar.gz,zip} \
  "$out"/tonearm-*-sbom.json "$out"/tonearm.{ico,icns}
mkdir -p "$work/input"

# matches NAME FILE: whether a name matches one of the patterns in a file
matches() {
  local pattern
  while read -r pattern; do
    # shellcheck disable=SC2254 # patterns are meant
    case $1 in $pattern) return 0 ;; esac
  done <"$2"
  return 1
}

say "Java runtime …"
jlink --add-modules "$(paste -sd, "$source/modules.txt")" --output "$work/runtime" \
  --strip-java-debug-attributes --no-header-files --no-man-pages --include-locales=en,de --vm=server
find "$work/runtime/bin" -type f ! -name java -delete

say "parts …"
natives=$work/natives
# Loaded from a folder as they are: nothing is unpacked at the first start.
take_natives() {
  unzip -q "$1" 'org/bytedeco/*.so*' -d "$natives" \
    -x '*avfilter*' '*avdevice*' '*swscale*' '*libjniopenblas.so' '*libjniopenblas_full.so' 2>/dev/null ||
    [[ $? -eq 1 ]] # not every jar has what is left out
}
order=()
while IFS= read -r jar || [[ -n $jar ]]; do
  name=${jar##*/}
  if ! $whole; then
    case $name in
      nd4j-native-1*-linux-x86_64.jar) continue ;; # the plain build beside the one for AVX2 is never used
      ffmpeg-*-linux-x86_64.jar | openblas-*-linux-x86_64.jar | javacpp-*-linux-x86_64.jar)
        take_natives "$lib/$name"
        # ND4J wants all of OpenBLAS, under its own names.
        [[ $name != openblas-* ]] || install -Dm644 "$lib/$name" "$work/packs/training/$name"
        continue
        ;;
    esac
    for pack in cuda training; do
      if matches "$name" "$source/$pack.txt"; then
        mkdir -p "$work/packs/$pack"
        cp "$lib/$name" "$work/packs/$pack/"
        continue 2
      fi
    done
  fi
  cp "$lib/$name" "$work/input/"
  order+=("$name")
done < <(tr ':' '\n' <"$lib/../classpath")
printf '%s\n' "${order[@]}" >"$work/input/order"
if ! $whole; then
  # The name under which the Java side asks for it; under the other one it would be copied first.
  mv "$natives"/org/bytedeco/openblas/linux-x86_64/libopenblas{,_nolapack}.so.0
  sqlite=("$work"/input/sqlite-jdbc-*.jar)
  mkdir "$natives/sqlite"
  unzip -qj "${sqlite[0]}" org/sqlite/native/Linux/x86_64/libsqlitejdbc.so -d "$natives/sqlite"
  zip -qd "${sqlite[0]}" 'org/sqlite/native/*'
fi

# Of these jars: what was prepared for others, and packs beside others, don't count.
id=$(cd "$work/input" && sha256sum -- * | sha256sum | cut -c1-16)
echo "$id" >"$work/input/id"

say "manuals, completions, icon, notices …"
files=$work/files
java -Djava.awt.headless=true -cp "$here/target/classes:$here/target/tonearm/lib/*" \
  org.tonearm.installer.PackageFiles "$files" "$version" "$SOURCE_DATE_EPOCH" "$here/target/runtime-classpath" \
  "$here/licences"
cp "$files"/tonearm.ico "$files"/tonearm.icns "$out/"
install -Dm644 "$source/tonearm.desktop" "$files/share/applications/tonearm.desktop"
install -m644 "$here/../LICENSE" "$here/../NOTICE" "$files/share/doc/tonearm/"
if [[ -e $here/target/sbom.json ]]; then
  cp "$here/target/sbom.json" "$files/share/doc/tonearm/"
  cp "$here/target/sbom.json" "$out/tonearm-$version-sbom.json"
fi

say "image …"
main=$(cd "$work/input" && echo tonearm-standalone-*.jar)
jpackage --type app-image --name tonearm --app-version "$plain" --input "$work/input" \
  --main-jar "$main" --main-class org.tonearm.standalone.Main --runtime-image "$work/runtime" \
  --icon "$files/share/icons/hicolor/256x256/apps/tonearm.png" --dest "$work"
image=$work/tonearm
# In place of the program that jpackage starts Java with: what must stand in the environment before
# Java starts can only be put there by a script.
install -m755 "$source/tonearm" "$image/bin/tonearm"
rm -f "$image/lib/libapplauncher.so" "$image/lib/app/tonearm.cfg"
[[ ! -d $natives ]] || cp -r "$natives" "$image/lib/natives"
find "$image" -name '*.so*' -exec chmod 644 {} +
find "$image" "$work/files" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +

# What of the system these libraries need, as Debian names it.
needs() {
  mkdir -p "$work/needs/debian"
  printf 'Source: tonearm\nPackage: tonearm\nArchitecture: amd64\n' >"$work/needs/debian/control"
  local -a where=()
  local folder
  while read -r folder; do where+=("-l$folder"); done < <(find "$image/lib" -name '*.so*' -printf '%h\n' | sort -u)
  (cd "$work/needs" && dpkg-shlibdeps -O --ignore-missing-info "${own[@]}" "${where[@]}" "$@" 2>/dev/null) |
    sed -n 's/^shlibs:Depends=//p'
}
# What lies beside them is not asked of the system.
own=(-xlibdrm2 -xlibva2 -xlibva-drm2 -xlibgfortran5 -xlibquadmath0)
screen='libawt_xawt|libjawt|libsplashscreen|libjsound'
mapfile -t libraries < <(find "$image/lib" -name '*.so*' | sort | grep -Ev "/($screen)\.so")
mapfile -t screens < <(find "$image/lib" -name '*.so*' | sort | grep -E "/($screen)\.so")
depends=$(needs "${libraries[@]}")
recommends=$(needs "${screens[@]}" | tr ',' '\n' | grep -Ev 'libc6|zlib1g' | paste -sd, | sed 's/^ //')

control() { # SIZE
  sed -e "s|@VERSION@|$version|" -e "s|@SIZE@|$1|" -e "s|@DEPENDS@|$depends|" \
    -e "s|@RECOMMENDS@|$recommends|" "$source/control"
}

say "Debian package …"
mkdir "$work/resources"
control 0 >"$work/resources/control"
cp "$source/postinst" "$source/prerm" "$work/resources/"
DPKG_DEB_COMPRESSOR_TYPE=none jpackage --type deb --name tonearm --app-image "$image" --app-version "$plain" \
  --resource-dir "$work/resources" --dest "$work/jpackage"
# jpackage puts files below /opt alone. Manuals and the like have their places elsewhere.
root=$work/root
dpkg-deb -R "$work"/jpackage/*.deb "$root"
rm -f "$root"/DEBIAN/{postrm,preinst}
install -m755 "$source/postinst" "$source/prerm" "$root/DEBIAN/"
mkdir -p "$root/usr/bin" "$root/usr/lib/systemd/user"
ln -s /opt/tonearm/bin/tonearm "$root/usr/bin/tonearm"
cp -r "$files/share" "$root/usr/"
mv "$root"/usr/share/systemd/user/* "$root/usr/lib/systemd/user/"
rm -r "$root/usr/share/systemd"
cp "$here/../NOTICE" "$root/usr/share/doc/tonearm/copyright"
gzip -9n "$root"/usr/share/man/man1/*.1 "$root/usr/share/doc/tonearm/third-party.txt"
rm -rf "$root/opt/tonearm/lib/app/.jpackage.xml" "$root/opt/tonearm/share"
find "$root/opt" "$root/usr" -type f ! -perm /111 -exec chmod 644 {} +
control "$(du -sk --apparent-size "$root" | cut -f1)" >"$root/DEBIAN/control"
(cd "$root" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod 644 "$root"/DEBIAN/{control,md5sums}
find "$root" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --threads-max=1 -Zxz -z"$level" -b "$root" "$out/tonearm_${version}_amd64.deb" >&2

if ! $whole; then
  say "archives …"
  rm -f "$image/lib/app/.jpackage.xml"
  cp -r "$files/share" "$image/"
  find "$image" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
  name=tonearm-$version-linux-x86_64
  tar=(tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner)
  "${tar[@]}" -C "$work" -c tonearm | gzip -n"$level" >"$out/$name.tar.gz"
  (cd "$work" && find tonearm | sort | zip -qX"$level" -@ "$out/$name.zip")
  # Executors on other machines are sent jars, and can't use the natives that lie in this folder.
  spark=$here/../host-adapters/spark/pack/target/spark
  if [[ -d $spark ]]; then
    [[ -e $spark/../runtime-classpath ]] ||
      fail "the Spark pack is of an older build" "Run: mvn -f host-adapters/spark/pack package"
    mkdir -p "$work/packs"
    cp -r "$spark" "$work/packs/spark"
    mkdir "$work/packs/spark/natives"
    cp "$lib"/{ffmpeg,openblas,javacpp}-*-linux-x86_64.jar "$lib"/sqlite-jdbc-*.jar "$work/packs/spark/natives/"
    java -cp "$here/target/classes:$here/target/tonearm/lib/*" org.tonearm.installer.PackNotices \
      "$work/packs/spark/third-party-spark.txt" "$spark/../runtime-classpath" "$here/licences"
  fi
  for pack in training cuda spark; do
    if [[ -d $work/packs/$pack ]]; then
      echo "$id" >"$work/packs/$pack/id"
      cp "$files/share/doc/tonearm/"{LICENSE,NOTICE,third-party.txt} "$work/packs/$pack/"
      "${tar[@]}" -C "$work" -c "packs/$pack" | gzip -n1 >"$out/tonearm-$pack-$version-linux-x86_64.tar.gz"
    fi
  done
fi

installed=$(du -sm --apparent-size "$root" | cut -f1)
rm -rf "$work"
say "installed: $installed MB"
(cd "$out" && ls -l --block-size=MB -- tonearm* | awk 'NF > 8 { print "installer: " $5 "  " $9 }') >&2
