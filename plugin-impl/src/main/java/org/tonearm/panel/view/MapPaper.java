package org.tonearm.panel.view;

import java.awt.Color;
import java.awt.Shape;

/** What a map is drawn on: a screen, or a file. */
interface MapPaper {
  /** A filled rectangle with a line around it. */
  void box(double x, double y, double width, double height, Color fill, Color line);

  /** A thin line. */
  void line(double x1, double y1, double x2, double y2, Color color);

  /**
   * A line of text.
   *
   * @param x its left end
   * @param y of its baseline
   */
  void text(String text, double x, double y, Color color);

  /**
   * A mark.
   *
   * @param tip what it stands for, where the paper can tell; "" for nothing
   */
  void mark(GenreMark mark, double x, double y, double radius, Color color, String tip);

  /** A dashed line. */
  void dashed(Shape shape, Color color);
}
