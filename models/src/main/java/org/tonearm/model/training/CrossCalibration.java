package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.verdict.Calibration;

/**
 * Calibrates held-out scores fold by fold: the share of the network and the temperatures of a fold
 * are fitted on the held-out scores of all other folds, never on its own clips. A shipped model is
 * calibrated likewise, on those of all folds.
 */
final class CrossCalibration {
  private CrossCalibration() {}

  /**
   * Calibrates.
   *
   * @param scores of all folds; clips without a truth are calibrated, and nothing is fitted on them
   * @return the same clips in the same order
   */
  static List<ClipScores> of(List<HeldOut> scores) {
    Map<Integer, Fit> fits = new HashMap<>();
    List<ClipScores> calibrated = new ArrayList<>();
    for (HeldOut clip : scores) {
      Fit fit = fits.computeIfAbsent(clip.fold(), fold -> fit(scores, fold));
      calibrated.add(new ClipScores(clip, fit.networkShare(), fit.temperatures()));
    }
    return calibrated;
  }

  private static Fit fit(List<HeldOut> scores, int fold) {
    List<HeldOut> others =
        scores.stream().filter(s -> s.fold() != fold).filter(s -> s.truth() >= 0).toList();
    List<Integer> truths = others.stream().map(HeldOut::truth).toList();
    Map<String, Double> temperatures = new LinkedHashMap<>();
    for (String listener : scores.get(0).logProbabilities().keySet()) {
      List<double[]> rows = others.stream().map(s -> s.logProbabilities().get(listener)).toList();
      Calibration calibration = rows.isEmpty() ? Calibration.NONE : Calibration.fit(rows, truths);
      temperatures.put(listener, calibration.temperature());
    }
    if (!temperatures.containsKey(Listeners.NETWORK)) {
      return new Fit(0, temperatures);
    }
    JoinedFit joined =
        JoinedFit.fit(others.stream().map(HeldOut::logProbabilities).toList(), truths);
    temperatures.put(Listeners.JOINED, joined.calibration().temperature());
    return new Fit(joined.networkShare(), temperatures);
  }

  /** Of one fold. */
  private record Fit(double networkShare, Map<String, Double> temperatures) {}
}
