package org.tonearm.model.training;

/** Told of progress; called from training threads. */
public interface TrainingListener {
  /** Ignores everything. */
  TrainingListener SILENT = (stage, done, total, note) -> {};

  /**
   * Progress within a stage.
   *
   * @param stage such as {@code features} or {@code fold 3 of 10}
   * @param done steps done
   * @param total steps in all
   * @param note figures of the moment, may be empty
   */
  void progress(String stage, int done, int total, String note);
}
