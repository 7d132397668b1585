package org.tonearm.installer.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as they were, so that each block meets the same home. The folders themselves stay. */
final class Snapshot {
  private final Path kept;
  private final List<Path> folders;

  private Snapshot(Path kept, List<Path> folders) {
    this.kept = kept;
    this.folders = folders;
  }

  static Snapshot take(Path kept, List<Path> folders) throws IOException {
    Snapshot snapshot = new Snapshot(kept, List.copyOf(folders));
    for (Path folder : folders) {
      copy(folder, snapshot.copyOf(folder));
    }
    return snapshot;
  }

  void restore() throws IOException {
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!each.equals(folder)) {
            Files.delete(each);
          }
        }
      }
      copy(copyOf(folder), folder);
    }
  }

  private Path copyOf(Path folder) {
    return kept.resolve(folder.getFileName());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
