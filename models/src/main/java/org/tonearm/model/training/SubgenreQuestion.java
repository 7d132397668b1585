package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonearm.api.Task;
import org.tonearm.model.dataset.Clip;

/**
 * Which kind of one genre a clip is, by the manifests' column {@code subgenre}. Sub-genres with
 * fewer than {@value #CLIPS} clips, or clips of fewer than {@value #GROUPS} groups, are left out.
 *
 * @param plan whose label stands above
 * @param parent that label
 * @param labels sub-genres that are asked for, two or more, sorted
 */
record SubgenreQuestion(TrainingPlan plan, String parent, List<String> labels) {
  static final int CLIPS = 20;
  static final int GROUPS = 10;

  private static final String COLUMN = "subgenre";

  /** Copies the list. */
  SubgenreQuestion {
    labels = List.copyOf(labels);
  }

  /** The questions that clips can answer: none for moods, nor where clips are too few. */
  static List<SubgenreQuestion> of(TrainingPlan plan, List<Clip> clips) {
    List<SubgenreQuestion> questions = new ArrayList<>();
    counts(plan, clips)
        .forEach(
            (parent, counts) -> {
              List<String> labels =
                  counts.keySet().stream().filter(l -> enough(plan, parent, l, clips)).toList();
              if (labels.size() > 1) {
                questions.add(new SubgenreQuestion(plan, parent, labels));
              }
            });
    return questions;
  }

  /** Sub-genres that no question asks for, with their clips, by genre. */
  static Map<String, Map<String, Integer>> leftOut(TrainingPlan plan, List<Clip> clips) {
    Map<String, Map<String, Integer>> counts = counts(plan, clips);
    of(plan, clips).forEach(q -> counts.get(q.parent()).keySet().removeAll(q.labels()));
    counts.values().removeIf(Map::isEmpty);
    return counts;
  }

  private static Map<String, Map<String, Integer>> counts(TrainingPlan plan, List<Clip> clips) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    if (plan.task() == Task.GENRE) {
      clips.stream()
          .filter(c -> counted(plan, c) && !c.column(COLUMN).isEmpty())
          .forEach(
              c ->
                  counts
                      .computeIfAbsent(plan.label().apply(c), parent -> new TreeMap<>())
                      .merge(c.column(COLUMN), 1, Integer::sum));
    }
    return counts;
  }

  private static boolean enough(TrainingPlan plan, String parent, String label, List<Clip> clips) {
    List<String> groups =
        clips.stream()
            .filter(c -> counted(plan, c) && plan.label().apply(c).equals(parent))
            .filter(c -> c.column(COLUMN).equals(label))
            .map(Clip::group)
            .toList();
    return groups.size() >= CLIPS && groups.stream().distinct().count() >= GROUPS;
  }

  private static boolean counted(TrainingPlan plan, Clip clip) {
    return plan.labels().contains(plan.label().apply(clip)) && TrainingPlan.longEnough(clip);
  }

  /** True for clips of the genre, of whatever kind. */
  boolean below(Clip clip) {
    return plan.label().apply(clip).equals(parent) && TrainingPlan.longEnough(clip);
  }

  /** True for clips that are trained on. */
  boolean asks(Clip clip) {
    return below(clip) && truth(clip) >= 0;
  }

  /** Index of a clip's sub-genre; -1 if it is none of these, or not known. */
  int truth(Clip clip) {
    return labels.indexOf(clip.column(COLUMN));
  }
}
