package org.tonearm.panel.view;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
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
  private static final Insets SPACE = new Insets(1, 0, 1, 8);

  private final transient Texts texts;

  ScoreBars(Texts texts) {
    super(new GridBagLayout());
    this.texts = texts;
  }

  /** Shows these in place of those before. */
  void show(List<LabelScore> scores) {
    removeAll();
    List<LabelScore> best = scores.stream().limit(MOST).toList();
    for (int i = 0; i < best.size(); i++) {
      int percent = (int) Math.round(100 * best.get(i).score());
      JLabel label = new JLabel(best.get(i).label());
      JProgressBar bar = new JProgressBar(0, 100);
      bar.setValue(percent);
      bar.setStringPainted(true);
      bar.setString(texts.get("percent", percent));
      bar.getAccessibleContext().setAccessibleName(best.get(i).label());
      add(label, at(0, i, 0));
      add(bar, at(1, i, 1));
    }
    revalidate();
    repaint();
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
