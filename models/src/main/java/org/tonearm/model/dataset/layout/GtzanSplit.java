package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.ConfigurationException;

/**
 * The fault-filtered split of GTZAN in three lists, {@code train_filtered.txt}, {@code
 * valid_filtered.txt} and {@code test_filtered.txt}, with a line such as {@code
 * blues/blues.00029.wav} for each clip. No artist stands in two of them; clips in none are faulty:
 * repeated, distorted or wrongly labelled.
 *
 * <p>Source: C. Kereliuk, B. L. Sturm and J. Larsen, "Deep Learning and Music Adversaries", IEEE
 * Transactions on Multimedia 17 (11), 2015.
 */
final class GtzanSplit {
  private record Place(String part, ListFile list, int line) {}

  private final Map<String, Place> places = new LinkedHashMap<>();

  private GtzanSplit() {}

  /**
   * Reads the lists of a folder.
   *
   * @return empty if there is none of the three
   * @throws ConfigurationException if only some are there, or one can't be read
   */
  static Optional<GtzanSplit> beside(Path folder) throws ConfigurationException {
    List<String> parts = List.of("train", "valid", "test");
    if (parts.stream().noneMatch(part -> Files.exists(list(folder, part)))) {
      return Optional.empty();
    }
    GtzanSplit split = new GtzanSplit();
    for (String part : parts) {
      split.add(part, ListFile.read(list(folder, part)));
    }
    return Optional.of(split);
  }

  private static Path list(Path folder, String part) {
    return folder.resolve(part + "_filtered.txt");
  }

  private void add(String part, ListFile list) throws ConfigurationException {
    List<String> lines = list.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        Place before = places.put(stem(lines.get(i)), new Place(part, list, i + 1));
        if (before != null) {
          throw list.error(
              i + 1,
              lines.get(i) + " is listed before, in " + before.list.path(),
              "Each clip may stand in one list, once.");
        }
      }
    }
  }

  /** {@code train}, {@code valid} or {@code test}; empty for a faulty clip. */
  Optional<String> of(String stem) {
    return Optional.ofNullable(places.get(stem)).map(Place::part);
  }

  /**
   * Makes sure that all listed clips are there: figures on this split are compared.
   *
   * @param stems {@code blues.00029} and so on, of the clips found
   */
  void check(Set<String> stems) throws ConfigurationException {
    for (Map.Entry<String, Place> entry : places.entrySet()) {
      if (!stems.contains(entry.getKey())) {
        Place place = entry.getValue();
        throw place.list.error(
            place.line,
            "no audio file is named " + entry.getKey(),
            "Put the file back, or take the line out of the list.");
      }
    }
  }

  /** From {@code blues/blues.00029.wav} or {@code blues.00029} to {@code blues.00029}. */
  static String stem(String name) {
    String file = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return file.replaceFirst("(\\.\\d{5})\\.\\w+$", "$1");
  }
}
