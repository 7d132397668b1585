package org.tonearm.djxml.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.LibraryFault;

/**
 * By which a change of a file is noticed.
 *
 * @param size in bytes
 * @param modified when it was last written to
 */
record FileStamp(long size, FileTime modified) {

  static FileStamp of(Path file) throws HostException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new HostException(
            "library-unreadable", file + ": this is no file.", "Name the collection's file.");
      }
      return new FileStamp(attributes.size(), attributes.lastModifiedTime());
    } catch (IOException e) {
      throw LibraryFault.of(file, e);
    }
  }

  /**
   * Looks whether a file is as it was.
   *
   * @throws HostException {@code library-changed} if not; {@code library-missing} if it is gone
   */
  void requireOf(Path file) throws HostException {
    if (!equals(of(file))) {
      throw new HostException(
          "library-changed",
          file + ": another program wrote to it meanwhile.",
          "Close that program, and export again.");
    }
  }
}
