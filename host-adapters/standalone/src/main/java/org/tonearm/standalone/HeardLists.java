package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;

/** Tracks by what was heard, a list for each genre and mood. Confined to the thread of the run. */
final class HeardLists {

  /**
   * A track in a list.
   *
   * @param path absolute
   * @param seconds its length; 0 if unknown
   */
  record Item(Path path, long seconds) {}

  private final Set<TagField> by;
  private final Map<String, List<Item>> lists = new TreeMap<>();

  HeardLists(Set<TagField> by) {
    this.by = Set.copyOf(by);
  }

  /** Puts a track where it belongs, by what would be written into empty tags. */
  void add(TrackOutcome outcome, HeardValues heard) {
    Item item =
        new Item(
            outcome.track().path().toAbsolutePath().normalize(), Math.round(outcome.seconds()));
    for (FieldChange change :
        heard.changes(outcome, Map.of(TagField.GENRE, "", TagField.MOOD, ""))) {
      if (by.contains(change.field())) {
        String kind = change.field() == TagField.GENRE ? "Genre " : "Mood ";
        for (String word : change.after()) {
          lists.computeIfAbsent(kind + word, name -> new ArrayList<>()).add(item);
        }
      }
    }
  }

  /** The lists by their names, such as {@code Genre Rock}; tracks in the order of their paths. */
  Map<String, List<Item>> sorted() {
    Map<String, List<Item>> sorted = new TreeMap<>();
    lists.forEach(
        (name, items) ->
            sorted.put(name, items.stream().sorted(Comparator.comparing(Item::path)).toList()));
    return sorted;
  }
}
