package org.tonearm.model.feature.mel;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.feature.stft.BandPooling;

/**
 * Triangular filters at even steps of mel. Each rises, linearly in Hz, from its lower neighbour's
 * centre to its own and falls to its upper neighbour's; its weights are scaled to a sum of 1, so
 * that a band tells a mean level however wide it is.
 *
 * @param bands number of filters, at least 1
 * @param lowest where the first filter begins, in Hz
 * @param highest where the last one ends, in Hz, at most half the sample rate
 */
public record MelFilterBank(int bands, double lowest, double highest) {

  /** Checks the range. */
  public MelFilterBank {
    if (bands < 1 || lowest < 0 || highest <= lowest) {
      throw new IllegalArgumentException("expected at least one band, and 0 <= lowest < highest");
    }
  }

  /**
   * The filters on the bins of a spectrum.
   *
   * @param sampleRate in Hz
   * @param size samples a window
   * @throws IllegalArgumentException if a filter lies between two bins
   */
  public BandPooling pooling(int sampleRate, int size) {
    List<BandPooling.Band> filters = new ArrayList<>();
    double binsPerHertz = (double) size / sampleRate;
    for (int band = 0; band < bands; band++) {
      filters.add(
          triangle(
              corner(band) * binsPerHertz,
              corner(band + 1) * binsPerHertz,
              corner(band + 2) * binsPerHertz,
              size / 2));
    }
    return new BandPooling(filters);
  }

  /** The corners of the triangles in Hz, 0 to bands + 1. */
  private double corner(int index) {
    double from = MelScale.mel(lowest);
    double to = MelScale.mel(highest);
    return MelScale.hertz(from + (to - from) * index / (bands + 1));
  }

  /** Corners are in bins; the support is the bins strictly between them. */
  private static BandPooling.Band triangle(double from, double centre, double to, int lastBin) {
    int first = (int) Math.floor(from) + 1;
    int last = Math.min((int) Math.ceil(to) - 1, lastBin);
    if (last < first) {
      throw new IllegalArgumentException("a band lies between two bins: too many bands");
    }
    double[] heights = new double[last - first + 1];
    double sum = 0;
    for (int i = 0; i < heights.length; i++) {
      double bin = (double) first + i;
      heights[i] = bin <= centre ? (bin - from) / (centre - from) : (to - bin) / (to - centre);
      sum += heights[i];
    }
    float[] weights = new float[heights.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (heights[i] / sum);
    }
    return new BandPooling.Band(first, weights);
  }
}
