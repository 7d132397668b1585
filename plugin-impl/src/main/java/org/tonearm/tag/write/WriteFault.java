package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagException;
import org.tonearm.tag.journal.JournalException;

/** From what a system said to what the user is told. The file is untouched in each case. */
final class WriteFault {
  /** As POSIX systems and Windows say it in English; other languages are caught by free space. */
  private static final List<String> NO_SPACE =
      List.of("no space left", "quota exceeded", "not enough space");

  private WriteFault() {}

  /** The error of a file whose write failed for a reason of the system's. */
  static TagException of(Path file, Exception cause) {
    if (chain(cause).anyMatch(ClosedByInterruptException.class::isInstance)) {
      return new TagException(
          "interrupted",
          file + " was not written, because the run was stopped",
          "Run again to go on.",
          cause);
    }
    if (cause instanceof TagException told) {
      return told.code().equals("io") && outOfSpace(file, told) ? noSpace(file, told) : told;
    }
    if (cause instanceof JournalException journal) {
      return new TagException(
          journal.code().equals("journal-busy") ? journal.code() : "journal",
          file + " was left alone, because " + journal.getMessage(),
          journal.remedy(),
          journal);
    }
    if (outOfSpace(file, cause)) {
      return noSpace(file, cause);
    }
    if (cause instanceof FileSystemException && says(cause, "file name too long")) {
      return new TagException(
          "path-too-long",
          file + " lies so deep that a copy beside it would have too long a path",
          "Shorten the name of one of its folders by some 30 letters.",
          cause);
    }
    if (cause instanceof AccessDeniedException || readOnly(cause)) {
      return folderReadOnly(file, cause);
    }
    if (cause instanceof NoSuchFileException) {
      return new TagException(
          "changed-meanwhile",
          file + " or its folder went away while it was being written",
          "Attach the drive that holds it, or look for who moved it; then try again.",
          cause);
    }
    if (cause instanceof IOException) {
      return new TagException(
          "io",
          file + " could not be rewritten: " + cause.getMessage(),
          "Check the drive that holds it, then try again.",
          cause);
    }
    return new TagException(
        "unsupported-structure",
        file + " could not be rewritten, because its tags are built in an unexpected way: " + cause,
        "Please report this with the file's first megabyte; the file itself is untouched.",
        cause);
  }

  static TagException folderReadOnly(Path file, Exception cause) {
    return new TagException(
        "folder-read-only",
        "the folder of " + file + " may not be written to; a safe write makes its copy there",
        "Give yourself the right to write to that folder, or mount its drive writable.",
        cause);
  }

  static TagException fileReadOnly(Path file, Exception cause) {
    return new TagException(
        "file-read-only",
        file + " is write-protected, so it is left alone",
        "Give yourself the right to write it if it shall be tagged.",
        cause);
  }

  private static TagException noSpace(Path file, Exception cause) {
    return new TagException(
        "no-space",
        "there is no room for a copy of " + file + " beside it",
        "Free at least as much space on that drive as the file takes, then try again.",
        cause);
  }

  private static boolean readOnly(Exception cause) {
    return cause instanceof ReadOnlyFileSystemException
        || (cause instanceof FileSystemException && says(cause, "read-only file system"));
  }

  private static boolean outOfSpace(Path file, Exception cause) {
    return chain(cause)
        .anyMatch(
            link ->
                link instanceof IOException
                    && (NO_SPACE.stream().anyMatch(words -> says(link, words)) || full(file)));
  }

  private static Stream<Throwable> chain(Exception cause) {
    return Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause);
  }

  private static boolean says(Throwable cause, String words) {
    return cause.getMessage() != null
        && cause.getMessage().toLowerCase(Locale.ROOT).contains(words);
  }

  private static boolean full(Path file) {
    try {
      return Files.getFileStore(file).getUsableSpace() < Files.size(file);
    } catch (IOException e) {
      return false;
    }
  }
}
