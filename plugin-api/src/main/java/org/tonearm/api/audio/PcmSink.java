package org.tonearm.api.audio;

import org.tonearm.api.Stability;

/** Receives decoded samples. Called from one thread only. */
@Stability(Stability.Level.EXPERIMENTAL)
public interface PcmSink {

  /**
   * A new contiguous stretch begins; samples before and after it do not adjoin. Called once before
   * the first samples, and again at each excerpt.
   *
   * @param startSeconds its place in the track
   */
  void begin(double startSeconds);

  /**
   * Takes samples. The decoder reuses the array after the call returns: copy what is kept.
   *
   * @param samples mono PCM
   * @param offset index of the first sample
   * @param length number of samples, 1 or more
   */
  void accept(float[] samples, int offset, int length);
}
