package org.tonearm.panel.view;

/**
 * Where moments and probabilities lie on the chart.
 *
 * @param width of the chart in pixels
 * @param height of the chart in pixels
 * @param seconds length of the track
 */
record TimelineScale(int width, int height, double seconds) {
  /** Room for the percentages. */
  static final int LEFT = 44;

  /** Room for the times. */
  static final int BOTTOM = 18;

  /** Room for the names. */
  static final int TOP = 20;

  private static final int RIGHT = 4;

  int right() {
    return width - RIGHT;
  }

  int x(double second) {
    return LEFT + (int) Math.round((right() - LEFT) * second / Math.max(seconds, 1e-3));
  }

  double second(int x) {
    return Math.max(0, Math.min(seconds, seconds * (x - LEFT) / Math.max(1, right() - LEFT)));
  }

  int y(double score) {
    return (int) Math.round(TOP + (height - TOP - BOTTOM) * (1 - score));
  }
}
