package org.tonearm.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Lets files arrive in a folder in the ways in which files do. */
final class WatchArrivals {
  private static final int PCM_FROM = 44;

  private final Path folder;
  private final int perFolder;

  /**
   * @param folder watched; the sums of what arrives are noted beside it
   * @param perFolder files in each folder within it
   */
  WatchArrivals(Path folder, int perFolder) {
    this.folder = folder;
    this.perFolder = perFolder;
  }

  /** One after the other, a third of them in each way. */
  void arrive(int from, int to, long slowMillis) throws IOException, InterruptedException {
    for (int number = from; number < to; number++) {
      byte[] bytes = TinyWave.bytes(number);
      note(number, bytes);
      Path place = folder.resolve("album " + number / perFolder);
      Files.createDirectories(place);
      Path file = place.resolve(number + ".wav");
      switch (number % 3) {
        case 0 -> Files.write(file, bytes);
        case 1 -> {
          Path part = place.resolve(number + (number % 2 == 0 ? ".wav.part" : ".crdownload"));
          slowly(part, bytes, 0);
          Files.move(part, file);
        }
        default -> slowly(file, bytes, slowMillis);
      }
    }
  }

  /** In four pieces, each opened anew as a program that fetches in turns does it. */
  private static void slowly(Path file, byte[] bytes, long millis)
      throws IOException, InterruptedException {
    for (int piece = 0; piece < 4; piece++) {
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        out.write(
            bytes,
            piece * bytes.length / 4,
            (piece + 1) * bytes.length / 4 - piece * bytes.length / 4);
      }
      Thread.sleep(millis);
    }
  }

  private synchronized void note(int number, byte[] bytes) throws IOException {
    try {
      byte[] pcm = Arrays.copyOfRange(bytes, PCM_FROM, bytes.length);
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pcm));
      Files.writeString(
          folder.resolveSibling("sums.txt"),
          number + " " + sum + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
