package org.tonearm.model.learned;

import java.util.List;
import org.tonearm.model.evaluation.Prediction;

/**
 * What machines that never met a track's group thought of it.
 *
 * @param id the track
 * @param fold in which it was held out
 * @param truth number of its label
 * @param windows at least one
 */
record HeldOut(String id, int fold, int truth, List<Window> windows) {
  /**
   * One window.
   *
   * @param opinions one a label
   * @param distance to the nearest window that was trained on
   */
  record Window(Machines.Opinions opinions, double distance) {}

  /** Joined log-probabilities of the whole track, as if all of it sounded familiar. */
  double[] joined(Blend blend) {
    return joined(blend, Double.POSITIVE_INFINITY);
  }

  /** As a model with this blend and this limit of the familiar would score it. */
  Prediction told(Blend blend, double limit) {
    return new Prediction(id, "", fold, truth, blend.calibration().apply(joined(blend, limit)));
  }

  private double[] joined(Blend blend, double limit) {
    double[] mean = null;
    for (Window window : windows) {
      double[] log = blend.join(window.opinions());
      mean = mean == null ? new double[log.length] : mean;
      double say = Familiarity.say(window.distance(), limit);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += say * log[i] / windows.size();
      }
    }
    return mean;
  }
}
