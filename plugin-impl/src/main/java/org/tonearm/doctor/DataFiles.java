package org.tonearm.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sizes of Tonearm's own files. Only names that Tonearm gives are told; others are counted.
 *
 * @param folder the data folder
 */
record DataFiles(Path folder) {
  /** The watch's logs, the newest first. */
  static final List<String> LOGS =
      List.of("watch.log", "watch.log.1", "watch.log.2", "watch.log.3", "watch.log.4");

  private static final List<String> KNOWN = List.of("journal.db", "index.db");
  private static final List<String> FOLDERS = List.of("models", "frames", "watch");

  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : KNOWN) {
      Path file = folder.resolve(name);
      lines.add(name + ": " + (Files.exists(file) ? Files.size(file) + " bytes" : "not there"));
    }
    for (String name : FOLDERS) {
      lines.add(name + ": " + count(folder.resolve(name)));
    }
    lines.add("all entries of the data folder: " + count(folder));
    return lines;
  }

  private static String count(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return "not there";
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count() + " entries";
    }
  }
}
