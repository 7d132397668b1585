package org.tonearm.panel.view;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Timeline;
import org.tonearm.panel.sound.Waveform;
import org.tonearm.run.ClockTime;

/**
 * Scores over time over the waveform, and the spot that is heard. A click moves the spot and has it
 * heard; so do keys.
 */
final class TimelineChart extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final double STEP = 5;
  private static final double LEAP = 30;
  private static final int WIDTH = 300;
  private static final int HEIGHT = 108;

  private final transient Texts texts;
  private final transient Spotted spotted;
  private transient Optional<Timeline> timeline = Optional.empty();
  private transient Optional<Waveform> waveform = Optional.empty();
  private transient List<String> names = List.of();
  private boolean whole;
  private double length;
  private double spot;

  /** Told that the user wants another spot. */
  @FunctionalInterface
  interface Spotted {
    /**
     * It moved.
     *
     * @param sounding whether it is to be heard, even if nothing is heard now
     */
    void moved(boolean sounding);
  }

  /**
   * @param space told that the space bar was pressed
   */
  TimelineChart(Texts texts, Spotted spotted, Runnable space) {
    this.texts = texts;
    this.spotted = spotted;
    setOpaque(false);
    setFocusable(true);
    new Controls(texts).name(this, "review.timeline");
    setPreferredSize(new Dimension(WIDTH, HEIGHT));
    Mouse mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addFocusListener(new Repainting(this));
    key("SPACE", space);
    key("LEFT", () -> move(spot - STEP));
    key("RIGHT", () -> move(spot + STEP));
    key("shift LEFT", () -> move(spot - LEAP));
    key("shift RIGHT", () -> move(spot + LEAP));
    key("HOME", () -> move(0));
    key("END", () -> move(seconds() - STEP));
  }

  /**
   * Begins with another track, without anything known of it.
   *
   * @param seconds its length, 0 if that is not known
   */
  void begin(double seconds) {
    length = seconds;
    waveform = Optional.empty();
    whole = false;
    spot = 0;
    repaint();
  }

  /**
   * Shows scores.
   *
   * @param scores empty if the track was not heard
   * @param words for their labels
   */
  void show(Optional<Timeline> scores, List<String> words) {
    timeline = scores;
    names = List.copyOf(words);
    repaint();
  }

  /** Shows a waveform, of which more may come. */
  void show(Waveform heard, boolean all) {
    waveform = Optional.of(heard);
    whole = all;
    repaint();
  }

  /** Moves the spot without telling. */
  void playhead(double second) {
    TimelineScale scale = scale();
    int before = scale.x(spot);
    spot = Math.max(0, Math.min(second, seconds()));
    int now = scale.x(spot);
    repaint(Math.min(before, now) - 4, 0, Math.abs(now - before) + 9, getHeight());
    tell();
  }

  /** Where it plays, or would, in seconds. */
  double spot() {
    return spot;
  }

  /** Length of the track in seconds, as far as it is known. */
  double seconds() {
    double heard = waveform.map(Waveform::seconds).orElse(0.0);
    double scored = timeline.map(Timeline::seconds).orElse(0.0);
    return whole ? heard : Math.max(length, Math.max(heard, scored));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(WIDTH, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(getFont() == null ? new JLabel().getFont() : getFont());
    TimelinePainter painter = new TimelinePainter(g, texts, scale());
    painter.ground();
    waveform.ifPresent(painter::waveform);
    if (seconds() > 0) {
      painter.axes();
    }
    timeline
        .filter(t -> t.windows() > 0)
        .ifPresentOrElse(t -> painter.scores(t, names), painter::noScores);
    if (seconds() > 0) {
      painter.spot(spot);
    }
    if (isFocusOwner()) {
      g.setColor(Colors.text());
      g.setStroke(
          new BasicStroke(
              1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 2}, 0));
      g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
    }
    g.dispose();
  }

  private TimelineScale scale() {
    return new TimelineScale(getWidth(), getHeight(), seconds());
  }

  private void move(double second) {
    playhead(second);
    spotted.moved(false);
  }

  private void tell() {
    getAccessibleContext()
        .setAccessibleDescription(
            texts.get("play.clock", ClockTime.text(spot), ClockTime.text(seconds()))
                + ". "
                + texts.get("review.timeline.tip"));
  }

  private void key(String stroke, Runnable run) {
    Controls.key(this, stroke, Keys.action(run));
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      playhead(scale().second(event.getX()));
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      playhead(scale().second(event.getX()));
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      playhead(scale().second(event.getX()));
      spotted.moved(true);
    }
  }
}
