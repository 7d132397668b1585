package org.tonearm.model.description;

import java.util.Arrays;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.feature.scattering.ScatteringPath;

/**
 * Brings windows nearer to one level, as if they had been turned up or down before they were heard:
 * a soft master is the same music. How loud a master is tells something of the music too, so only a
 * part of the difference is taken away.
 *
 * <p>The level is the mean, over the frames, of the sum of the first-order scattering coefficients
 * up to 8 kHz. Orders 0 and 1 and the spectra are linear in level beneath their logarithms and are
 * moved exactly, floor of the logarithm included; order 2 is divided by its parent and stays. A
 * window counts as 30 dB too soft or 60 dB too loud at most, so that silence stays silence.
 * Immutable, thread-safe; the arrays are not to be changed.
 *
 * @param share part of the difference, in decibels, that is taken away: 0 none, 1 all
 * @param reference natural logarithm of the level that windows are brought nearer to
 * @param summed scattering rows whose sum is the level
 * @param moved scattering rows that move with the level
 */
@SuppressWarnings("ArrayRecordComponent") // row numbers on a hot path; ownership is stated
public record EvenLevel(double share, double reference, int[] summed, int[] moved) {
  /** Leaves windows as they are. */
  public static final EvenLevel NONE = new EvenLevel(0, 0, new int[0], new int[0]);

  /** What trained models use. */
  private static final double SHIPPED_SHARE = 0.5;

  /** The median of the training clips. */
  private static final double SHIPPED_REFERENCE = 4.16;

  private static final double MOST_GAIN = Math.log(10) * 30 / 20;
  private static final double MOST_LOSS = 2 * MOST_GAIN;

  /** Above this multiple of the floor, the floor is nothing beside the value: under 1e-6. */
  private static final double FAR_ABOVE = Math.log(1e6);

  /** The one that trained models use, on coefficients of a layout. */
  public static EvenLevel shipped(ScatteringLayout layout) {
    return new EvenLevel(
        SHIPPED_SHARE,
        SHIPPED_REFERENCE,
        layout.paths().stream()
            .filter(path -> path.order() == 1 && path.xi1() <= ListeningLayout.HIGHEST_HZ)
            .mapToInt(ScatteringPath::row)
            .toArray(),
        layout.paths().stream()
            .filter(path -> path.order() < 2)
            .mapToInt(ScatteringPath::row)
            .toArray());
  }

  /** Whether another does the same. */
  boolean same(EvenLevel other) {
    return share == other.share
        && reference == other.reference
        && Arrays.equals(summed, other.summed)
        && Arrays.equals(moved, other.moved);
  }

  /**
   * Evens a window.
   *
   * @param frames laid out as {@link ListeningLayout} says, or their scattering coefficients alone;
   *     finite
   * @return new frames of the same layout, or the same where nothing is to be done
   */
  public Frames apply(Frames frames) {
    if (share == 0 || frames.count() == 0) {
      return frames;
    }
    double gain = share * Math.max(-MOST_LOSS, Math.min(MOST_GAIN, reference - level(frames)));
    int d = frames.dimensions();
    float[] values = frames.values().clone();
    Move scattering = new Move(gain, ScatteringLayout.FLOOR);
    Move spectra = new Move(gain, ListeningLayout.SPECTRUM_FLOOR);
    for (int n = 0; n < frames.count(); n++) {
      for (int row : moved) {
        values[n * d + row] = scattering.of(values[n * d + row]);
      }
      for (int j = ListeningLayout.SCATTERING; j < d; j++) {
        values[n * d + j] = spectra.of(values[n * d + j]);
      }
    }
    return new Frames(frames.count(), d, values);
  }

  /** Natural logarithm of a window's level; of silence some -28. */
  private double level(Frames frames) {
    double sum = 0;
    for (int n = 0; n < frames.count(); n++) {
      for (int row : summed) {
        double value = Math.exp(frames.values()[n * frames.dimensions() + row]);
        sum += Math.max(0, value - ScatteringLayout.FLOOR);
      }
    }
    return Math.log(sum / frames.count() + 1e-12);
  }

  /**
   * Multiplies what stands beneath a logarithm with a floor.
   *
   * @param gain logarithm of the factor
   * @param plain where the logarithm itself may be moved
   */
  private record Move(double gain, double floor, double factor, double plain) {
    Move(double gain, double floor) {
      this(gain, floor, Math.exp(gain), Math.log(floor) + FAR_ABOVE + Math.max(0, -gain));
    }

    float of(float logarithm) {
      return logarithm > plain
          ? (float) (logarithm + gain)
          : (float) Math.log(floor + factor * Math.max(0, Math.exp(logarithm) - floor));
    }
  }
}
