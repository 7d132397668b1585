package org.tonearm.model.learned;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.evaluation.Prediction;

/**
 * What came of learning.
 *
 * @param machines trained on all tracks
 * @param blend chosen on all tracks held out, as limit and threshold
 * @param familiarity with the points of all tracks
 * @param threshold probability from which an answer is told
 * @param predictions of each track when it was held out, with choices of the other folds
 * @param told whether that was sure enough to be told, and the track taken for music at all
 * @param notMusic of each label, its tracks that were not taken for music, and so never told
 * @param groups of the predictions' tracks, in their order
 * @param embeddingAlone answers of the machine on embeddings by itself, uncalibrated
 * @param statisticsAlone answers of the machine on statistics by itself, uncalibrated
 */
public record Taught(
    Machines machines,
    Blend blend,
    Familiarity familiarity,
    double threshold,
    List<Prediction> predictions,
    List<Boolean> told,
    List<Integer> notMusic,
    List<String> groups,
    List<Prediction> embeddingAlone,
    List<Prediction> statisticsAlone) {
  /** Better than guessing by so much is good enough. */
  private static final double MARGIN = 0.1;

  /** Copies the lists. */
  public Taught {
    predictions = List.copyOf(predictions);
    told = List.copyOf(told);
    notMusic = List.copyOf(notMusic);
    groups = List.copyOf(groups);
    embeddingAlone = List.copyOf(embeddingAlone);
    statisticsAlone = List.copyOf(statisticsAlone);
  }

  /** Figures of the tracks held out, as if each answer were told. */
  public Figures figures() {
    return Figures.of(predictions, predictions.get(0).probabilities().length);
  }

  /** Share of right answers of who always tells the commonest label. */
  public double guessing() {
    int[] counts = new int[predictions.get(0).probabilities().length];
    predictions.forEach(p -> counts[p.truth()]++);
    return Arrays.stream(counts).max().orElseThrow() / (double) predictions.size();
  }

  /** Share of tracks held out that an answer was told of. */
  public double coverage() {
    return told.stream().filter(t -> t).count() / (double) told.size();
  }

  /** Share of the answers told that were right; NaN if none was told. */
  public double precision() {
    List<Prediction> answers =
        IntStream.range(0, told.size()).filter(told::get).mapToObj(predictions::get).toList();
    return answers.isEmpty()
        ? Double.NaN
        : answers.stream().filter(Prediction::right).count() / (double) answers.size();
  }

  /** Where the accuracy may lie on tracks of other groups. */
  public AccuracyRange range() {
    return AccuracyRange.of(predictions, groups);
  }

  /** Whether it is better than guessing by a margin, be it by chance. */
  public boolean better() {
    return figures().accuracy() >= guessing() + Math.min(MARGIN, (1 - guessing()) / 2);
  }

  /** Whether it is better than guessing by a margin, and by more than chance explains. */
  public boolean useful() {
    return better() && range().low() >= guessing();
  }
}
