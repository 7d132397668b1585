package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a frame, in order: for each bank order 0, order 1 from the highest wavelet down, and
 * order 2, sorted by first and then by second wavelet. Immutable.
 *
 * <p>A path of order 2 exists where the first wavelet's bandwidth exceeds the second's centre
 * frequency: the modulus of a band carries nothing faster than its bandwidth.
 */
public final class ScatteringLayout {
  /**
   * What stands beneath a frame's logarithms in silence: ScatNet's epsilon, 2^-20, times the root
   * of the hop.
   */
  public static final double FLOOR = Math.scalb(1.0, -14);

  private final List<ScatteringPath> paths;

  ScatteringLayout(List<BankParameters> firstBanks, BankParameters secondBank, int sampleRate) {
    List<ScatteringPath> rows = new ArrayList<>();
    double hertz = sampleRate / (2 * Math.PI);
    for (int bank = 0; bank < firstBanks.size(); bank++) {
      List<Band> first = firstBanks.get(bank).bands();
      rows.add(new ScatteringPath(rows.size(), bank, 0, -1, -1, 0, 0, 0, -1));
      int orderOne = rows.size();
      for (int i = 0; i < first.size(); i++) {
        double xi1 = first.get(i).centre() * hertz;
        double bandwidth1 = first.get(i).bandwidth() * hertz;
        rows.add(new ScatteringPath(rows.size(), bank, 1, i, -1, xi1, bandwidth1, 0, orderOne + i));
      }
      for (int i = 0; i < first.size(); i++) {
        ScatteringPath parent = rows.get(orderOne + i);
        for (int j = 0; j < secondBank.bands().size(); j++) {
          double centre = secondBank.bands().get(j).centre();
          if (first.get(i).bandwidth() > centre) {
            rows.add(
                new ScatteringPath(
                    rows.size(),
                    bank,
                    2,
                    i,
                    j,
                    parent.xi1(),
                    parent.bandwidth1(),
                    centre * hertz,
                    parent.row()));
          }
        }
      }
    }
    paths = List.copyOf(rows);
  }

  /** The meaning of each row, in the order of a frame's values. */
  public List<ScatteringPath> paths() {
    return paths;
  }

  /** Values a frame. */
  public int dimensions() {
    return paths.size();
  }
}
