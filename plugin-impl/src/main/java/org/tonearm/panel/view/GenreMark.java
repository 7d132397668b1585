package org.tonearm.panel.view;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How tracks of a genre are marked: six shapes, filled or hollow, and six colours that go out of
 * step with them, so that neighbours in the legend never differ in colour alone.
 *
 * @param index of the genre in the legend, from 0
 */
record GenreMark(int index) {
  /** How many can be told apart. */
  static final int MOST = 12;

  private static final int SHAPES = 6;
  private static final int CROSSES_FROM = 4;

  /** Whether the shape is filled, not drawn as a line. */
  boolean filled() {
    return index / SHAPES % 2 == 0 && index % SHAPES < CROSSES_FROM;
  }

  /**
   * The shape about a place.
   *
   * @param r from its middle to its edge
   */
  Shape shape(double x, double y, double r) {
    return switch (index % SHAPES) {
      case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
      case 1 -> polygon(x, y - r, x + r, y + r, x - r, y + r);
      case 2 -> new Rectangle2D.Double(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r);
      case 3 -> polygon(x, y - 1.2 * r, x + 1.2 * r, y, x, y + 1.2 * r, x - 1.2 * r, y);
      case CROSSES_FROM -> cross(x - r, y, x + r, y, x, y - r, x, y + r);
      default -> cross(x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r);
    };
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Shape cross(double... ends) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < ends.length; i += 4) {
      path.moveTo(ends[i], ends[i + 1]);
      path.lineTo(ends[i + 2], ends[i + 3]);
    }
    return path;
  }
}
