package org.tonearm.model.suite.fit;

/** Why a training ended. */
public enum StopReason {
  /** The validation loss had not improved for the patience's epochs. */
  STALLED("validation stalled"),
  /** The CPU time of a fold was spent. */
  BUDGET("time spent"),
  /** As many epochs as the schedule, or the quick form, allows. */
  EPOCHS("all epochs"),
  /** The loss was no number. */
  DIVERGED("diverged");

  private final String words;

  StopReason(String words) {
    this.words = words;
  }

  /** For tables. */
  public String words() {
    return words;
  }
}
