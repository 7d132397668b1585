package org.tonearm.api;

import java.util.List;
import java.util.Objects;

/**
 * The decision for one track and task: labels, or an abstention.
 *
 * @param task the question answered
 * @param modelId the model that answered
 * @param labels the labels told, best first; empty exactly if the verdict is an abstention
 * @param scores all track scores, best first, also when abstained
 * @param abstention why nothing is told: {@code unsure}, {@code not-music}, {@code too-short}; ""
 *     when labels are told
 */
@Stability(Stability.Level.STABLE)
public record Verdict(
    Task task,
    String modelId,
    List<LabelScore> labels,
    List<LabelScore> scores,
    String abstention) {
  /** Copies the lists and checks that there are labels or a reason, not both. */
  public Verdict {
    Objects.requireNonNull(task);
    Objects.requireNonNull(modelId);
    labels = List.copyOf(labels);
    scores = List.copyOf(scores);
    if (labels.isEmpty() == abstention.isEmpty()) {
      throw new IllegalArgumentException("a verdict has either labels or a reason to abstain");
    }
  }

  /** True when nothing is told. */
  public boolean abstained() {
    return labels.isEmpty();
  }
}
