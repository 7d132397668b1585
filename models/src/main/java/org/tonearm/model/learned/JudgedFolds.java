package org.tonearm.model.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;

/**
 * {@link Folds} of tracks, with groups moved where a label stood in one fold alone: held out, none
 * of its tracks would be left to learn it from, and it could not be judged.
 */
final class JudgedFolds {
  private final int count;
  private final Map<String, Integer> foldOfGroup = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<Integer, Set<String>> groupsOfLabel = new TreeMap<>();

  /**
   * @param tracks each label of two groups at least: one of a single group stays in one fold
   * @param count number of folds, 2 or more
   * @param seed breaks ties between groups of one size
   */
  JudgedFolds(List<TaughtTrack> tracks, int count, long seed) {
    this.count = count;
    List<Clip> clips = tracks.stream().map(JudgedFolds::clip).toList();
    Folds folds = new Folds(clips, clip -> clip.column("label"), count, seed);
    for (int i = 0; i < clips.size(); i++) {
      TaughtTrack track = tracks.get(i);
      foldOfGroup.put(track.group(), folds.of(clips.get(i)));
      sizes.merge(track.group(), 1, Integer::sum);
      groupsOfLabel.computeIfAbsent(track.label(), l -> new HashSet<>()).add(track.group());
    }
    boolean mended = true;
    while (mended) {
      mended = mend();
    }
  }

  /** The fold of a track, 0 to count - 1. */
  int of(TaughtTrack track) {
    return foldOfGroup.get(track.group());
  }

  /** Moves one group, a small one rather than a large one, by which fewer labels stand alone. */
  private boolean mend() {
    List<Integer> alone = alone();
    for (int label : alone) {
      List<String> groups = new ArrayList<>(groupsOfLabel.get(label));
      groups.sort(
          Comparator.<String>comparingInt(sizes::get).thenComparing(Comparator.naturalOrder()));
      for (String group : groups) {
        int before = foldOfGroup.get(group);
        for (int fold = 0; fold < count; fold++) {
          foldOfGroup.put(group, fold);
          if (alone().size() < alone.size()) {
            return true;
          }
        }
        foldOfGroup.put(group, before);
      }
    }
    return false;
  }

  /** Labels of which all tracks stand in one fold. */
  private List<Integer> alone() {
    return groupsOfLabel.entrySet().stream()
        .filter(label -> label.getValue().stream().map(foldOfGroup::get).distinct().count() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Clip clip(TaughtTrack track) {
    return new Clip(
        null,
        track.id(),
        "",
        track.group(),
        Double.NaN,
        Map.of("label", String.valueOf(track.label())));
  }
}
