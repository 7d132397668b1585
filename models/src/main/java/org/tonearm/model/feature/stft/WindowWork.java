package org.tonearm.model.feature.stft;

/** What becomes of a signal's windows, in their order. */
interface WindowWork {

  /**
   * Takes a window.
   *
   * @param window its samples and room for two more; the caller's, who uses it again; may be spoilt
   */
  void accept(float[] window);

  /** No more windows come. */
  void finish();
}
