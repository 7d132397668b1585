package org.tonearm.model.suite.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tonearm.model.suite.cost.NetworkCost;
import org.tonearm.model.suite.measure.AreaUnderCurve;
import org.tonearm.model.suite.outcome.FitRecord;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.TrackOutcome;

/**
 * Figures of one row and task over the folds that have been run. Immutable.
 *
 * @param info what the row is
 * @param task genre or mood
 * @param folds records, at least one
 * @param cost what its network costs on one computer; empty where that was not measured
 */
public record RowFigures(
    RowInfo info, String task, List<FoldRecord> folds, Optional<NetworkCost> cost) {
  /** Whole passes over the training pieces under which a row is marked. */
  public static final int FEWEST_EPOCHS = 5;

  private static final double ROUNDING = 1e-6;

  /** Copies the list. */
  public RowFigures {
    folds = List.copyOf(folds);
  }

  /** Figures of a row whose cost was not measured apart. */
  public RowFigures(RowInfo info, String task, List<FoldRecord> folds) {
    this(info, task, folds, Optional.empty());
  }

  /** Track accuracy; a track without a verdict is not right. */
  public Share right() {
    return Share.right(tracks());
  }

  /** Track accuracy on the first fold, where rows of more and fewer folds meet; NaN without it. */
  public double onFirstFold() {
    return folds.stream()
        .filter(f -> f.fold() == 0)
        .mapToDouble(f -> Share.right(List.of(f.tracks())).value())
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Share of tracks that got a verdict. */
  public Share told() {
    return Share.told(tracks());
  }

  /** Track accuracy of each data set. */
  public Map<String, Share> byDataset() {
    Map<String, Share> shares = new TreeMap<>();
    folds.stream()
        .flatMap(f -> f.tracks().stream())
        .map(TrackOutcome::dataset)
        .distinct()
        .forEach(
            set ->
                shares.put(
                    set,
                    Share.right(
                        tracks().stream()
                            .map(f -> f.stream().filter(t -> t.dataset().equals(set)).toList())
                            .toList())));
    return shares;
  }

  /** Share of frames or pieces told right; NaN for none. */
  public double units() {
    long right = folds.stream().mapToLong(FoldRecord::unitsRight).sum();
    long all = folds.stream().mapToLong(FoldRecord::units).sum();
    return right / (all == 0 ? Double.NaN : all);
  }

  /** Macro one-vs-rest area under the curve of each fold's tracks, averaged over folds. */
  public double area() {
    return mean(
        f ->
            AreaUnderCurve.of(
                f.tracks().stream().map(TrackOutcome::scores).toList(),
                f.tracks().stream().mapToInt(TrackOutcome::truth).toArray()));
  }

  /** Tracks by truth (rows) and verdict (columns); the last column is no verdict. */
  public int[][] confusion() {
    int labels = labels().size();
    int[][] counts = new int[labels][labels + 1];
    for (FoldRecord fold : folds) {
      for (TrackOutcome track : fold.tracks()) {
        counts[track.truth()][track.told() < 0 ? labels : track.told()]++;
      }
    }
    return counts;
  }

  /** Mean over labels of the share of their tracks that was told right; labels without left out. */
  public double meanRecall() {
    int[][] counts = confusion();
    return IntStream.range(0, counts.length)
        .filter(label -> Arrays.stream(counts[label]).sum() > 0)
        .mapToDouble(label -> counts[label][label] / (double) Arrays.stream(counts[label]).sum())
        .average()
        .orElse(Double.NaN);
  }

  /** Labels in the order of the confusion. */
  public List<String> labels() {
    return folds.get(0).labels();
  }

  /** True for a network that some fold trained for fewer than five whole passes. */
  public boolean unconverged() {
    return passes().anyMatch(tenths -> tenths < 10 * FEWEST_EPOCHS);
  }

  /** Fewest and most epochs, such as {@code 12} or {@code 4.1-12}; a dash for a machine. */
  public String epochs() {
    long[] tenths = passes().sorted().toArray();
    if (tenths.length == 0) {
      return "-";
    }
    String first = epochs(tenths[0]);
    String last = epochs(tenths[tenths.length - 1]);
    return first.equals(last) ? last : first + "-" + last;
  }

  /** Passes of each fold in tenths, rounded down, so that 4.99 are not told as 5. */
  private LongStream passes() {
    return folds.stream()
        .filter(f -> f.fit() != null)
        .mapToLong(f -> (long) Math.floor(10 * f.fit().passes() + ROUNDING));
  }

  private static String epochs(long tenths) {
    return tenths % 10 == 0
        ? String.valueOf(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** Fewest and most of the epochs whose weights count; empty unless all folds tell it. */
  public Optional<String> bestEpochs() {
    int[] best =
        folds.stream()
            .filter(f -> f.fit() != null)
            .mapToInt(f -> f.fit().best())
            .sorted()
            .toArray();
    if (best.length == 0 || best[0] == 0) {
      return Optional.empty();
    }
    int last = best[best.length - 1];
    return Optional.of(best[0] == last ? "" + last : best[0] + "-" + last);
  }

  /** Reasons of the stop with their folds, such as {@code validation stalled (9), time spent}. */
  public String stops() {
    Map<String, Long> counts =
        folds.stream()
            .filter(f -> f.fit() != null)
            .collect(
                Collectors.groupingBy(f -> f.fit().stop(), TreeMap::new, Collectors.counting()));
    if (counts.size() == 1) {
      return counts.keySet().iterator().next();
    }
    return counts.isEmpty()
        ? "-"
        : counts.entrySet().stream()
            .map(e -> e.getKey() + " (" + e.getValue() + ")")
            .collect(Collectors.joining(", "));
  }

  /** Mean over folds of a figure of the training; NaN for a machine without epochs. */
  public double meanOfFits(ToDoubleFunction<FitRecord> figure) {
    return mean(f -> f.fit() == null ? Double.NaN : figure.applyAsDouble(f.fit()));
  }

  /** CPU seconds of an update: measured apart, else in the trainings; NaN for a machine. */
  public double secondsPerStep() {
    return cost.map(NetworkCost::secondsPerStep)
        .orElseGet(() -> meanOfFits(FitRecord::secondsPerStep));
  }

  /** CPU seconds of a pass over the training pieces, likewise. */
  public double secondsPerEpoch() {
    return cost.map(
            c ->
                meanOfFits(fit -> fit.secondsPerEpoch() / fit.secondsPerStep())
                    * c.secondsPerStep())
        .orElseGet(() -> meanOfFits(FitRecord::secondsPerEpoch));
  }

  /** CPU milliseconds of hearing 30 s, likewise. */
  public double inferenceMillis() {
    return cost.map(NetworkCost::inferenceMillis)
        .orElseGet(() -> mean(FoldRecord::inferenceMillis));
  }

  /** Bytes: the most of a process for the network alone, else of the process that trained. */
  public double peakBytes() {
    return cost.map(c -> c.peakBytes() == 0 ? Double.NaN : c.peakBytes())
        .orElseGet(() -> meanOfFits(FitRecord::peakBytes));
  }

  /** Mean over folds, folds without the figure left out; NaN if none has it. */
  public double mean(ToDoubleFunction<FoldRecord> figure) {
    return Arrays.stream(folds.stream().mapToDouble(figure).toArray())
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  private List<List<TrackOutcome>> tracks() {
    return folds.stream().map(FoldRecord::tracks).toList();
  }
}
