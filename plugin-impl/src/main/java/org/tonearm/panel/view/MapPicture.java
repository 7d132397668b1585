package org.tonearm.panel.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;

/**
 * The map as it was painted, and of what. Made on any thread.
 *
 * @param wish what it was made of
 * @param legend which genre has which mark
 * @param drawing the marks on it
 * @param image in pixels of the screen
 */
record MapPicture(Wish wish, MapLegend legend, MapDrawing drawing, BufferedImage image) {

  /**
   * What is to be painted.
   *
   * @param points the same list as long as nothing changes; must not change
   * @param layout where
   * @param ink colours and letters
   * @param scale pixels of the screen for one of the map's
   */
  record Wish(List<MoodPoint> points, MapLayout layout, MapInk ink, double scale) {

    /** Whether both ask for the same picture. */
    @SuppressWarnings("ReferenceEquality") // It is the same list as long as nothing changed.
    boolean same(Wish other) {
      return points == other.points
          && layout.equals(other.layout)
          && ink.same(other.ink)
          && scale == other.scale;
    }
  }

  /** Paints it. */
  static MapPicture of(Texts texts, Wish wish) {
    MapLegend legend = MapLegend.of(wish.points());
    MapDrawing drawing = new MapDrawing(texts, wish.ink(), wish.layout(), legend, wish.points());
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(drawing.width() * wish.scale()),
            (int) Math.ceil(drawing.height() * wish.scale()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(wish.scale(), wish.scale());
    g.setFont(wish.ink().font());
    drawing.draw(new ScreenPaper(g, wish.scale()), false);
    g.dispose();
    return new MapPicture(wish, legend, drawing, image);
  }
}
