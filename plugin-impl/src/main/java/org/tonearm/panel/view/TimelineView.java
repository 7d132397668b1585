package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.WindowScores;
import org.tonearm.panel.Texts;

/** How the scores of the best labels go over a track: told apart by dashes and names as well. */
final class TimelineView extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 3;
  private static final int LEFT = 40;
  private static final int BOTTOM = 18;
  private static final int TOP = 18;
  private static final float[][] DASHES = {{1, 0}, {6, 4}, {2, 3}};

  private final transient Texts texts;
  private transient Optional<Analysis> analysis = Optional.empty();
  private transient List<String> names = List.of();

  TimelineView(Texts texts) {
    this.texts = texts;
    setOpaque(false);
    setPreferredSize(new Dimension(300, 110));
    new Controls(texts).name(this, "review.timeline");
  }

  /**
   * Shows a track's scores.
   *
   * @param shown empty if it was not heard
   * @param words of the labels, best first
   */
  void show(Optional<Analysis> shown, List<String> words) {
    analysis = shown;
    names = List.copyOf(words);
    repaint();
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(200, 80);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(getFont() == null ? new JLabel().getFont() : getFont());
    List<WindowScores> windows = analysis.map(Analysis::timeline).orElse(List.of());
    if (windows.isEmpty()) {
      g.setColor(Colors.text());
      g.drawString(texts.get("timeline.none"), LEFT, getHeight() / 2);
    } else {
      axes(g, windows.get(windows.size() - 1).endSeconds());
      List<LabelScore> best = analysis.orElseThrow().scores().stream().limit(MOST).toList();
      for (int i = 0; i < best.size(); i++) {
        line(g, windows, best.get(i).label(), i);
      }
    }
    g.dispose();
  }

  private void axes(Graphics2D g, double seconds) {
    g.setColor(Colors.faint());
    for (int percent = 0; percent <= 100; percent += 50) {
      int y = y(percent / 100.0);
      g.drawLine(LEFT, y, getWidth(), y);
    }
    g.setColor(Colors.text());
    for (int percent = 0; percent <= 100; percent += 50) {
      g.drawString(texts.get("percent", percent), 0, y(percent / 100.0) + 4);
    }
    g.drawString("0:00", LEFT, getHeight() - 3);
    String end = Times.clock(seconds);
    g.drawString(end, getWidth() - g.getFontMetrics().stringWidth(end), getHeight() - 3);
  }

  private void line(Graphics2D g, List<WindowScores> windows, String label, int rank) {
    double seconds = windows.get(windows.size() - 1).endSeconds();
    Path2D path = new Path2D.Double();
    for (WindowScores window : windows) {
      double score =
          window.scores().stream()
              .filter(s -> s.label().equals(label))
              .mapToDouble(LabelScore::score)
              .findFirst()
              .orElse(0);
      for (double second : new double[] {window.startSeconds(), window.endSeconds()}) {
        double x = LEFT + (getWidth() - LEFT) * second / Math.max(seconds, 1e-3);
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y(score));
        } else {
          path.lineTo(x, y(score));
        }
      }
    }
    Color color = Colors.of(rank);
    g.setColor(color);
    g.setStroke(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[rank], 0));
    g.draw(path);
    int x = LEFT + rank * Math.max(90, (getWidth() - LEFT) / MOST);
    g.drawLine(x, TOP / 2, x + 24, TOP / 2);
    g.setColor(Colors.text());
    g.drawString(rank < names.size() ? names.get(rank) : label, x + 30, TOP / 2 + 4);
  }

  private int y(double score) {
    return (int) Math.round(TOP + (getHeight() - TOP - BOTTOM) * (1 - score));
  }
}
