package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;

/**
 * The plane of valence (left to right) and arousal (bottom to top), and beside it which genre has
 * which mark. Genres differ in colour and in shape. The wheel zooms, a drag draws a region around
 * tracks; keys move a cross over the map.
 */
final class MoodMap extends JPanel implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final Dimension LEAST = new Dimension(240, 160);

  private final transient Supplier<List<MoodPoint>> points;
  private final transient MapPainter painter;
  private transient Consumer<List<Path>> listener = files -> {};
  private transient Consumer<Optional<String>> hovered = words -> {};
  private transient Path2D region = new Path2D.Double();
  private transient List<Path> chosen = List.of();
  private transient Plane plane = Plane.WHOLE;
  private final transient MapCross cross = new MapCross();
  private double scale = 1;

  /**
   * @param points asked for at each painting; the same list as long as nothing changes
   * @param screen runs on the event thread what it is given, in order
   */
  MoodMap(Texts texts, Supplier<List<MoodPoint>> points, Executor screen) {
    this.points = points;
    this.painter = new MapPainter(texts, screen, this::repaint);
    new Controls(texts).name(this, "map");
    getAccessibleContext().setAccessibleDescription(texts.get("map.keys"));
    setToolTipText("");
    setFocusable(true);
    setMinimumSize(LEAST);
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
   * Zooms about a place, in pixels.
   *
   * @param at of the part that holds the map; the list of genres lies beside it
   */
  void zoom(double factor, Point at) {
    MapLayout layout = layoutNow();
    double x = Math.min(1, (double) at.x / layout.width());
    double y = (double) at.y / layout.height();
    look(plane.zoomed(factor, x, y));
  }

  /** Zooms about the cross, or the middle. */
  void zoom(double factor) {
    zoom(factor, cross.place(layoutNow()));
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
    MapLayout layout = layoutNow();
    choose(
        new Path2D.Double(
            new Rectangle2D.Double(1, 1, layout.width() - 3.0, layout.height() - 3.0)));
  }

  /** Draws a region, as the mouse does. */
  void choose(Path2D drawn) {
    region = drawn;
    chosen =
        drawn.getCurrentPoint() == null
            ? List.of()
            : layoutNow().within(drawn, points.get()).stream()
                .map(point -> point.row().path())
                .toList();
    listener.accept(chosen);
    repaint();
  }

  /** Shows a line that is being drawn. */
  void drawing(Path2D line) {
    region = line;
    repaint();
  }

  /** Moves the cross by pixels, and tells what is under it. */
  void cross(int x, int y) {
    hover(cross.move(x, y, layoutNow()));
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
    return words(event.getPoint()).map(PlainText::tip).orElse(null);
  }

  /** The map as it is now; the region with it. On the event thread; drawn on any. */
  Consumer<MapPaper> snapshot(boolean titled) {
    MapDrawing drawing = painter.now(wish()).drawing();
    Path2D around = new Path2D.Double(region);
    return paper -> {
      drawing.draw(paper, titled);
      drawing.region(paper, around);
    };
  }

  @Override
  public void close() {
    painter.close();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    scale = g.getTransform().getScaleX();
    g.setColor(Colors.ground());
    g.fillRect(0, 0, getWidth(), getHeight());
    painter.ask(wish());
    // Until the new picture is there, the one before stands for it.
    painter
        .latest()
        .ifPresent(
            picture -> {
              g.drawImage(picture.image(), 0, 0, getWidth(), getHeight(), null);
              picture.drawing().region(new ScreenPaper(g, scale), region);
            });
    g.setColor(Colors.text());
    g.setStroke(new BasicStroke(1));
    if (isFocusOwner()) {
      cross.paint(g);
      g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
    }
    g.dispose();
  }

  private Optional<String> words(Point at) {
    return painter.ask(wish()).flatMap(picture -> picture.drawing().words(at));
  }

  private MapPicture.Wish wish() {
    return new MapPicture.Wish(points.get(), layoutNow(), MapInk.of(this), scale);
  }

  private MapLayout layoutNow() {
    int beside = MapInk.of(this).legendWidth();
    return new MapLayout(plane, Math.max(1, getWidth() - beside), Math.max(1, getHeight()));
  }

  private void look(Plane there) {
    if (!there.equals(plane)) {
      plane = there;
      choose(new Path2D.Double());
    }
  }
}
