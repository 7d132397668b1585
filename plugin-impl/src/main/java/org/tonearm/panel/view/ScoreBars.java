package org.tonearm.panel.view;

import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.tonearm.api.LabelScore;
import org.tonearm.panel.Texts;

/** The best scores of a question, as bars with numbers, best first. */
final class ScoreBars extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 4;
  private static final int BAR_WIDTH = 110;
  private static final Insets SPACE = new Insets(1, 0, 1, 8);

  private final transient Texts texts;
  private final transient List<Line> lines = new ArrayList<>();

  /** Made once: making them anew for each track would be felt. */
  private record Line(JLabel label, JProgressBar bar) {}

  ScoreBars(Texts texts) {
    super(new GridBagLayout());
    this.texts = texts;
    for (int i = 0; i < MOST; i++) {
      Line line = new Line(new JLabel(" "), new JProgressBar(0, 100));
      line.bar().setStringPainted(true);
      line.bar().setPreferredSize(new Dimension(BAR_WIDTH, line.bar().getPreferredSize().height));
      lines.add(line);
      add(line.label(), at(0, i, 0));
      add(line.bar(), at(1, i, 1));
    }
    show(List.of());
  }

  /** Shows these in place of those before. */
  void show(List<LabelScore> scores) {
    for (int i = 0; i < MOST; i++) {
      Line line = lines.get(i);
      boolean there = i < scores.size();
      line.label().setVisible(there);
      line.bar().setVisible(there);
      if (there) {
        int percent = (int) Math.round(100 * scores.get(i).score());
        line.label().setText(scores.get(i).label());
        line.bar().setValue(percent);
        line.bar().setString(texts.get("percent", percent));
        line.bar().getAccessibleContext().setAccessibleName(scores.get(i).label());
      }
    }
  }

  private static GridBagConstraints at(int x, int y, double weight) {
    return new GridBagConstraints(
        x,
        y,
        1,
        1,
        weight,
        0,
        GridBagConstraints.LINE_START,
        GridBagConstraints.HORIZONTAL,
        SPACE,
        0,
        0);
  }
}
