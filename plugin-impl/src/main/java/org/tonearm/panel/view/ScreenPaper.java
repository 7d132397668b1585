package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** Draws a map by Java2D. Marks are painted once, and then stamped. */
final class ScreenPaper implements MapPaper {
  private static final int EDGE = 3;
  private static final float[] DASHES = {5, 4};

  private final Graphics2D g;
  private final double scale;
  private final Map<Stamp, BufferedImage> stamps = new HashMap<>();

  private record Stamp(GenreMark mark, double radius, Color color) {}

  /**
   * @param g disposed of by the caller
   * @param scale pixels of the screen for one of the map's
   */
  ScreenPaper(Graphics2D g, double scale) {
    this.g = g;
    this.scale = scale;
    smooth(g);
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill, Color line) {
    Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
    g.setColor(fill);
    g.fill(box);
    g.setColor(line);
    g.setStroke(new BasicStroke(1));
    g.draw(box);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Color color) {
    g.setColor(color);
    g.setStroke(new BasicStroke(1));
    g.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void text(String text, double x, double y, Color color) {
    g.setColor(color);
    g.drawString(text, (float) x, (float) y);
  }

  @Override
  public void mark(GenreMark mark, double x, double y, double radius, Color color, String tip) {
    Stamp kind = new Stamp(mark, Math.round(2 * radius) / 2.0, color);
    BufferedImage stamp = stamps.computeIfAbsent(kind, this::painted);
    double half = stamp.getWidth() / scale / 2;
    int side = (int) Math.round(2 * half);
    g.drawImage(stamp, (int) Math.round(x - half), (int) Math.round(y - half), side, side, null);
  }

  @Override
  public void dashed(Shape shape, Color color) {
    g.setColor(color);
    g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    g.draw(shape);
  }

  private BufferedImage painted(Stamp kind) {
    int half = (int) Math.ceil(1.2 * kind.radius()) + EDGE;
    int side = (int) Math.round(2 * half * scale);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D stamp = image.createGraphics();
    smooth(stamp);
    stamp.scale((double) side / (2 * half), (double) side / (2 * half));
    stamp.setColor(kind.color());
    stamp.setStroke(new BasicStroke((float) Math.max(1.2, Math.min(1.8, kind.radius() / 2.5))));
    Shape shape = kind.mark().shape(half, half, kind.radius());
    if (kind.mark().filled()) {
      stamp.fill(shape);
    } else {
      stamp.draw(shape);
    }
    stamp.dispose();
    return image;
  }

  private static void smooth(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
