package org.tonearm.panel.view;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.util.function.IntFunction;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.tonearm.panel.Texts;
import org.tonearm.panel.artwork.Cover;

/**
 * Paints the cells of the table of tracks: words as they are, titles with their covers,
 * probabilities as numbers with bars.
 */
final class TrackCells {
  private TrackCells() {}

  /** Has the names of columns begin where their cells do. */
  static void alignHead(JTable table) {
    if (table.getTableHeader().getDefaultRenderer() instanceof JLabel label) {
      label.setHorizontalAlignment(SwingConstants.LEADING);
    }
  }

  /** Text, which is also the tip where the column is too narrow for it. */
  static TableCellRenderer text(Texts texts) {
    return new Text(texts);
  }

  /** Text in as many lines as the cell has room for. */
  static TableCellRenderer wrapped(Texts texts) {
    return new Text(texts) {
      private static final long serialVersionUID = 1L;

      @Override
      public Component getTableCellRendererComponent(
          JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, value, selected, focused, row, column);
        setVerticalAlignment(TOP);
        // Some looks paint HTML in a colour of its own.
        Color ink = selected ? table.getSelectionForeground() : Colors.text();
        PlainText.page(
            this,
            String.format("<html><font color=#%06x>", ink.getRGB() & 0xFFFFFF)
                + PlainText.escaped(getText())
                + "</font></html>");
        return this;
      }
    };
  }

  /**
   * Text beside a cover.
   *
   * @param side of the cover in pixels before scaling
   * @param covers of the rows as they are shown
   */
  static TableCellRenderer titled(Texts texts, int side, IntFunction<Cover> covers) {
    CoverIcon icon = new CoverIcon(side);
    return new Text(texts) {
      private static final long serialVersionUID = 1L;

      @Override
      public Component getTableCellRendererComponent(
          JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        icon.show(covers.apply(row));
        setIcon(icon);
        return super.getTableCellRendererComponent(table, value, selected, focused, row, column);
      }
    };
  }

  /** A number with its bar; nothing for a question that was not asked. */
  static TableCellRenderer probability(Texts texts) {
    return new Bar(texts);
  }

  private static class Text extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    final transient Texts texts;

    Text(Texts texts) {
      this.texts = texts;
      PlainText.in(this);
    }

    @Override
    protected void setValue(Object value) {
      String text = value instanceof Standing s ? texts.get(s.key()) : String.valueOf(value);
      setText(text);
      setToolTipText(text.isEmpty() ? null : PlainText.tip(text));
    }
  }

  private static final class Bar extends Text {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;
    private static final int THICK = 8;

    private double probability = -1;
    private boolean selected;

    Bar(Texts texts) {
      super(texts);
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean chosen, boolean focused, int row, int column) {
      selected = chosen;
      return super.getTableCellRendererComponent(table, value, chosen, focused, row, column);
    }

    @Override
    protected void setValue(Object value) {
      probability = (Double) value;
      int percent = (int) Math.round(100 * probability);
      setText(probability < 0 ? "" : texts.get("percent", percent));
      setToolTipText(probability < 0 ? null : texts.get("percent.tip", percent));
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      if (probability < 0) {
        return;
      }
      int from = getFontMetrics(getFont()).stringWidth(texts.get("percent", 100)) + 2 * GAP;
      int whole = getWidth() - from - GAP;
      int top = (getHeight() - THICK) / 2;
      g.setColor(selected ? getForeground() : Colors.faint());
      g.drawRect(from, top, whole - 1, THICK);
      g.setColor(selected ? getForeground() : Colors.of(0));
      g.fillRect(from, top, (int) Math.round(whole * probability), THICK + 1);
    }
  }
}
