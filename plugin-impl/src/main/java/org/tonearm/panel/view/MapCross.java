package org.tonearm.panel.view;

import java.awt.Graphics2D;
import java.awt.Point;
import java.util.Optional;

/** A cross on the map, which keys move. On the event thread. */
final class MapCross {
  private static final int ARM = 7;

  private Optional<Point> at = Optional.empty();

  /** Where it is; the middle of the map until it was moved. */
  Point place(MapLayout layout) {
    return at.orElse(new Point(layout.width() / 2, layout.height() / 2));
  }

  /** Moves it by pixels, no farther than the map reaches. */
  Point move(int x, int y, MapLayout layout) {
    Point from = place(layout);
    Point now =
        new Point(
            Math.max(0, Math.min(layout.width() - 1, from.x + x)),
            Math.max(0, Math.min(layout.height() - 1, from.y + y)));
    at = Optional.of(now);
    return now;
  }

  /** Paints it in the colour in use, once it was moved. */
  void paint(Graphics2D g) {
    at.ifPresent(
        place -> {
          g.drawLine(place.x - ARM, place.y, place.x + ARM, place.y);
          g.drawLine(place.x, place.y - ARM, place.x, place.y + ARM);
        });
  }
}
