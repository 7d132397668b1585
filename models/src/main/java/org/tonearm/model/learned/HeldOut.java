package org.tonearm.model.learned;

import java.util.List;
import org.tonearm.model.evaluation.Prediction;

/**
 * What machines that never met a track's group thought of it.
 *
 * @param id the track
 * @param group of the track, which the machines never met
 * @param fold in which it was held out
 * @param truth number of its label
 * @param music probability, 0 to 1, that it is music
 * @param windows at least one
 */
record HeldOut(String id, String group, int fold, int truth, double music, List<Window> windows) {
  /**
   * One window.
   *
   * @param opinions one a label
   * @param sound distance by its sound to the nearest window that was trained on
   * @param kind distance by its kind
   */
  record Window(Machines.Opinions opinions, double sound, double kind) {}

  /** Joined log-probabilities of the whole track, as if all of it sounded familiar. */
  double[] joined(Blend blend) {
    return joined(blend, Familiarity.Limits.NONE);
  }

  /** As a model with this blend and these limits of the familiar would score it. */
  Prediction told(Blend blend, Familiarity.Limits limits) {
    return new Prediction(id, "", fold, truth, blend.calibration().apply(joined(blend, limits)));
  }

  private double[] joined(Blend blend, Familiarity.Limits limits) {
    double[] mean = null;
    for (Window window : windows) {
      double[] log = blend.join(window.opinions());
      mean = mean == null ? new double[log.length] : mean;
      double say = limits.say(window);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += say * log[i] / windows.size();
      }
    }
    return mean;
  }
}
