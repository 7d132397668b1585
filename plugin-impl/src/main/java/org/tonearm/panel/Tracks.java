package org.tonearm.panel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The tracks that the panel lists, in the order in which they came. Confined to the event thread. A
 * track that comes again takes its old place; whether what was decided on it holds is for {@link
 * Decisions}.
 */
public final class Tracks {

  /** Told of changes, on the event thread. */
  public interface Listener {
    /** Rows were added at the end. */
    void added(int first, int last);

    /** A row is another one now. */
    void changed(int index);

    /** Many rows are others now, all at once. */
    default void changed(int[] indexes) {
      for (int index : indexes) {
        changed(index);
      }
    }
  }

  private final List<TrackRow> rows = new ArrayList<>();
  private final Map<Path, Integer> places = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  /** Tells of changes from now on. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** How many. */
  public int size() {
    return rows.size();
  }

  /** One of them, from 0. */
  public TrackRow row(int index) {
    return rows.get(index);
  }

  /** All; a copy. */
  public List<TrackRow> all() {
    return List.copyOf(rows);
  }

  /** Where a file stands. */
  public OptionalInt indexOf(Path path) {
    Integer index = places.get(path);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Adds tracks, or puts them in place of what is known of the same files. */
  public void put(List<HeardFile> files) {
    int first = rows.size();
    BitSet again = new BitSet();
    for (HeardFile file : files) {
      TrackRow row = new TrackRow(file);
      Integer known = places.putIfAbsent(row.path(), rows.size());
      if (known == null) {
        rows.add(row);
      } else {
        rows.set(known, row);
        if (known < first) {
          again.set(known);
        }
      }
    }
    tellChanged(again);
    if (rows.size() > first) {
      listeners.forEach(listener -> listener.added(first, rows.size() - 1));
    }
  }

  /** Changes a row; a file that is not listed is passed over. */
  public void change(Path path, UnaryOperator<TrackRow> change) {
    change(List.of(path), change);
  }

  /** Changes rows; files that are not listed are passed over. */
  public void change(List<Path> paths, UnaryOperator<TrackRow> change) {
    BitSet changed = new BitSet();
    for (Path path : paths) {
      Integer index = places.get(path);
      if (index != null) {
        rows.set(index, change.apply(rows.get(index)));
        changed.set(index);
      }
    }
    tellChanged(changed);
  }

  private void tellChanged(BitSet changed) {
    if (changed.cardinality() == 1) {
      int only = changed.nextSetBit(0);
      listeners.forEach(listener -> listener.changed(only));
    } else if (!changed.isEmpty()) {
      int[] indexes = changed.stream().toArray();
      listeners.forEach(listener -> listener.changed(indexes));
    }
  }
}
