package org.tonearm.model.network.paper;

/** How the outputs of a track's pieces or frames become one label. */
public sealed interface Decision {

  /** The label with the highest mean of log-probabilities over all pieces and frames. */
  record MeanOfLogs() implements Decision {}

  /** The label that most pieces or frames tell (Dai et al., 3.2). */
  record Majority() implements Decision {}

  /**
   * The label that most pieces tell, if at least {@code least} of each {@code of} do, else no
   * verdict (Bai et al., 3.5).
   *
   * @param least pieces that must agree
   * @param of pieces a clip in the paper; with other counts the share counts
   */
  record Threshold(int least, int of) implements Decision {}
}
