package org.tonearm.spark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A library for trials: {@code TrialFiles FOLDER COUNT SECONDS DIFFERENT} makes so many pieces of
 * all formats, copies of so many different ones, of which one in a hundred is damaged: noise, cut
 * short, or empty.
 */
public final class TrialFiles {
  private TrialFiles() {}

  /** Makes them. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    int beats = 2 * Integer.parseInt(arguments[2]);
    int different = Integer.parseInt(arguments[3]);
    Path models = Files.createTempDirectory("tonearm-trial");
    List<Path> pieces = Tunes.of(models, Math.min(count, different), beats);
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      Path piece = pieces.get(i % pieces.size());
      Path place = Files.createDirectories(folder.resolve("disc " + i / 100));
      Path file = place.resolve(i + " " + piece.getFileName());
      byte[] bytes = Files.readAllBytes(piece);
      if (i % 100 == 99) {
        Files.write(file, poisoned(bytes, i / 100 % 3, random));
      } else {
        Files.write(file, bytes);
      }
    }
  }

  private static byte[] poisoned(byte[] bytes, int how, Random random) {
    byte[] poison = how == 2 ? new byte[0] : Arrays.copyOf(bytes, bytes.length / 3);
    if (how == 0) {
      random.nextBytes(poison);
    }
    return poison;
  }
}
