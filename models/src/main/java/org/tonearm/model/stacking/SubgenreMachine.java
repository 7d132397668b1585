package org.tonearm.model.stacking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.model.statistics.SupportVectors;
import org.tonearm.model.verdict.Calibration;

/**
 * Tells the sub-genres of one label apart, by the rows that the main question's machine hears. What
 * it says holds only where the label itself is right. Immutable, thread-safe.
 *
 * @param parent the label
 * @param labels the sub-genres, two or more, in the order of the machine's classes
 * @param machine on {@link StackedRows}
 * @param calibration of its scores
 * @param threshold probability, 0 to 1, under which none is told
 */
public record SubgenreMachine(
    String parent,
    List<String> labels,
    SupportVectors machine,
    Calibration calibration,
    double threshold) {
  /** Copies the list and checks that it fits the machine. */
  public SubgenreMachine {
    Objects.requireNonNull(parent);
    Objects.requireNonNull(calibration);
    labels = List.copyOf(labels);
    if (labels.size() != machine.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " sub-genres, and a machine of " + machine.classes());
    }
  }

  /**
   * Joins windows by the mean of their log-probabilities.
   *
   * @param windows answers of all machines to each window of a track, at least one
   * @param at where this machine's begin in each
   */
  public Subgenres of(List<double[]> windows, int at) {
    double[] mean = new double[labels.size()];
    for (double[] window : windows) {
      double[] own = Arrays.copyOfRange(window, at, at + mean.length);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += own[i] / windows.size();
      }
    }
    double[] probabilities = calibration.apply(mean);
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      scores.add(new LabelScore(labels.get(i), Math.min(1, probabilities[i])));
    }
    return new Subgenres(parent, scores, threshold);
  }
}
