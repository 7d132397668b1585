package org.tonearm.api.feature;

import org.tonearm.api.Stability;

/** One signal on its way through a {@link FeatureExtractor}. Confined to one thread. */
@Stability(Stability.Level.EXPERIMENTAL)
public interface FeatureStream {

  /**
   * Adds samples; frames whose neighbourhood is complete go to the sink. The caller may reuse the
   * array after the call returns.
   */
  void push(float[] samples, int offset, int length);

  /**
   * Ends the signal: the remaining frames go to the sink. A signal of N &gt; 0 samples gives 1 +
   * floor((N - 1) / hop) frames in all, an empty one none. The stream can't be used afterwards.
   */
  void finish();
}
