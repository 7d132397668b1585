#!/bin/sh
# Makes recordings that are no music (speech, noise, tones, clicks, hum, silence) for the gate of a
# model: tonearm train ... --not-music DIR. Needs espeak-ng and ffmpeg (Debian packages of these names).
# Each sound is kept uncompressed and as a codec leaves it, so that the gate learns the sound, not the
# codec. Same DIR contents on every run with the same versions of both programs.
set -eu
[ $# -eq 1 ] || { echo "usage: not-music.sh DIR" >&2; exit 2; }
mkdir -p "$1"
cd "$1"

n=0
# keep FILE.wav: leaves it plain, as Opus at 24 kbit/s, or as MP3 at 96 kbit/s, in turn.
keep() {
  n=$((n + 1))
  base=${1%.wav}
  case $((n % 3)) in
    0) ffmpeg -v error -y -i "$1" -ac 1 -c:a libopus -b:a 24k "$base.opus" && rm "$1" ;;
    1) ffmpeg -v error -y -i "$1" -c:a libmp3lame -b:a 96k "$base.mp3" && rm "$1" ;;
    *) ;;
  esac
}

# signal NAME SECONDS EXPRESSION-OR-SOURCE FILTERS
signal() {
  ffmpeg -v error -y -f lavfi -i "$3" -t "$2" -af "$4" -ac 1 -ar 44100 "$1.wav"
  keep "$1.wav"
}

seed=0
for colour in white pink brown blue violet velvet; do
  for level in 0.9 0.3 0.05 0.008; do
    seed=$((seed + 1))
    noise="anoisesrc=color=$colour:seed=$seed:sample_rate=44100"
    signal "noise-$colour-$level-a" $((5 + seed % 9)) "$noise" "volume=$level"
    signal "noise-$colour-$level-b" $((6 + seed % 7)) "$noise" \
      "bandpass=f=$((200 + seed * 310)):width_type=o:w=$((1 + seed % 3)),volume=$level"
    signal "noise-$colour-$level-c" $((8 + seed % 5)) "$noise" \
      "volume=$level*(0.6+0.4*sin($((1 + seed % 4))*t)):eval=frame,lowpass=f=$((900 + seed * 400))"
  done
done

for hertz in 50 60 110 220 440 700 1000 1800 3000 5000 7500; do
  seed=$((seed + 1))
  level=0.$((1 + seed % 8))
  signal "sine-$hertz" $((5 + seed % 8)) "sine=frequency=$hertz:sample_rate=44100" "volume=$level"
  signal "square-$hertz" $((6 + seed % 6)) \
    "aevalsrc=$level*sgn(sin(2*PI*$hertz*t)):s=44100" "anull"
  signal "two-$hertz" $((5 + seed % 7)) \
    "aevalsrc=0.4*sin(2*PI*$hertz*t)+0.4*sin(2*PI*1.37*$hertz*t):s=44100" "volume=$level"
  signal "beep-$hertz" $((8 + seed % 6)) \
    "aevalsrc=$level*sin(2*PI*$hertz*t)*lt(mod(t\\,0.$((3 + seed % 6)))\\,0.1$((seed % 9))):s=44100" \
    "anull"
  signal "sweep-$hertz" $((6 + seed % 9)) \
    "aevalsrc=$level*sin(2*PI*($hertz*t+$((20 + seed % 400))*t*t)):s=44100" "anull"
  signal "hum-$hertz" $((6 + seed % 5)) \
    "aevalsrc=0.3*sin(2*PI*$((50 + 10 * (seed % 2)))*t)+0.1*sin(6*PI*$((50 + 10 * (seed % 2)))*t)+0.0$((seed % 9))*(random(0)-0.5):s=44100" \
    "volume=$level"
  signal "click-$hertz" $((7 + seed % 6)) \
    "aevalsrc=$level*(2*random(0)-1)*exp(-$((20 + seed * 9 % 700))*mod(t\\,0.$((1 + seed % 8))7)):s=44100" \
    "anull"
done

for seconds in 5 8 12 20 30; do
  signal "silence-$seconds" $seconds "anullsrc=sample_rate=44100" "anull"
  signal "dither-$seconds" $seconds "anoisesrc=seed=$seconds:sample_rate=44100" "volume=0.00004"
done

one="The ferry leaves at twenty past nine, unless the wind turns and the harbour master closes the gate."
two="My neighbour keeps bees behind the garage; in July the whole street smells of lime and warm wax."
three="Please write down the number seven three five oh four, and read it back to me slowly."
four="Nobody knew why the old clock had stopped. It was found under a sheet, with a letter and two keys."
for voice in en-us en-gb de fr es it ru pt-br tr hi; do
  for variant in m1 m3 m7 f2 f4 croak whisper; do
    seed=$((seed + 1))
    case $((seed % 4)) in 0) text=$one ;; 1) text=$two ;; 2) text=$three ;; *) text=$four ;; esac
    espeak-ng -v "$voice+$variant" -s $((110 + seed * 13 % 110)) -p $((20 + seed * 7 % 60)) \
      -a $((30 + seed * 11 % 150)) -w speech.wav "$text $three"
    if [ $((seed % 4)) -eq 0 ]; then
      ffmpeg -v error -y -i speech.wav -f lavfi -i "anoisesrc=color=pink:seed=$seed:amplitude=0.0$((1 + seed % 6))" \
        -filter_complex "amix=inputs=2:duration=first" "speech-$voice-$variant.wav"
      rm speech.wav
    else
      mv speech.wav "speech-$voice-$variant.wav"
    fi
    keep "speech-$voice-$variant.wav"
  done
done
echo "$n sounds in $1"
