package org.tonearm.model.suite.outcome;

/**
 * What was told of one held-out track.
 *
 * @param id the clip
 * @param dataset its data set
 * @param truth index of its label
 * @param told index of what was told, -1 for no verdict
 * @param scores one a label, higher is likelier
 */
@SuppressWarnings("ArrayRecordComponent") // a plain vector; not to be changed
public record TrackOutcome(String id, String dataset, int truth, int told, double[] scores) {

  /** True if the right label was told; no verdict is not right. */
  public boolean right() {
    return told == truth;
  }
}
