#!/usr/bin/env bash
# The long trial of cluster jobs, on a real standalone cluster of two workers on this machine:
#
#   mvn -DskipTests package
#   host-adapters/spark/cluster-trial.sh FOLDER [COUNT [REAL]]
#   host-adapters/spark/cluster-trial.sh cost FOLDER [COUNT]
#
# The first makes COUNT pieces (2000), 1 % of them damaged, adds the recordings of the folder REAL,
# and runs analyze, plan, apply, report and undo over them; an executor is killed in the middle, and
# later the driver. It ends with 0 if all counts match, scores are those of the command line, and
# mutagen and ffmpeg find every file as it should be. With S3=1 a part is done again over s3a, against
# S3Proxy on loopback. The second measures hearing by the command line, on one executor and on two, and
# a plan: seconds by the clock, and CPU seconds of driver, master, workers and executors together. No
# two of its pieces are alike, since the command line listens to a copy once; recordings of your own can
# lie in FOLDER/library instead.
# Both tell how much memory the executors held (Linux only).
# Needs ffmpeg and mutagen (Debian: ffmpeg python3-mutagen), and a JDK 17 or 21.
set -euo pipefail
unset CDPATH
export LC_ALL=C.UTF-8 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$here/../..
mode=trial
if [[ ${1-} == cost ]]; then
  mode=cost
  shift
fi
folder=$(mkdir -p "${1:?name a folder}" && cd "$1" && pwd -P)
count=${2:-2000}
real=${3-}
seconds=${SECONDS_A_PIECE:-12}
port=${PORT:-17077}
lib=$root/installer/target/tonearm/lib
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
processes=()
watcher=
python=/usr/bin/python3 # Debian's, which has Debian's mutagen
"$python" -c 'import mutagen' 2>/dev/null || python=python3

say() { echo "cluster-trial: $*" >&2; }
fail() {
  say "$*"
  exit 1
}
stop() { # with their children: executors, and the server of objects
  for p in "${processes[@]}" $watcher; do
    pkill -9 -P "$p" 2>/dev/null || :
    kill -9 "$p" 2>/dev/null || :
  done
}
trap stop EXIT
trap 'say "line $LINENO failed"' ERR

"$python" -c 'import mutagen' || fail "install python3-mutagen"
[[ -d $lib ]] || fail "$lib is not there; run: mvn -DskipTests package"
[[ -d $here/target/test-classes ]] || fail "run: mvn -DskipTests package"

opens=()
for name in lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic; do
  opens+=("--add-opens=java.base/java.$name=ALL-UNNAMED")
done
for name in nio.ch nio.cs security.action util.calendar; do
  opens+=("--add-opens=java.base/sun.$name=ALL-UNNAMED")
done

# Spark's jars of this build, and S3's, as a home of Spark. Natives come to executors with the job, as
# they do to those of another machine.
export SPARK_HOME=$folder/spark
mkdir -p "$SPARK_HOME/jars" "$SPARK_HOME/conf"
touch "$SPARK_HOME/RELEASE"
if [[ ! -e $folder/classpath ]]; then
  (cd "$root" && mvn -q -B -pl host-adapters/spark dependency:build-classpath -DincludeScope=test \
    -Dmdep.outputFile="$folder/classpath") >&2
  tr ':' '\n' <"$folder/classpath" | grep -v -e '/org/tonearm/' -e /nd4j- -e /logback- -e /org/bytedeco/ |
    xargs -I{} ln -sf {} "$SPARK_HOME/jars/"
fi
own=$(ls "$lib"/tonearm-*.jar | paste -sd:)
needed=$(ls "$lib"/*.jar | grep -v -e /nd4j- -e /deeplearning4j- -e /logback-)
jars=$(paste -sd, <<<"$needed")

launch=("$java" "${opens[@]}" -Xmx1g -Dlog4j2.configurationFile=org/tonearm/spark/log4j2.properties)
run() { "${launch[@]}" "$@"; }
daemon() { # CLASS ARGUMENTS
  "${launch[@]}" -cp "$SPARK_HOME/jars/*" "$@" >>"$folder/daemons.log" 2>&1 &
  processes+=($!)
}
cluster() { # STAGE ARGUMENTS
  local stage=$1
  shift
  run -Dtonearm.cluster.jars="$jars" -cp "$SPARK_HOME/jars/*:$(paste -sd: <<<"$needed")" \
    org.tonearm.spark.command.ClusterMain "$stage" --master "spark://127.0.0.1:$port" \
    --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=4 \
    --conf spark.executor.memory=1500m --conf spark.executor.cores=1 \
    --conf spark.driver.host=127.0.0.1 ${CORES:+--conf spark.cores.max=$CORES} "$@"
}

# CPU seconds of this script, the master and the workers, with all of their children that ended.
cpu() {
  "$python" - $$ "${processes[@]}" <<'P'
import os, sys
ticks = sum(sum(map(int, open(f'/proc/{p}/stat').read().rsplit(')', 1)[1].split()[11:15])) for p in sys.argv[1:])
print(ticks / os.sysconf('SC_CLK_TCK'))
P
}
measured() { # NAME COMMAND: tells what a command took
  local name=$1 begun used
  shift
  begun=$(date +%s.%N) used=$(cpu)
  "$@" || [[ $? -eq 1 ]]
  sleep 2 # executors end after the driver
  "$python" - "$name" "$begun" "$used" "$(date +%s.%N)" "$(cpu)" "$folder/plain" <<'P'
import os, sys
name, *times, plain = sys.argv[1:]
begun, used, ended, all_used = map(float, times)
seconds, cpu = ended - begun - 2, all_used - used
if not os.path.exists(plain):
    open(plain, 'w').write(str(cpu))
share = cpu / float(open(plain).read())
print(f'{name:28} {seconds:7.1f} s  {cpu:7.1f} CPU s  {100 * share:5.1f} % of the command line', flush=True)
P
}
watch_memory() { # a line a second and executor: time, process, resident KiB of its own
  while sleep 1; do
    for p in $(executors); do
      echo "$EPOCHSECONDS $p $(sed -n 's/^RssAnon:\s*\([0-9]*\).*/\1/p' "/proc/$p/status" 2>/dev/null)"
    done
  done >>"$folder/memory"
}
tell_memory() {
  "$python" - "$folder/memory" <<'P'
import statistics, sys
held = {}
for line in open(sys.argv[1]):
    fields = line.split()
    if len(fields) == 3:
        held.setdefault(fields[1], []).append(int(fields[2]) / 1024)
for process, mib in held.items():
    if len(mib) >= 60:
        quarters = [statistics.mean(mib[len(mib) * i // 4 : len(mib) * (i + 1) // 4]) for i in range(4)]
        print(f'executor {process}: {len(mib)} s, MiB of memory of its own, mean of each quarter of its life: '
              + ', '.join(f'{q:.0f}' for q in quarters) + f'; at most {max(mib):.0f}')
P
}
executors() { for p in "${processes[@]}"; do pgrep -P "$p" || :; done; }
tonearm() { run -cp "$lib/*" org.tonearm.standalone.Main "$@"; }
count_of() { "$python" -c "import json,sys; print(json.loads(sys.argv[1])['$1'])" "$2"; }

say "cluster …"
daemon org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
sleep 4
for worker in 1 2; do
  daemon org.apache.spark.deploy.worker.Worker --cores 1 --memory 2G --webui-port 0 \
    --work-dir "$folder/work$worker" "spark://127.0.0.1:$port"
done
sleep 4

library=$folder/library
if [[ ! -d $library ]]; then
  say "$count pieces …"
  run -cp "$here/target/test-classes:$lib/*" org.tonearm.spark.bench.TrialFiles "$library" "$count" "$seconds" \
    "$([[ $mode == cost ]] && echo "$count" || echo 42)"
  [[ -z $real ]] || cp -r "$real" "$library/real"
fi

# Sound of every file, decoded; and its tags, as mutagen sees them.
sounds() {
  find "$library" -type f -print0 | sort -z | while IFS= read -r -d '' f; do
    printf '%q %s\n' "$f" "$(ffmpeg -nostdin -v quiet -i "file:$f" -map 0:a:0 -f md5 - 2>/dev/null || :)"
  done
}
tags() {
  "$python" - "$library" <<'P'
import os, sys, mutagen
for folder, _, names in sorted(os.walk(sys.argv[1])):
    for name in sorted(names):
        path = os.path.join(folder, name)
        try:
            found = mutagen.File(path)
        except Exception:
            found = None
        pairs = sorted((str(k), str(v)) for k, v in (found.tags or {}).items()) if found else None
        print(ascii(path), ascii(pairs))
P
}

watch_memory &
watcher=$!
if [[ $mode == cost ]]; then
  rm -f "$folder/plain"
  alone() { tonearm analyze --jobs 1 --json "$library" >"$folder/rows.alone"; }
  measured 'command line, one job' alone
  for cores in 1 2; do
    CORES=$cores measured "scan and analyze, executors: $cores" \
      cluster analyze --input "$library" --output "$folder/cost$cores" --task-minutes 10 --wave-tasks 64
  done
  CORES=1 measured 'plan' cluster plan --output "$folder/cost1"
  tell_memory
  exit 0
fi

say "sounds and tags before …"
sounds >"$folder/sounds.before"
tags >"$folder/tags.before"
hear=(--input "$library" --output "$folder/out" --task-minutes 1 --wave-tasks 2)

say "analyze; an executor is killed, then the driver …"
cluster analyze "${hear[@]}" >"$folder/analyze.log" 2>&1 &
driver=$!
killed=false
while kill -0 $driver 2>/dev/null; do
  if ! $killed && grep -q 'part 2 of' "$folder/analyze.log"; then
    kill -9 "$(executors | head -n1)" && killed=true && say "an executor was killed"
  fi
  if grep -q 'part 3 of' "$folder/analyze.log"; then
    pkill -9 -P $driver 2>/dev/null || :
    kill -9 $driver && say "the driver was killed"
  fi
  sleep 0.5
done
$killed || fail "the pieces are too few for a kill in the middle: $(tail -n3 "$folder/analyze.log")"
cluster analyze "${hear[@]}" || [[ $? -eq 1 ]]

say "scores against those of the command line …"
cluster report --output "$folder/out" --rows >"$folder/rows.cluster"
tonearm analyze --json "$library" >"$folder/rows.alone" || [[ $? -eq 1 ]]
"$python" - "$folder/rows.cluster" "$folder/rows.alone" <<'P' || fail "scores differ"
import json, sys
one, two = ({r['path']: (r['status'], r['genre'], r['mood'], r['words']) for r in map(json.loads, open(f))} for f in sys.argv[1:])
different = [p for p in two if one.get(p) != two[p]]
print(len(one), 'recordings,', len(different), 'different', different[:3], file=sys.stderr)
sys.exit(bool(different or one.keys() != two.keys()))
P

say "plan, apply (killed once), report, undo …"
wish=(--output "$folder/out")
cluster plan --min-genre 0 --min-mood 0 "${wish[@]}" || [[ $? -eq 1 ]]
cluster apply "${wish[@]}" >"$folder/apply.log" 2>&1 &
driver=$!
while kill -0 $driver 2>/dev/null && [[ -z $(find "$folder/out/journal" -name '*.jsonl' -size +0 2>/dev/null) ]]; do
  sleep 0.2
done
pkill -9 -P $driver 2>/dev/null || :
kill -9 $driver 2>/dev/null && say "the driver was killed while it wrote"
wait $driver 2>/dev/null || :
report=$(cluster apply "${wish[@]}" --json) || [[ $? -eq 1 ]]
say "$report"
[[ $(count_of written "$report") -eq $(count_of planned "$report") ]] || fail "not all that was planned was written"
sounds | cmp - "$folder/sounds.before" || fail "a file sounds otherwise than before"
tags >"$folder/tags.written"
cmp -s "$folder/tags.before" "$folder/tags.written" && fail "no tag was written"
report=$(cluster undo "${wish[@]}" --json) || [[ $? -eq 1 ]]
say "$report"
[[ $(count_of written "$report") -eq 0 ]] || fail "not all was taken back"
tags | cmp - "$folder/tags.before" || fail "a tag is otherwise than before"
sounds | cmp - "$folder/sounds.before" || fail "a file sounds otherwise than before"
[[ -z $(find "$library" -name '*.crc' -o -name '.tonearm*') ]] || fail "litter is left"
if [[ ${S3-} == 1 ]]; then
  say "the same on objects …"
  (cd "$here" && exec "$java" "${opens[@]}" -Xmx512m -cp "target/test-classes:$own:$SPARK_HOME/jars/*" \
    org.tonearm.spark.bench.TrialObjects "$library/disc 0") >"$folder/objects" 2>"$folder/objects.log" &
  processes+=($!)
  until grep -q '^ready' "$folder/objects"; do
    kill -0 "${processes[-1]}" || fail "S3Proxy did not start: $folder/objects.log"
    sleep 1
  done
  objects=(--output "$folder/out-objects")
  while IFS= read -r setting; do objects+=(--conf "$setting"); done < <(grep = "$folder/objects")
  cluster analyze --input s3a://archive/ "${objects[@]}" || [[ $? -eq 1 ]]
  cluster plan --min-genre 0 --min-mood 0 "${objects[@]}" || [[ $? -eq 1 ]]
  report=$(cluster apply "${objects[@]}" --json) || [[ $? -eq 1 ]]
  say "$report"
  [[ $(count_of written "$report") -eq $(count_of planned "$report") ]] || fail "not all objects were written"
  report=$(cluster undo "${objects[@]}" --json) || [[ $? -eq 1 ]]
  say "$report"
  [[ $(count_of written "$report") -eq 0 ]] || fail "not all objects were taken back"
fi
tell_memory
say "all is well"
