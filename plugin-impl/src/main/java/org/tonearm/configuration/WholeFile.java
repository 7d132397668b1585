package org.tonearm.configuration;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a small text file by a copy beside it that takes its place whole: a kill leaves the old
 * file or the new one. A link stays a link, and its target is replaced. Stateless.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes it.
   *
   * @param file need not exist; its folder is made if that is missing
   * @throws IOException if that fails; the file is as before then
   */
  public static void write(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path target = Files.exists(absolute) ? absolute.toRealPath() : absolute;
    Path copy = Files.createTempFile(target.getParent(), ".tonearm-", ".toml");
    try {
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        // A stream writes to the end; the channel takes what a full disk has room for, and is
        // silent.
        Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.UTF_8));
        channel.force(true);
      }
      likeBefore(target, copy);
      move(copy, target);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** A temporary file is for its owner alone; the file may be for others too. */
  private static void likeBefore(Path target, Path copy) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(copy, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    view.setPermissions(
        Files.exists(target)
            ? Files.getPosixFilePermissions(target)
            : PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static void move(Path copy, Path target) throws IOException {
    try {
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
