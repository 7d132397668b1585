package org.tonearm.spark.job;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.tonearm.run.ClockTime;
import org.tonearm.run.Pace;

/**
 * Tells every few seconds how far long work is, and how long the tasks of its part will take yet.
 * Thread-safe.
 */
final class Progress extends SparkListener {
  private static final long EVERY_NANOS = 5_000_000_000L;

  private record Part(int tasks, int done, long begun) {
    Part oneMore() {
      return new Part(tasks, Math.min(tasks, done + 1), begun);
    }

    String shown(long now) {
      Pace pace = new Pace(done, OptionalLong.of(tasks), Duration.ofNanos(now - begun));
      return " "
          + done
          + " of "
          + tasks
          + " tasks"
          + pace.left()
              .filter(left -> left.toSeconds() > 0)
              .map(left -> ", " + ClockTime.text(left) + " left")
              .orElse("");
    }
  }

  private final PrintStream out;
  private final LongSupplier nanos;
  private final Map<Integer, Part> parts = new HashMap<>();
  private String doing = "Working …";
  private long told;

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   */
  Progress(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    told = nanos.getAsLong();
  }

  /** What begins now. */
  synchronized void begin(String sentence) {
    doing = sentence;
    out.println(sentence);
    told = nanos.getAsLong();
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    parts.put(
        event.stageInfo().stageId(), new Part(event.stageInfo().numTasks(), 0, nanos.getAsLong()));
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    parts.remove(event.stageInfo().stageId());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    Part part = parts.computeIfPresent(event.stageId(), (id, before) -> before.oneMore());
    long now = nanos.getAsLong();
    if (part != null && now - told > EVERY_NANOS) {
      told = now;
      out.println(doing + part.shown(now));
    }
  }
}
