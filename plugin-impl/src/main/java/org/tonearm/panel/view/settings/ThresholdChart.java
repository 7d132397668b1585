package org.tonearm.panel.view.settings;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.CardSteps;
import org.tonearm.panel.view.Colors;

/**
 * What share is told, and what share of that is right, at each threshold: lines for the tracks of
 * the session, marks for what the model's card measured. Told apart by dashes and shapes as well.
 */
final class ThresholdChart extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int LEFT = 44;
  private static final int TOP = 26;
  private static final int BOTTOM = 20;
  private static final int RIGHT = 12;
  private static final int POINTS = 100;
  private static final int HEIGHT = 170;
  private static final float[] DASHES = {6, 4};

  private final transient Texts texts;
  private transient DoubleFunction<OptionalDouble> told = t -> OptionalDouble.empty();
  private transient DoubleFunction<OptionalDouble> right = t -> OptionalDouble.empty();
  private transient CardSteps card = new CardSteps(List.of());
  private double threshold = 0.5;

  ThresholdChart(Texts texts) {
    this.texts = texts;
    setOpaque(false);
    setPreferredSize(new Dimension(300, HEIGHT));
  }

  /**
   * Shows other curves; asked at each threshold from 0 to 1, 100 times.
   *
   * @param toldAt share of tracks that get an answer
   * @param rightAt share of these that should be right
   */
  void show(
      DoubleFunction<OptionalDouble> toldAt,
      DoubleFunction<OptionalDouble> rightAt,
      CardSteps steps) {
    told = toldAt;
    right = rightAt;
    card = steps;
    repaint();
  }

  /** Marks a threshold. */
  void mark(double at) {
    threshold = at;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(getFont() == null ? new JLabel().getFont() : getFont());
    axes(g);
    line(g, told, 0, new BasicStroke(2));
    line(
        g,
        right,
        1,
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    g.setStroke(new BasicStroke(1.6f));
    for (CardSteps.Step step : card.steps()) {
      g.setColor(Colors.of(0));
      g.draw(circle(step.threshold(), step.told()));
      g.setColor(Colors.of(1));
      g.draw(square(step.threshold(), step.right()));
    }
    g.setColor(Colors.text());
    g.setStroke(new BasicStroke(1.5f));
    int x = x(threshold);
    g.drawLine(x, TOP - 2, x, getHeight() - BOTTOM);
    legend(g);
    g.dispose();
  }

  private void axes(Graphics2D g) {
    FontMetrics font = g.getFontMetrics();
    for (int percent = 0; percent <= 100; percent += 50) {
      int y = y(percent / 100.0);
      g.setColor(Colors.faint());
      g.drawLine(LEFT, y, getWidth() - RIGHT, y);
      g.setColor(Colors.text());
      String text = texts.get("percent", percent);
      g.drawString(text, LEFT - 6 - font.stringWidth(text), y + font.getAscent() / 2 - 1);
    }
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      String text = texts.get("settings.number", tenth / 10.0);
      int x = x(tenth / 10.0) - font.stringWidth(text) / 2;
      g.drawString(text, Math.min(x, getWidth() - font.stringWidth(text) - 1), getHeight() - 4);
    }
  }

  private void line(
      Graphics2D g, DoubleFunction<OptionalDouble> values, int color, BasicStroke stroke) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= POINTS; i++) {
      double at = i / (double) POINTS;
      OptionalDouble value = values.apply(at);
      if (value.isPresent()) {
        if (path.getCurrentPoint() == null) {
          path.moveTo(x(at), y(value.getAsDouble()));
        } else {
          path.lineTo(x(at), y(value.getAsDouble()));
        }
      }
    }
    g.setColor(Colors.of(color));
    g.setStroke(stroke);
    g.draw(path);
  }

  private void legend(Graphics2D g) {
    int x = LEFT;
    boolean measured = !card.steps().isEmpty();
    for (int i = 0; i < (measured ? 4 : 2); i++) {
      String text = texts.get("settings.chart." + i);
      g.setColor(Colors.of(i % 2));
      if (i < 2) {
        g.setStroke(
            i == 0
                ? new BasicStroke(2)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
        g.drawLine(x, TOP / 2 - 3, x + 20, TOP / 2 - 3);
      } else {
        g.setStroke(new BasicStroke(1.6f));
        g.draw(
            i == 2
                ? new Ellipse2D.Double(x + 8, TOP / 2.0 - 6, 6, 6)
                : new Rectangle2D.Double(x + 8, TOP / 2.0 - 6, 6, 6));
      }
      g.setColor(Colors.text());
      g.drawString(text, x + 26, TOP / 2 + 1);
      x += 26 + g.getFontMetrics().stringWidth(text) + 16;
    }
  }

  private Ellipse2D circle(double at, double value) {
    return new Ellipse2D.Double(x(at) - 3, y(value) - 3, 6, 6);
  }

  private Rectangle2D square(double at, double value) {
    return new Rectangle2D.Double(x(at) - 3, y(value) - 3, 6, 6);
  }

  private int x(double value) {
    return (int) Math.round(LEFT + (getWidth() - LEFT - RIGHT) * value);
  }

  private int y(double value) {
    return (int) Math.round(TOP + (getHeight() - TOP - BOTTOM) * (1 - value));
  }
}
