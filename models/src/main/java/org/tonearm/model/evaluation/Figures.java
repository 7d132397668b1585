package org.tonearm.model.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures of a set of held-out predictions.
 *
 * @param count clips
 * @param accuracy share of right ones
 * @param spread standard deviation of the accuracy over folds
 * @param meanRecall recall averaged over the labels that occur
 * @param calibrationError expected calibration error: ten bins of equal count
 * @param precisionAtHalf accuracy of the more confident half (one global threshold)
 * @param recall one a label; NaN where the label does not occur
 * @param precision one a label; NaN where it was never told
 * @param confusion rows: truth; columns: told
 */
@SuppressWarnings("ArrayRecordComponent") // plain tables; not to be changed
public record Figures(
    int count,
    double accuracy,
    double spread,
    double meanRecall,
    double calibrationError,
    double precisionAtHalf,
    double[] recall,
    double[] precision,
    int[][] confusion) {

  private static final int BINS = 10;

  /**
   * Computes them.
   *
   * @param predictions at least one
   * @param labels number of labels
   */
  public static Figures of(List<Prediction> predictions, int labels) {
    int[][] confusion = new int[labels][labels];
    for (Prediction p : predictions) {
      confusion[p.truth()][p.best()]++;
    }
    double[] recall = new double[labels];
    double[] precision = new double[labels];
    double recallSum = 0;
    int present = 0;
    for (int c = 0; c < labels; c++) {
      int column = c;
      double truths = Arrays.stream(confusion[c]).sum();
      double told = Arrays.stream(confusion).mapToInt(row -> row[column]).sum();
      recall[c] = confusion[c][c] / (truths == 0 ? Double.NaN : truths);
      precision[c] = confusion[c][c] / (told == 0 ? Double.NaN : told);
      if (truths > 0) {
        recallSum += recall[c];
        present++;
      }
    }
    List<Prediction> confident =
        predictions.stream()
            .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
            .toList();
    return new Figures(
        predictions.size(),
        accuracy(predictions),
        spread(predictions),
        recallSum / present,
        calibrationError(confident),
        accuracy(confident.subList(0, Math.max(1, confident.size() / 2))),
        recall,
        precision,
        confusion);
  }

  /** Figures of each data set by itself. */
  public static Map<String, Figures> byDataset(List<Prediction> predictions, int labels) {
    Map<String, Figures> figures = new TreeMap<>();
    predictions.stream()
        .collect(Collectors.groupingBy(Prediction::dataset))
        .forEach((dataset, part) -> figures.put(dataset, of(part, labels)));
    return figures;
  }

  private static double accuracy(List<Prediction> predictions) {
    return predictions.stream().filter(Prediction::right).count() / (double) predictions.size();
  }

  private static double spread(List<Prediction> predictions) {
    double[] folds =
        predictions.stream().collect(Collectors.groupingBy(Prediction::fold)).values().stream()
            .mapToDouble(Figures::accuracy)
            .toArray();
    double mean = Arrays.stream(folds).average().orElseThrow();
    double squares = Arrays.stream(folds).map(a -> (a - mean) * (a - mean)).sum();
    return folds.length < 2 ? 0 : Math.sqrt(squares / (folds.length - 1));
  }

  private static double calibrationError(List<Prediction> sorted) {
    double error = 0;
    for (Bin bin : bins(sorted)) {
      error += bin.count() * Math.abs(bin.confidence() - bin.accuracy());
    }
    return error / sorted.size();
  }

  /**
   * Bins of equal count along the confidence.
   *
   * @param count clips in it
   * @param confidence mean of what was stated
   * @param accuracy what held
   */
  public record Bin(int count, double confidence, double accuracy) {}

  /** Bins of equal count of predictions sorted by confidence. */
  public static List<Bin> bins(List<Prediction> sorted) {
    java.util.ArrayList<Bin> bins = new java.util.ArrayList<>();
    int n = sorted.size();
    for (int b = 0; b < BINS; b++) {
      List<Prediction> part = sorted.subList(b * n / BINS, (b + 1) * n / BINS);
      if (!part.isEmpty()) {
        bins.add(
            new Bin(
                part.size(),
                part.stream().mapToDouble(Prediction::confidence).average().orElseThrow(),
                accuracy(part)));
      }
    }
    return bins;
  }
}
