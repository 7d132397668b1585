package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Bands in groups of one length, to be computed together. Stateless. */
final class LengthGroups {
  /** Values of a block that one group may have: what bounds the memory of a batch. */
  static final int VALUES = 1 << 19;

  private LengthGroups() {}

  /**
   * Groups, longest first, as large as {@link #VALUES} allow.
   *
   * @param length complex samples of a band
   */
  static <T> List<List<T>> of(List<T> bands, ToIntFunction<T> length) {
    Map<Integer, List<T>> byLength = new TreeMap<>((a, b) -> b - a);
    for (T band : bands) {
      byLength.computeIfAbsent(length.applyAsInt(band), n -> new ArrayList<>()).add(band);
    }
    List<List<T>> groups = new ArrayList<>();
    byLength.forEach(
        (n, all) -> {
          int most = Math.max(1, VALUES / (2 * n));
          for (int from = 0; from < all.size(); from += most) {
            groups.add(List.copyOf(all.subList(from, Math.min(from + most, all.size()))));
          }
        });
    return groups;
  }
}
