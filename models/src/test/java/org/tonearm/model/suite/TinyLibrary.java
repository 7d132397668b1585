package org.tonearm.model.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;

/**
 * A folder of make-believe clips: of every four samples, which make a frame, the one with the
 * label's number is louder.
 */
final class TinyLibrary {
  static final int DIMENSIONS = 4;
  private static final List<String> GENRES = List.of("blues", "jazz", "rock");

  private TinyLibrary() {}

  /** Writes clips and a manifest: groups x 3 genres, half of them of GTZAN; Q1 to Q3 alike. */
  static Path write(Path folder, int groups) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>(List.of("path,group,genre,quadrant,dataset,duration_s"));
    for (int g = 0; g < groups; g++) {
      for (int c = 0; c < GENRES.size(); c++) {
        String name = "g" + g + "c" + c + ".clip";
        Files.writeString(folder.resolve(name), c + "," + g);
        lines.add(
            String.join(
                ",",
                name,
                "artist " + g,
                GENRES.get(c),
                "Q" + (c + 1),
                g % 2 == 0 ? "genre_gtzan" : "other",
                "30"));
      }
    }
    Path manifest = folder.resolve("clips.csv");
    Files.write(manifest, lines);
    return manifest;
  }

  /**
   * Writes GTZAN as its authors lay it out, of three genres, with the fault-filtered split beside:
   * of each genre's clips three are for the test, three for validation, one is faulty.
   */
  static void writeGtzan(Path root, int clips) throws IOException {
    for (int c = 0; c < GENRES.size(); c++) {
      Files.createDirectories(root.resolve("genres").resolve(GENRES.get(c)));
    }
    List<List<String>> lists =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < clips; i++) {
      for (int c = 0; c < GENRES.size(); c++) {
        String genre = GENRES.get(c);
        String name = String.format(Locale.ROOT, "%s/%s.%05d.wav", genre, genre, i);
        Files.writeString(root.resolve("genres").resolve(name), c + "," + i);
        lists.get(i < 3 ? 0 : i < 6 ? 1 : i < clips - 1 ? 2 : 3).add(name);
      }
    }
    Files.write(root.resolve("test_filtered.txt"), lists.get(0));
    Files.write(root.resolve("valid_filtered.txt"), lists.get(1));
    Files.write(root.resolve("train_filtered.txt"), lists.get(2));
  }

  static AudioDecoder decoder() {
    return (file, rate, excerpts, sink) -> {
      String[] parts;
      try {
        parts = Files.readString(file).split(",");
      } catch (IOException e) {
        throw new DecodeException("test", file + ": " + e, "none", e);
      }
      int label = Integer.parseInt(parts[0]);
      Random random = new Random(label * 1000L + Integer.parseInt(parts[1]));
      float[] samples = new float[DIMENSIONS * (20 + random.nextInt(8))];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) (0.7 * random.nextGaussian() + (i % DIMENSIONS == label ? 2 : 0));
      }
      sink.begin(0);
      sink.accept(samples, 0, samples.length);
      return new DecodeReport(
          samples.length, samples.length / (double) rate, true, "tiny", List.of());
    };
  }

  static FeatureExtractor extractor() {
    return new FeatureExtractor() {
      @Override
      public String id() {
        return "tiny";
      }

      @Override
      public int sampleRate() {
        return DIMENSIONS;
      }

      @Override
      public int dimensions() {
        return DIMENSIONS;
      }

      @Override
      public int hop() {
        return DIMENSIONS;
      }

      @Override
      public FeatureStream open(FrameSink sink) {
        return new FeatureStream() {
          @Override
          public void push(float[] samples, int offset, int length) {
            for (int i = offset; i < offset + length; i += DIMENSIONS) {
              sink.accept(java.util.Arrays.copyOfRange(samples, i, i + DIMENSIONS));
            }
          }

          @Override
          public void finish() {}
        };
      }
    };
  }
}
