package org.tonearm.spark.analyze;

/**
 * How much is done at a time.
 *
 * @param taskSeconds seconds of audio that a task hears
 * @param tasks tasks for each core in a wave: what a kill of the driver costs at most
 */
public record WaveSize(double taskSeconds, int tasks) {
  /** Half an hour of audio a task, eight tasks a core in a wave. */
  public static final WaveSize USUAL = new WaveSize(1_800, 8);

  /** Checks the ranges. */
  public WaveSize {
    if (!(taskSeconds > 0) || tasks < 1) {
      throw new IllegalArgumentException("more than no audio and no task, not " + taskSeconds);
    }
  }
}
