package org.tonearm.spark.write;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.journal.States;

/**
 * How many recordings were written, by the journals.
 *
 * @param written whose tags stand in the file or in a sidecar
 * @param undone whose tags were taken back
 */
public record Tally(long written, long undone) implements Serializable {
  /** Nothing yet. */
  public static final Tally NONE = new Tally(0, 0);

  /** Of some rows, which hold all rows of their recordings. */
  static Tally of(Iterator<JournalRow> rows, List<String> below) {
    Map<String, Boolean> stands = new HashMap<>();
    while (rows.hasNext()) {
      JournalRow row = rows.next();
      boolean done = row.state().equals(States.WRITTEN) || row.state().equals(States.SIDECAR);
      boolean back = row.state().equals(States.UNDONE) && row.undoes().isEmpty();
      if ((done || back) && WriteTask.isBelow(row.uri(), below)) {
        stands.merge(row.uri(), done, Boolean::logicalOr);
      }
    }
    long written = stands.values().stream().filter(stand -> stand).count();
    return new Tally(written, stands.size() - written);
  }

  /** Both together. */
  Tally and(Tally other) {
    return new Tally(written + other.written, undone + other.undone);
  }
}
