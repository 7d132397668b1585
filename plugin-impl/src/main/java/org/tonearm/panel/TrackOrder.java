package org.tonearm.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What tracks are put in order by.
 *
 * @param <K> of what
 * @param value of a track; asked once for each
 * @param order of the values
 */
public record TrackOrder<K>(Function<TrackRow, K> value, Comparator<? super K> order) {

  /** The same with the last one first. */
  public TrackOrder<K> descending() {
    return new TrackOrder<>(value, order.reversed());
  }

  /**
   * Puts some of the tracks in order; those that are equal stay as they are.
   *
   * @param rows all tracks
   * @param indexes which of them; not changed
   */
  int[] sorted(List<TrackRow> rows, int[] indexes) {
    record Keyed<V>(V value, int index) {}
    List<Keyed<K>> keyed = new ArrayList<>(indexes.length);
    for (int index : indexes) {
      keyed.add(new Keyed<>(value.apply(rows.get(index)), index));
    }
    keyed.sort((one, other) -> order.compare(one.value(), other.value()));
    return keyed.stream().mapToInt(Keyed::index).toArray();
  }
}
