package org.tonearm.spark.analyze;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tonearm.api.TonearmException;
import org.tonearm.spark.engine.Engine;
import org.tonearm.spark.engine.Engines;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.engine.ReadTags;
import org.tonearm.spark.engine.Recording;

/**
 * Of rows of {@link org.tonearm.spark.schema.Scores#changed}, those whose audio is as it was, as
 * rows of {@link org.tonearm.spark.schema.Tables#RETAGGED}.
 */
final class TagReading implements Iterator<Row> {
  private final Iterator<Row> changed;
  private final Engines engines;
  private final Engine engine;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Optional<Row> next = Optional.empty();
  private boolean given;

  private TagReading(Iterator<Row> changed, Engines engines) throws TonearmException {
    this.changed = changed;
    this.engines = engines;
    this.engine = engines.take();
  }

  /** On the engines of this executor. */
  static TagReading of(Iterator<Row> changed, JobSettings settings, TaskPlace place)
      throws TonearmException {
    return new TagReading(
        changed, Engines.of(settings, place.careful(), place.cores(), place.card()));
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && changed.hasNext()) {
      next = look(changed.next());
    }
    if (next.isEmpty() && !given) {
      given = true;
      engines.giveBack(engine);
    }
    return next.isPresent();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next.orElseThrow();
    next = Optional.empty();
    return row;
  }

  private Optional<Row> look(Row row) {
    Recording recording =
        new Recording(
            row.getAs("uri"), row.getAs("size"), row.getAs("modified"), row.getAs("version"));
    long begun = threads.getCurrentThreadCpuTime();
    Optional<ReadTags> read = engine.tags(recording);
    double seconds = (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("the task is to end");
    }
    return read.filter(now -> now.fingerprint().equals(row.<String>getAs("scored_fingerprint")))
        .map(now -> same(row, recording, now, seconds));
  }

  private static Row same(Row row, Recording recording, ReadTags read, double seconds) {
    return RowFactory.create(
        recording.uri(),
        recording.size(),
        recording.modified(),
        recording.version(),
        ScoreRows.fields(read.tags()),
        read.tags().format(),
        seconds,
        row.<Integer>getAs("bucket"),
        row.<String>getAs("scored_run"));
  }
}
