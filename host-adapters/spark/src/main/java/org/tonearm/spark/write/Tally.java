package org.tonearm.spark.write;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.journal.States;

/**
 * How many recordings were written, by the journals.
 *
 * @param written whose tags stand in the file or in a sidecar
 * @param undone whose tags were taken back
 * @param open at which a process was at work when it ended, so that it is not known which of the
 *     two they are
 */
public record Tally(long written, long undone, long open) implements Serializable {
  /** Nothing yet. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** Of some rows, which hold all rows of their recordings. */
  static Tally of(Iterator<JournalRow> rows, List<String> below) {
    Map<String, Boolean> stands = new HashMap<>();
    Set<String> open = new HashSet<>();
    while (rows.hasNext()) {
      JournalRow row = rows.next();
      if (!WriteTask.isBelow(row.uri(), below)) {
        continue;
      }
      boolean done = row.state().equals(States.WRITTEN) || row.state().equals(States.SIDECAR);
      boolean back = row.state().equals(States.UNDONE) && row.undoes().isEmpty();
      if (done || back) {
        stands.merge(row.uri(), done, Boolean::logicalOr);
      } else if (row.state().equals(States.OPEN)) {
        open.add(row.uri());
      }
    }
    long written = stands.values().stream().filter(stand -> stand).count();
    return new Tally(written, stands.size() - written, open.size());
  }

  /** Both together. */
  Tally and(Tally other) {
    return new Tally(written + other.written, undone + other.undone, open + other.open);
  }

  /** What the user should know of it beside the numbers; "" if nothing. */
  public String told() {
    return open == 0
        ? ""
        : open
            + " recordings: a task ended before it noted whether they were written or taken back."
            + " Start the stage that was stopped once more, or undo: each looks at them.";
  }
}
