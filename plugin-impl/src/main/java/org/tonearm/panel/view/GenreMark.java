package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonearm.panel.MoodPoint;

/**
 * How tracks of a genre are marked: six shapes, filled or hollow, and six colours that go out of
 * step with them, so that neighbours in the legend never differ in colour alone.
 *
 * @param index of the genre in the legend, from 0
 */
record GenreMark(int index) {
  private static final int SHAPES = 6;
  private static final double R = 5;

  /** One for each genre, in the order of the alphabet. */
  static Map<String, GenreMark> of(List<MoodPoint> points) {
    TreeSet<String> genres = new TreeSet<>();
    points.forEach(point -> genres.add(point.genre()));
    Map<String, GenreMark> marks = new TreeMap<>();
    genres.forEach(genre -> marks.put(genre, new GenreMark(marks.size())));
    return marks;
  }

  void paint(Graphics2D g, double x, double y) {
    Shape shape = shape(x, y);
    g.setColor(Colors.of(index));
    g.setStroke(new BasicStroke(1.8f));
    if (index / SHAPES % 2 == 0 && index % SHAPES < 4) {
      g.fill(shape);
    } else {
      g.draw(shape);
    }
  }

  private Shape shape(double x, double y) {
    return switch (index % SHAPES) {
      case 0 -> new Ellipse2D.Double(x - R, y - R, 2 * R, 2 * R);
      case 1 -> polygon(x, y - R, x + R, y + R, x - R, y + R);
      case 2 -> new Rectangle2D.Double(x - R + 1, y - R + 1, 2 * R - 2, 2 * R - 2);
      case 3 -> polygon(x, y - R - 1, x + R + 1, y, x, y + R + 1, x - R - 1, y);
      case 4 -> cross(x - R, y, x + R, y, x, y - R, x, y + R);
      default -> cross(x - R, y - R, x + R, y + R, x - R, y + R, x + R, y - R);
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
