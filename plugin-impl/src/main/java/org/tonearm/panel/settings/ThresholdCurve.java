package org.tonearm.panel.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.TrackRow;

/**
 * What would be told of tracks at each threshold: made once of all tracks, on any thread, and then
 * asked at little cost. Immutable and thread-safe.
 */
public final class ThresholdCurve {
  /** Of no tracks. */
  public static final ThresholdCurve NONE = of(List.of(), TagField.GENRE);

  private static final Set<String> NEVER_TOLD = Set.of("not-music", "too-short");

  private final int tracks;

  /** Probabilities of the best answers, the surest first. */
  private final double[] sure;

  /** Sum of the first probabilities, and how many of the first have an empty field. */
  private final double[] sums;

  private final int[] empty;

  /** A track that can be told, with its best probability. */
  private record Best(double sure, boolean empty) {}

  private ThresholdCurve(int tracks, List<Best> best) {
    this.tracks = tracks;
    this.sure = new double[best.size()];
    this.sums = new double[best.size() + 1];
    this.empty = new int[best.size() + 1];
    for (int i = 0; i < best.size(); i++) {
      sure[i] = best.get(i).sure();
      sums[i + 1] = sums[i] + sure[i];
      empty[i + 1] = empty[i] + (best.get(i).empty() ? 1 : 0);
    }
  }

  /**
   * Of tracks.
   *
   * @param field genre or mood
   */
  public static ThresholdCurve of(List<TrackRow> rows, TagField field) {
    int tracks = 0;
    List<Best> best = new ArrayList<>();
    for (TrackRow row : rows) {
      if (row.verdict(field).isPresent()) {
        tracks++;
        if (!silent(row.verdict(field).get())) {
          best.add(new Best(row.confidence(field).orElse(0), row.current(field).isEmpty()));
        }
      }
    }
    best.sort(Comparator.comparingDouble(Best::sure).reversed());
    return new ThresholdCurve(tracks, best);
  }

  /**
   * What would be told.
   *
   * @param threshold 0 to 1
   */
  public ThresholdPreview at(double threshold) {
    int told = 0;
    int beyond = sure.length;
    while (told < beyond) {
      int middle = (told + beyond) >>> 1;
      if (sure[middle] >= threshold) {
        told = middle + 1;
      } else {
        beyond = middle;
      }
    }
    OptionalDouble right =
        told == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[told] / told);
    return new ThresholdPreview(tracks, told, empty[told], right);
  }

  private static boolean silent(Verdict verdict) {
    return NEVER_TOLD.contains(verdict.abstention());
  }
}
