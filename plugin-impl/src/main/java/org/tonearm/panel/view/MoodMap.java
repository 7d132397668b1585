package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;

/**
 * The plane of valence (left to right) and arousal (bottom to top). Genres differ in colour and in
 * shape. The wheel zooms, a drag draws a region around tracks; keys move a cross over the map.
 */
final class MoodMap extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int REACH = 9;
  private static final int CROSS = 7;

  private final transient Texts texts;
  private final transient Supplier<List<MoodPoint>> points;
  private transient Consumer<List<Path>> listener = files -> {};
  private transient Consumer<Optional<String>> hovered = words -> {};
  private transient Path2D region = new Path2D.Double();
  private transient List<Path> chosen = List.of();
  private transient Plane plane = Plane.WHOLE;
  private transient Optional<Point> cross = Optional.empty();
  private transient Optional<Painted> painted = Optional.empty();

  /** What was painted last, and of what. */
  private record Painted(
      List<MoodPoint> points,
      MapLayout layout,
      MapLegend legend,
      MapDrawing drawing,
      BufferedImage image,
      double scale) {}

  /**
   * @param points asked for at each painting; the same list as long as nothing changes
   */
  MoodMap(Texts texts, Supplier<List<MoodPoint>> points) {
    this.texts = texts;
    this.points = points;
    new Controls(texts).name(this, "map");
    setToolTipText("");
    setFocusable(true);
    ToolTipManager.sharedInstance().registerComponent(this);
    addFocusListener(new Repainting(this));
    new MapMouse(this).listen();
    new MapKeys(this).listen();
  }

  void onChosen(Consumer<List<Path>> told) {
    listener = told;
  }

  /** Tells of what is under the pointer or the cross. */
  void onHover(Consumer<Optional<String>> told) {
    hovered = told;
  }

  /** The files in the region, in the order of the library. */
  List<Path> chosen() {
    return chosen;
  }

  /**
   * Zooms about a place.
   *
   * @param x of that place, 0 left to 1 right
   * @param y of that place, 0 top to 1 bottom
   */
  void zoom(double factor, double x, double y) {
    look(plane.zoomed(factor, x, y));
  }

  /** Zooms about the cross, or the middle. */
  void zoom(double factor) {
    zoom(
        factor,
        cross.map(at -> (double) at.x / getWidth()).orElse(0.5),
        cross.map(at -> (double) at.y / getHeight()).orElse(0.5));
  }

  /** Moves the part that is shown, in parts of it. */
  void pan(double x, double y) {
    look(plane.moved(x, y));
  }

  /** Shows all of the plane. */
  void whole() {
    look(Plane.WHOLE);
  }

  /** Chooses all tracks that are shown. */
  void chooseShown() {
    choose(new Path2D.Double(new Rectangle2D.Double(1, 1, getWidth() - 3, getHeight() - 3)));
  }

  /** Draws a region, as the mouse does. */
  void choose(Path2D drawn) {
    region = drawn;
    chosen = drawn.getCurrentPoint() == null ? List.of() : within(drawn);
    listener.accept(chosen);
    repaint();
  }

  private List<Path> within(Path2D drawn) {
    MapLayout layout = shownLayout();
    Rectangle2D around = drawn.getBounds2D();
    return points.get().stream()
        .filter(
            point -> {
              Point2D place = layout.place(point);
              return around.contains(place) && drawn.contains(place);
            })
        .map(point -> point.row().path())
        .toList();
  }

  /** Shows a line that is being drawn. */
  void drawing(Path2D line) {
    region = line;
    repaint();
  }

  /** Moves the cross by pixels, and tells what is under it. */
  void cross(int x, int y) {
    Point at = cross.orElse(new Point(getWidth() / 2, getHeight() / 2));
    Point now =
        new Point(
            Math.max(0, Math.min(getWidth() - 1, at.x + x)),
            Math.max(0, Math.min(getHeight() - 1, at.y + y)));
    cross = Optional.of(now);
    hover(now);
    repaint();
  }

  /** Tells what is at a place. */
  void hover(Point at) {
    Optional<String> words = words(at);
    words.ifPresent(w -> getAccessibleContext().setAccessibleDescription(w));
    hovered.accept(words);
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    return words(event.getPoint()).orElse(null);
  }

  /** The map as it is now; the region with it. On the event thread; drawn on any. */
  Consumer<MapPaper> snapshot(boolean titled) {
    MapDrawing drawing = painted().drawing();
    Path2D around = new Path2D.Double(region);
    return paper -> {
      drawing.draw(paper, titled);
      drawing.region(paper, around);
    };
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    double scale = g.getTransform().getScaleX();
    Painted now = painted(scale);
    g.drawImage(now.image(), 0, 0, getWidth(), getHeight(), null);
    now.drawing().region(new ScreenPaper(g, scale), region);
    g.setColor(Colors.text());
    g.setStroke(new BasicStroke(1));
    if (isFocusOwner()) {
      cross.ifPresent(
          at -> {
            g.drawLine(at.x - CROSS, at.y, at.x + CROSS, at.y);
            g.drawLine(at.x, at.y - CROSS, at.x, at.y + CROSS);
          });
      g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
    }
    g.dispose();
  }

  private Optional<String> words(Point at) {
    MapDrawing drawing = painted().drawing();
    MapMark nearest = null;
    double distance = REACH;
    for (MapMark mark : drawing.marks()) {
      double d = at.distance(mark.x(), mark.y());
      if (d <= distance) {
        distance = d;
        nearest = mark;
      }
    }
    return Optional.ofNullable(nearest).map(drawing::tip);
  }

  private MapLayout shownLayout() {
    return new MapLayout(plane, Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  private Painted painted() {
    return painted(painted.map(Painted::scale).orElse(1.0));
  }

  @SuppressWarnings("ReferenceEquality") // It is the same list as long as nothing changed.
  private Painted painted(double scale) {
    List<MoodPoint> now = points.get();
    MapLayout layout = shownLayout();
    Optional<Painted> same = painted.filter(p -> p.points() == now);
    if (same.filter(p -> p.layout().equals(layout) && p.scale() == scale).isEmpty()) {
      MapLegend legend = same.map(Painted::legend).orElseGet(() -> MapLegend.of(now));
      MapDrawing drawing =
          new MapDrawing(texts, getFontMetrics(new JLabel().getFont()), layout, legend, now);
      painted =
          Optional.of(
              new Painted(now, layout, legend, drawing, image(drawing, layout, scale), scale));
    }
    return painted.get();
  }

  private BufferedImage image(MapDrawing drawing, MapLayout layout, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(layout.width() * scale),
            (int) Math.ceil(layout.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    g.setFont(new JLabel().getFont());
    drawing.draw(new ScreenPaper(g, scale), false);
    g.dispose();
    return image;
  }

  private void look(Plane there) {
    if (!there.equals(plane)) {
      plane = there;
      choose(new Path2D.Double());
    }
  }
}
