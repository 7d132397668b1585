package org.tonearm.spark.bench;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Tables;

/** Rows of scores that nobody heard: a stand-in for the engine, for figures of all around it. */
final class StubHearing {
  private static final String[] GENRES = {"rock", "jazz", "folk", "metal", "blues", "pop"};

  private StubHearing() {}

  static Iterator<Row> hear(Iterator<Row> inputs, JobSettings settings, String model, String run) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return inputs.hasNext();
      }

      @Override
      public Row next() {
        return row(inputs.next(), model, run);
      }
    };
  }

  private static Row row(Row input, String model, String run) {
    int which = Math.floorMod(input.getString(0).hashCode(), GENRES.length);
    Row[] scores = new Row[GENRES.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] =
          RowFactory.create(
              GENRES[(which + i) % scores.length], i == 0 ? 0.9 : 0.1 / scores.length);
    }
    Row[] windows = new Row[16];
    for (int i = 0; i < windows.length; i++) {
      windows[i] =
          RowFactory.create(
              "genre",
              15.0 * i,
              15.0 * i + 15,
              0.9,
              new Double[] {-0.1 * which, -1.0 - i, -2.0, -3.0, -4.0, -5.0},
              new Double[0]);
    }
    Row genre = RowFactory.create("stub-1", "stub-1", 0.9, scores, new Row[0]);
    return RowFactory.create(
        Tables.VERSION,
        input.getString(0),
        input.getLong(1),
        input.getLong(2),
        input.getString(3),
        "",
        "scored",
        "mp3",
        240.0,
        true,
        new String[0],
        genre,
        null,
        windows,
        new Row[0],
        "none",
        null,
        null,
        run,
        0.0,
        run,
        model,
        input.getInt(5));
  }
}
