package org.tonearm.panel.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;

/**
 * A map as it is at one moment: axes, marks, the drawn region, the legend. Immutable as long as
 * nobody changes the region, but made on the event thread, of which it keeps colours and sizes.
 */
final class MapDrawing {
  private static final int EDGE = 6;
  private static final int LEGEND_MARK = 22;
  private static final double LEGEND_RADIUS = 5;

  private final Texts texts;
  private final FontMetrics font;
  private final MapLayout layout;
  private final MapLegend legend;
  private final List<MapMark> marks;
  private final Color text = Colors.text();
  private final Color faint = Colors.faint();
  private final Color ground = Colors.ground();
  private final List<Color> colors = Colors.all();

  MapDrawing(
      Texts texts, FontMetrics font, MapLayout layout, MapLegend legend, List<MoodPoint> points) {
    this.texts = texts;
    this.font = font;
    this.layout = layout;
    this.legend = legend;
    this.marks = layout.marks(points, legend);
  }

  /** The marks on it. */
  List<MapMark> marks() {
    return marks;
  }

  /** All but the region. */
  void draw(MapPaper paper, boolean titled) {
    int width = layout.width();
    int height = layout.height();
    paper.box(-1, -1, width + 2.0, height + 2.0, ground, ground);
    Point2D middle = layout.plane().place(0, 0, width, height);
    paper.line(middle.getX(), 0, middle.getX(), height, faint);
    paper.line(0, middle.getY(), width, middle.getY(), faint);
    for (MapMark mark : marks) {
      String tip = titled ? tip(mark) : "";
      paper.mark(mark.mark(), mark.x(), mark.y(), mark.radius(), color(mark.mark()), tip);
    }
    names(paper, width, height);
    legend(paper);
    if (marks.isEmpty()) {
      centred(paper, texts.get("map.empty"), width / 2.0, height / 2.0 - 4.0 * EDGE);
    }
  }

  /** The region that was drawn. */
  void region(MapPaper paper, Path2D region) {
    paper.dashed(region, text);
  }

  /** What a mark stands for, in words. */
  String tip(MapMark mark) {
    if (mark.tracks().size() == 1) {
      MoodPoint point = mark.tracks().get(0);
      return texts.get(
          "map.tip",
          point.row().file().credits().artist(),
          point.row().title(),
          named(point.genre()));
    }
    return texts.get(
        "map.tip-many",
        mark.tracks().size(),
        named(
            mark.mark().index() < legend.genres().size()
                ? legend.genres().get(mark.mark().index())
                : texts.get("map.other-genres")));
  }

  /** Of the axes' ends, readable above any mark. */
  private void names(MapPaper paper, int width, int height) {
    centred(paper, texts.get("map.excited"), width / 2.0, font.getHeight());
    centred(paper, texts.get("map.calm"), width / 2.0, height - font.getDescent() - 2.0);
    name(paper, texts.get("map.unpleasant"), EDGE, height / 2.0 - 4);
    String right = texts.get("map.pleasant");
    name(paper, right, width - font.stringWidth(right) - (double) EDGE, height / 2.0 - 4);
  }

  private void legend(MapPaper paper) {
    if (legend.size() == 0) {
      return;
    }
    int widest = 0;
    for (int i = 0; i < legend.size(); i++) {
      widest = Math.max(widest, font.stringWidth(entry(i)));
    }
    int line = font.getHeight() + 2;
    paper.box(
        2, 2, LEGEND_MARK + widest + 2.0 * EDGE, legend.size() * line + 1.5 * EDGE, ground, faint);
    for (int i = 0; i < legend.size(); i++) {
      int baseline = EDGE + i * line + font.getAscent();
      GenreMark mark = new GenreMark(i);
      double middle = baseline - font.getAscent() * 0.35;
      paper.mark(mark, EDGE + LEGEND_MARK / 2.0 - 3, middle, LEGEND_RADIUS, color(mark), "");
      paper.text(entry(i), (double) EDGE + LEGEND_MARK, baseline, text);
    }
  }

  private String entry(int index) {
    return index < legend.genres().size()
        ? named(legend.genres().get(index))
        : texts.get("map.other-genres");
  }

  private String named(String genre) {
    return genre.isEmpty() ? texts.get("map.no-genre") : genre;
  }

  private Color color(GenreMark mark) {
    return colors.get(mark.index() % colors.size());
  }

  private void centred(MapPaper paper, String words, double x, double y) {
    name(paper, words, x - font.stringWidth(words) / 2.0, y);
  }

  private void name(MapPaper paper, String words, double x, double y) {
    double top = y - font.getAscent();
    paper.box(x - 2, top, font.stringWidth(words) + 4.0, font.getHeight(), ground, ground);
    paper.text(words, x, y, text);
  }
}
