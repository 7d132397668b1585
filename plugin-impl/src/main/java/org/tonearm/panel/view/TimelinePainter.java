package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.List;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Timeline;
import org.tonearm.panel.sound.Waveform;
import org.tonearm.run.ClockTime;

/** Paints the parts of the timeline. */
final class TimelinePainter {
  private static final float[][] DASHES = {{1, 0}, {7, 4}, {2, 3}};
  private static final int SAMPLE = 26;
  private static final int GAP = 18;
  private static final int HEAD = 5;

  private final Graphics2D g;
  private final Texts texts;
  private final TimelineScale scale;

  TimelinePainter(Graphics2D g, Texts texts, TimelineScale scale) {
    this.g = g;
    this.texts = texts;
    this.scale = scale;
  }

  void ground() {
    g.setColor(Colors.ground());
    g.fillRect(
        TimelineScale.LEFT,
        scale.y(1),
        scale.right() - TimelineScale.LEFT,
        scale.y(0) - scale.y(1));
  }

  /** Mirrored about the middle, as programs for DJs show it. */
  void waveform(Waveform waveform) {
    Rectangle clip = g.getClipBounds();
    int from = Math.max(TimelineScale.LEFT, clip == null ? 0 : clip.x);
    int to = Math.min(scale.right(), clip == null ? scale.right() : clip.x + clip.width);
    int middle = (scale.y(0) + scale.y(1)) / 2;
    int reach = (scale.y(0) - scale.y(1)) / 2;
    g.setColor(Colors.faint());
    for (int x = from; x < to; x++) {
      int loud = Math.round(reach * waveform.peak(scale.second(x), scale.second(x + 1)));
      g.drawLine(x, middle - loud, x, middle + loud);
    }
  }

  void axes() {
    FontMetrics font = g.getFontMetrics();
    g.setStroke(new BasicStroke(1));
    for (int percent = 0; percent <= 100; percent += 50) {
      int y = scale.y(percent / 100.0);
      g.setColor(Colors.faint());
      g.drawLine(TimelineScale.LEFT, y, scale.right(), y);
      String text = texts.get("percent", percent);
      g.setColor(Colors.text());
      g.drawString(
          text, TimelineScale.LEFT - font.stringWidth(text) - 6, y + font.getAscent() / 2 - 1);
    }
    String end = ClockTime.text(scale.seconds());
    g.drawString("0:00", TimelineScale.LEFT, scale.height() - 3);
    g.drawString(end, scale.right() - font.stringWidth(end), scale.height() - 3);
  }

  void noScores() {
    g.setColor(Colors.text());
    g.drawString(
        texts.get("timeline.none"), TimelineScale.LEFT, g.getFontMetrics().getAscent() + 1);
  }

  /** Lines that differ in dashes and names as well as in colour. */
  void scores(Timeline timeline, List<String> names) {
    int x = TimelineScale.LEFT;
    int baseline = g.getFontMetrics().getAscent() + 1;
    for (int label = 0; label < timeline.labels().size(); label++) {
      Path2D path = new Path2D.Double();
      for (int w = 0; w < timeline.windows(); w++) {
        double y = scale.y(timeline.score(label, w));
        if (w == 0) {
          path.moveTo(scale.x(timeline.start(w)), y);
        } else {
          path.lineTo(scale.x(timeline.start(w)), y);
        }
        path.lineTo(scale.x(timeline.end(w)), y);
      }
      g.setColor(Colors.of(label));
      g.setStroke(
          new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[label], 0));
      g.draw(path);
      g.drawLine(x, baseline - HEAD, x + SAMPLE, baseline - HEAD);
      g.setColor(Colors.text());
      g.drawString(names.get(label), x + SAMPLE + HEAD, baseline);
      x += SAMPLE + HEAD + g.getFontMetrics().stringWidth(names.get(label)) + GAP;
    }
  }

  void spot(double second) {
    int x = scale.x(second);
    g.setColor(Colors.text());
    g.setStroke(new BasicStroke(1.5f));
    g.drawLine(x, scale.y(1), x, scale.y(0));
    g.fillPolygon(
        new int[] {x - HEAD, x + HEAD, x},
        new int[] {scale.y(1) - HEAD, scale.y(1) - HEAD, scale.y(1) + 1},
        3);
  }
}
