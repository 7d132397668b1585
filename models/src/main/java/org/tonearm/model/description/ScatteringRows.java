package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.feature.scattering.ScatteringPath;

/**
 * The scattering coefficients that are heard: those whose band lies no higher than 8000 Hz. Above,
 * data sets differ by their codecs. Immutable, thread-safe.
 */
public final class ScatteringRows {
  private final int[] rows;

  /** Those of a layout; of the shipped one, 472. */
  public ScatteringRows(ScatteringLayout layout) {
    rows =
        layout.paths().stream()
            .filter(path -> path.xi1() <= ListeningLayout.HIGHEST_HZ)
            .mapToInt(ScatteringPath::row)
            .toArray();
  }

  /**
   * Those of a trained description.
   *
   * @param numbers as {@link #numbers} gave them
   */
  public ScatteringRows(int[] numbers) {
    rows = numbers.clone();
  }

  /** Their numbers among the scattering coefficients, rising; a fresh array. */
  public int[] numbers() {
    return rows.clone();
  }

  /** How many there are. */
  public int count() {
    return rows.length;
  }

  /**
   * Takes them out of frames.
   *
   * @param listening frames laid out as {@link ListeningLayout} says, or their scattering
   *     coefficients alone
   * @return as many frames, of {@link #count()} values
   */
  public Frames of(Frames listening) {
    Frames all = listening.leading(ListeningLayout.SCATTERING);
    float[] values = new float[all.count() * rows.length];
    for (int n = 0; n < all.count(); n++) {
      for (int j = 0; j < rows.length; j++) {
        values[n * rows.length + j] = all.values()[n * all.dimensions() + rows[j]];
      }
    }
    return new Frames(all.count(), rows.length, values);
  }
}
