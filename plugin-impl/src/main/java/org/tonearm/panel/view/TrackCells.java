package org.tonearm.panel.view;

import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JProgressBar;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.tonearm.panel.Texts;

/**
 * Paints the cells of the table of tracks: words as they are, probabilities as bars with numbers.
 */
final class TrackCells {
  private static final int MARGIN = 3;

  private TrackCells() {}

  /** Text, which is also the tip where the column is too narrow for it. */
  static TableCellRenderer text(Texts texts) {
    return new DefaultTableCellRenderer() {
      private static final long serialVersionUID = 1L;

      @Override
      protected void setValue(Object value) {
        String text = value instanceof Standing s ? texts.get(s.key()) : String.valueOf(value);
        setText(text);
        setToolTipText(text.isEmpty() ? null : text);
      }
    };
  }

  /** A bar with its number; nothing for a question that was not asked. */
  static TableCellRenderer probability(Texts texts) {
    JProgressBar bar = new JProgressBar(0, 100);
    bar.setStringPainted(true);
    bar.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
    TableCellRenderer none = text(texts);
    return (table, value, selected, focused, row, column) -> {
      double probability = (Double) value;
      if (probability < 0) {
        return none.getTableCellRendererComponent(table, "", selected, focused, row, column);
      }
      return painted(bar, table, probability, selected, texts);
    };
  }

  private static Component painted(
      JProgressBar bar, JTable table, double probability, boolean selected, Texts texts) {
    int percent = (int) Math.round(100 * probability);
    bar.setValue(percent);
    bar.setString(texts.get("percent", percent));
    bar.setToolTipText(texts.get("percent.tip", percent));
    bar.setOpaque(true);
    bar.setBackground(selected ? table.getSelectionBackground() : table.getBackground());
    return bar;
  }
}
