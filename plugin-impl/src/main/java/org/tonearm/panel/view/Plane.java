package org.tonearm.panel.view;

import java.awt.geom.Point2D;

/**
 * The part of the mood plane that is shown.
 *
 * @param valence at the left edge
 * @param arousal at the lower edge
 * @param span from edge to edge, 2 for the whole plane
 */
record Plane(double valence, double arousal, double span) {
  /** All of it, with a margin. */
  static final Plane WHOLE = new Plane(-1.1, -1.1, 2.2);

  private static final double NEAREST = 0.02;

  /** Where a point lies on a drawing of this size. */
  Point2D place(double v, double a, int width, int height) {
    return new Point2D.Double(width * (v - valence) / span, height * (1 - (a - arousal) / span));
  }

  /**
   * Nearer or farther, with one place held still.
   *
   * @param x of that place, 0 left to 1 right
   * @param y of that place, 0 top to 1 bottom
   */
  Plane zoomed(double factor, double x, double y) {
    double smaller = Math.min(WHOLE.span, Math.max(NEAREST, span / factor));
    return new Plane(valence + x * (span - smaller), arousal + (1 - y) * (span - smaller), smaller)
        .within();
  }

  /**
   * Moved, no farther than the whole plane reaches.
   *
   * @param x to the right, in parts of what is shown
   * @param y upwards, in parts of what is shown
   */
  Plane moved(double x, double y) {
    return new Plane(valence + x * span, arousal + y * span, span).within();
  }

  private Plane within() {
    double most = WHOLE.valence + WHOLE.span - span;
    return new Plane(
        Math.max(WHOLE.valence, Math.min(most, valence)),
        Math.max(WHOLE.arousal, Math.min(most, arousal)),
        span);
  }
}
