package org.tonearm.listing;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies in a folder. */
public final class Folder {
  private Folder() {}

  /**
   * What lies in it, sorted; nothing if it is no folder.
   *
   * @param glob of names
   * @throws IOException if it can't be read to its end, such as of a drive that is pulled out
   */
  public static List<Path> entries(Path folder, String glob) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, glob)) {
        listing.forEach(entries::add);
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    entries.sort(null);
    return entries;
  }
}
