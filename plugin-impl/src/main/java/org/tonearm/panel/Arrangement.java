package org.tonearm.panel;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Which tracks are shown and in what order: a question that can be answered on any thread, since
 * nothing in it changes.
 *
 * @param rows all tracks; not copied, must not change
 * @param filter which of them are shown
 * @param keys what they are put in order by, the first one first; the order in which they came
 *     where these leave it open
 */
public record Arrangement(List<TrackRow> rows, TrackFilter filter, List<TrackOrder<?>> keys) {
  private static final int ASK_EVERY = 1024;

  /** Copies the keys. */
  public Arrangement {
    keys = List.copyOf(keys);
  }

  /**
   * The shown tracks' places among all tracks, in the order to show them.
   *
   * @param unwanted asked now and then whether nobody waits for the answer any more
   * @return of what was found until then, if it is not wanted any more
   */
  public int[] order(BooleanSupplier unwanted) {
    int[] passed = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (i % ASK_EVERY == 0 && unwanted.getAsBoolean()) {
        break;
      }
      if (filter.test(rows.get(i))) {
        passed[count++] = i;
      }
    }
    int[] order = Arrays.copyOf(passed, count);
    // Sorting keeps the order of equals, so that the least important key comes first.
    for (int k = keys.size() - 1; k >= 0 && !unwanted.getAsBoolean(); k--) {
      order = keys.get(k).sorted(rows, order);
    }
    return order;
  }
}
