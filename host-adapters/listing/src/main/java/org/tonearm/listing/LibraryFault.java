package org.tonearm.listing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tonearm.api.host.HostException;

/** Why a library's file could not be opened or read, and what to do. Stateless. */
public final class LibraryFault {
  private LibraryFault() {}

  /**
   * What an attempt to read ended with.
   *
   * @param file as the user named it
   * @return {@code library-missing} or {@code library-unreadable}
   */
  public static HostException of(Path file, IOException cause) {
    return cause instanceof NoSuchFileException
        ? new HostException(
            "library-missing",
            file + ": no such file.",
            "Check the spelling, and that the drive is connected.",
            cause)
        : unreadable(file, cause);
  }

  /** {@code library-unreadable}: of a file that is there, or was a moment ago. */
  public static HostException unreadable(Path file, IOException cause) {
    return new HostException(
        "library-unreadable",
        file + ": can't be read: " + cause.getMessage(),
        "Give yourself the right to read it, and check its drive.",
        cause);
  }
}
