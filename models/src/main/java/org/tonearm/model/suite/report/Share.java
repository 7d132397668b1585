package org.tonearm.model.suite.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonearm.model.suite.outcome.TrackOutcome;

/**
 * A share of tracks.
 *
 * @param count tracks
 * @param value share over all of them, 0 to 1
 * @param spread standard deviation over folds; NaN with fewer than two
 */
public record Share(int count, double value, double spread) {

  /** The share of tracks told right. */
  public static Share right(Collection<List<TrackOutcome>> folds) {
    return of(
        folds,
        tracks -> {
          long right = tracks.stream().filter(TrackOutcome::right).count();
          return right / (double) tracks.size();
        });
  }

  /** The share of tracks that were told anything. */
  public static Share told(Collection<List<TrackOutcome>> folds) {
    return of(
        folds,
        tracks -> tracks.stream().filter(t -> t.told() >= 0).count() / (double) tracks.size());
  }

  private static Share of(
      Collection<List<TrackOutcome>> folds, Function<List<TrackOutcome>, Double> measure) {
    List<TrackOutcome> all = folds.stream().flatMap(List::stream).collect(Collectors.toList());
    double[] each = folds.stream().filter(f -> !f.isEmpty()).mapToDouble(measure::apply).toArray();
    double mean = Arrays.stream(each).average().orElse(Double.NaN);
    double squares = Arrays.stream(each).map(v -> (v - mean) * (v - mean)).sum();
    double spread = each.length < 2 ? Double.NaN : Math.sqrt(squares / (each.length - 1));
    return new Share(all.size(), all.isEmpty() ? Double.NaN : measure.apply(all), spread);
  }
}
