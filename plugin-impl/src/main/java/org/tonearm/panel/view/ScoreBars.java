package org.tonearm.panel.view;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.tonearm.api.LabelScore;
import org.tonearm.panel.Texts;

/** The best scores of a question, as bars with numbers, best first. */
final class ScoreBars extends SteadyPanel {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 4;
  private static final String USUAL = "Electronic";
  private static final int BAR_WIDTH = 110;

  private final transient Texts texts;
  private final transient List<Line> lines = new ArrayList<>();

  /** Made once: making them anew for each track would be felt. */
  private record Line(JLabel label, JProgressBar bar) {}

  ScoreBars(Texts texts) {
    super(
        new MigLayout(
            "fillx, insets 0, wrap 2, aligny center, hidemode 2", "[]8[grow, fill]", "[]2[]"));
    this.texts = texts;
    for (int i = 0; i < MOST; i++) {
      Line line = new Line(PlainText.in(new JLabel(USUAL)), new JProgressBar(0, 100));
      line.bar().setStringPainted(true);
      line.bar().setPreferredSize(new Dimension(BAR_WIDTH, line.bar().getPreferredSize().height));
      line.bar().getAccessibleContext().setAccessibleName(texts.get("review.scores"));
      line.bar().setToolTipText(texts.get("review.scores.tip"));
      lines.add(line);
      add(line.label());
      add(line.bar());
    }
    getPreferredSize(); // The room that it asks for is that of full lines.
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
        line.bar().setToolTipText(texts.get("percent.tip", percent));
      }
    }
  }
}
