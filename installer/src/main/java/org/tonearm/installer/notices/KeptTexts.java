package org.tonearm.installer.notices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Texts of licences, kept for parts that carry none with them. A part is named by the beginning of
 * its name, of which the longest that fits counts, or else by its licence.
 *
 * @param texts of each beginning of a name, and of each licence
 */
public record KeptTexts(Map<String, List<String>> texts) {
  private static final String LICENCE = "licence ";

  /** Copies the map. */
  public KeptTexts {
    texts = Map.copyOf(texts);
  }

  /**
   * Those of a folder, by its file {@code index.txt}: a beginning of a name or "licence" and its
   * short name, a colon, and the files.
   *
   * @throws IOException if one can't be read
   */
  public static KeptTexts in(Path folder) throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("index.txt"), StandardCharsets.UTF_8)) {
      if (!line.startsWith("#")) {
        String[] sides = line.split(": ", 2);
        List<String> each = new ArrayList<>();
        for (String file : sides[1].split(" ")) {
          each.add(Files.readString(folder.resolve(file), StandardCharsets.UTF_8));
        }
        texts.put(sides[0], List.copyOf(each));
      }
    }
    return new KeptTexts(texts);
  }

  /** Those of a part; may be none. */
  public List<String> of(Part part) {
    Optional<String> named =
        texts.keySet().stream()
            .filter(part.name()::startsWith)
            .max(Comparator.comparing(String::length));
    return texts.getOrDefault(named.orElse(LICENCE + part.licence().shown()), List.of());
  }
}
