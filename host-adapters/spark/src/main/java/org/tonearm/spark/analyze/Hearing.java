package org.tonearm.spark.analyze;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.tonearm.api.TonearmException;
import org.tonearm.spark.engine.Engine;
import org.tonearm.spark.engine.Engines;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.engine.Recording;

/** Rows of inputs become rows of scores, one by one, as they are asked for. */
final class Hearing implements Iterator<Row> {
  private final Iterator<Row> inputs;
  private final Engines engines;
  private final Engine engine;
  private final ScoreRows rows;
  private boolean given;

  Hearing(Iterator<Row> inputs, Engines engines, ScoreRows rows) throws TonearmException {
    this.inputs = inputs;
    this.engines = engines;
    this.engine = engines.take();
    this.rows = rows;
  }

  /** On the engines of this executor. */
  static Hearing of(
      Iterator<Row> inputs, JobSettings settings, String model, String run, TaskPlace place)
      throws TonearmException {
    Engines engines = Engines.of(settings, place.careful(), place.cores(), place.card());
    return new Hearing(inputs, engines, new ScoreRows(engines.models(), model, run));
  }

  @Override
  public boolean hasNext() {
    boolean more = inputs.hasNext();
    if (!more && !given) {
      given = true;
      engines.giveBack(engine);
    }
    return more;
  }

  @Override
  public Row next() {
    Row row = inputs.next();
    Recording recording =
        new Recording(row.getString(0), row.getLong(1), row.getLong(2), row.getString(3));
    try {
      return rows.of(engine.hear(recording), row.getInt(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task is to end", e);
    }
  }
}
