package org.tonearm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The decision for one track and task: labels, or an abstention.
 *
 * @param task the question answered
 * @param modelId the model that answered
 * @param labels the labels told, best first; empty exactly if the verdict is an abstention
 * @param scores all track scores, best first, also when abstained
 * @param abstention why nothing is told: {@code unsure}, {@code not-music}, {@code too-short}; ""
 *     when labels are told
 * @param subgenre what is told one level below the first label, with the probability that both
 *     hold; empty where that was not asked for, or nothing is sure enough
 */
@Stability(Stability.Level.STABLE)
public record Verdict(
    Task task,
    String modelId,
    List<LabelScore> labels,
    List<LabelScore> scores,
    String abstention,
    Optional<LabelScore> subgenre) {
  /** Copies the lists and checks that there are labels or a reason, not both. */
  public Verdict {
    Objects.requireNonNull(task);
    Objects.requireNonNull(modelId);
    labels = List.copyOf(labels);
    scores = List.copyOf(scores);
    if (labels.isEmpty() == abstention.isEmpty()) {
      throw new IllegalArgumentException("a verdict has either labels or a reason to abstain");
    }
    if (labels.isEmpty() && subgenre.isPresent()) {
      throw new IllegalArgumentException("a sub-genre needs the label above it");
    }
  }

  /** Without a sub-genre. */
  public Verdict(
      Task task,
      String modelId,
      List<LabelScore> labels,
      List<LabelScore> scores,
      String abstention) {
    this(task, modelId, labels, scores, abstention, Optional.empty());
  }

  /** The labels told, the first one by its sub-genre where that is told. */
  public List<LabelScore> narrowest() {
    List<LabelScore> narrow = new ArrayList<>(labels);
    subgenre.ifPresent(below -> narrow.set(0, below));
    return List.copyOf(narrow);
  }

  /** True when nothing is told. */
  public boolean abstained() {
    return labels.isEmpty();
  }
}
