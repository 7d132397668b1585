package org.tonearm.model.learned;

import java.util.Arrays;
import java.util.List;

/**
 * Tells what sounds like something that was learnt from. A window farther from every window of the
 * training tracks than windows held out usually are gets no say: its scores are flattened, so that
 * nothing is told of a track made of such windows. Immutable, thread-safe.
 *
 * <p>Detection of the new by its nearest neighbour; how far is too far is our choice.
 *
 * @param points of the training windows, as of {@link Machines#point}; at least one
 * @param limit distance up to which a window is familiar
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes; not to be changed
public record Familiarity(float[][] points, double limit) {
  /** Share of windows held out, of known labels, that count as familiar. */
  static final double USUAL = 0.98;

  /** Beyond the limit times this, a window has no say at all; between, it has less. */
  static final double BEYOND = 1.15;

  /** The say of a window, 0 to 1. */
  double say(float[] point) {
    return say(nearest(points, point), limit);
  }

  static double say(double distance, double limit) {
    return distance <= limit
        ? 1
        : Math.max(0, (BEYOND * limit - distance) / ((BEYOND - 1) * limit));
  }

  /** The limit that {@link #USUAL} of these distances keep. */
  static double limit(List<HeldOut> held) {
    double[] distances =
        held.stream()
            .flatMap(track -> track.windows().stream())
            .mapToDouble(HeldOut.Window::distance)
            .sorted()
            .toArray();
    return distances[(int) Math.min(distances.length - 1L, Math.round(USUAL * distances.length))];
  }

  /** Distance to the nearest of these points. */
  static double nearest(float[][] points, float[] point) {
    return Math.sqrt(Arrays.stream(points).mapToDouble(p -> squared(p, point)).min().orElseThrow());
  }

  private static double squared(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      float d = a[i] - b[i];
      sum += d * d;
    }
    return sum;
  }
}
