package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;

/**
 * The plane of valence (left to right) and arousal (bottom to top). Genres differ in colour and in
 * shape. The wheel zooms, a drag draws a region around tracks.
 */
final class MoodMap extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int REACH = 8;
  private static final int EDGE = 24;

  private final transient Texts texts;
  private final transient Supplier<List<MoodPoint>> points;
  private transient Consumer<List<Path>> listener = files -> {};
  private transient Path2D region = new Path2D.Double();
  private transient List<Path> chosen = List.of();
  private transient Plane plane = Plane.WHOLE;

  /**
   * @param points asked for at each painting
   */
  MoodMap(Texts texts, Supplier<List<MoodPoint>> points) {
    this.texts = texts;
    this.points = points;
    new Controls(texts).name(this, "map");
    setToolTipText("");
    ToolTipManager.sharedInstance().registerComponent(this);
    MouseAdapter mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
  }

  void onChosen(Consumer<List<Path>> told) {
    listener = told;
  }

  /** The files in the region, in the order of the library. */
  List<Path> chosen() {
    return chosen;
  }

  /** Zooms about the middle. */
  void zoom(double factor) {
    plane = plane.zoomed(factor, 0.5, 0.5);
    clear();
  }

  /** Shows all of the plane. */
  void whole() {
    plane = Plane.WHOLE;
    clear();
  }

  /** Draws a region, as the mouse does. */
  void choose(Path2D drawn) {
    region = drawn;
    chosen =
        points.get().stream()
            .filter(point -> drawn.contains(place(point)))
            .map(point -> point.row().path())
            .toList();
    listener.accept(chosen);
    repaint();
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    return points.get().stream()
        .filter(point -> place(point).distance(event.getPoint()) <= REACH)
        .findFirst()
        .map(
            point ->
                texts.get(
                    "map.tip",
                    point.row().file().credits().artist(),
                    point.row().title(),
                    point.genre()))
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new JLabel().getFont());
    g.setColor(Colors.ground());
    g.fillRect(0, 0, getWidth(), getHeight());
    axes(g);
    List<MoodPoint> all = points.get();
    Map<String, GenreMark> marks = GenreMark.of(all);
    for (MoodPoint point : all) {
      Point2D at = place(point);
      marks.get(point.genre()).paint(g, at.getX(), at.getY());
    }
    g.setColor(Colors.text());
    g.setStroke(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
    g.draw(region);
    legend(g, marks);
    if (all.isEmpty()) {
      centred(g, texts.get("map.empty"), getWidth() / 2, getHeight() / 2 - EDGE);
    }
    g.dispose();
  }

  private void axes(Graphics2D g) {
    Point2D middle = plane.place(0, 0, getWidth(), getHeight());
    int x = (int) middle.getX();
    int y = (int) middle.getY();
    g.setColor(Colors.faint());
    g.drawLine(x, 0, x, getHeight());
    g.drawLine(0, y, getWidth(), y);
    g.setColor(Colors.text());
    FontMetrics font = g.getFontMetrics();
    centred(g, texts.get("map.excited"), getWidth() / 2, font.getHeight());
    centred(g, texts.get("map.calm"), getWidth() / 2, getHeight() - font.getDescent() - 2);
    g.drawString(texts.get("map.unpleasant"), 6, getHeight() / 2 - 4);
    String right = texts.get("map.pleasant");
    g.drawString(right, getWidth() - font.stringWidth(right) - 6, getHeight() / 2 - 4);
  }

  private void legend(Graphics2D g, Map<String, GenreMark> marks) {
    FontMetrics font = g.getFontMetrics();
    int width =
        marks.keySet().stream().map(this::named).mapToInt(font::stringWidth).max().orElse(0);
    if (!marks.isEmpty()) {
      g.setColor(Colors.ground());
      g.fillRect(2, 2, EDGE + width + 6, EDGE - 6 + marks.size() * font.getHeight());
      g.setStroke(new BasicStroke(1));
      g.setColor(Colors.faint());
      g.drawRect(2, 2, EDGE + width + 6, EDGE - 6 + marks.size() * font.getHeight());
    }
    int y = EDGE;
    for (Map.Entry<String, GenreMark> entry : marks.entrySet()) {
      entry.getValue().paint(g, EDGE / 2.0, y - 4.0);
      g.setColor(Colors.text());
      g.drawString(named(entry.getKey()), EDGE, y);
      y += font.getHeight();
    }
  }

  private String named(String genre) {
    return genre.isEmpty() ? texts.get("map.no-genre") : genre;
  }

  private static void centred(Graphics2D g, String text, int x, int y) {
    g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
  }

  private Point2D place(MoodPoint point) {
    return plane.place(point.valence(), point.arousal(), getWidth(), getHeight());
  }

  private void clear() {
    choose(new Path2D.Double());
  }

  private final class Mouse extends MouseAdapter {
    private Path2D drawn = new Path2D.Double();

    @Override
    public void mousePressed(MouseEvent event) {
      drawn = new Path2D.Double();
      drawn.moveTo(event.getX(), event.getY());
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      drawn.lineTo(event.getX(), event.getY());
      region = drawn;
      repaint();
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      if (drawn.getCurrentPoint() != null) {
        drawn.closePath();
      }
      choose(drawn);
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      plane =
          plane.zoomed(
              event.getWheelRotation() < 0 ? 1.25 : 0.8,
              (double) event.getX() / getWidth(),
              (double) event.getY() / getHeight());
      clear();
    }
  }
}
