package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.tonearm.library.index.FileStat;
import org.tonearm.library.index.FileStats;

/**
 * Files that are waited for until they have stopped growing: two looks, a pause apart, must show
 * the same. Costs one look at a file for each pause. Thread-safe.
 */
public final class SettlingQueue {

  /**
   * A file that is still.
   *
   * @param file its path
   * @param look as it looks
   */
  public record Settled(Path file, FileStat look) {}

  private record Waiting(FileStat look, long since) {}

  private final long pause;
  private final FileStats stats;
  private final Predicate<Path> held;
  private final LongSupplier nanos;
  private final Map<Path, Waiting> waiting = new LinkedHashMap<>();

  /**
   * @param pause how long a file must be still
   * @param held whether another program writes to a file, as far as can be told
   * @param nanos a clock as {@link System#nanoTime()}
   */
  public SettlingQueue(Duration pause, FileStats stats, Predicate<Path> held, LongSupplier nanos) {
    this.pause = pause.toNanos();
    this.stats = stats;
    this.held = held;
    this.nanos = nanos;
  }

  /** Something happened to a file: its pause begins anew. A file that is gone is forgotten. */
  public synchronized void touched(Path file) {
    try {
      waiting.put(file, new Waiting(stats.of(file), nanos.getAsLong()));
    } catch (IOException e) {
      waiting.remove(file);
    }
  }

  /** A file was met that may still grow; if it is waited for already, its pause goes on. */
  synchronized void awaited(Path file) {
    if (!waiting.containsKey(file)) {
      touched(file);
    }
  }

  /** Takes out the files that are still, in the order in which they came. */
  public synchronized List<Settled> due() {
    List<Settled> settled = new ArrayList<>();
    long now = nanos.getAsLong();
    Iterator<Map.Entry<Path, Waiting>> each = waiting.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Path, Waiting> entry = each.next();
      if (now - entry.getValue().since() < pause) {
        continue;
      }
      try {
        FileStat look = stats.of(entry.getKey());
        if (!look.sameContent(entry.getValue().look()) || busy(entry.getKey())) {
          entry.setValue(new Waiting(look, now));
        } else {
          each.remove();
          settled.add(new Settled(entry.getKey(), look));
        }
      } catch (IOException e) {
        each.remove(); // Gone again.
      }
    }
    return settled;
  }

  /** Whether a file that is still should be waited for nevertheless. */
  boolean busy(Path file) {
    return held.test(file) || WatchFilter.fetchedBeside(file);
  }

  /** Files that are waited for. */
  public synchronized int size() {
    return waiting.size();
  }
}
