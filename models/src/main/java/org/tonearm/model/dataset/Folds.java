package org.tonearm.model.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Splits clips into folds so that no group stands in two of them, with each label spread as evenly
 * as the groups allow. Deterministic for a seed and a set of clips, whatever their order.
 */
public final class Folds {
  private final int count;
  private final Map<String, Integer> foldOfGroup;

  /**
   * Assigns every group to a fold: large groups first, each to the fold where its labels are
   * scarcest.
   *
   * @param clips all clips, of every task: a group held out for one is held out for all
   * @param label what is spread evenly, such as the genre or the quadrant; "" where there is none
   * @param count number of folds, 2 or more
   * @param seed breaks ties between groups of one size
   */
  public Folds(List<Clip> clips, Function<Clip, String> label, int count, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("folds must be 2 or more, not " + count);
    }
    this.count = count;
    Map<String, Map<String, Integer>> labelsOfGroup = new TreeMap<>();
    for (Clip clip : clips) {
      labelsOfGroup
          .computeIfAbsent(clip.group(), g -> new TreeMap<>())
          .merge(label.apply(clip), 1, Integer::sum);
    }
    List<String> groups = new ArrayList<>(labelsOfGroup.keySet());
    Collections.shuffle(groups, new Random(seed));
    groups.sort(Comparator.comparingInt((String g) -> -size(labelsOfGroup.get(g))));
    List<Map<String, Integer>> folds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      folds.add(new HashMap<>());
    }
    foldOfGroup = new HashMap<>();
    for (String group : groups) {
      int fold = scarcest(folds, labelsOfGroup.get(group));
      foldOfGroup.put(group, fold);
      labelsOfGroup.get(group).forEach((l, n) -> folds.get(fold).merge(l, n, Integer::sum));
    }
  }

  /** Number of folds. */
  public int count() {
    return count;
  }

  /** The fold of a clip, 0 to count - 1. */
  public int of(Clip clip) {
    Integer fold = foldOfGroup.get(clip.group());
    if (fold == null) {
      throw new IllegalArgumentException("group is in no fold: " + clip.group());
    }
    return fold;
  }

  private static int size(Map<String, Integer> labels) {
    return labels.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int scarcest(List<Map<String, Integer>> folds, Map<String, Integer> labels) {
    int best = 0;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int i = 0; i < folds.size(); i++) {
      double cost = 1e-3 * size(folds.get(i));
      for (Map.Entry<String, Integer> entry : labels.entrySet()) {
        cost += entry.getValue() * (double) folds.get(i).getOrDefault(entry.getKey(), 0);
      }
      if (cost < bestCost) {
        bestCost = cost;
        best = i;
      }
    }
    return best;
  }
}
