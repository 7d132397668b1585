package org.tonearm.panel.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Point;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;

/**
 * A map as it is at one moment: axes, marks, the drawn region, the legend. Immutable as long as
 * nobody changes the region; made on any thread.
 */
final class MapDrawing {
  /** Room for a mark beside the name of its genre, in pixels. */
  static final int LEGEND_MARK = 22;

  private static final int EDGE = 6;
  private static final int REACH = 9;
  private static final double LEGEND_RADIUS = 5;

  private final Texts texts;
  private final FontMetrics font;
  private final MapInk ink;
  private final MapLayout layout;
  private final MapLegend legend;
  private final List<MapMark> marks;

  MapDrawing(Texts texts, MapInk ink, MapLayout layout, MapLegend legend, List<MoodPoint> points) {
    this.texts = texts;
    this.font = ink.metrics();
    this.ink = ink;
    this.layout = layout;
    this.legend = legend;
    this.marks = layout.marks(points, legend);
  }

  /** How wide it is with the list of genres, in pixels. */
  int width() {
    return layout.width() + ink.legendWidth();
  }

  int height() {
    return layout.height();
  }

  /** All but the region. */
  void draw(MapPaper paper, boolean titled) {
    int width = layout.width();
    int height = layout.height();
    paper.box(-1, -1, width() + 2.0, height + 2.0, ink.ground(), ink.ground());
    Point2D middle = layout.plane().place(0, 0, width, height);
    paper.line(middle.getX(), 0, middle.getX(), height, ink.faint());
    paper.line(0, middle.getY(), width, middle.getY(), ink.faint());
    // Words hide no track where there are few; where there are many, they must be readable.
    boolean many = MapLayout.joined(marks);
    if (!many) {
      names(paper, width, height);
    }
    for (MapMark mark : marks) {
      String tip = titled ? tip(mark) : "";
      paper.mark(mark.mark(), mark.x(), mark.y(), mark.radius(), color(mark.mark()), tip);
    }
    if (many) {
      names(paper, width, height);
    }
    legend(paper);
    if (marks.isEmpty()) {
      centred(paper, texts.get("map.empty"), width / 2.0, height / 2.0 - 4.0 * EDGE);
    }
  }

  /** The region that was drawn. */
  void region(MapPaper paper, Path2D region) {
    paper.dashed(region, ink.text());
  }

  /** What the mark nearest to a place stands for, if one is near. */
  Optional<String> words(Point at) {
    MapMark nearest = null;
    double distance = REACH;
    for (MapMark mark : marks) {
      double d = at.distance(mark.x(), mark.y());
      if (d <= distance) {
        distance = d;
        nearest = mark;
      }
    }
    return Optional.ofNullable(nearest).map(this::tip);
  }

  /** What a mark stands for, in words. */
  private String tip(MapMark mark) {
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

  /** Beside the map, so that it hides no track. */
  private void legend(MapPaper paper) {
    int left = layout.width();
    paper.box(left, -1, ink.legendWidth() + 1.0, layout.height() + 2.0, ink.ground(), ink.faint());
    int line = font.getHeight() + 2;
    for (int i = 0; i < legend.size(); i++) {
      int baseline = EDGE + i * line + font.getAscent();
      GenreMark mark = new GenreMark(i);
      double middle = baseline - font.getAscent() * 0.35;
      paper.mark(mark, left + LEGEND_MARK / 2.0 + 2, middle, LEGEND_RADIUS, color(mark), "");
      paper.text(cut(entry(i)), left + LEGEND_MARK + 2.0, baseline, ink.text());
    }
  }

  private String cut(String entry) {
    int room = ink.legendWidth() - LEGEND_MARK - EDGE;
    String shown = entry;
    while (font.stringWidth(shown) > room && shown.length() > 2) {
      shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
    }
    return shown;
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
    return ink.colors().get(mark.index() % ink.colors().size());
  }

  private void centred(MapPaper paper, String words, double x, double y) {
    name(paper, words, x - font.stringWidth(words) / 2.0, y);
  }

  private void name(MapPaper paper, String words, double x, double y) {
    double top = y - font.getAscent();
    paper.box(
        x - 2, top, font.stringWidth(words) + 4.0, font.getHeight(), ink.ground(), ink.ground());
    paper.text(words, x, y, ink.text());
  }
}
