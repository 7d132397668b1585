package org.tonearm.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonearm.api.tag.TagField;

/**
 * What tracks can be narrowed down by.
 *
 * @param labels values of genre and mood, in files or planned, in the order of the alphabet, each
 *     once whatever its case; the most frequent ones
 * @param folders the places' own folders and those right below them, as far as they hold tracks
 */
public record Facets(List<String> labels, List<String> folders) {
  /** Nothing. */
  public static final Facets NONE = new Facets(List.of(), List.of());

  private static final int MOST = 300;

  /** Copies the lists. */
  public Facets {
    labels = List.copyOf(labels);
    folders = List.copyOf(folders);
  }

  /**
   * Of these tracks. On any thread.
   *
   * @param places where the user looked for tracks
   */
  public static Facets of(List<TrackRow> rows, List<Path> places) {
    Map<String, Integer> labels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    TreeSet<String> folders = new TreeSet<>();
    for (TrackRow row : rows) {
      for (TagField field : TagField.heard()) {
        row.file().current().getOrDefault(field, List.of()).forEach(word -> count(labels, word));
        row.change(field).ifPresent(change -> change.after().forEach(word -> count(labels, word)));
      }
      for (Path place : places) {
        add(folders, row.path(), place);
      }
    }
    return new Facets(frequent(labels), folders.stream().limit(MOST).toList());
  }

  private static void count(Map<String, Integer> labels, String word) {
    labels.merge(word, 1, Integer::sum);
  }

  private static List<String> frequent(Map<String, Integer> labels) {
    TreeSet<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    labels.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .forEach(entry -> words.add(entry.getKey()));
    return List.copyOf(words);
  }

  private static void add(Set<String> folders, Path track, Path place) {
    if (track.startsWith(place) && track.getNameCount() > place.getNameCount()) {
      folders.add(place.toString());
      if (track.getNameCount() > place.getNameCount() + 1) {
        folders.add(place.resolve(track.getName(place.getNameCount())).toString());
      }
    }
  }
}
