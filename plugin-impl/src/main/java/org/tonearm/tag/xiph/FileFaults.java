package org.tonearm.tag.xiph;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.tonearm.api.tag.TagException;

/** What the operating system said, in the words of {@link TagException}. */
final class FileFaults {
  private FileFaults() {}

  /** While a file was read. */
  static TagException reading(Path file, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new TagException(
          "missing", file + " is not there any more.", "Scan the folder again.", cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new TagException(
          "unreadable",
          file + " may not be read by this user.",
          "Give yourself the right to read it.",
          cause);
    }
    if (cause instanceof EOFException) {
      return new TagException(
          "changed-meanwhile",
          file + " became shorter while it was read.",
          "Wait until no other program writes to it, then try again.",
          cause);
    }
    return new TagException(
        "unreadable",
        file + " could not be read: " + reason(cause),
        "Check the disk or the network drive, then try again.",
        cause);
  }

  /** While a changed copy was made. */
  static TagException copying(Path source, Path target, IOException cause) {
    boolean ofSource =
        cause instanceof EOFException
            || (cause instanceof FileSystemException fault
                && source.toString().equals(fault.getFile()));
    if (ofSource) {
      return reading(source, cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new TagException(
          "folder-read-only",
          "The changed copy " + target + " of " + source + " may not be written by this user.",
          "Give yourself the right to write to the folder.",
          cause);
    }
    String reason = reason(cause);
    if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new TagException(
          "no-space",
          "No room for the changed copy " + target + " of " + source + ".",
          "Free as much room as the file takes, then try again.",
          cause);
    }
    return new TagException(
        "io",
        "The changed copy " + target + " of " + source + " could not be written: " + reason,
        "Check the disk or the network drive, then try again.",
        cause);
  }

  private static String reason(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
