package org.tonearm.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A log that never grows beyond a bound: a full file becomes {@code NAME.1}, the one before it
 * {@code NAME.2} and so on, and the oldest goes. Thread-safe.
 */
public final class LogFile {
  /** Bytes of one file. */
  public static final long USUAL_BYTES = 2_000_000;

  /** Files beside the one that is written. */
  public static final int USUAL_KEPT = 4;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss ");

  private final Path file;
  private final long most;
  private final int kept;

  /**
   * @param file in a folder that is there
   * @param most bytes of one file
   * @param kept full files kept, 1 or more
   */
  public LogFile(Path file, long most, int kept) {
    this.file = file;
    this.most = most;
    this.kept = kept;
  }

  /**
   * Adds a line with the time before it.
   *
   * @param line without its end
   * @throws IOException if it can't be written
   */
  public synchronized void line(String line) throws IOException {
    byte[] bytes =
        (TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + line + "\n")
            .getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Files.size(file) + bytes.length > most) {
      rotate();
    }
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rotate() throws IOException {
    for (int i = kept - 1; i >= 1; i--) {
      if (Files.exists(old(i))) {
        Files.move(old(i), old(i + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path old(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
