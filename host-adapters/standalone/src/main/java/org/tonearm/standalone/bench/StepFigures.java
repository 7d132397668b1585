package org.tonearm.standalone.bench;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How long the event thread was kept from anything else by one kind of thing that a user does. Of
 * each time it was done, the longest task counts.
 *
 * @param step what was done
 * @param times how many times
 * @param median in milliseconds by the clock
 * @param p95 likewise, of 95 in 100
 * @param p99 likewise, of 99 in 100
 * @param most likewise, of all
 * @param cpuP99 of 99 in 100, in milliseconds of the processor
 * @param cpuMost likewise, of all
 * @param shownAfter median time in milliseconds until the table shows the outcome; 0 where that is
 *     at once
 */
public record StepFigures(
    String step,
    int times,
    double median,
    double p95,
    double p99,
    double most,
    double cpuP99,
    double cpuMost,
    double shownAfter) {
  private static final double MILLI = 1e-6;

  /**
   * Of the longest tasks.
   *
   * @param longest of each time
   * @param waits nanoseconds until the outcome was shown; empty where that is at once
   */
  public static StepFigures of(String step, List<EventTimes.Task> longest, List<Long> waits) {
    return new StepFigures(
        step,
        longest.size(),
        percentile(longest, EventTimes.Task::wallNanos, 50),
        percentile(longest, EventTimes.Task::wallNanos, 95),
        percentile(longest, EventTimes.Task::wallNanos, 99),
        percentile(longest, EventTimes.Task::wallNanos, 100),
        percentile(longest, EventTimes.Task::cpuNanos, 99),
        percentile(longest, EventTimes.Task::cpuNanos, 100),
        percentile(waits, Long::longValue, 50));
  }

  /** By the nearest rank. */
  private static <T> double percentile(List<T> of, ToLongFunction<T> value, int percent) {
    long[] sorted = of.stream().mapToLong(value).sorted().toArray();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)] * MILLI;
  }
}
