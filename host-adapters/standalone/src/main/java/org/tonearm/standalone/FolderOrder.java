package org.tonearm.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Named files and folders in an order in which all that lies in one folder comes in one go, as the
 * genre of an album asks for: a folder stands before what was named within it, which its own
 * listing gives.
 */
final class FolderOrder {
  private static final Path NONE = Path.of("");

  private FolderOrder() {}

  /** The same places; those of one folder stay in their order. */
  static List<Path> of(List<Path> places) {
    record Place(Path path, Path folder, boolean listed) {}

    return places.stream()
        .map(
            path -> {
              boolean listed = Files.isDirectory(path);
              return new Place(path, listed ? path : parent(path), listed);
            })
        .sorted(Comparator.comparing(Place::folder).thenComparing(place -> !place.listed()))
        .map(Place::path)
        .toList();
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? NONE : parent;
  }
}
