package org.tonearm.standalone.bench;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Times each task of the event thread until it is closed. It stays in the place of the event queue
 * for good: a queue that is taken away again may take somebody's errand with it. Thread-safe.
 */
public final class EventTimes extends EventQueue implements AutoCloseable {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Task> tasks = new ArrayList<>();
  private volatile boolean closed;

  /**
   * A task of the event thread.
   *
   * @param wallNanos by the clock
   * @param cpuNanos of the processor
   */
  public record Task(long wallNanos, long cpuNanos) {}

  /** Times all that is dispatched from now on. */
  public static EventTimes begin() {
    EventTimes times = new EventTimes();
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(times);
    return times;
  }

  /** What was timed since this was last called. */
  public synchronized List<Task> taken() {
    List<Task> taken = List.copyOf(tasks);
    tasks.clear();
    return taken;
  }

  @Override
  public void close() {
    closed = true;
    taken();
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    super.dispatchEvent(event);
    if (closed) {
      return;
    }
    Task task = new Task(System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
    synchronized (this) {
      tasks.add(task);
    }
  }
}
