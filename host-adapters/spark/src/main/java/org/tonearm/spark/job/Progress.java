package org.tonearm.spark.job;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells every few seconds how far long work is. Thread-safe. */
final class Progress extends SparkListener {
  private static final long EVERY_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final Map<Integer, Integer> tasks = new HashMap<>();
  private final Map<Integer, Integer> done = new HashMap<>();
  private String doing = "Working …";
  private long told = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** What begins now. */
  synchronized void begin(String sentence) {
    doing = sentence;
    out.println(sentence);
    told = System.nanoTime();
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    tasks.put(event.stageInfo().stageId(), event.stageInfo().numTasks());
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    tasks.remove(event.stageInfo().stageId());
    done.remove(event.stageInfo().stageId());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    int ended = done.merge(event.stageId(), 1, Integer::sum);
    Integer all = tasks.get(event.stageId());
    if (all != null && System.nanoTime() - told > EVERY_NANOS) {
      told = System.nanoTime();
      out.println(doing + " " + Math.min(ended, all) + " of " + all + " tasks");
    }
  }
}
