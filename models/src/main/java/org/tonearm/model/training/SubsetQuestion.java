package org.tonearm.model.training;

import java.util.List;
import org.tonearm.model.dataset.Clip;

/**
 * One data set, told apart by its own labels.
 *
 * @param plan whose labels these are
 * @param dataset its name; "" where none is asked for
 */
record SubsetQuestion(TrainingPlan plan, String dataset) {
  /** Labels with fewer clips are not asked for. */
  static final int CLIPS_A_LABEL = 10;

  /** True if there is such a question. */
  boolean asked() {
    return !dataset.isEmpty();
  }

  /** Names of its labels, in the plan's order. */
  List<String> labels(List<Clip> clips) {
    List<Clip> own = own(clips);
    return plan.labels().stream()
        .filter(
            label ->
                own.stream().filter(c -> plan.label().apply(c).equals(label)).count()
                    >= CLIPS_A_LABEL)
        .toList();
  }

  /** Its clips that figures are stated on. */
  List<Clip> own(List<Clip> clips) {
    return clips.stream().filter(plan::scored).filter(c -> c.dataset().equals(dataset)).toList();
  }
}
