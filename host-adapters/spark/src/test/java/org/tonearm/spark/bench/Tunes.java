package org.tonearm.spark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;

/** Small pieces that sound like music: chords, a bass and drums. */
public final class Tunes {
  private static final int RATE = 44_100;
  private static final int BEAT = RATE / 2;
  private static final int[][] CHORDS = {{0, 4, 7}, {7, 11, 14}, {9, 12, 16}, {5, 9, 12}};
  private static final List<EncodeFormat> FORMATS =
      List.of(
          EncodeFormat.MP3,
          EncodeFormat.FLAC,
          EncodeFormat.OGG_VORBIS,
          EncodeFormat.OPUS,
          EncodeFormat.M4A_AAC,
          EncodeFormat.WAV,
          EncodeFormat.AIFF);
  private static final List<String> NAMES =
      List.of("we: 100%", "#1 {a} [b]", "two words", "new\nline", "café", "50%25", "plain");

  private Tunes() {}

  /** Pieces of every format, in two folders, under names that are hard to handle. */
  public static List<Path> of(Path folder, int count, int beats) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EncodeFormat format = FORMATS.get(i % FORMATS.size());
      Path place = Files.createDirectories(folder.resolve(i % 2 == 0 ? "a [1]" : "b#2"));
      Path file = place.resolve(NAMES.get(i % NAMES.size()) + i + "." + format.extension());
      Files.deleteIfExists(file);
      new AudioEncoder()
          .encode(
              file,
              format,
              new float[][] {piece(i, beats)},
              RATE,
              format == EncodeFormat.MP3 ? Id3Version.V24 : Id3Version.NONE,
              Map.of("title", "Piece " + i));
      files.add(file);
    }
    return files;
  }

  private static float[] piece(int number, int beats) {
    float[] sound = new float[beats * BEAT];
    Random random = new Random(number);
    for (int beat = 0; beat < beats; beat++) {
      int at = beat * BEAT;
      int[] chord = CHORDS[beat / 2 % CHORDS.length];
      for (int note : chord) {
        tone(sound, at, 220 * Math.pow(2, (note + number % 12) / 12.0), 0.12);
      }
      tone(sound, at, 55 * Math.pow(2, (chord[0] + number % 12) / 12.0), 0.25);
      drum(sound, at, random);
      hat(sound, at + BEAT / 2, random);
    }
    return sound;
  }

  private static void tone(float[] sound, int at, double hertz, double loud) {
    for (int i = 0; i < BEAT && at + i < sound.length; i++) {
      double time = i / (double) RATE;
      double value = 0;
      for (int harmonic = 1; harmonic <= 6; harmonic++) {
        value += Math.sin(2 * Math.PI * hertz * harmonic * time) / harmonic;
      }
      sound[at + i] += (float) (loud * value * Math.exp(-3 * time));
    }
  }

  private static void drum(float[] sound, int at, Random random) {
    for (int i = 0; i < RATE / 8 && at + i < sound.length; i++) {
      double time = i / (double) RATE;
      sound[at + i] +=
          (float)
              (0.5
                      * Math.sin(2 * Math.PI * (50 + 80 * Math.exp(-40 * time)) * time)
                      * Math.exp(-20 * time)
                  + 0.02 * random.nextGaussian() * Math.exp(-60 * time));
    }
  }

  private static void hat(float[] sound, int at, Random random) {
    for (int i = 0; i < RATE / 20 && at + i < sound.length; i++) {
      sound[at + i] += (float) (0.1 * random.nextGaussian() * Math.exp(-i / (RATE / 80.0)));
    }
  }
}
