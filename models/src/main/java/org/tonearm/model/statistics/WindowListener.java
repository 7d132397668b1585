package org.tonearm.model.statistics;

import org.tonearm.model.feature.Frames;

/** Tells the label of a window from what it is as a whole. Immutable, thread-safe. */
public interface WindowListener {

  /**
   * Natural logarithms of the labels' probabilities.
   *
   * @param window at least one frame, as the extractor gave them; frames may hold more values than
   *     the listener hears, which then stand behind its own
   */
  double[] logProbabilities(Frames window);

  /**
   * The same, and the answers to questions that the listener asks beside the labels'.
   *
   * @param window as above
   */
  default WindowAnswers answers(Frames window) {
    return new WindowAnswers(logProbabilities(window));
  }
}
