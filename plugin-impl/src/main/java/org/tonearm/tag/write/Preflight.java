package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tonearm.api.tag.TagException;

/** What must hold before a write is begun. */
final class Preflight {
  private Preflight() {}

  /**
   * The file that a path leads to, symbolic links resolved, so that it is the file that is replaced
   * and never the link.
   *
   * @throws TagException {@code missing}, {@code unreadable}, {@code file-read-only}, {@code
   *     folder-read-only} or {@code io}
   */
  static Path target(Path path) throws TagException {
    Path file = resolve(path);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new TagException(
          "unreadable",
          file + " is not a regular file; expected an audio file",
          "Name a file, not a folder or a device.");
    }
    if (!Files.isReadable(file)) {
      throw new TagException(
          "unreadable",
          file + " may not be read by this user",
          "Give yourself the right to read and write it, or run as its owner.");
    }
    if (!Files.isWritable(file)) {
      throw WriteFault.fileReadOnly(file, null);
    }
    Path folder = file.getParent();
    if (!Files.isWritable(folder)) {
      throw WriteFault.folderReadOnly(file, null);
    }
    return file;
  }

  private static Path resolve(Path path) throws TagException {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      throw new TagException(
          "missing",
          path + " does not exist",
          "Check the name; if the file is on a removable or network drive, attach it.",
          e);
    } catch (IOException e) {
      throw WriteFault.of(path, e);
    }
  }
}
