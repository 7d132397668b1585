package org.tonearm.api.feature;

import org.tonearm.api.Stability;

/** Receives frames of features. */
@FunctionalInterface
@Stability(Stability.Level.EXPERIMENTAL)
public interface FrameSink {

  /**
   * Takes one frame.
   *
   * @param frame of the extractor's {@code dimensions()}; a fresh array that the receiver owns
   */
  void accept(float[] frame);
}
