package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.tonearm.api.Track;
import org.tonearm.library.index.FileStat;
import org.tonearm.library.index.FileStats;

/**
 * The tracks of one run: files that have settled, then what a scan finds that was not through a run
 * as it looks now. Files of the scan that are young go to the queue and wait there. Nothing is held
 * but what is under way. Read by one thread at a time; may be asked for the rest after the run.
 */
final class Batch implements Iterator<Track> {
  /** More than the clocks of this computer and of a file server differ. */
  private static final long SKEW_MILLIS = TimeUnit.HOURS.toMillis(1);

  private final Iterator<SettlingQueue.Settled> settled;
  private final Iterator<Track> scan;
  private final WatchFilter filter;
  private final FileStats stats;
  private final Handled handled;
  private final SettlingQueue queue;
  private final long oldMillis;
  private final BooleanSupplier ended;
  private final BooleanSupplier cut;
  private final LongSupplier millis;
  private final Map<Path, FileStat> underWay = new ConcurrentHashMap<>();
  private Optional<SettlingQueue.Settled> next = Optional.empty();

  /**
   * @param settled what has settled
   * @param scan tracks of the folders to be looked through
   * @param pause how old a file must be to count as settled when the scan meets it, by a clock that
   *     may be an hour off: what looks younger waits in the queue
   * @param ended whether no further track is to be given out
   * @param cut whether the scan is to be left for another batch
   * @param millis a clock as {@link System#currentTimeMillis()}
   */
  Batch(
      List<SettlingQueue.Settled> settled,
      Iterator<Track> scan,
      WatchFilter filter,
      FileStats stats,
      Handled handled,
      SettlingQueue queue,
      Duration pause,
      BooleanSupplier ended,
      BooleanSupplier cut,
      LongSupplier millis) {
    this.settled = settled.iterator();
    this.scan = scan;
    this.filter = filter;
    this.stats = stats;
    this.handled = handled;
    this.queue = queue;
    this.oldMillis = pause.toMillis() + SKEW_MILLIS;
    this.ended = ended;
    this.cut = cut;
    this.millis = millis;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended.getAsBoolean()) {
      if (settled.hasNext()) {
        next = Optional.of(settled.next()).filter(this::news);
      } else if (!cut.getAsBoolean() && scan.hasNext()) {
        next = met(scan.next().path()).filter(this::news);
      } else {
        return false;
      }
    }
    return next.isPresent() && !ended.getAsBoolean();
  }

  @Override
  public Track next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SettlingQueue.Settled one = next.orElseThrow();
    next = Optional.empty();
    underWay.put(one.file(), one.look());
    return new Track(one.file(), one.file().toString());
  }

  /** An empty file is one to come, and then it changes. */
  private boolean news(SettlingQueue.Settled one) {
    return one.look().size() > 0 && !handled.done(one.file(), one.look());
  }

  private Optional<SettlingQueue.Settled> met(Path file) {
    if (!filter.accepts(file)) {
      return Optional.empty();
    }
    try {
      FileStat look = stats.of(file);
      if (handled.done(file, look)) {
        return Optional.empty();
      }
      long touched = TimeUnit.NANOSECONDS.toMillis(Math.max(look.modified(), look.changed()));
      long age = millis.getAsLong() - touched;
      if (age < oldMillis || queue.busy(file)) {
        queue.awaited(file);
        return Optional.empty();
      }
      return Optional.of(new SettlingQueue.Settled(file, look));
    } catch (IOException e) {
      return Optional.empty(); // Gone again.
    }
  }

  /** A track is through: how it looked when it was given out. */
  Optional<FileStat> through(Path file) {
    return Optional.ofNullable(underWay.remove(file));
  }

  /** Whether everything was given out. */
  boolean exhausted() {
    return next.isEmpty() && !settled.hasNext() && !scan.hasNext();
  }

  /** Gives back to the queue what did not come through, but for what the scan would find again. */
  void giveBack() {
    next.ifPresent(one -> queue.touched(one.file()));
    settled.forEachRemaining(one -> queue.touched(one.file()));
    underWay.keySet().forEach(queue::touched);
    underWay.clear();
  }
}
