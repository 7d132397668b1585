package org.tonearm.model.classifier;

import org.tonearm.model.description.SharedWindow;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * Tells music from speech, noise, tones and silence, so that those are not given a genre.
 *
 * @param model two classes: 0 not music, 1 music
 */
public record MusicGate(StatisticsModel model) {
  /** Index of the class music. */
  public static final int MUSIC = 1;

  /**
   * Probability, 0 to 1, that a window is music.
   *
   * @param statistics as of {@code WindowStatistics}
   */
  public double music(float[] statistics) {
    double[] log = model.logProbabilities(statistics);
    return Math.min(1, Math.exp(log[MUSIC]));
  }

  /** The same for a window, of whose frames it hears the leading values that it was trained on. */
  public double music(Frames window) {
    return music(WindowStatistics.of(window.leading(model.dimensions())));
  }

  /** The same for a window that other models hear too. */
  double music(SharedWindow window) {
    return music(window.statistics(model.dimensions()));
  }
}
