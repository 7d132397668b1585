package org.tonearm.model.learned;

import java.util.Arrays;

/**
 * Points of what is known, and how far from them a point may lie. Immutable, thread-safe.
 *
 * @param points at least one, of equal length
 * @param limit distance to the nearest point up to which another one is near
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes; not to be changed
public record Neighbourhood(float[][] points, double limit) {
  /** Beyond the limit times this, a point has no say at all; between, it has less. */
  private static final double BEYOND = 1.15;

  /** The say of a point, 0 to 1. */
  double say(float[] point) {
    return say(distance(point), limit);
  }

  /** Distance to the nearest point. */
  double distance(float[] point) {
    return Math.sqrt(Arrays.stream(points).mapToDouble(p -> squared(p, point)).min().orElseThrow());
  }

  static double say(double distance, double limit) {
    return distance <= limit
        ? 1
        : Math.max(0, (BEYOND * limit - distance) / ((BEYOND - 1) * limit));
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
